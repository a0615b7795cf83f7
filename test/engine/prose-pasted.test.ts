import { describe, expect, it } from 'vitest';
import { readProse } from '../../server/src/engine/prose/prose.ts';
import { readQuantities } from '../../server/src/engine/quantity/quantities.ts';
import { amounts, language } from '../quantities.ts';

const options = { format: 'auto', proseKeys: [], abbreviations: new Set<string>() } as const;
const read = (text: string) => readProse(text, options).blocks;
/** 'column / row: what is read', one a cell with an amount. */
const cells = (text: string, tag: string): string[] =>
  read(text).flatMap((block) => {
    const list = readQuantities(block, language(tag));
    return list.length > 0 ? [`${block.table?.column ?? '-'} / ${block.table?.row ?? '-'}: ${amounts(list)}`] : [];
  });

describe('a table pasted with nothing but spaces between its cells', () => {
  it('takes units and scales from a line of headers', () => {
    const text =
      'So much was spent last year.\n\nFirma 2027 (Mrd. €) 2028 (Mrd. €) Zuwachs\nAlpha 12 240 +20 %\nBeta 100 110 +10 %\n';
    expect(cells(text, 'de')).toEqual([
      '2027 (Mrd. €) / Alpha: 12000000000 EUR',
      '2028 (Mrd. €) / Alpha: 240000000000 EUR',
      'Zuwachs / Alpha: 20 percent up',
      '2027 (Mrd. €) / Beta: 100000000000 EUR',
      '2028 (Mrd. €) / Beta: 110000000000 EUR',
      'Zuwachs / Beta: 10 percent up',
    ]);
  });

  it('leaves version numbers with their names', () => {
    const text =
      'Our prices, in short:\n\nModel Input $/MTok Output $/MTok\nSwift 4.5 $2.00 $8.00\nGrand Swift 2 $5.50 $9\nOwl $1 $2\n';
    expect(cells(text, 'en')).toEqual([
      'Input $/MTok / Swift 4.5: 2 USD/Mtoken',
      'Output $/MTok / Swift 4.5: 8 USD/Mtoken',
      'Input $/MTok / Grand Swift 2: 5.5 USD/Mtoken',
      'Output $/MTok / Grand Swift 2: 9 USD/Mtoken',
      'Input $/MTok / Owl: 1 USD/Mtoken',
      'Output $/MTok / Owl: 2 USD/Mtoken',
    ]);
  });

  it('tells columns by a word that comes back', () => {
    const text = 'What it costs today:\nModel Input Price Output Price\nSwift $2 $8\nOwl $1 $2\n';
    expect(read(text).map((block) => block.table?.column)).toContain('Output Price');
  });

  it('joins thousands parted by spaces where only that fits the headers', () => {
    const text = 'Les plus grands parcs, en bref.\n\nParc GPU Mégawatts\nNord 100 000 250 MW\nSud 50 000 90 MW\n';
    expect(cells(text, 'fr')).toEqual([
      'GPU / Nord: 100000 GPU',
      'Mégawatts / Nord: 250000000 W',
      'GPU / Sud: 50000 GPU',
      'Mégawatts / Sud: 90000000 W',
    ]);
  });

  it.each([
    ['more headers than numbers', 'Model Input Price Output Cost\nSwift $2 $8\nOwl $1 $2\n'],
    ['one row', 'Model Input Output\nSwift $2 $8\n'],
    ['a name that may be a number', 'Chip Power\nNorth 100 250\nSouth 100 300\nEast 200 900\n'],
    [
      'sentences',
      'We asked three makers\nAlpha sold 20 in 2024 and 300 in 2025.\nBeta sold 30 in 2024 and 500 in 2025.\n',
    ],
  ])('is no table: %s', (_, text) => {
    expect(read(text).some((block) => block.kind === 'cell')).toBe(false);
  });
});

describe('a table pasted one cell a line', () => {
  const body = 'Swift\n$2\n$8\nOwl\n$1\n$2\n';

  it('has as many headers as columns', () => {
    expect(
      cells(`What we pay for a million tokens\nModel\nInput ($/1M tokens)\nOutput ($/1M tokens)\n${body}`, 'en'),
    ).toEqual([
      'Input ($/1M tokens) / Swift: 2 USD/Mtoken',
      'Output ($/1M tokens) / Swift: 8 USD/Mtoken',
      'Input ($/1M tokens) / Owl: 1 USD/Mtoken',
      'Output ($/1M tokens) / Owl: 2 USD/Mtoken',
    ]);
  });

  it('may have columns of words', () => {
    const text = 'Chip\nMaker\nPower\nOne\nAcme\n700 W\nTwo\nBolt\n1.2 kW\nThree\nAcme\n300 W\n';
    expect(cells(text, 'en')).toEqual(['Power / One: 700 W', 'Power / Two: 1200 W', 'Power / Three: 300 W']);
  });

  it('is none with a single row, or rows unlike each other', () => {
    expect(read('Model\nInput\nOutput\nSwift\n$2\n$8\n').some((block) => block.kind === 'cell')).toBe(false);
    expect(read('Model\nInput\nOutput\nSwift\n$2\n$8\nOwl\n$1\nfree\n').some((block) => block.kind === 'cell')).toBe(
      false,
    );
  });
});

describe('a table set with spaces or tabs', () => {
  it('has columns two spaces apart', () => {
    const text = 'Model        Parameters   Context\nSwift        70 billion   128K\nGrand Swift  1 trillion   1M\n';
    expect(cells(text, 'en')).toEqual([
      'Parameters / Swift: 70000000000 parameter',
      'Context / Swift: 128000 token',
      'Parameters / Grand Swift: 1000000000000 parameter',
      'Context / Grand Swift: 1000000 token',
    ]);
  });

  it('has headers even where they hold a number', () => {
    const text = 'Model\tPrice per 1M tokens\nSwift\t$2\nOwl\t$1\n';
    expect(cells(text, 'en').slice(-2)).toEqual([
      'Price per 1M tokens / Swift: 2 USD/Mtoken',
      'Price per 1M tokens / Owl: 1 USD/Mtoken',
    ]);
  });
});

describe('a list of names with bare numbers', () => {
  it.each([
    ['en', 'Spending in 2030, in billions of dollars:\n\n- **Alpha**: 12\n- Beta: ~3.5\n'],
    ['en', 'Spending in 2030, in billions of dollars:\nAlpha: 12\nBeta: ~3.5\n'],
    ['en', 'Spending in 2030 (in billions of dollars):\n• Alpha – 12\n• Beta – ~3.5\n'],
    ['de', 'Die Ausgaben für 2030 in Milliarden Dollar:\n\n* Alpha: 12\n* Beta: ~3,5\n'],
    ['fr', 'Les dépenses de 2030, en milliards de dollars :\n\n- Alpha : 12\n- Beta : ~3,5\n'],
  ])('takes its unit from the line before (%s)', (tag, text) => {
    expect(cells(text, tag).filter((cell) => cell.includes('USD'))).toEqual([
      ' / Alpha: 12000000000 USD',
      ' / Beta: ~3500000000 USD',
    ]);
  });

  it('or from its names', () => {
    expect(cells('The site:\n\n- GPUs: 2,048\n- Racks: 64\n', 'en')).toEqual([
      ' / GPUs: 2048 GPU',
      ' / Racks: 64 rack',
    ]);
  });

  it.each([
    ['a list with a sentence in it', 'In billions of dollars:\n\n- Alpha: 12\n- Beta says nothing.\n'],
    ['one item', 'In billions of dollars:\n\n- Alpha: 12\n'],
    ['times of day', 'The day, in hours:\n\n- Start: 9:30\n- End: 17:30\n'],
  ])('is no table: %s', (_, text) => {
    expect(read(text).some((block) => block.kind === 'cell')).toBe(false);
  });
});

describe('a pasted table amid Markdown', () => {
  it('is read as well', () => {
    const text = '# Prices\n\nWe **compared** them.\n\nModel Input Output\nSwift $2 $8\nOwl **$1** $2\n\nMore.\n';
    expect(cells(text, 'en')).toEqual([
      'Input / Swift: 2 USD',
      'Output / Swift: 8 USD',
      'Input / Owl: 1 USD',
      'Output / Owl: 2 USD',
    ]);
  });
});
