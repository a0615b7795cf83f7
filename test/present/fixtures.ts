import type { Amount, Args, Claim, FigureRef, FileReport, Finding } from '../../server/src/engine/index.ts';

/** Hand-made pieces of a report, for faces that must not depend on what the data holds. */

export const amount = (value: number | null, unit = 'USD', more: Partial<Amount> = {}): Amount => ({
  value,
  low: null,
  high: null,
  unit,
  op: 'eq',
  ...more,
});

export const figure = (more: Partial<FigureRef> = {}): FigureRef => ({
  figure: 'deepseek.server_capex@semianalysis-2025-01-31',
  subject: 'deepseek',
  metric: 'server_capex',
  value: 1.6e9,
  low: null,
  high: null,
  op: 'eq',
  unit: 'USD',
  qualifiers: {},
  asOf: '2025-01-31',
  period: null,
  status: 'estimate',
  local: false,
  role: 'suspect',
  source: {
    id: 'semianalysis-2025-01-31',
    publisher: 'SemiAnalysis',
    title: 'DeepSeek Debates',
    url: 'https://semianalysis.com/2025/01/31/deepseek-debates/',
    date: '2025-01-31',
  },
  ...more,
});

export const claim = (more: Partial<Claim> = {}): Claim => ({
  id: 0,
  start: 0,
  end: 20,
  text: '1,6 milliard d’euros',
  language: 'fr',
  sentence: { start: 0, end: 60 },
  quantity: { ...amount(1.6e9, 'EUR', { op: 'approx' }), perUnit: null },
  subject: { id: 'deepseek', name: 'DeepSeek' },
  metric: 'server_capex',
  qualifiers: {},
  assumed: ['subject:heading'],
  polarity: 'asserted',
  attribution: null,
  quoted: false,
  verdict: 'conflict',
  reason: 'wrong_currency',
  also: [],
  fingerprint: '0123456789abcdef',
  messageId: 'wrong-currency',
  args: { claimed: { kind: 'amount', amount: amount(1.6e9, 'EUR', { op: 'approx' }) } },
  references: [figure()],
  fixes: [],
  ...more,
});

export const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'wrong-currency',
  severity: 'warning',
  start: 0,
  end: 20,
  claims: [0],
  messageId: 'wrong-currency',
  args: claim().args,
  derivation: [],
  related: [],
  fixes: [],
  ...more,
});

export const report = (more: Partial<FileReport> = {}): FileReport => ({
  path: 'draft.md',
  id: null,
  language: 'fr',
  writtenOn: null,
  notes: [],
  claims: [claim()],
  findings: [finding()],
  ...more,
});

/** One argument of each name the templates know. */
export const ALL_ARGS: Args = {
  claimed: { kind: 'amount', amount: amount(6e9) },
  reference: { kind: 'amount', amount: amount(5.576e6) },
  computed: { kind: 'amount', amount: amount(5.576e6) },
  from: { kind: 'amount', amount: amount(3e6) },
  to: { kind: 'amount', amount: amount(6e6) },
  stated: { kind: 'amount', amount: amount(6e6) },
  amount: { kind: 'amount', amount: amount(6e6) },
  new: { kind: 'amount', amount: amount(9e6) },
  subject: { kind: 'subject', id: 'deepseek-r1', name: 'DeepSeek-R1' },
  other: { kind: 'subject', id: 'openai', name: 'OpenAI' },
  of: { kind: 'subject', id: 'openai', name: 'OpenAI' },
  metric: { kind: 'metric', id: 'training_cost' },
  ofMetric: { kind: 'metric', id: 'server_capex' },
  scope: { kind: 'qualifiers', qualifiers: { scope: 'final_run' } },
  publisher: { kind: 'text', text: 'DeepSeek' },
  date: { kind: 'date', date: '2024-12-27' },
  newDate: { kind: 'date', date: '2025-09' },
  old: { kind: 'date', date: '2024-12-27' },
  period: { kind: 'date', date: '2025-Q1' },
  factor: { kind: 'number', number: 1000 },
  limit: { kind: 'number', number: 4_000_000 },
  count: { kind: 'number', number: 3 },
  relation: { kind: 'text', text: 'part of' },
  text: { kind: 'text', text: 'de dollars' },
  rule: { kind: 'text', text: 'wrong-currency' },
  key: { kind: 'text', text: 'semianalysis-2025-01-31' },
  by: { kind: 'text', text: 'SemiAnalysis' },
};
