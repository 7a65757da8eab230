import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

async function importCadres(staffNos: readonly string[]): Promise<{ id: number }> {
  const body = `staff_no,name\n${staffNos.map((staffNo) => `${staffNo},某人\n`).join('')}`;
  const made = await server.json<{ id: number }>('/api/imports/cadres', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body,
  });
  // The stream of progress ends when the import does.
  await (await server.fetch(`/api/imports/${made.id}/events`)).text();
  return made;
}

it('warns of a number that looks like another one, in the file or there before', async () => {
  await importCadres(['A100', 'B200']);
  // The first has a Cyrillic А, the third an O for a zero.
  const { id } = await importCadres(['А100', 'C300', 'C3O0', 'D400']);
  expect(await server.json(`/api/imports/${id}`)).toMatchObject({ accepted: 4, warnings: 3 });
  const warnings = await (await server.fetch(`/api/imports/${id}/warnings.csv`)).text();
  expect(warnings).toMatch(/look-alike,"This number looks like A100/);
  expect(warnings).toMatch(/look-alike,"This number looks like C3O0/);
  expect(warnings).not.toMatch(/D400/);
});

it('takes thousands of numbers in without comparing every pair', async () => {
  const { id } = await importCadres(Array.from({ length: 20_000 }, (_, index) => `N${index}`));
  expect(await server.json(`/api/imports/${id}`)).toMatchObject({ accepted: 20_000, warnings: 0 });
});
