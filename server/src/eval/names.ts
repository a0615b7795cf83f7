/** When two names of a subject, or two names of a metric, count as the same in the evaluation. */

const fold = (name: string | null | undefined): string =>
  String(name ?? '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** First the name of the passages, then what else it is called. */
const SUBJECTS: readonly (readonly string[])[] = [
  ['DeepSeek-R1', 'R1', 'DeepThink R1', 'deepseek-reasoner'],
  ['DeepSeek-V3', 'V3', 'deepseek-chat'],
  ['NVIDIA H100', 'H100', 'H100 SXM', 'NVIDIA H100 SXM', 'H100 SXM5'],
  ['NVIDIA H800', 'H800'],
  ['NVIDIA H200', 'H200'],
  ['NVIDIA A100', 'A100'],
  ['NVIDIA B200', 'B200'],
  ['NVIDIA B100', 'B100'],
  ['NVIDIA GB200', 'GB200'],
  ['NVIDIA GB200 NVL72', 'GB200 NVL72', 'NVL72', 'DGX GB200 NVL72'],
  ['AMD Instinct MI300X', 'MI300X', 'AMD MI300X'],
  ['Gemini Ultra', 'Gemini 1.0 Ultra', 'Gemini Ultra 1.0'],
  ['OpenAI o1', 'o1'],
  ['xAI Colossus', 'Colossus', 'Colossus 1', 'xAI Colossus 1'],
  ['Stargate Abilene', 'Abilene', 'OpenAI Stargate Abilene'],
  ['Stargate', 'Project Stargate', 'OpenAI Stargate'],
  ['Data centres (world)', 'World data centres', 'data centers', 'global data centres'],
  ['ChatGPT', 'ChatGPT query'],
  ['Google Search', 'Google search query'],
  ['Gemini', 'Gemini Apps', 'Gemini prompt'],
  ['Alphabet', 'Google'],
  ['Meta', 'Meta Platforms', 'Facebook'],
  ['NVIDIA', 'Nvidia Corporation'],
  ['Llama 3.1 405B', 'Llama 3 405B'],
  ['Transformer (2017)', 'Transformer'],
];
const CANONICAL: ReadonlyMap<string, string> = new Map(
  SUBJECTS.flatMap((names) => names.map((name) => [fold(name), fold(names[0])] as const)),
);
const canonical = (name: string | null): string => CANONICAL.get(fold(name)) ?? fold(name);

/** A company may stand for its model where the passages name DeepSeek-V3. */
export const sameSubject = (gold: string | null, predicted: string | null): boolean =>
  canonical(gold) === canonical(predicted) || (fold(gold) === 'deepseekv3' && fold(predicted) === 'deepseek');

/** Metrics that the passages do not tell apart. */
const CLASSES: readonly (readonly string[])[] = [
  ['accelerators_owned', 'accelerators_installed', 'accelerators_purchased'],
  ['server_capex', 'capex', 'hardware_cost', 'gpu_investment'],
  ['operating_cost', 'compute_spend', 'total_cost_of_ownership', 'inference_cost'],
  ['rental_price', 'gpu_hour_price'],
  ['system_price', 'cluster_cost'],
  ['net_loss', 'operating_loss'],
  ['api_price_input', 'api_price_cached_input'],
  ['energy_per_query', 'energy'],
  ['water_per_query', 'water'],
  ['training_emissions', 'emissions'],
  ['funding_round', 'investment_commitment', 'contract_value'],
  ['ratio', 'percent_change', 'growth', 'share'],
  ['peak_throughput', 'performance', 'throughput'],
];
const CLASS: ReadonlyMap<string, string> = new Map(
  CLASSES.flatMap((metrics) => metrics.map((metric) => [metric, metrics[0]!] as const)),
);
const classOf = (metric: string | null): string | null => (metric === null ? null : (CLASS.get(metric) ?? metric));

export const sameMetric = (gold: string, predicted: string | null): boolean =>
  gold === 'other' || predicted === 'other' || classOf(gold) === classOf(predicted);
