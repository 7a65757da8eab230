import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Limits for what hangs, far beyond what anything takes: a busy machine may take several times as long.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 120_000 } },
    // Two cores serve a database, a server and a browser each; a third file works while another waits.
    maxWorkers: 3,
    // In the order of their names, so that short ones come last and no core waits for a long one.
    projects: [
      {
        extends: true,
        test: {
          name: 'product',
          include: ['api/src/**/*.test.ts', 'test/**/*.test.ts'],
          globalSetup: [
            'test/support/built-programs.ts',
            'test/support/prepared-folder.ts',
            'test/support/packed-browser.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['analytics/src/**/*.test.ts', 'dashboard/src/**/*.test.ts'],
          // Values in, values out: loading the same modules again for each file takes longer than most tests.
          isolate: false,
          unstubGlobals: true,
        },
      },
    ],
  },
});
