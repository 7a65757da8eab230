import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countsOf, finished, importFile, send } from '../support/records/imports.js';
import { startServer, type TestServer } from '../support/server.js';

/** A hundred of them take some minutes; a few in every run. */
const KILLS = Number(process.env.PROBITY_CRASH_KILLS ?? 8);
const ROWS = 5_000;
/** About how long an import of so many rows takes; kills are spread over it, and a little beyond. */
const SPAN_MS = 1_000;

const header = 'ref,staff_no,given_on,respondent,circle,rating';
const rows = (round: number) =>
  Array.from(
    { length: ROWS },
    (_, row) =>
      `R${round}-${row},S1,20${10 + (row % 14)}-01-${10 + (row % 17)},peer,work,${row % 3}`,
  );

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importFile(server, 'cadres', ['staff_no,name', 'S1,甲']);
});
afterAll(() => server.stop());

describe('kill -9 during an import', () => {
  it(`leaves it wholly there or wholly not, ${KILLS} times, and a restart finishes it by itself`, {
    timeout: 240_000,
  }, async () => {
    let interrupted = 0;
    for (let round = 0; round < KILLS; round++) {
      const file = `${header}\n${rows(round).join('\n')}\n`;
      const id = await send(server, 'inspection-opinion', file);
      // At random on purpose: no moment of an import may be a bad one. The first is cut at once, however fast
      // the machine is.
      if (round > 0) await pause(Math.random() * SPAN_MS);
      const before = await server.json<{ status: string }>(`/api/imports/${id}`);
      await server.kill();
      if (before.status !== 'committed') interrupted++;
      server = await startServer({ dataFolder: server.dataFolder });
      const state = await finished(server, id);
      expect([state.status, ...countsOf(state).slice(0, 4)]).toEqual([
        'committed',
        ROWS,
        ROWS,
        0,
        0,
      ]);
    }
    // Every row is there exactly once: all of them again, in one file, are duplicates.
    const all = Array.from({ length: KILLS }, (_, round) => rows(round)).flat();
    const again = await importFile(server, 'inspection-opinion', [header, ...all]);
    expect(countsOf(again).slice(0, 4)).toEqual([ROWS * KILLS, 0, ROWS * KILLS, 0]);
    expect(interrupted).toBeGreaterThan(0);
  });
});
