import { format } from 'node:util';
import Mocha from 'mocha';

/** So many failures have one cause: the rest would only wait for it, each in its turn. */
const GIVE_UP = 6;

/** Called by VS Code in its extension host; rejects where a test failed or none ran. Same for every launcher. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 30_000, reporter: 'spec' });
  // Marked, so that a launcher can tell these lines from the workbench's own.
  const say = (...args: unknown[]) => console.log(`[mocha] ${format(...args)}`);
  (Mocha.reporters.Base as unknown as { consoleLog: typeof say }).consoleLog = say;
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./activation.test.ts'); // first: nothing may have woken the extension yet
  await import('./checking.test.ts');
  await import('./settings.test.ts');
  await import('./desk.test.ts');
  await import('./places.test.ts');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0, tests = 0 } = runner.stats ?? {};
      say(`host: ${passes} passed, ${failures} failed, ${pending} skipped`);
      if (tests === 0) reject(new Error('no test ran'));
      else if (failures) reject(new Error(`${failures} failed`));
      else resolve();
    });
    let failed = 0;
    runner.on('fail', () => {
      if (++failed === GIVE_UP) runner.abort();
    });
  });
}
