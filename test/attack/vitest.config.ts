import { defineConfig } from 'vitest/config';

/** `npm run attack`: takes a quarter of an hour and sqlmap, so it is no part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/attack/**/*.attack.ts'],
    testTimeout: 3 * 3_600_000,
    hookTimeout: 120_000,
  },
});
