import fc from 'fast-check';
import { soak } from './runs.ts';

// Every property test: a fixed seed (SEED gives another), and its full size under `npm run soak`.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20261123), ...(soak ? { numRuns: 100_000 } : {}) });
