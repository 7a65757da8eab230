import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { asProduct } from './platform/access/current-scope.js';
import { ConfigError, readConfig } from './platform/config.js';
import { runningServerUrl } from './platform/database/embedded-server.js';
import { databaseReach } from './platform/database/guard/roles.js';
import { migrate } from './platform/database/migrate.js';
import { Processes } from './platform/processes/processes.service.js';
import { demandNode, said } from './platform/start-error.js';

const complain = (line: string) => process.stderr.write(`${line}\n`);

/** How often a worker looks whether the embedded server it works on is still the one that runs. */
const WATCH_EVERY_MS = 2000;

/** Does the product's work without answering over HTTP, beside the processes that do. */
async function start(): Promise<void> {
  demandNode('run worker');
  const config = readConfig(process.env);
  const databaseUrl = config.databaseUrl ?? runningServerUrl(config.dataFolder);
  if (!databaseUrl) {
    throw new ConfigError(
      `DATABASE_URL: is missing, and no Probity runs on ${config.dataFolder} whose database this worker could join: start that first ("npm start").`,
    );
  }
  let close = async () => {};
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await close().catch((error: unknown) => complain(String(error)));
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stop(0));
  }
  await migrate(databaseUrl);
  const reach = await databaseReach(databaseUrl);
  const app = await asProduct(() =>
    NestFactory.createApplicationContext(AppModule.on(config, reach, 'worker'), {
      bufferLogs: true,
      abortOnError: false,
    }),
  );
  close = () => asProduct(() => app.close());
  app.useLogger(app.get(Logger));
  process.stdout.write(
    `A worker of Probity is at work: number ${await app.get(Processes).here()}\n`,
  );
  if (config.databaseUrl) return;
  // The next start of that server has another address: there is nothing to come back to.
  setInterval(() => {
    if (runningServerUrl(config.dataFolder) === databaseUrl) return;
    complain(
      'The database of this worker has ended: start the worker again when Probity is there.',
    );
    void stop(1);
  }, WATCH_EVERY_MS).unref();
}

start().catch((error: unknown) => {
  complain(said(error));
  process.exit(1);
});
