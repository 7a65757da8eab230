import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type AppointmentCase,
  breachOf,
  dayOf,
  defaultPolicy,
  factsOf,
  gate,
  gateReasons,
  NO_DAY,
  type RecordsByKind,
} from '@probity/analytics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from '../answers.js';
import { openScratchDatabase, type ScratchDatabase } from '../scratch-database.js';
import { gateMutations } from './gate-mutations.js';
import { type GateCase, generateGate } from './generate-gate.js';
import { loadGateTables } from './tables.js';

interface Told {
  readonly caseNo: string;
  readonly day: string;
  readonly kind: string;
  readonly ref: string;
  readonly missing: boolean;
}

const rules = readFileSync(fileURLToPath(new URL('gate.sql', import.meta.url)), 'utf8');
const cases = generateGate(2_500, 20_260_301);

let scratch: ScratchDatabase;

function load(some: readonly GateCase[]): Promise<void> {
  const all = some.flatMap(({ records }) => Object.entries(records));
  const records = Object.fromEntries(
    [...Map.groupBy(all, ([kind]) => kind)].map(([kind, of]) => [
      kind,
      of.flatMap(([, rows]) => rows),
    ]),
  );
  const asked = some.flatMap(({ caseNo, days }) => days.map((day) => ({ case_no: caseNo, day })));
  return loadGateTables(scratch.client, records, asked);
}

/** Applies rules; afterwards their tables can be read. */
async function apply(sql: string): Promise<void> {
  await scratch.client.query(
    `set jit = off; drop schema if exists card cascade; create schema card;
    set search_path to card, dossier; ${sql}`,
  );
}

/** The oracle's reasons and breaches. */
async function answer(): Promise<{ reasons: Told[]; breaches: object[] }> {
  await apply(rules);
  const reasons = await scratch.client.query<Told>(
    'select case_no as "caseNo", day::text, kind, ref, missing from reasons',
  );
  const breaches = await scratch.client.query<object>(
    'select case_no as "caseNo", breach from breaches',
  );
  return { reasons: reasons.rows, breaches: breaches.rows };
}

const recordsOf = ({ records }: GateCase): RecordsByKind =>
  Object.fromEntries(
    Object.entries(records).map(([kind, rows]) => [kind, rows.map(({ row }) => row)]),
  );

function caseOf({ caseNo, records }: GateCase): AppointmentCase {
  const row = records['appointment-case']?.[0]?.row;
  return {
    caseNo,
    kind: 'promotion',
    openedOn: 0,
    decidedOn: row?.decided_on ? dayOf(row.decided_on) : NO_DAY,
    decision: (row?.decision || null) as AppointmentCase['decision'],
  };
}

function answerOfProduct(some: readonly GateCase[]): { reasons: Told[]; breaches: object[] } {
  const reasons = some.flatMap((one) => {
    const facts = factsOf(recordsOf(one));
    return [...new Set(one.days)].flatMap((day) =>
      gate(caseOf(one), facts, dayOf(day), defaultPolicy).reasons.map(({ kind, ref, missing }) => ({
        ...{ caseNo: one.caseNo, day, kind, ref, missing },
      })),
    );
  });
  const breaches = some.map((one) => ({
    caseNo: one.caseNo,
    breach: breachOf(caseOf(one), factsOf(recordsOf(one)), defaultPolicy),
  }));
  return { reasons, breaches };
}

beforeAll(async () => {
  scratch = await openScratchDatabase();
});
afterAll(() => scratch.close());

describe('the gate', () => {
  it('answers as its description does, of every case on many days', async () => {
    await load(cases);
    const told = await answer();
    const product = answerOfProduct(cases);
    expect(differences(told.reasons, product.reasons).slice(0, 20)).toEqual([]);
    expect(differences(told.breaches, product.breaches).slice(0, 20)).toEqual([]);
  });

  it('is asked of cases in which it is clear, and in which each reason stands alone', () => {
    const alone = new Set<string>();
    for (const one of cases) {
      const facts = factsOf(recordsOf(one));
      for (const day of one.days) {
        const { reasons } = gate(caseOf(one), facts, dayOf(day), defaultPolicy);
        const kinds = new Set(reasons.map(({ kind }) => kind));
        if (kinds.size === 0) alone.add('clear');
        if (kinds.size === 1) for (const kind of kinds) alone.add(kind);
      }
    }
    expect([...alone].sort()).toEqual(['clear', ...Object.keys(gateReasons)].sort());
  });
});

describe('the generated cases tell apart', () => {
  let truth: string;
  const digest = async (sql: string) => {
    await apply(sql);
    const { rows } = await scratch.client.query(`
      select md5((select string_agg(r::text, '' order by r::text) from reasons r)) as reasons,
        md5((select string_agg(b::text, '' order by b::text) from breaches b)) as breaches`);
    return JSON.stringify(rows);
  };

  beforeAll(async () => {
    await load(cases.slice(0, 1_500));
    truth = await digest(rules);
  });

  it.each(gateMutations)('%s and %s', async (from, to) => {
    expect(rules.split(from)).toHaveLength(2);
    expect(await digest(rules.replace(from, () => to))).not.toBe(truth);
  });
});
