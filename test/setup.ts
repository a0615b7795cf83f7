import fc from 'fast-check';

// Every property test: a fixed seed (SEED gives another), and its full size under `npm run soak`.
const soak = process.env['SOAK'] === '1';
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20261123), ...(soak ? { numRuns: 100_000 } : {}) });
