/** `npm run soak`: property tests at full size (test/setup.ts says which). */
export const soak: boolean = process.env['SOAK'] === '1';

/** Cases of a property test in CI; under soak the full size holds. */
export const runs = (ci: number): { numRuns?: number } => (soak ? {} : { numRuns: ci });

/** A test's time limit in ms; under soak, hours. */
export const limit = (ci: number): number => (soak ? 4 * 3_600_000 : ci);
