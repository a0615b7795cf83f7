// Chips: the data sheets as Epoch AI's table of hardware has them.
import { datasets, day, decimal } from './read.mjs';

/** Epoch's spelling -> our subject, where folding the name is not enough. */
const same = {
  'Amazon Trainium1': 'aws-trainium1',
  'Amazon Trainium2': 'aws-trainium2',
  'Amazon Trainium3': 'aws-trainium3',
  'Intel Habana Gaudi2': 'intel-gaudi-2',
  'Intel Habana Gaudi3': 'intel-gaudi-3',
  'Maia 100 (M100)': 'microsoft-maia-100',
  'Meta MTIA v1 (MTIA 100)': 'meta-mtia-v1',
  'Meta MTIA v2 (MTIA 200)': 'meta-mtia-v2',
  'NVIDIA B300 (Blackwell Ultra)': 'nvidia-b300-hgx',
  'NVIDIA GB300 (Blackwell Ultra)': 'nvidia-blackwell-ultra-gb300-per-gpu',
  'NVIDIA GB200': 'nvidia-gb200-per-gpu',
  'NVIDIA HGX H20': 'nvidia-h20',
  'NVIDIA H100 SXM5 80GB': 'nvidia-h100-sxm',
  'NVIDIA H800 SXM5': 'nvidia-h800-sxm',
  'NVIDIA A100 SXM4 40 GB': 'nvidia-a100-40gb-sxm',
  'NVIDIA A100 SXM4 80 GB': 'nvidia-a100-80gb-sxm',
  'NVIDIA A100 PCIe': 'nvidia-a100-40gb-pcie',
  'NVIDIA Tesla V100 SXM2': 'nvidia-v100-sxm2',
  'NVIDIA Tesla V100 SXM3 32 GB': 'nvidia-v100-sxm3',
  'NVIDIA VR200': 'nvidia-rubin-per-package',
  'NVIDIA VR300 (Rubin Ultra)': 'nvidia-rubin-ultra-per-package',
  'AMD Radeon Instinct MI250X': 'amd-instinct-mi250x',
  'GroqChip LPU v1': 'groq-lpu-v1',
};

const rate = (precision) => ({ precision, sparsity: 'unspecified' });

function measures(row) {
  const cell = (name, digits = 4) => decimal(row[name], digits);
  const transistors = Number(row['Transistors (millions)']);
  return [
    ['peak_throughput', cell('Tensor-FP16/BF16 performance (FLOP/s)'), 'FLOP/s', rate('bf16')],
    ['peak_throughput', cell('FP8 performance (FLOP/s)'), 'FLOP/s', rate('fp8')],
    ['peak_throughput', cell('FP4 performance (FLOP/s)'), 'FLOP/s', rate('fp4')],
    ['peak_throughput', cell('FP64 (double precision) performance (FLOP/s)'), 'FLOP/s', rate('fp64')],
    ['peak_throughput', cell('FP32 (single precision) performance (FLOP/s)'), 'FLOP/s', rate('fp32')],
    ['peak_throughput', cell('TF32 (TensorFloat-32) performance (FLOP/s)'), 'FLOP/s', rate('tf32')],
    ['peak_throughput', cell('INT8 performance (OP/s)'), 'FLOP/s', rate('int8')],
    ['memory_capacity', cell('Memory (bytes)'), 'B', {}],
    ['memory_bandwidth', cell('Memory bandwidth (byte/s)'), 'B/s', {}],
    ['tdp', cell('TDP (W)'), 'W', {}],
    ['chip_price', cell('Release price (USD)', 6), 'USD', { event: 'release' }],
    ['process_node', cell('Process size (nm)'), 'nm', row.Foundry ? { kind: row.Foundry.trim() } : {}],
    ['transistors', transistors > 0 ? decimal(transistors * 1e6) : null, 'transistor', {}],
    ['die_area', cell('Die Size (mm^2)'), 'mm2', {}],
  ];
}

export function importHardware(table, names, book) {
  const source = book.source(datasets.hardware);
  for (const row of table('hardware')) {
    const title = row['Hardware name'].trim();
    if (!title || /^NVIDIA (A100|V100|P100|GH100)$/.test(title)) continue;
    const stated = measures(row).filter(([, value]) => value !== null);
    let subject = same[title] ?? names.find(title);
    if (!subject || !book.knows(subject)) {
      subject = subject ?? names.fresh(title);
      names.add(title, subject);
      const short = title.replace(/^(NVIDIA|AMD|Google|Huawei|Intel|Baidu|Cambricon|Tesla) (?=.*\d)/, '');
      const alone = /\d/.test(short) && short.length > 5 && short !== title;
      book.subject({
        id: subject,
        kind: 'chip',
        name: title,
        vendor: names.vendor(row.Manufacturer),
        near: null,
        aliases: alone && short !== 'A100 PCIe' ? [short] : [],
      });
    }
    const date = day(row['Release date']);
    for (const [metric, value, unit, qualifiers] of stated) {
      source.figure({ subject, metric, value, unit, qualifiers, op: 'eq', date: datasets.hardware.date, about: date });
    }
    if (date?.length === 10) {
      source.figure({ subject, metric: 'release_date', day: date, unit: 'date', qualifiers: {}, op: 'eq', date });
    }
  }
}
