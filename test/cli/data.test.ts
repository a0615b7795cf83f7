import { describe, expect, it } from 'vitest';
import { ballpark, folder, RIGHT, report, WRONG } from './ballpark.ts';

const OWN = `id: our-notes-2026
publisher: Our newsroom
title: Notes of an interview
url: https://example.org/notes
issued: "2026-02-03"
kind: press
figures:
  - id: zorblatt.training-cost@our-notes-2026
    subject: zorblatt
    metric: training_cost
    value: "7.5e6"
    unit: USD
    as_of: "2026-02-03"
`;
const SUBJECT = '- id: zorblatt\n  kind: model\n  name: Zorblatt Q9\n';
const BROKEN = OWN.replace('"7.5e6"', '7.5');

describe('figures of a workspace', () => {
  const draft = 'The training of Zorblatt Q9 cost $7.5 billion, and that was not all of it.\n';
  it('are used from ballpark.data and from --data', async () => {
    const files = { 'notes.yaml': OWN, 'subjects/ours.yaml': SUBJECT };
    const here = folder({ 'a.md': draft, ...prefixed('ballpark.data/', files) });
    const there = folder({ 'a.md': draft, ...prefixed('figures/', files) });
    expect((await ballpark(['check', 'a.md'], { cwd: folder({ 'a.md': draft }) })).code).toBe(0);
    for (const run of [
      await report(['a.md'], { cwd: here }),
      await report(['a.md', '--data', 'figures'], { cwd: there }),
    ]) {
      expect(run.code, run.err).toBe(1);
      expect(run.json.files[0].findings[0].rule).toBe('wrong-magnitude');
      expect(run.json.files[0].claims[0].references[0].source.publisher).toBe('Our newsroom');
    }
  });
  it('that are broken end the run with 2, file, line and column', async () => {
    const cwd = folder({ 'a.md': draft, 'ballpark.data/notes.yaml': BROKEN });
    const run = await ballpark(['check', 'a.md'], { cwd });
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/^ballpark: ballpark\.data\/notes\.yaml:\d+:\d+: .*quoted/m);
    expect((await ballpark(['check', 'a.md', '--data', 'nowhere'], { cwd: folder({ 'a.md': draft }) })).code).toBe(2);
  });
});

describe('ballpark data lint', () => {
  it('is silent on sound files', async () => {
    const run = await ballpark(['data', 'lint'], {
      cwd: folder({ 'ballpark.data/notes.yaml': OWN, 'ballpark.data/subjects/ours.yaml': SUBJECT }),
    });
    expect(run).toMatchObject({ code: 0, out: '' });
  });
  it('names each mistake once, with its place', async () => {
    const cwd = folder({ 'd/notes.yaml': BROKEN, 'd/subjects/ours.yaml': SUBJECT });
    const run = await ballpark(['data', 'lint', 'd'], { cwd });
    expect(run.code).toBe(2);
    expect(run.out).toMatch(/^d\/notes\.yaml:11:\d+: .*must be quoted/);
    const lines = run.out.trimEnd().split('\n');
    expect(new Set(lines).size).toBe(lines.length);
    const json = await ballpark(['data', 'lint', 'd', '--json'], { cwd });
    expect(JSON.parse(json.out).problems).toHaveLength(lines.length);
  });
  it.each([[['data']], [['data', 'lint', 'missing']], [['data', 'lint', 'a', 'b']]])('%j ends with 2', async (args) => {
    expect((await ballpark(args)).code).toBe(2);
  });
});

describe('ballpark lookup', () => {
  it('prints figures with source and address', async () => {
    const { out, code } = await ballpark(['lookup', 'deepseek', 'v3', 'training', 'cost']);
    expect(code).toBe(0);
    expect(out).toMatch(/^DeepSeek-V3: training cost\n {2}- \$5\.576 million .*DeepSeek, paper <https:\/\/arxiv\.org/);
  });
  it('speaks French', async () => {
    const { out } = await ballpark(['lookup', "coût d'entraînement de DeepSeek V3", '--locale', 'fr']);
    expect(out).toMatch(/5,576 millions de dollars/);
  });
  it('knows what had been published by a day', async () => {
    const { out } = await ballpark(['lookup', 'deepseek v3 training cost', '--as-of', '2024-12-28', '--json']);
    const figures = JSON.parse(out).flatMap((a: { current: { published: string }[] }) => a.current);
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect(figure.published <= '2024-12-28').toBe(true);
  });
  it('says when nothing is known', async () => {
    expect(await ballpark(['lookup', 'xyzzy'])).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('xyzzy'),
    });
    expect((await ballpark(['lookup'])).code).toBe(2);
  });
});

describe('what a folder decided', () => {
  it('ballpark-ignore.json silences a fingerprint', async () => {
    const { json } = await report(['-'], { input: WRONG });
    const { fingerprint, text } = json.files[0].claims.find((c: { verdict: string }) => c.verdict === 'conflict');
    const entry = { fingerprint, rule: 'wrong-currency', text, reason: 'a joke', by: null, on: '2026-01-01' };
    const cwd = folder({ 'a.md': WRONG, 'ballpark-ignore.json': JSON.stringify([entry]) });
    expect((await ballpark(['check', 'a.md'], { cwd })).code).toBe(0);
    const broken = folder({ 'a.md': WRONG, 'ballpark-ignore.json': '{' });
    expect((await ballpark(['check', 'a.md'], { cwd: broken })).code).toBe(2);
  });
  it('ballpark.yaml leaves drafts out and chooses by folder', async () => {
    const config = 'exclude: ["old/**"]\noverrides:\n  - files: ["loose/**"]\n    rules: { "wrong-*": off }\n';
    const cwd = folder({ 'ballpark.yaml': config, 'old/a.md': WRONG, 'loose/b.md': WRONG, 'c.md': RIGHT });
    const run = await report(['.'], { cwd });
    expect(run.code).toBe(0);
    expect(run.json.files.map((f: { path: string }) => f.path)).toEqual(['c.md', 'loose/b.md']);
    expect((await ballpark(['check', 'old/a.md'], { cwd })).code).toBe(1);
  });
});

const prefixed = (prefix: string, files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [prefix + path, text]));
