import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../api/dist/app.module.js';
import { createApplication } from '../../api/dist/application.js';
import { runAs } from '../../api/dist/platform/access/current-scope.js';
import { systemScope } from '../../api/dist/platform/access/scope.js';
import { type Config, readConfig } from '../../api/dist/platform/config.js';
import { databaseReach } from '../../api/dist/platform/database/guard/roles.js';

/**
 * The product on DATABASE_URL, and with `--without-log` the same routes without what holds their
 * answers back: the product itself cannot be told to leave the log out.
 */
async function withoutLog(config: Config, databaseUrl: string) {
  const app = await NestFactory.create(AppModule.on(config, await databaseReach(databaseUrl)), {
    logger: ['error'],
  });
  app.setGlobalPrefix('api');
  return app;
}

const config = readConfig(process.env);
const build = process.argv.includes('--without-log') ? withoutLog : createApplication;
const app = await runAs(systemScope, async () => {
  const built = await build(config, config.databaseUrl ?? '');
  await built.listen(config.port, config.host);
  return built;
});
process.stdout.write(`${await app.getUrl()}\n`);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
