import { describe, expect, it } from 'vitest';
import { decode } from '../../server/src/host/decode.ts';
import { isIgnored, readGitignore } from '../../server/src/host/gitignore.ts';
import { compileGlob, expandBraces, matchGlob } from '../../server/src/host/glob.ts';

const fits = (pattern: string, path: string) => matchGlob(compileGlob(pattern), path.split('/'));

describe('glob', () => {
  it.each([
    ['*.md', 'a.md', true],
    ['*.md', 'a.mdx', false],
    ['*.md', 'sub/a.md', false],
    ['**/*.md', 'a.md', true],
    ['**/*.md', 'x/y/a.md', true],
    ['x/**/a.md', 'x/a.md', true],
    ['x/**', 'x/y/z', true],
    ['a?c', 'abc', true],
    ['[ab]*', 'banana', true],
    ['[!ab]*', 'banana', false],
    ['[a-c]x', 'bx', true],
    ['[a-c]x', 'dx', false],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['[', '[', true],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'aXbY', false],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(fits(pattern, path)).toBe(expected);
  });
  it('takes no longer on a hostile pattern', () => {
    expect(fits(`${'a*'.repeat(2000)}b`, 'a'.repeat(5000))).toBe(false);
    expect(fits(`${'**/'.repeat(500)}b`, 'a/'.repeat(2000))).toBe(false);
  });
  it('opens braces, a bounded number of times', () => {
    expect(expandBraces('a.{md,txt}')).toEqual(['a.md', 'a.txt']);
    expect(expandBraces('{a,b}/{c,d}')).toHaveLength(4);
    expect(expandBraces('{a,b}'.repeat(40)).length).toBeLessThan(2000);
    expect(expandBraces('{}')).toEqual(['{}']);
  });
});

describe('.gitignore', () => {
  const ignored = (text: string, path: string, isFolder = false) =>
    isIgnored(readGitignore(text, 0), path.split('/'), isFolder);
  it.each([
    ['*.log', 'a/b.log', true],
    ['/a.md', 'a.md', true],
    ['/a.md', 'x/a.md', false],
    ['doc/a.md', 'x/doc/a.md', false],
    ['build/', 'build', false],
    ['#a', '#a', false],
    ['\\#a', '#a', true],
    ['*.md\n!keep.md', 'keep.md', false],
    ['!keep.md\n*.md', 'keep.md', true],
    ['a/**', 'a/b/c', true],
    ['a/**', 'a', false],
    ['a/**/b', 'a/x/y/b', true],
    ['x \r\n', 'x', true],
    ['', 'x', false],
  ])('%j on %s: %s', (text, path, expected) => {
    expect(ignored(text, path)).toBe(expected);
  });
  it('a rule with a slash at its end is for folders', () => {
    expect(ignored('build/', 'build', true)).toBe(true);
  });
  it('a rule counts from its own folder', () => {
    const rules = readGitignore('/a.md', 1);
    expect(isIgnored(rules, ['sub', 'a.md'], false)).toBe(true);
    expect(isIgnored(rules, ['sub', 'x', 'a.md'], false)).toBe(false);
  });
});

describe('bytes', () => {
  it.each([
    [Buffer.from('é'), { text: 'é' }],
    [Buffer.from([0xef, 0xbb, 0xbf, 0x61]), { text: '\uFEFFa' }],
    [Buffer.from([0xff, 0xfe, 0x61, 0]), { text: '\uFEFFa' }],
    [Buffer.from([0xfe, 0xff, 0, 0x61]), { text: '\uFEFFa' }],
    [Buffer.from([0x61, 0, 0x62]), { binary: true }],
    [Buffer.from([0xff]), { text: '\uFFFD' }],
    [Buffer.alloc(0), { text: '' }],
  ])('%s', (bytes, expected) => {
    expect(decode(bytes)).toEqual(expected);
  });
});
