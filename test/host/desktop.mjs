// Runs the mocha suite in a desktop VS Code: the one at VSCODE_PATH, else one that is downloaded.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { cacheDir, root } from './cache.mjs';
import { emptyData } from './server.mjs';

/** Exit code of the suite: 0 where `run()` resolved. Rejects where the editor ended in any other way. */
export async function runDesktop({ workspace, suite, settings }) {
  const data = emptyData();
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User/settings.json'), JSON.stringify(settings));
  try {
    return await runTests({
      vscodeExecutablePath: process.env.VSCODE_PATH,
      version: process.env.VSCODE_VERSION,
      cachePath: cacheDir(),
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      launchArgs: [
        workspace,
        `--user-data-dir=${data}`,
        '--disable-extensions',
        '--skip-welcome',
        '--skip-release-notes',
      ],
    });
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
