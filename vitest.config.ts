import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: 'test/support/prepared-folder.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores serve a database, a server and a browser each; more files at once only queue.
    maxWorkers: 2,
  },
});
