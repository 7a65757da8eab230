import {
  type CadreRow,
  type Cells,
  cadreColumns,
  dayOf,
  type Evidence,
  NO_DAY,
  sources,
  TableBuilder,
} from '@probity/analytics';

/** Records of each cadre, 21 in four sources, as the national registers would hold them. */
export const PER_CADRE: Readonly<Record<string, number>> = {
  'inspection-opinion': 10,
  'debriefing-score': 4,
  'audit-finding': 3,
  'personal-matter-report': 4,
};

/** The day on which the population's last records are dated. */
export const LAST_DAY = dayOf('2026-06-30');
const SPAN_DAYS = 2190;
const DEBRIEFED_YEARS = [2022, 2023, 2024, 2025];
const REPORTED_YEARS = [2022, 2023, 2024, 2025];

/** A small generator of pseudo-random numbers (mulberry32): the same seed, the same population. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One record of one cadre: its cells by field name, dates as days. */
export interface BenchRecord {
  readonly cadre: number;
  readonly source: string;
  readonly ref: string;
  readonly cells: Cells;
}

/** The records of a population, one after another, in no useful order within a cadre. `each`: how many of which source every cadre has. */
export function* records(
  cadreCount: number,
  seed = 7,
  each: Readonly<Record<string, number>> = PER_CADRE,
): Generator<BenchRecord> {
  const random = randomNumbers(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(values: readonly T[]) => values[upTo(values.length)] as T;
  const maybe = <T>(chance: number, value: () => T) => (random() < chance ? value() : null);
  const day = () => LAST_DAY - upTo(SPAN_DAYS);

  const heldFrom = DEBRIEFED_YEARS.map((year) => dayOf(`${year + 1}-01-10`));
  const reportsDueOn = REPORTED_YEARS.map((year) => dayOf(`${year + 1}-01-31`));
  const make: Record<string, (number: number) => Cells> = {
    'inspection-opinion': () => {
      const givenOn = day();
      return {
        given_on: givenOn,
        respondent: pick(['leading_group', 'peer', 'subordinate', 'work_object', 'unknown']),
        circle: pick(['work', 'life', 'social']),
        rating: pick([-2, -1, -1, 0, 1, 1, 1, 2, 2]),
        channel: pick(['interview', 'interview', 'ballot', 'signed', 'anonymous', null]),
        ballot_count: maybe(0.1, () => 1 + upTo(30)),
        verified_on: maybe(0.1, () => givenOn + upTo(90)),
        verification: maybe(0.5, () => pick(['substantiated', 'unsubstantiated', 'inconclusive'])),
      };
    },
    'debriefing-score': (number) => {
      return {
        year: DEBRIEFED_YEARS[number] ?? 0,
        held_on: (heldFrom[number] ?? 0) + upTo(60),
        score: 50 + upTo(500) / 10,
        grade: pick(['excellent', 'competent', 'competent', 'basically_competent', 'incompetent']),
      };
    },
    'audit-finding': () => {
      const foundOn = day();
      const rectifiedOn = maybe(0.7, () => foundOn + upTo(200));
      return {
        audit_no: `A${upTo(2)}`,
        phase: pick(['in_term', 'end_of_term']),
        responsibility: pick(['direct', 'leadership', 'none', null]),
        found_on: foundOn,
        severity: pick([0, 0, 1, 1, 2, 2, 3, 4]),
        rectify_by: maybe(0.5, () => foundOn + 60 + upTo(120)),
        rectified_on: rectifiedOn,
        return_visited_on: rectifiedOn === null ? null : rectifiedOn + 30 + upTo(100),
        return_visit_result: pick(['verified', 'verified', 'not_rectified']),
        re_rectified_on: rectifiedOn === null ? null : maybe(0.5, () => rectifiedOn + 200),
      };
    },
    'personal-matter-report': (number) => {
      const dueOn = reportsDueOn[number] ?? 0;
      return {
        period: String(REPORTED_YEARS[number]),
        kind: 'annual',
        due_on: dueOn,
        submitted_on: maybe(0.95, () => dueOn - 30 + upTo(60)),
        check_result: pick(['not_checked', 'not_checked', 'consistent', 'omitted', 'concealed']),
        checked_on: maybe(0.7, () => dueOn + upTo(300)),
      };
    },
  };

  for (let cadre = 0; cadre < cadreCount; cadre++) {
    for (const [source, count] of Object.entries(each)) {
      for (let number = 0; number < count; number++) {
        const cells = make[source]?.(number) ?? {};
        yield { cadre, source, ref: `${source[0]}${number}`, cells };
      }
    }
  }
}

export const staffNo = (cadre: number) => `S${String(cadre).padStart(8, '0')}`;

/** The population as the product's own columns. */
export function evidenceOf(cadreCount: number, seed?: number): Evidence {
  const builders = new Map(sources.map((source) => [source.key, new TableBuilder(source, true)]));
  for (const { cadre, source, ref, cells } of records(cadreCount, seed)) {
    builders.get(source)?.append(cadre, ref, 'bench', cells);
  }
  const register = Array.from(
    { length: cadreCount },
    (_, cadre): CadreRow => ({
      staffNo: staffNo(cadre),
      appointedOn: NO_DAY,
      leftOn: NO_DAY,
      unitCode: `U${cadre % 1000}`,
      post: null,
      rank: null,
      head: cadre % 10 === 0,
    }),
  );
  return {
    cadres: cadreColumns(register, [], true),
    sources: Object.fromEntries(
      [...builders].map(([key, builder]) => [key, builder.build(cadreCount)]),
    ),
  };
}
