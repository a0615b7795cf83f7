import json from '@ballpark/data';
import { describe, expect, it } from 'vitest';
import { check, DEFAULTS, type FileReport, type Options } from '../../server/src/engine/index.ts';
import { loadBuiltin } from '../../server/src/load/packed.ts';

const world = loadBuiltin(json);
const report = (text: string, language: string, options: Partial<Options> = {}): FileReport =>
  check(
    { text, path: 'rules.md', id: null, format: 'auto' },
    { ...DEFAULTS, language, knownAt: '2026-11-20', ...options },
    world,
  );

const RULES: ReadonlySet<string> = new Set(['arithmetic', 'inconsistent', 'implausible']);
/** Findings of the rules over several amounts: 'rule: text'. */
const found = (text: string, language: string, options: Partial<Options> = {}): string[] =>
  report(text, language, options)
    .findings.filter(({ rule }) => RULES.has(rule))
    .map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);
/** Texts of the factors and changes that what stands beside them bears out. */
const borneOut = (text: string, language: string): string[] =>
  report(text, language)
    .claims.filter(({ verdict, reckoned }) => verdict === 'supported' && reckoned?.agrees)
    .map((claim) => claim.text);

type Row = readonly [language: string, text: string, expected: string];

describe('a change that its two ends do not give', () => {
  it.each<Row>([
    ['en', 'Sales rose from $4.2 billion in 2024 to $14.7 billion in 2025, a 50% increase.', 'arithmetic: 50%'],
    ['en', 'Spending went from $10 billion to $30 billion, a 300% increase.', 'arithmetic: 300%'],
    ['en', 'The fleet grew from 20,000 GPUs to 50,000 GPUs, a 40% rise.', 'arithmetic: 40%'],
    ['en', 'The fee fell from $80 to $20, a 50% cut.', 'arithmetic: 50%'],
    ['en', 'Memory doubled from 80 GB to 288 GB.', 'arithmetic: doubled'],
    ['en', 'Output tripled, from 12 MW to 90 MW.', 'arithmetic: tripled'],
    ['en', 'Demand rose by 25% from 40 TWh to 90 TWh.', 'arithmetic: 25%'],
    ['en', 'Prices went from 10 to 30 dollars, a 300% increase.', 'arithmetic: 300%'],
    ['fr', 'Le prix passe de 10 dollars à 30 dollars, soit une hausse de 300 %.', 'arithmetic: 300 %'],
    ['fr', 'Le prix passe de 10 à 30 dollars, soit une hausse de 300 %.', 'arithmetic: 300 %'],
    ['fr', 'Le parc est passé de 20 000 GPU à 50 000 GPU, une hausse de 40 %.', 'arithmetic: 40 %'],
    ['fr', 'La demande a augmenté de 25 %, passant de 40 TWh à 90 TWh.', 'arithmetic: 25 %'],
    ['fr', 'Le tarif recule de 80 dollars à 20 dollars, soit une baisse de 50 %.', 'arithmetic: 50 %'],
    [
      'de',
      'Der Umsatz stieg um 40 Prozent von 10 Milliarden Dollar auf 30 Milliarden Dollar.',
      'arithmetic: 40 Prozent',
    ],
  ])('%s: %s', (language, text, expected) => expect(found(text, language)).toEqual([expected]));
});

describe('a change or factor that its two ends give', () => {
  it.each<Row>([
    ['en', 'Sales rose from $4.2 billion in 2024 to $14.7 billion in 2025, a 250% increase.', '250%'],
    ['en', 'The fee fell from $80 to $20, a 75% cut.', '75%'],
    ['en', 'Capacity grew nearly tenfold, from 0.2 GW to 1.9 GW.', 'tenfold'],
    ['en', 'The plan costs $3, against $12 for its rival: four times less.', 'four times less'],
    ['en', 'The small model draws 0.3 Wh and the large one 3 Wh, ten times more.', 'ten times more'],
    ['en', 'One rack draws 120 kW. An old one drew 12 kW, ten times less.', 'ten times less'],
    ['en', 'Prices went from 10 to 30 dollars, a 200% increase.', '200%'],
    ['en', 'Memory doubled from 80 GB to 160 GB.', 'doubled'],
    ['fr', 'Le parc tirera 45 TWh par an, neuf fois plus que les 5 TWh actuels.', 'neuf fois'],
    ['fr', 'Le prix passe de 10 dollars à 30 dollars, soit une hausse de 200 %.', '200 %'],
    ['fr', 'Il coûte 3 € contre 10 € pour son rival, soit 70 % moins cher.', '70 %'],
    ['fr', 'La petite version consomme 0,3 Wh et la grande 3 Wh, dix fois plus.', 'dix fois'],
  ])('%s: %s', (language, text, expected) => {
    expect(borneOut(text, language).map((one) => expected.startsWith(one) || one)).toEqual([true]);
    expect(found(text, language)).toEqual([]);
  });

  it('says what it rests on', () => {
    const [, , claim] = report('The fee fell from $80 to $20, a 75% cut.', 'en').claims;
    expect(claim?.metric).toBe('percent_change');
    expect(claim?.messageId).toBe('supported');
    expect(claim?.reckoned?.computed).toMatchObject({ value: 75, unit: 'percent' });
    expect(claim?.reckoned?.derivation).toEqual([
      { text: '$80', value: 80, unit: 'USD', from: 'draft' },
      { text: '$20', value: 20, unit: 'USD', from: 'draft' },
    ]);
  });

  it('tells what a failing one should have been', () => {
    const [finding] = report('The fee fell from $80 to $20, a 50% cut.', 'en').findings;
    expect(finding?.severity).toBe('warning');
    expect(finding?.args).toMatchObject({
      stated: { amount: { value: 50, unit: 'percent' } },
      computed: { amount: { value: 75, unit: 'percent' } },
    });
    expect(finding?.derivation.map(({ value }) => value)).toEqual([80, 20]);
  });
});

describe('a sum or product that does not come out', () => {
  it.each<Row>([
    [
      'en',
      'Zorblatt paid $30 million for chips and $12 million for staff, $60 million in all.',
      'arithmetic: $60 million',
    ],
    ['en', 'It bought 300 GPUs in spring and 500 GPUs in autumn, a total of 1,200 GPUs.', 'arithmetic: 1,200 GPUs'],
    ['en', 'It bought 1,000 chips at $30,000 each, for a total of $300 million.', 'arithmetic: $300 million'],
    ['en', 'The plan costs $20 a month, that is $400 a year.', 'arithmetic: $400'],
    ['en', 'Zorblatt spent $5 million, of which $7 million on chips.', 'arithmetic: $7 million'],
    [
      'fr',
      'Zorblatt a payé 30 millions d’euros de puces et 12 millions d’euros de salaires, 60 millions d’euros au total.',
      'arithmetic: 60 millions d’euros',
    ],
    ['fr', 'Le forfait coûte 20 dollars par mois, soit 400 dollars par an.', 'arithmetic: 400 dollars'],
    [
      'fr',
      'Zorblatt a dépensé 5 millions d’euros, dont 7 millions d’euros pour les puces.',
      'arithmetic: 7 millions d’euros',
    ],
    [
      'de',
      'Zorblatt zahlte 30 Millionen Euro für Chips und 12 Millionen Euro für Personal, insgesamt 60 Millionen Euro.',
      'arithmetic: 60 Millionen Euro',
    ],
    [
      'es',
      'Zorblatt pagó 30 millones de euros por chips y 12 millones de euros por salarios, 60 millones de euros en total.',
      'arithmetic: 60 millones de euros',
    ],
  ])('%s: %s', (language, text, expected) => {
    const all = found(text, language);
    expect(all).toHaveLength(1);
    expect(all[0]!.startsWith(expected) || all[0]).toBe(true);
  });
});

describe('nothing is told of', () => {
  it.each<readonly [language: string, text: string]>([
    ['en', 'Zorblatt paid $30 million for chips and $12 million for staff, $42 million in all.'],
    ['en', 'Zorblatt paid about $30 million for chips and $12 million for staff, roughly $45 million in all.'],
    ['en', 'It spent $3 million in 2023 and $2 million in 2024, $10 million in all since 2020.'],
    ['en', 'It bought 1,000 chips at $30,000 each, for a total of $30 million.'],
    ['en', 'The plan costs $20 a month, that is $240 a year.'],
    ['en', 'The plan costs $20 a month or $200 a year.'],
    ['en', 'Zorblatt spent $5 million, of which $2 million on chips.'],
    ['en', 'Zorblatt spent $5 million on chips. Staff cost $7 million.'],
    ['en', 'Costs fell from $10 to $2 while usage grew 300%.'],
    ['en', 'The price fell from $10 to $2, a 300% increase in access.'],
    ['en', 'The price moved from $10 to $30 and the other from $5 to $6, a 20% increase.'],
    ['en', 'Sales did not rise from $10 million to $30 million, a 50% increase.'],
    ['en', 'Capacity more than doubled, from 35 GW to 78 GW.'],
    ['en', 'Memory doubled from about 80 GB to about 170 GB.'],
    ['en', 'It has 8 GPUs, 2 racks and 30 servers in all.'],
    ['en', 'The fund holds $9.4 billion in shares and $3.3 billion in bonds, $12.8 billion in all.'],
    ['en', 'Revenue grew 40% to $30 billion.'],
    ['en', 'Sales rose from $10 million in Q1 to $14 million in Q2, up 75% from a year earlier.'],
    ['en', 'The round brought $6.6 million and $40 million, a total of $57.9 million since the founding.'],
    ['en', 'The cluster has 100,000 H100s and 50,000 H200s, 200,000 GPUs in all with the older A100s.'],
    ['en', 'Emissions went up from 12.2 million tonnes to 17.1 million tonnes, a 29.1% rise since 2020.'],
    ['en', 'It went from 3 GW in 2020 to 10 GW in 2025, a 27% increase a year.'],
    ['en', 'Together, the two will spend $320 billion: $100 billion by Alpha and $80 billion by Beta.'],
    ['en', 'Each rack holds 72 GPUs at $40,000 each, and the whole rack sells for about $3 million.'],
    ['en', 'The share rose from 10% to 15%, a 50% increase.'],
    ['en', 'Training took 54 days on 16,384 GPUs, a total of 30.8 million GPU-hours.'],
    ['fr', 'Le chiffre d’affaires est passé de 10 à 14 millions de dollars, soit une hausse annuelle de 75 %.'],
    ['fr', 'La consommation passera de 415 TWh à 945 TWh, soit une croissance annuelle de 15 %.'],
    ['fr', 'L’abonnement coûte 18 euros par mois, soit 15 euros par mois en payant à l’année.'],
    [
      'fr',
      'Elle prévoit 109 milliards d’euros, dont 20 milliards d’euros de Brookfield et 50 milliards d’euros des Émirats.',
    ],
    ['en', 'It costs 10 times less than the $30 plan.'],
    [
      'fr',
      'Zorblatt a payé 30 millions d’euros de puces et 12 millions d’euros de salaires, 42 millions d’euros au total.',
    ],
    ['fr', 'Le forfait coûte 20 dollars par mois, soit 240 dollars par an.'],
    ['fr', 'Le forfait coûte 20 dollars par mois ou 200 dollars par an.'],
    ['fr', 'Zorblatt a dépensé 5 millions d’euros, dont 2 millions d’euros pour les puces.'],
    ['fr', 'Le prix est passé de 10 dollars à 2 dollars alors que l’usage a augmenté de 300 %.'],
    ['fr', 'La capacité a plus que doublé, passant de 35 GW à 78 GW.'],
    ['fr', 'Le chiffre d’affaires progresse de 40 %, à 30 milliards de dollars.'],
    ['fr', 'Une baisse de 20 % sur un an, à 8 dollars contre 10 dollars.'],
    [
      'de',
      'Zorblatt zahlte 30 Millionen Euro für Chips und 12 Millionen Euro für Personal, insgesamt 42 Millionen Euro.',
    ],
    [
      'es',
      'Zorblatt pagó 30 millones de euros por chips y 12 millones de euros por salarios, 42 millones de euros en total.',
    ],
    ['zh', '价格从10美元涨到30美元,上涨了200%。'],
  ])('%s: %s', (language, text) => expect(found(text, language)).toEqual([]));
});

describe('published figures bear out', () => {
  it.each<Row>([
    ['en', 'The H200 has 76% more memory than the H100.', '76%'],
    [
      'en',
      'Nvidia had revenue of $57.0 billion in the third quarter of fiscal 2026, 62% more than a year before.',
      '62%',
    ],
    [
      'fr',
      'Le chiffre d’affaires de Nvidia a atteint 57,0 milliards de dollars au troisième trimestre de l’exercice 2026, soit une hausse de 62 % sur un an.',
      '62 %',
    ],
  ])('%s: %s', (language, text, expected) => {
    expect(borneOut(text, language)).toEqual([expected]);
    const claim = report(text, language).claims.find((one) => one.text === expected);
    expect(claim?.references.length).toBeGreaterThan(0);
  });

  it.each<readonly [language: string, text: string]>([
    ['en', 'The H200 has 150% more memory than the H100.'],
    ['en', 'The H200 has 76% less memory than the H100.'],
    ['en', 'Nvidia had revenue of $57.0 billion in the third quarter of fiscal 2026, 90% more than a year before.'],
  ])('and of others say nothing: %s: %s', (language, text) => {
    expect(borneOut(text, language)).toEqual([]);
    expect(found(text, language)).toEqual([]);
  });
});

const table = (rows: readonly (readonly string[])[]): string =>
  rows.map((row, i) => `| ${row.join(' | ')} |${i === 0 ? `\n|${row.map(() => '---|').join('')}` : ''}`).join('\n');

describe('tables', () => {
  const costs = (total: string, name = 'Total'): string =>
    table([
      ['Item', 'Cost'],
      ['Chips', '$30 million'],
      ['Staff', '$12 million'],
      ['Power', '$8 million'],
      [name, total],
    ]);
  const changes = (last: string): string =>
    table([
      ['Item', 'Alpha', 'Beta', 'Change'],
      ['Memory', '80 GB', '160 GB', '+100%'],
      ['Power', '700 W', '1,000 W', '+43%'],
      ['Rate', '10 TB/s', '30 TB/s', last],
    ]);

  it('are added up', () => {
    expect(found(costs('$55 million'), 'en')).toEqual(['arithmetic: $55 million']);
    expect(found(costs('$50 million'), 'en')).toEqual([]);
    expect(found(costs('$55 million', 'Reserve'), 'en')).toEqual([]);
    expect(found(costs('$55 million', 'Summe'), 'de')).toEqual(['arithmetic: $55 million']);
  });

  it('are compared row by row, a failing row only beside two that hold', () => {
    expect(borneOut(changes('+200%'), 'en')).toEqual(['100%', '43%', '200%']);
    expect(found(changes('+300%'), 'en')).toEqual(['arithmetic: 300%']);
    const alone = table([
      ['Item', 'Alpha', 'Beta', 'Change'],
      ['Rate', '10 TB/s', '30 TB/s', '+300%'],
    ]);
    expect(found(alone, 'en')).toEqual([]);
  });
});

describe('what the reader asked for', () => {
  const text = 'The fee fell from $80 to $20, a 50% cut.';

  it('silences the rules', () => {
    expect(found(text, 'en', { severities: { arithmetic: 'off' } })).toEqual([]);
    expect(found(text, 'en', { ignore: ['arithmetic'] })).toEqual([]);
    expect(found(`<!-- ballpark-ignore-next arithmetic -->\n${text}`, 'en')).toEqual([]);
    expect(report(text, 'en', { severities: { arithmetic: 'hint' } }).findings[0]?.severity).toBe('hint');
    expect(report(`${text}\n\n${text}`, 'en', { maxFindings: 1 }).findings).toHaveLength(1);
  });
});

describe('two places of a draft', () => {
  it.each<readonly [language: string, text: string, severity: string | null]>([
    [
      'en',
      'Llama 3.1 70B was trained on 4,000 GPUs.\n\nIn the end, Llama 3.1 70B was trained on 6,500 GPUs.',
      'warning',
    ],
    ['en', 'Llama 3.1 70B was trained on 4,000 GPUs.\n\nLlama 3.1 70B was trained on about 6,500 GPUs.', 'information'],
    ['en', 'Llama 3.1 70B was trained on 4,000 GPUs.\n\nLlama 3.1 70B was trained on 4,000 GPUs.', null],
    ['en', 'Llama 3.1 70B was trained on 4,000 GPUs.\n\nLlama 3.1 8B was trained on 6,500 GPUs.', null],
    ['en', 'Llama 3.1 70B was trained on 4,000 GPUs.\n\nIn 2027 Llama 3.1 70B was trained on 6,500 GPUs.', null],
    ['en', 'Llama 3.1 70B was trained on 4,000 GPUs, and Llama 3.1 70B was trained on 6,500 GPUs.', null],
    [
      'en',
      'Llama 3.1 70B was trained on 4,000 GPUs.\n\nIt is not true that Llama 3.1 70B was trained on 6,500 GPUs.',
      null,
    ],
    ['en', 'Llama 3.1 70B was trained on 4,000 GPUs.\n\nReuters says Llama 3.1 70B was trained on 6,500 GPUs.', null],
    ['en', 'Llama 3.1 70B was trained on 4,000 GPUs.\n\n“Llama 3.1 70B was trained on 6,500 GPUs.”', null],
    ['en', 'Zorblatt raised $20 million.\n\nZorblatt raised $50 million.', null],
    ['fr', 'Llama 3.1 70B a été entraîné sur 4 000 GPU.\n\nLlama 3.1 70B a été entraîné sur 6 500 GPU.', 'warning'],
    ['fr', 'Llama 3.1 70B a été entraîné sur 4 000 GPU.\n\nLlama 3.1 8B a été entraîné sur 6 500 GPU.', null],
  ])('%s: %s', (language, text, severity) => {
    const findings = report(text, language).findings.filter(({ rule }) => rule === 'inconsistent');
    expect(findings.map((finding) => finding.severity)).toEqual(severity === null ? [] : [severity]);
    for (const { start, related } of findings) {
      expect(related).toHaveLength(1);
      expect(related[0]!.end).toBeLessThan(start);
    }
  });
});

describe('relations between metrics', () => {
  const told = (text: string, language: string): string[] =>
    report(text, language)
      .findings.filter(({ rule }) => rule === 'implausible')
      .map(({ severity, start, end }) => `${severity}: ${text.slice(start, end)}`);

  it.each<Row>([
    [
      'en',
      'DeepSeek-V3 was trained for 2.788 million GPU-hours at $2 per GPU-hour. Training DeepSeek-V3 cost $30 million.',
      'information: $30 million',
    ],
    [
      'fr',
      'DeepSeek-V3 a été entraîné en 2,788 millions d’heures de GPU à 2 dollars l’heure de GPU. L’entraînement de DeepSeek-V3 a coûté 30 millions de dollars.',
      'information: 30 millions de dollars',
    ],
  ])('%s: %s', (language, text, expected) => expect(told(text, language)).toEqual([expected]));

  it.each<readonly [language: string, text: string]>([
    [
      'en',
      'DeepSeek-V3 was trained for 2.788 million GPU-hours at $2 per GPU-hour. Training DeepSeek-V3 cost $5.576 million.',
    ],
    ['en', 'DeepSeek-V3 was trained for 2.788 million GPU-hours. Training DeepSeek-V3 cost $30 million.'],
    [
      'en',
      'DeepSeek-V3 was trained for 2.788 million GPU-hours at $2 per GPU-hour. Training Llama 4 Scout cost $30 million.',
    ],
  ])('%s: silent: %s', (language, text) => expect(told(text, language)).toEqual([]));

  it('name the relation and all its terms', () => {
    const text =
      'DeepSeek-V3 was trained for 2.788 million GPU-hours at $2 per GPU-hour. Training DeepSeek-V3 cost $30 million.';
    const finding = report(text, 'en').findings.find(({ rule }) => rule === 'implausible');
    expect(finding?.derivation.map(({ from }) => from)).toEqual(['draft', 'draft', 'training-cost']);
    expect(finding?.derivation.at(-1)?.value).toBeCloseTo(5.576e6, -2);
    expect(finding?.related).toHaveLength(2);
  });
});
