import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/server.js';
import { type Attacked, attackedRequests, type Description } from './requests.js';
import { sqlmap, sqlmapIsThere } from './sqlmap.js';
import { fill, type Standing } from './standing.js';
import { WatchingProxy } from './watching-proxy.js';

/** `PROBITY_ATTACK_REPORT`: where the table goes; `PROBITY_ATTACK_ROUTES`: a pattern of the routes to attack; `PROBITY_ATTACK_OUTPUT`: where all that sqlmap says goes. */
const report = process.env.PROBITY_ATTACK_REPORT ?? join(tmpdir(), 'probity-attack.md');
const outputs = process.env.PROBITY_ATTACK_OUTPUT;
const routes = new RegExp(process.env.PROBITY_ATTACK_ROUTES ?? '');

let server: TestServer;
let standing: Standing;
let proxy: WatchingProxy;
let host: string;
let folder: string;

beforeAll(async () => {
  server = await startServer({ env: { PROBITY_TRUSTED_PROXIES: '127.0.0.1' } });
  standing = await fill(server);
  proxy = new WatchingProxy(server.url);
  host = await proxy.listen();
  folder = mkdtempSync(join(tmpdir(), 'probity-sqlmap-'));
});
afterAll(async () => {
  proxy?.close();
  await server?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const row = (...cells: unknown[]) => `| ${cells.join(' | ')} |\n`;

async function attack(request: Attacked): Promise<string[]> {
  const outcome = await sqlmap(request.text(host), folder);
  const { requestCount, statuses, suspicious } = proxy.take();
  const answers = [...statuses].sort().map(([status, count]) => `${count} × ${status}`);
  const found = [
    ...outcome.findings,
    ...suspicious.map((one) => `${one.request}: ${one.status} ${one.body}`),
    ...(outcome.finished ? [] : [`sqlmap gave up: ${outcome.output.trim().slice(-400)}`]),
  ];
  const { route, parameters } = request;
  const cells = [route, parameters.length, requestCount, answers.join(', '), found.length];
  appendFileSync(report, row(...cells));
  if (outputs) appendFileSync(outputs, `\n===== ${route}\n${outcome.output}`);
  return found.map((line) => `${route}: ${line}`);
}

it('finds nothing that gives way in any parameter of any route', async () => {
  expect(sqlmapIsThere(), 'install sqlmap: apt-get install sqlmap').toBe(true);
  const description = await server.json<Description>('/api/openapi.json');
  const requests = attackedRequests(description, standing).filter(({ route }) =>
    routes.test(route),
  );
  writeFileSync(report, row('route', 'parameters', 'requests', 'answers', 'findings'));
  appendFileSync(report, row('---', '---', '---', '---', '---'));
  const findings: string[] = [];
  for (const request of requests) findings.push(...(await attack(request)));
  for (const line of findings) appendFileSync(report, `\n- ${line}`);
  expect(requests.length).toBeGreaterThan(0);
  expect(findings).toEqual([]);
  expect(server.output()).not.toContain('unexpected failure');
});
