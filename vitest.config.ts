import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@ballpark/data': fileURLToPath(new URL('dist/builtin-data.mjs', import.meta.url)),
      '@ballpark/l10n': fileURLToPath(new URL('l10n', import.meta.url)),
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**', 'test/ui/**', '**/node_modules/**'],
    setupFiles: ['./test/setup.ts'],
    testTimeout: process.env['SOAK'] ? 3_600_000 : 30_000,
    reporters: ['default', './test/reporter.ts'],
  },
});
