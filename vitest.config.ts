import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: [
      'test/support/built-programs.ts',
      'test/support/prepared-folder.ts',
      'test/support/packed-browser.ts',
    ],
    // Limits for what hangs, far beyond what anything takes: a busy machine may take several times as long.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 120_000 } },
    // Two cores serve a database, a server and a browser each; a third file works while another waits.
    maxWorkers: 3,
  },
});
