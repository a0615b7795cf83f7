import json from '@ballpark/data';
import { describe, expect, test } from 'vitest';
import { check, DEFAULTS, type FileReport, type Fix, newCache, withFootnotes } from '../../server/src/engine/index.ts';
import { loadBuiltin } from '../../server/src/load/packed.ts';

const world = loadBuiltin(json);
const OPTIONS = { ...DEFAULTS, knownAt: '2026-11-20' };

function reportOf(text: string, format: 'markdown' | 'plain' | 'auto' = 'auto'): FileReport {
  const options = { ...OPTIONS, language: /[éèà’]/.test(text) ? 'fr' : 'en' };
  return withFootnotes(check({ text, path: 'draft.md', id: null, format }, options, world), text, world);
}

const apply = (text: string, fix: Fix): string =>
  [...fix.edits]
    .sort((a, b) => b.start - a.start)
    .reduce((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text);

/** Every fix of the first finding (else of the first claim with one), by kind: the draft it leaves. */
function results(text: string): Record<string, string> {
  const report = reportOf(text);
  const fixes = report.findings[0]?.fixes ?? report.claims.find((claim) => claim.fixes.length > 0)?.fixes ?? [];
  return Object.fromEntries(fixes.map((fix) => [fix.titleId.slice(4), apply(text, fix)]));
}

describe('the currency', () => {
  test.each([
    ['DeepSeek-V3 was trained for €5.576 million.', 'DeepSeek-V3 was trained for $5.576 million.'],
    ['DeepSeek-V3 was trained for 5.576 million euros.', 'DeepSeek-V3 was trained for 5.576 million dollars.'],
    ['DeepSeek-V3 was trained for EUR 5.576 million.', 'DeepSeek-V3 was trained for USD 5.576 million.'],
    ['DeepSeek-V3 was trained for *€5.576* **million**.', 'DeepSeek-V3 was trained for *$5.576* **million**.'],
    ['DeepSeek-V3 was trained for £5.576m.', 'DeepSeek-V3 was trained for $5.576m.'],
    [
      'DeepSeek-V3 a été entraîné pour 5,576 millions d’euros par son éditeur.',
      'DeepSeek-V3 a été entraîné pour 5,576 millions de dollars par son éditeur.',
    ],
    [
      "DeepSeek-V3 a été entraîné pour 5,576 millions d'euros par son éditeur.",
      'DeepSeek-V3 a été entraîné pour 5,576 millions de dollars par son éditeur.',
    ],
    [
      'DeepSeek-V3 a été entraîné pour 5\u202F576\u202F000 euros par son éditeur.',
      'DeepSeek-V3 a été entraîné pour 5\u202F576\u202F000 dollars par son éditeur.',
    ],
    [
      'DeepSeek-V3 a été entraîné pour 5,576 M€ par son éditeur.',
      'DeepSeek-V3 a été entraîné pour 5,576 M$ par son éditeur.',
    ],
  ])('%s', (text, expected) => {
    expect(results(text)['currency']).toBe(expected);
  });

  test('is changed by as little as can be', () => {
    const text = 'Selon ses auteurs, DeepSeek-V3 a été entraîné pour 5,576 millions d’euros seulement.';
    const edits = reportOf(text).findings[0]!.fixes.find((fix) => fix.kind === 'currency')!.edits;
    expect(edits.map((edit) => [text.slice(edit.start, edit.end), edit.text])).toEqual([['d’euros', 'de dollars']]);
  });

  test('or the amount converted at the rate of its day, written alike', () => {
    const result = results('DeepSeek-V3 a été entraîné pour 5,6 millions d’euros par son éditeur.')['convert'];
    expect(result).toMatch(/^DeepSeek-V3 a été entraîné pour 5,[1-4]\d{0,2} millions d’euros par son éditeur\.$/);
  });
});

describe('the scale', () => {
  test.each([
    ['DeepSeek-V3 was trained for $5.576 billion.', 'DeepSeek-V3 was trained for $5.576 million.'],
    ['DeepSeek-V3 was trained for $5.576B.', 'DeepSeek-V3 was trained for $5.576M.'],
    ['DeepSeek-V3 was trained for $5.576bn.', 'DeepSeek-V3 was trained for $5.576m.'],
    ['DeepSeek-V3 has 671 million parameters.', 'DeepSeek-V3 has 671 billion parameters.'],
    [
      'DeepSeek-V3 a été entraîné pour 5,576 milliards de dollars par son éditeur.',
      'DeepSeek-V3 a été entraîné pour 5,576 millions de dollars par son éditeur.',
    ],
    [
      'DeepSeek-V3 a été entraîné pour 5,576 Md$ par son éditeur.',
      'DeepSeek-V3 a été entraîné pour 5,576 M$ par son éditeur.',
    ],
  ])('%s', (text, expected) => {
    expect(results(text)['scale']).toBe(expected);
  });

  test('is the only thing to mend: it may be done with the others', () => {
    const [finding] = reportOf('DeepSeek-V3 was trained for $5.576 billion.').findings;
    expect(finding?.fixes.filter((fix) => fix.safe).map((fix) => fix.kind)).toEqual(['scale']);
  });

  test.each([
    ['a report of what others say', 'DeepSeek says that V3 was trained for $5.576 billion.'],
    ['two ways to mend it', 'DeepSeek-V3 was trained for €5.576 million.'],
  ])('is never done unasked in %s', (_name, text) => {
    const { findings } = reportOf(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.fixes.filter((fix) => fix.safe)).toEqual([]);
  });
});

describe('the unit', () => {
  test.each([
    ['DeepSeek-V3 was trained on 2.788 million GPUs.', 'DeepSeek-V3 was trained on 2.788 million GPU-hours.'],
    ['Training DeepSeek-V3 took 2,048 GPU hours.', 'Training DeepSeek-V3 took 2,048 GPUs.'],
    [
      'DeepSeek-V3 a été entraîné sur 2,788 millions de GPU au total.',
      'DeepSeek-V3 a été entraîné sur 2,788 millions d’heures GPU au total.',
    ],
  ])('%s', (text, expected) => {
    expect(results(text)['value']).toBe(expected);
  });
});

describe('the other subject', () => {
  test.each([
    ['DeepSeek-R1 was trained for $5.576 million.', 'DeepSeek-V3 was trained for $5.576 million.'],
    ['DeepSeek trained R1 for $5.576 million.', 'DeepSeek trained V3 for $5.576 million.'],
    [
      'DeepSeek affirme avoir entraîné R1 pour 5,576 millions de dollars.',
      'DeepSeek affirme avoir entraîné V3 pour 5,576 millions de dollars.',
    ],
  ])('%s', (text, expected) => {
    const found = results(text);
    expect(found['subject']).toBe(expected);
    // this subject's own figure is never offered
    expect(found['value']).toBeUndefined();
  });
});

describe('the reference’s number', () => {
  test('is written like the draft’s', () => {
    expect(results('Meta trained Llama 3.1 405B on 20,000 H100 GPUs.')['value']).toBe(
      'Meta trained Llama 3.1 405B on 16,384 H100 GPUs.',
    );
  });

  test('never replaces what somebody else says', () => {
    const text = 'Meta says that it trained Llama 3.1 405B on 20,000 H100 GPUs.';
    expect(results(text)['value']).toBeUndefined();
  });
});

describe('a dispute', () => {
  test.each([
    [
      'DeepSeek owns 10,000 H100 GPUs.',
      'DeepSeek owns 10,000 H100 GPUs (about 50,000 according to Alexandr Wang).',
      'DeepSeek owns 10,000 H100 GPUs, according to SemiAnalysis.',
    ],
    [
      'DeepSeek owns 10,000 H100 GPUs and rents others.',
      'DeepSeek owns 10,000 H100 GPUs (about 50,000 according to Alexandr Wang) and rents others.',
      'DeepSeek owns 10,000 H100 GPUs (according to SemiAnalysis) and rents others.',
    ],
    [
      'DeepSeek possède 10\u202F000 GPU H100.',
      'DeepSeek possède 10\u202F000 GPU H100 (environ 50\u202F000 GPU selon Alexandr Wang).',
      'DeepSeek possède 10\u202F000 GPU H100, selon SemiAnalysis.',
    ],
  ])('%s', (text, both, according) => {
    const [finding] = reportOf(text).findings;
    expect(finding?.rule).toBe('disputed');
    expect(finding?.fixes.filter((fix) => fix.safe)).toEqual([]);
    const found = results(text);
    expect([found['both'], found['according']]).toEqual([both, according]);
  });

  test('is not told where the draft states both sides, and its verdict stays', () => {
    const report = reportOf(results('DeepSeek owns 10,000 H100 GPUs.')['both']!);
    expect(report.findings).toEqual([]);
    expect(report.claims[0]?.verdict).toBe('disputed');
  });

  test.each([
    'According to SemiAnalysis, DeepSeek owns 10,000 H100 GPUs.',
    'SemiAnalysis estimates that DeepSeek owns 10,000 H100 GPUs.',
    'Selon SemiAnalysis, DeepSeek possède 10\u202F000 GPU H100.',
  ])('is settled by the name of who says so: %s', (text) => {
    const report = reportOf(text);
    expect([report.claims[0]?.verdict, report.findings]).toEqual(['disputed', []]);
  });

  test.each([
    'According to press reports, DeepSeek owns 10,000 H100 GPUs.',
    'According to Epoch AI, DeepSeek owns 10,000 H100 GPUs.',
    'DeepSeek is said to own 10,000 H100 GPUs.',
  ])('is not settled by hearsay, nor by one who says nothing of the kind: %s', (text) => {
    expect(reportOf(text).findings.map(({ rule }) => rule)).toEqual(['disputed']);
    expect(results(text)['according']).toBeUndefined();
  });

  test('of French takes the hedge between verb and amount', () => {
    expect(results('DeepSeek possède 10\u202F000 GPU H100.')['hedge']).toBe(
      'DeepSeek possède environ 10\u202F000 GPU H100.',
    );
  });
});

describe('the date', () => {
  test.each([
    ['OpenAI is worth $157 billion.', 'OpenAI is worth $157 billion as of October 2024.'],
    ['OpenAI is worth $157 billion, and hires.', 'OpenAI is worth $157 billion as of October 2024, and hires.'],
    [
      'ChatGPT compte 400 millions d’utilisateurs par semaine.',
      'ChatGPT compte 400 millions d’utilisateurs par semaine en février 2025.',
    ],
  ])('of what is superseded is put beside it, and that is enough: %s', (text, expected) => {
    const [finding] = reportOf(text).findings;
    expect(finding?.rule).toBe('outdated');
    const dated = results(text)['asof']!;
    expect(dated).toBe(expected);
    expect(reportOf(dated).findings).toEqual([]);
  });

  test.each([
    'OpenAI was worth $157 billion in October 2024.',
    'DeepSeek-V3 was trained for $5.576 million.',
    '# OpenAI is worth $157 billion',
    'She wrote: “OpenAI is worth $157 billion.”',
  ])('is not offered where it stands already, tells nothing, or has no place: %s', (text) => {
    expect(results(text)['asof']).toBeUndefined();
  });
});

describe('the source of one party’s estimate', () => {
  test.each([
    ['Training GPT-4 cost $78 million.', 'Training GPT-4 cost $78 million, according to Stanford HAI.'],
    [
      'DeepSeek a dépensé 1,6 milliard de dollars en serveurs, puis embauché.',
      'DeepSeek a dépensé 1,6 milliard de dollars en serveurs, selon SemiAnalysis, puis embauché.',
    ],
  ])('may be named: %s', (text, expected) => {
    expect(results(text)['according']).toBe(expected);
  });

  test('is not asked for where it is the company’s own paper', () => {
    expect(results('DeepSeek-V3 was trained for $5.576 million.')['according']).toBeUndefined();
  });
});

describe('a quotation', () => {
  test.each([
    'She wrote: “DeepSeek-V3 was trained for €5.576 million.”',
    '> DeepSeek-V3 was trained for $5.576 billion.',
    'Il écrit : « DeepSeek-V3 a été entraîné pour 5,576 milliards de dollars. »',
  ])('is left as it stands: %s', (text) => {
    const { findings } = reportOf(text, 'markdown');
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) for (const fix of finding.fixes) expect(fix.kind).toBe('ignore');
  });
});

describe('a citation', () => {
  const text = 'DeepSeek-V3 was trained for $5.576 million.\n';
  test('as footnote, defined at the end', () => {
    const result = results(text)['cite.footnote'];
    expect(result).toMatch(
      /^DeepSeek-V3 was trained for \$5\.576 million\[\^ballpark-1\]\.\n\n\[\^ballpark-1\]: DeepSeek, \*.+\*, \d{4}-\d\d-\d\d, <https:\/\/\S+>\n$/,
    );
  });

  test('is numbered past those that stand, and shares the definition of its source', () => {
    const first = results(text)['cite.footnote']!;
    const more = `${text}\nThe run of DeepSeek-V3 took 2.788 million GPU hours.\n${first.slice(text.length + 14)}`;
    const report = reportOf(more, 'markdown');
    const notes = report.claims.flatMap((claim) => claim.fixes.filter((fix) => fix.titleId === 'fix.cite.footnote'));
    expect(notes.length).toBe(2);
    for (const note of notes) expect(note.edits.map((edit) => edit.text)).toEqual(['[^ballpark-1]']);
    const other = reportOf(`[^ballpark-7]: Somebody.\n\n${text}`, 'markdown').claims.flatMap((claim) => claim.fixes);
    expect(other.find((fix) => fix.titleId === 'fix.cite.footnote')?.edits[0]?.text).toBe('[^ballpark-8]');
  });

  test('as link and as key', () => {
    const found = results(text);
    expect(found['cite.link']).toMatch(/^DeepSeek-V3 was trained for \[\$5\.576 million\]\(https:\/\/\S+\)\.\n$/);
    expect(found['cite.key']).toMatch(/^DeepSeek-V3 was trained for \$5\.576 million \[@[\w-]+\]\.\n$/);
  });

  test.each([
    ['in a heading', '# DeepSeek-V3 was trained for $5.576 million\n\nText.\n'],
    [
      'in pasted text',
      'A headline here\nDeepSeek-V3 was trained for $5.576 million.\nAnother line follows that one.\n',
    ],
  ])('is not offered %s', (_where, draft) => {
    const report = reportOf(draft);
    expect(report.claims[0]?.verdict).toBe('supported');
    expect(report.claims.flatMap((claim) => claim.fixes)).toEqual([]);
  });

  test('has no footnote where the draft ends in open code', () => {
    const found = reportOf(`${text}\n\`\`\`\ncode\n`).claims.flatMap((claim) => claim.fixes.map((fix) => fix.titleId));
    expect(found).toContain('fix.cite.link');
    expect(found).not.toContain('fix.cite.footnote');
  });

  test('is not offered twice', () => {
    const linked = results(text)['cite.link']!;
    expect(reportOf(linked, 'markdown').claims[0]!.fixes).toEqual([]);
  });
});

describe('silence', () => {
  const wrong = 'DeepSeek-V3 was trained for $5.576 billion.';
  const here = (text: string): string | undefined => {
    const fix = reportOf(text, 'markdown').findings[0]?.fixes.find((one) => one.titleId === 'fix.ignore.here');
    return fix && apply(text, fix);
  };
  const COMMENT = '<!-- ballpark-ignore wrong-magnitude -->';
  test.each([
    [wrong, `${COMMENT}\n${wrong}`],
    [`one\n\ntwo\n${wrong}\nend\n`, `one\n\n${COMMENT}\ntwo\n${wrong}\nend\n`],
    [`# Title\n${wrong}`, `# Title\n${COMMENT}\n${wrong}`],
    [`one\r\n\r\n${wrong}\r\n`, `one\r\n\r\n${COMMENT}\r\n${wrong}\r\n`],
    [`---\ntitle: x\n---\n${wrong}`, `---\ntitle: x\n---\n${COMMENT}\n${wrong}`],
    [`## ${wrong}\n`, `${COMMENT}\n## ${wrong}\n`],
    [`\uFEFF${wrong}`, `\uFEFF${COMMENT}\n${wrong}`],
    [`- ${wrong}`, undefined],
    [`> ${wrong}`, undefined],
    [`1. ${wrong}`, undefined],
  ])('by a comment: %j', (text, expected) => {
    expect(here(text)).toBe(expected);
    if (expected) expect(reportOf(expected, 'markdown').findings).toEqual([]);
  });

  test('by an entry in the front matter', () => {
    const report = reportOf(wrong, 'markdown');
    const silent = results(wrong)['ignore.frontmatter'];
    const { fingerprint } = report.claims[0]!;
    expect(silent?.replaceAll("'", '')).toBe(`---\nballpark: { ignore: [${fingerprint}] }\n---\n\n${wrong}`);
    expect(reportOf(silent!, 'markdown').findings).toEqual([]);
  });
});

test('made late, the fixes are those of the text that was checked', () => {
  const wrong = 'DeepSeek-V3 was trained for $5.576 billion.';
  const [first, second] = [`One.\n\n${wrong}`, `More before it.\n\n${wrong} Then some.`];
  const cache = newCache();
  const checked = [first, second].map((text) =>
    check({ text, path: 'draft.md', id: null, format: 'markdown' }, OPTIONS, world, cache),
  );
  for (const [i, text] of [first, second].entries()) {
    const fresh = check({ text, path: 'draft.md', id: null, format: 'markdown' }, OPTIONS, world);
    const fix = checked[i]!.findings[0]!.fixes[0]!;
    expect(apply(text, fix)).toContain('trained for $5.576 million');
    expect(JSON.stringify(checked[i])).toBe(JSON.stringify(fresh));
  }
});
