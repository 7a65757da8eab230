import { createApplication } from './application.js';
import { DemoService } from './demo/demo.service.js';
import { asProduct } from './platform/access/current-scope.js';
import { readConfig } from './platform/config.js';
import { startEmbeddedServer } from './platform/database/embedded-server.js';
import { migrate } from './platform/database/migrate.js';
import { demandFreePort } from './platform/http/free-port.js';
import { demandNode, said } from './platform/start-error.js';
import { StartLinks } from './users/links/start-links.service.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function start(): Promise<void> {
  demandNode('start');
  const config = readConfig(process.env);
  await demandFreePort(config.host, config.port);
  const embedded = config.databaseUrl ? undefined : await startEmbeddedServer(config.dataFolder);
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';

  let stopping = false;
  let close = async () => {};
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await close().catch((error: unknown) => process.stderr.write(`${error}\n`));
    await embedded?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stop(0));
  }

  try {
    await migrate(databaseUrl);
    const app = await createApplication(config, databaseUrl);
    close = () => asProduct(() => app.close());
    await asProduct(async () => {
      await app.init();
      await app.get(DemoService).fillEmpty(say);
    });
    await app.listen(config.port, config.host);
    const at = await app.getUrl();
    say([`Probity is at ${at}`, ...(await app.get(StartLinks).lines(at))].join('\n'));
  } catch (error) {
    process.stderr.write(`${said(error)}\n`);
    await stop(1);
  }
}

start().catch((error: unknown) => {
  process.stderr.write(`${said(error)}\n`);
  process.exit(1);
});
