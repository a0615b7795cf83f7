#!/usr/bin/env node
import('../../dist/cli.js').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('ballpark: not built yet: run npm run build');
  process.exitCode = 2;
});
