import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { declaredRoutes } from './platform/access/declared-access.js';
import { auditAnswers } from './platform/audit/audit.middleware.js';
import { AuditWriter } from './platform/audit/audit-writer.js';
import type { Config } from './platform/config.js';
import { databaseReach } from './platform/database/guard/roles.js';
import { serveDashboard } from './platform/http/dashboard-files.js';
import { oneHost } from './platform/http/hosts/one-host.js';
import { ownHosts } from './platform/http/hosts/own-hosts.js';
import { openApiDocument } from './platform/http/openapi.js';

/** Builds the HTTP application, ready to listen, on a database whose schema is up to date. */
export async function createApplication(
  config: Config,
  databaseUrl: string,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.on(config, await databaseReach(databaseUrl)),
    {
      bufferLogs: true,
      bodyParser: false,
      abortOnError: false,
    },
  );
  app.useLogger(app.get(Logger));
  app.set('etag', false);
  // One value a parameter: a repeated one arrives as an array, which no schema takes.
  app.set('query parser', 'simple');
  // Whose X-Forwarded-For says where a request comes from; nobody's unless it is set.
  app.set('trust proxy', [...config.trustedProxies]);
  app.use(
    helmet({
      xFrameOptions: { action: 'deny' },
      // A year, the usual for a host that is reached over HTTPS alone.
      strictTransportSecurity: config.publicOrigin ? { maxAge: 31_536_000 } : false,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
    }),
  );
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    // What is told to one person must lie in nobody's cache, neither a proxy's nor the browser's.
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use(auditAnswers(app.get(AuditWriter)));
  // After the audit log's turn: a request or a body that is refused is an answer too.
  app.use(oneHost);
  app.use(ownHosts(config));
  app.useBodyParser('json', {
    limit: '1mb',
    type: (request) => !isFile(request as Request) && Boolean((request as Request).is('json')),
  });
  app.setGlobalPrefix('api');
  declaredRoutes(app);
  let document: OpenAPIObject | undefined;
  app.use('/api/openapi.json', (_request: Request, response: Response) => {
    // Made when somebody asks: it takes longer than the rest of a start's own work.
    document ??= openApiDocument(app);
    response.json(document);
  });
  serveDashboard(app);
  return app;
}

/** Files come as the body itself; of which type, the importer looks into, and says what it takes. */
const isFile = (request: Request): boolean =>
  request.method === 'POST' && /^\/api\/imports\//i.test(request.originalUrl);
