import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import bundle from '../../l10n/bundle.l10n.fr.json' with { type: 'json' };
import messages from '../../l10n/messages.en.json' with { type: 'json' };
import unitsEn from '../../l10n/units.en.json' with { type: 'json' };
import unitsFr from '../../l10n/units.fr.json' with { type: 'json' };
import { root } from '../source.ts';

const textOf = (folder: string): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, { readonly scope: string }>> }[];
  };
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean } };
  readonly activationEvents: readonly string[];
}
const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const manifest = json('package.json') as Manifest;
const nls = json('package.nls.json') as Record<string, string>;
const nlsFr = json('package.nls.fr.json') as Record<string, string>;

const client = textOf('client/src');
const server = textOf('server/src');
const keys = (value: object): string[] => Object.keys(value).sort();

describe('the manifest', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g)].map((m) => m[1]!);

  test('has every string in both languages and no other', () => {
    expect(keys(nls)).toEqual([...new Set(used)].sort());
    expect(keys(nlsFr)).toEqual(keys(nls));
  });

  test('names files that exist', () => {
    const files = [nls, nlsFr].flatMap((strings) => Object.values(strings).filter((text) => text.startsWith('./')));
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) expect(readFileSync(join(root, file), 'utf8').length).toBeGreaterThan(100);
  });

  test('declares the commands the client registers, and no others', () => {
    const registered = [...client.matchAll(/\bon\('(\w+)'|registerCommand\('ballpark\.([\w.]+)'/g)].map(
      (m) => m[1] ?? m[2]!,
    );
    const declared = manifest.contributes.commands.map(({ command }) => command.replace('ballpark.', ''));
    // The last one only serves the rows of the view.
    expect(registered.sort()).toEqual([...declared, 'claims.reveal'].sort());
  });

  test('lets nothing dangerous be configured: no program, no address, no pattern of the user’s', () => {
    const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    expect(settings.filter((name) => /path|command|exec|url|server$|regex|args|env/i.test(name))).toEqual([
      'ballpark.trace.server',
    ]);
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(true);
    expect(manifest.activationEvents).toEqual(['onLanguage:markdown']);
  });

  test('scopes every setting of checking to the resource', () => {
    for (const { properties } of manifest.contributes.configuration) {
      for (const [name, setting] of Object.entries(properties)) {
        const scope =
          name === 'ballpark.trace.server' ? 'window' : name === 'ballpark.author' ? 'application' : 'resource';
        expect([name, setting.scope]).toEqual([name, scope]);
      }
    }
  });
});

test('every string of the client has its French, and every French its string', () => {
  const said = [...client.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)+)'/g)].map((m) => m[1]!);
  expect(said.length).toBeGreaterThan(20);
  expect(keys(bundle)).toEqual([...new Set(said)].sort());
  for (const [text, french] of Object.entries(bundle)) {
    const holes = (s: string): string[] => (s.match(/\{\d\}/g) ?? []).sort();
    expect([text, holes(french)]).toEqual([text, holes(text)]);
  }
});

test('no message is left that nobody says', () => {
  const rules =
    /^(wrong-|outdated|disputed|supported|no_reference|inconsistent|arithmetic|implausible|unsourced|related|unknown)/;
  const families = /^(cited|fix|note|verdict|status|role|assumed|polarity|stance|figures|times)\./;
  const lost = keys(messages).filter((id) => !rules.test(id) && !families.test(id) && !server.includes(`'${id}'`));
  expect(lost).toEqual([]);
});

test('both languages know the same units', () => {
  expect(keys(unitsFr)).toEqual(keys(unitsEn));
  for (const part of ['units', 'symbols', 'currencies'] as const)
    expect(keys(unitsFr[part])).toEqual(keys(unitsEn[part]));
});
