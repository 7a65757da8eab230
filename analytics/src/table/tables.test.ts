import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRecords } from '../../testing/arbitrary-evidence.js';
import { cadre, evidenceOf, type TestRecord } from '../../testing/evidence-of.js';
import type { Evidence, SourceRows } from '../evidence/evidence.js';
import { dayOf } from '../fields/day.js';
import { defaultPolicy } from '../policy/policy.js';
import { scoreAll } from '../score/score.js';
import { auditFinding } from '../sources/audit-finding/audit-finding.source.js';
import { sources } from '../sources/index.js';
import { inspectionOpinion } from '../sources/inspection-opinion/inspection-opinion.source.js';
import { appendRows } from './append-rows.js';
import { arrowPieces, arrowStream, type StreamColumn } from './arrow-stream.js';
import { buffersOf } from './buffers.js';
import { joinRows } from './join-rows.js';
import { clustered, recluster } from './recluster.js';
import { decodeRows, encodeRows } from './snapshot.js';
import { TableBuilder } from './table-builder.js';

const day = dayOf('2024-02-29');
const COUNT = 5;
const names = Array.from({ length: COUNT }, (_, at) => cadre(`S${at}`));
const records = arbitraryRecords(day, COUNT, [auditFinding]);

function tableOf(given: readonly TestRecord[], count = COUNT): SourceRows {
  const evidence: Evidence = evidenceOf(names.slice(0, count), given);
  return evidence.sources[auditFinding.key] ?? new TableBuilder(auditFinding).build(count);
}

const bytes = (table: SourceRows) =>
  buffersOf(auditFinding, table).map((buffer) => [...buffer.bytes]);

describe('joinRows', () => {
  const opinions = arbitraryRecords(day, COUNT, [inspectionOpinion]);
  const opinionsOf = (given: readonly TestRecord[]): SourceRows =>
    evidenceOf(names, given).sources[inspectionOpinion.key] ??
    new TableBuilder(inspectionOpinion).build(COUNT);
  const bytesOf = (table: SourceRows) =>
    buffersOf(inspectionOpinion, table).map((buffer) => [...buffer.bytes]);

  it('equals building everything anew, and says where it cannot know the order', () => {
    fc.assert(
      fc.property(opinions, opinions, fc.boolean(), (before, after, shared) => {
        const [older, newer] = [opinionsOf(before), opinionsOf(after)];
        const kept = bytesOf(older);
        const isNamedTwice = before.some((one) =>
          after.some((other) => other.cadre === one.cadre && other.cells.ref === one.cells.ref),
        );
        const joined = joinRows(inspectionOpinion.fields, older, newer, shared);
        expect(joined && bytesOf(joined)).toEqual(
          isNamedTwice ? undefined : bytesOf(opinionsOf([...before, ...after])),
        );
        expect(bytesOf(older)).toEqual(kept);
      }),
    );
  });

  it('leaves tables alone whose columns number what one cadre has', () => {
    expect(joinRows(auditFinding.fields, tableOf([]), tableOf([]))).toBeUndefined();
  });
});

describe('recluster', () => {
  it('equals building everything anew, whoever came, went or moved', () => {
    const people = fc.uniqueArray(fc.nat({ max: COUNT - 1 }));
    fc.assert(
      fc.property(
        ...([records, records, people, people, fc.boolean()] as const),
        (before, after, exchanged, order, shared) => {
          // Cadre `order[i]` of before is cadre i now; those who are exchanged have other records.
          const placed = [...order.keys()].filter((at) => exchanged.includes(order[at] ?? -1));
          const was = Int32Array.from(order, (old) => (old === 0 ? -1 : old));
          const moved = (given: readonly TestRecord[], at: number, to: number) =>
            given.filter((one) => one.cadre === order[at]).map((one) => ({ ...one, cadre: to }));
          const newer = tableOf(
            placed.flatMap((at, to) => moved(after, at, to)),
            placed.length,
          );
          const expected = [...order.keys()].flatMap((at) => {
            if (placed.includes(at)) return moved(after, at, at);
            return order[at] === 0 ? [] : moved(before, at, at);
          });
          const how = { count: order.length, was, placed };
          expect(bytes(recluster(tableOf(before), newer, how, shared))).toEqual(
            bytes(tableOf(expected, order.length)),
          );
        },
      ),
    );
  });

  it('leaves the older table as it was, and takes its columns where no row moves', () => {
    const cells = { ref: 'F', audit_no: 'A', phase: 'in_term', found_on: 0, severity: 1 };
    const older = tableOf([{ source: auditFinding, cadre: 1, cells }]);
    const kept = bytes(older);
    const none = tableOf([], 0);
    const grown = recluster(older, none, {
      ...{ count: COUNT + 1, placed: [] },
      was: Int32Array.of(0, 1, 2, -1, 3, 4),
    });
    expect(grown.rows).toBe(older.rows);
    expect([...grown.from]).toEqual([0, 0, 1, 1, 1, 1, 1]);
    expect([...recluster(older, tableOf([], 1), { count: COUNT, placed: [1] }).from]).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
    expect(bytes(older)).toEqual(kept);
  });
});

describe('appendRows', () => {
  const bytes = (table: SourceRows) =>
    buffersOf(auditFinding, table).map((buffer) => [...buffer.bytes]);
  const ROOM = 25;

  it('exchanges rows time and again as building everything anew does, while older tables stay', () => {
    const exchange = fc.record({
      people: fc.uniqueArray(fc.nat({ max: COUNT - 1 }), { minLength: 1 }),
      given: records,
    });
    fc.assert(
      fc.property(
        ...([records, fc.array(exchange, { maxLength: 6 }), fc.boolean()] as const),
        (before, exchanges, shared) => {
          let known = before;
          let table = tableOf(before);
          for (const { people, given } of exchanges) {
            const placed = people.toSorted((one, other) => one - other);
            const theirs = given.filter((one) => placed.includes(one.cadre));
            const newer = tableOf(
              theirs.map((one) => ({ ...one, cadre: placed.indexOf(one.cadre) })),
              placed.length,
            );
            known = [...known.filter((one) => !placed.includes(one.cadre)), ...theirs];
            const older = table;
            const kept = bytes(older);
            table =
              appendRows(older, newer, placed) ??
              recluster(older, newer, { count: COUNT, placed }, shared, ROOM);
            expect(bytes(older)).toEqual(kept);
            // What was taken behind the older table isn't given to a second one.
            if (table.rows !== older.rows && newer.rows !== older.rows) {
              const again = appendRows(older, newer, placed);
              if (theirs.length > 0) expect(again).toBeUndefined();
            }
            expect(bytes(clustered(table))).toEqual(bytes(tableOf(known)));
            const evidence = { cadres: evidenceOf(names, []).cadres };
            const score = (rows: SourceRows) =>
              scoreAll({ ...evidence, sources: { [auditFinding.key]: rows } }, day, defaultPolicy);
            expect(score(table)).toEqual(score(tableOf(known)));
          }
        },
      ),
    );
  });

  it('writes behind the rows where there is room, and copies none of them', () => {
    const cells = { ref: 'F', audit_no: 'A', phase: 'in_term', found_on: 0, severity: 1 };
    const one = (cadre: number) => [{ source: auditFinding, cadre, cells }];
    const how = { count: COUNT, placed: [3] };
    const roomy = recluster(tableOf(one(1)), tableOf(one(0), 1), how, false, 1);
    const longer = appendRows(roomy, tableOf(one(0), 1), [1]);
    expect(longer?.rows.severity?.buffer).toBe(roomy.rows.severity?.buffer);
    expect([...(longer?.from ?? [])]).toEqual([0, 2, 1, 1, 2, 3]);
    expect([...(longer?.to ?? [])]).toEqual([0, 3, 1, 2, 2]);
    expect(longer && appendRows(longer, tableOf(one(0), 1), [2])).toBeUndefined();
  });
});

describe('snapshots', () => {
  it('come back as they went, for every source', () => {
    fc.assert(
      fc.property(arbitraryRecords(day, COUNT), (given) => {
        const evidence = evidenceOf(names, given);
        for (const source of sources) {
          const rows = evidence.sources[source.key] ?? new TableBuilder(source).build(COUNT);
          expect(decodeRows(source, encodeRows(source, rows))).toEqual(rows);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are refused for another source', () => {
    const bytes = encodeRows(auditFinding, tableOf([]));
    expect(() => decodeRows(sources[0] as (typeof sources)[0], bytes)).toThrow(RangeError);
  });
});

describe('buffersOf', () => {
  it('keeps one order', () => {
    expect(buffersOf(auditFinding, tableOf([])).map(({ name }) => name)).toEqual([
      'from',
      ...['audit_no', 'phase', 'responsibility', 'found_on', 'severity', 'rectify_by'],
      ...['rectified_on', 'return_visit_by', 'return_visited_on', 'return_visit_result'],
      ...['re_rectified_on', 're_verified_on', 'ref offsets', 'refs'],
    ]);
  });
});

describe('arrowStream', () => {
  it('carries values, empty ones and days', () => {
    const bytes = arrowStream([
      { name: 'staffNo', type: 'text', values: ['S1', null, '王'] },
      { name: 'position', type: 'integer', values: [1, null, 3] },
      { name: 'score', type: 'number', values: [1.5, 0, null] },
      { name: 'contested', type: 'boolean', values: [true, false, null] },
      { name: 'asOf', type: 'date', values: [day, null, 0] },
    ]);
    const table = tableFromIPC(bytes);
    const values = (name: string) => [...(table.getChild(name) ?? [])];
    expect(values('staffNo')).toEqual(['S1', null, '王']);
    expect(values('position')).toEqual([1, null, 3]);
    expect(values('score')).toEqual([1.5, 0, null]);
    expect(values('contested')).toEqual([true, false, null]);
    expect(values('asOf').map((at) => at && new Date(at).toISOString().slice(0, 10))).toEqual([
      '2024-02-29',
      null,
      0,
    ]);
  });

  it('is a stream even of nothing', () => {
    const empty = arrowStream([{ name: 'staffNo', type: 'text', values: [] }]);
    expect(tableFromIPC(empty).schema.fields.map(({ name }) => name)).toEqual(['staffNo']);
  });
});

describe('arrowPieces', () => {
  const columns = [
    { name: 'staffNo', type: 'text' },
    { name: 'position', type: 'integer' },
  ] as const;
  const page = (staffNos: (string | null)[], positions: (number | null)[]): StreamColumn[] => [
    { ...columns[0], values: staffNos },
    { ...columns[1], values: positions },
  ];
  async function read(...pages: StreamColumn[][]) {
    async function* given() {
      yield* pages;
    }
    const pieces = await Array.fromAsync(arrowPieces(columns, given()));
    return { pieces, table: tableFromIPC(Buffer.concat(pieces)) };
  }

  it('are one stream of all pages, empty values in any of them', async () => {
    const { table } = await read(page(['S1', '王'], [1, 2]), page([], []), page([null], [null]));
    expect([...(table.getChild('staffNo') ?? [])]).toEqual(['S1', '王', null]);
    expect([...(table.getChild('position') ?? [])]).toEqual([1, 2, null]);
    expect(table.schema.fields.every(({ nullable }) => nullable)).toBe(true);
  });

  it('are a stream even without pages', async () => {
    const { table } = await read();
    expect(table.numRows).toBe(0);
    expect(table.schema.fields.map(({ name }) => name)).toEqual(['staffNo', 'position']);
  });

  it('come one for each page, between a beginning and an end', async () => {
    const { pieces } = await read(page(['S1'], [1]), page(['S2'], [2]));
    expect(pieces).toHaveLength(4);
  });
});
