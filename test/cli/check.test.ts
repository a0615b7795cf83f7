import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ballpark, folder, RIGHT, report, WRONG } from './ballpark.ts';

const paths = (run: { json: { files: { path: string }[] } }) => run.json.files.map((f) => f.path);

describe('exit codes', () => {
  const cwd = folder({ 'wrong.md': WRONG, 'right.md': RIGHT });
  it.each([
    [0, ['check', 'right.md']],
    [1, ['check', 'wrong.md']],
    [1, ['check', 'right.md', 'wrong.md']],
    [2, ['check', 'wrong.md', 'missing.md']],
    [2, ['check']],
    [2, ['check', '--frobnicate', 'right.md']],
    [2, ['check', '--format', 'xml', 'right.md']],
    [2, ['check', '--as-of', '2025-02-30', 'right.md']],
    [2, ['check', '--jobs', '0', 'right.md']],
    [2, ['check', '--lang', '../en', 'right.md']],
    [2, ['frobnicate']],
    [0, ['help']],
    [0, ['--version']],
  ] as const)('%i for %j', async (code, args) => {
    const run = await ballpark(args, { cwd });
    expect(run.code, run.err).toBe(code);
    if (code === 2) expect(run.err).toMatch(/^ballpark: /);
    else expect(run.err).toBe('');
  });

  it('checks the rest where one path cannot be read', async () => {
    const run = await report(['missing.md', 'right.md'], { cwd });
    expect(run.code).toBe(2);
    expect(paths(run)).toEqual(['right.md']);
    expect(run.json.errors).toEqual([{ path: 'missing.md', message: expect.stringContaining('ENOENT') }]);
  });

  it.skipIf(process.getuid?.() === 0)('names a file it may not read', async () => {
    const locked = folder({ 'a.md': RIGHT });
    chmodSync(join(locked, 'a.md'), 0);
    const run = await ballpark(['check', '.'], { cwd: locked });
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/a\.md: EACCES/);
  });
});

describe('what is checked', () => {
  const cwd = folder({
    'a.md': RIGHT,
    'b.txt': RIGHT,
    'c.js': 'const cost = 1;',
    'sub/d.markdown': RIGHT,
    'sub/e.mdx': RIGHT,
    'sub/kept.md': RIGHT,
    'sub/.gitignore': 'draft-*\n!draft-kept.md\n',
    'sub/draft-1.md': RIGHT,
    'sub/draft-kept.md': RIGHT,
    'out/f.md': RIGHT,
    'node_modules/x/readme.md': RIGHT,
    '.gitignore': '/out/\n# comment\n*.tmp.md\n',
    'g.tmp.md': RIGHT,
    '.git/HEAD': 'ref: refs/heads/main\n',
  });
  symlinkSync('..', join(cwd, 'sub', 'loop'));
  symlinkSync('nowhere.md', join(cwd, 'broken.txt'));

  it('takes a folder, without what git ignores, in order, a loop of links once', async () => {
    const run = await report(['.'], { cwd });
    expect(paths(run)).toEqual(['a.md', 'b.txt', 'sub/d.markdown', 'sub/draft-kept.md', 'sub/e.mdx', 'sub/kept.md']);
    expect(run.json.errors.map((e: { path: string }) => e.path)).toEqual(['broken.txt']);
  });

  it('respects the ignore file of a folder above, but not against a folder that is named', async () => {
    const above = folder({
      '.git/HEAD': '',
      '.gitignore': 'sub/x*\n/out/\n',
      'sub/x.md': RIGHT,
      'sub/y.md': RIGHT,
      'out/z.md': RIGHT,
    });
    expect(paths(await report(['sub'], { cwd: above }))).toEqual(['sub/y.md']);
    expect(paths(await report(['out'], { cwd: above }))).toEqual(['out/z.md']);
    expect(paths(await report(['.'], { cwd: above }))).toEqual(['sub/y.md']);
  });

  it('checks a named file whatever git says', async () => {
    expect(paths(await report(['out/f.md', 'c.js'], { cwd }))).toEqual(['out/f.md', 'c.js']);
  });

  it('takes globs, each file once', async () => {
    expect(paths(await report(['sub/*.md', 'sub/[d-e]*', '*.{mdx,txt}'], { cwd }))).toEqual([
      'sub/draft-kept.md',
      'sub/kept.md',
      'sub/d.markdown',
      'sub/e.mdx',
      'b.txt',
    ]);
    expect(paths(await report(['**/*.js', 'a*'], { cwd }))).toEqual(['c.js', 'a.md']);
    expect((await ballpark(['check', '*.qmd'], { cwd })).code).toBe(2);
  });

  it('reads one draft from the standard input', async () => {
    const run = await report(['-', '--stdin-filename', 'draft.md'], { input: WRONG, cwd });
    expect(run.code).toBe(1);
    expect(paths(run)).toEqual(['draft.md']);
    expect((await ballpark(['check', '-', '-'], { input: WRONG })).code).toBe(2);
  });

  it('gives the same answer with several threads', async () => {
    const one = await ballpark(['check', '.', '--format', 'ndjson'], { cwd });
    const three = await ballpark(['check', '.', '--format', 'ndjson', '--jobs', '3'], { cwd });
    expect(three).toEqual(one);
  });
});

describe('formats', () => {
  const cwd = folder({ 'wrong.md': `# Title\n\n${WRONG}`, 'right.md': RIGHT });

  it('text names file, line, column, severity, rule and sources', async () => {
    const { out } = await ballpark(['check', 'wrong.md'], { cwd });
    expect(out).toMatch(/^wrong\.md:3:44: warning: .*\[wrong-currency\]$/m);
    expect(out).toMatch(/SemiAnalysis estimates about \$1\.6 billion, 31 January 2025/);
    expect(out).toMatch(/^ {4}- SemiAnalysis: DeepSeek Debates.* <https:/m);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^1 figure: 0 agree, 1 conflict.*Reference data/);
  });

  it('text lists what agrees only with --all', async () => {
    expect((await ballpark(['check', 'right.md'], { cwd })).out).not.toContain('supported');
    expect((await ballpark(['check', '--all', 'right.md'], { cwd })).out).toMatch(/^right\.md:1:\d+: supported: /m);
  });

  it('speaks French when asked, whatever the environment says', async () => {
    const { out } = await ballpark(['check', 'wrong.md', '--locale', 'fr'], { cwd });
    expect(out).toContain('milliard');
    expect(out).toMatch(/31 janvier 2025/);
  });

  it('ndjson is one line a file', async () => {
    const { out } = await ballpark(['check', '--format', 'ndjson', 'wrong.md', 'right.md'], { cwd });
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((l) => l.path)).toEqual(['wrong.md', 'right.md']);
    expect(lines[0].dataset.figures).toBeGreaterThan(100);
  });

  it('offsets cut the claim out of the text', async () => {
    const { json } = await report(['wrong.md'], { cwd });
    const text = readFileSync(join(cwd, 'wrong.md'), 'utf8');
    for (const { start, end, text: said } of json.files[0].claims) expect(text.slice(start, end)).toBe(said);
  });

  it('a reader that goes away ends it quietly', async () => {
    const { spawn } = await import('node:child_process');
    const many = folder(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.md`, WRONG.repeat(40)])));
    const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
    const child = spawn('sh', ['-c', `"${process.execPath}" "${cli}" check . --format ndjson | head -c 100`], {
      cwd: many,
    });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });
});

describe('two dates', () => {
  const cwd = folder({ 'a.md': 'DeepSeek-V3 was trained last year for $5.576 million.\n' });
  it('--written-on dates the draft, --as-of the knowledge', async () => {
    const { json } = await report(['a.md', '--written-on', '2025-02-03', '--as-of', '2025-03-01'], { cwd });
    expect(json.knownAt).toBe('2025-03-01');
    expect(json.files[0].writtenOn).toBe('2025-02-03');
  });
  it('a figure published later does not count', async () => {
    const { json } = await report(['a.md', '--as-of', '2024-01-01'], { cwd });
    expect(json.files[0].claims[0].verdict).toBe('no_reference');
  });
  it('front matter goes first', async () => {
    const { json } = await report(['-', '--written-on', '2025-02-03'], {
      input: '---\ndate: 2024-12-30\n---\n\nText.\n',
    });
    expect(json.files[0].writtenOn).toBe('2024-12-30');
  });
});

describe('configuration', () => {
  it('is read from ballpark.yaml here, and a rule can be switched off', async () => {
    const cwd = folder({ 'a.md': WRONG, 'ballpark.yaml': 'rules:\n  wrong-currency: off\n' });
    expect((await ballpark(['check', 'a.md'], { cwd })).code).toBe(0);
  });
  it.each([
    ['rules:\n  wrong-money: warning\n', /^ballpark: ballpark\.yaml:\d+:\d+: /],
    ['locale: xx\n', /^ballpark: ballpark\.yaml:1:9: locale: /],
    ['a: [\n', /^ballpark: ballpark\.yaml:\d+:\d+: /],
    ['language: en\nlanguage: fr\n', /^ballpark: ballpark\.yaml:2:1: /],
  ])('a mistake in it ends with 2 and its place: %j', async (text, message) => {
    const cwd = folder({ 'a.md': RIGHT, 'ballpark.yaml': text });
    const run = await ballpark(['check', 'a.md'], { cwd });
    expect(run.code).toBe(2);
    expect(run.err).toMatch(message);
  });
  it('a file that was asked for must be there', async () => {
    expect((await ballpark(['check', '-', '--config', 'nope.yaml'], { input: RIGHT })).code).toBe(2);
  });
});
