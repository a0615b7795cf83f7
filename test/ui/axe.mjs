// Accessibility rules of axe-core over a page or a frame of it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from './scene.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails with what axe-core finds wrong; gives how many rules were held against how many elements. `frame`: a page's or a webview's. */
export async function accessible(frame) {
  await frame.evaluate(source);
  const { violations, passes } = await frame.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'] }),
  );
  const said = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 120)} (${failureSummary})`).join(' | ')}`,
  );
  expect(violations.length === 0, said.join('\n'));
  expect(passes.length > 10, `only ${passes.length} rules applied`);
  return `${passes.length} rules pass`;
}
