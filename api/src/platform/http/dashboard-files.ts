import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { installationFolder } from '../config.js';

const folder = join(installationFolder, 'dashboard', 'dist');

/** Serves the built dashboard at `/`; every address that is no file and not the API's is a page of it. */
export function serveDashboard(app: NestExpressApplication): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  // Names under assets/ carry a digest of their content, so they may be kept for good.
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y' }));
  app.use(express.static(folder, { index: false }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const page = request.method === 'GET' && !/^\/api(\/|$)/.test(request.path);
    if (page) response.sendFile(join(folder, 'index.html'));
    else next();
  });
}
