import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lineSchema, reportSchema } from '../../server/src/cli/schema.ts';
import { VERSION } from '../../server/src/version.ts';
import { ballpark, report } from './ballpark.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the report', () => {
  it('of the examples is what the schema says, with no field beside', async () => {
    const { json } = await report(['examples'], { cwd: root });
    expect(json.files.length).toBeGreaterThan(2);
    expect(json.files.flatMap((f: { findings: unknown[] }) => f.findings).length).toBeGreaterThan(5);
    expect(reportSchema.parse(json)).toEqual(json); // parsing drops what the schema does not know
  });
  it('as a line is what the schema says', async () => {
    const { out } = await ballpark(['check', 'examples/fr/colle-du-web.txt', '--format', 'ndjson'], { cwd: root });
    const line = JSON.parse(out);
    expect(lineSchema.parse(line)).toEqual(line);
  });
  it('refuses a report that lacks a field', () => {
    expect(() => reportSchema.parse({ schema: 1, files: [] })).toThrow();
  });
});

it('the version is that of package.json', () => {
  expect(VERSION).toBe(JSON.parse(readFileSync(`${root}package.json`, 'utf8')).version);
});
