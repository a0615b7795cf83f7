// Runs the mocha suite in a desktop VS Code: the one at VSCODE_PATH, else one that is downloaded.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { cacheDir, root } from './cache.mjs';
import { emptyData } from './server.mjs';

export function runDesktop({ workspace, suite, settings, restricted }) {
  const data = emptyData();
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User/settings.json'), JSON.stringify(settings));
  return runTests({
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
      ...(restricted ? [] : ['--disable-workspace-trust']),
    ],
  });
}
