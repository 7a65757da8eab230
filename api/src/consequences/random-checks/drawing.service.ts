import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { dateOf, dayOf, drawLots } from '@probity/analytics';
import type { PoolClient } from 'pg';
import type { Scope, UnitInterval } from '../../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { EVIDENCE_COMMITTED, tick } from '../../platform/database/commit-clock.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { conflict } from '../../platform/errors/problem.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { PoliciesService, type PolicyVersion } from '../../policies/policies.service.js';
import { UnitTreeService } from '../../scoring/load/unit-tree.service.js';
import { populationQuery, promotedQuery } from './population.sql.js';
import type { NewCheck } from './random-checks.dto.js';

/** What is done, for whoever works it out again; another way gets another name. */
export const ALGORITHM = 'sha256(seed LF staffNo)/1';

const SEED_BYTES = 16;
const ROWS_AT_ONCE = 10_000;

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

interface Drawing extends NewCheck {
  readonly interval: UnitInterval | undefined;
  readonly unitCode: string | undefined;
  readonly by: string;
}

/** Somebody whose report of the year is there, and the draw of that year in which they had a lot. */
interface Reported {
  readonly cadreId: number;
  readonly staffNo: string;
  readonly checkId: number | null;
}

interface Promoted {
  readonly checkId: number;
  readonly cadreId: number;
  readonly staffNo: string | null;
  readonly caseNo: string;
  readonly agreedOn: string;
}

/** Draws whose reports are checked, and takes in whoever comes up for promotion. */
@Injectable()
export class DrawingService {
  constructor(
    private readonly product: ProductDatabase,
    private readonly units: UnitTreeService,
    private readonly policies: PoliciesService,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Draws, of everybody in a part of the caller's scope who had no lot that year, whomever the caller
   * may not see among them. Returns the draw's number. 404 for a foreign unit; 409 where nobody is
   * left to be drawn from.
   */
  async draw(scope: Scope, wish: NewCheck): Promise<number> {
    const unitCode = wish.unit ?? scope.unitCode;
    const interval = (await this.units.interval(wish.unit, scope)) ?? scope.units;
    const policy = await this.policies.load();
    return this.product.transaction(async (client) => {
      // The clock's lock: no other draw, and no commit of records, comes in between.
      const at = await tick(client);
      const drawing = { ...wish, interval, unitCode, by: scope.subject };
      const id = await this.#draw(client, drawing, at, policy);
      await this.#join(client, at, policy);
      const event = { at, importId: 0, kinds: ['random-check-people'], cadreIds: 'all' };
      await this.jobs.send(EVIDENCE_COMMITTED, event, {}, client);
      return id;
    });
  }

  /** Lets whoever came up for promotion join the draws that they belong to. */
  async join(): Promise<void> {
    const policy = await this.policies.load();
    const waiting = await this.product.query<Promoted>(promotedQuery, this.#joining(policy));
    if (waiting.length === 0) return;
    await this.product.transaction(async (client) => {
      const at = await tick(client);
      const cadreIds = await this.#join(client, at, policy);
      const event = { at, importId: 0, kinds: ['random-check-people'], cadreIds };
      await this.jobs.send(EVIDENCE_COMMITTED, event, {}, client);
    });
  }

  async #draw(
    client: PoolClient,
    { year, interval, unitCode, witness, by }: Drawing,
    at: string,
    { version, policy }: PolicyVersion,
  ): Promise<number> {
    const today = dateIn(this.config.timeZone);
    const { rows: reported } = await client.query<Reported>(populationQuery, [
      ...[today, year, interval?.enter ?? null, interval?.leave ?? null],
    ]);
    // A second look at a lot that did not please is no lot: nobody is in two draws of a year.
    const people = reported.filter(({ checkId }) => checkId === null);
    if (people.length === 0) throw nobodyLeft(year, reported);
    // Nobody who asks for a draw can know, or choose, what it will say.
    const random = randomBytes(SEED_BYTES).toString('hex');
    const seed = witness === undefined ? random : `${random}:${witness}`;
    const { share, checkDays } = policy.randomCheck;
    const staffNos = people.map(({ staffNo }) => staffNo);
    const lots = drawLots(seed, staffNos, share, sha256);
    const drawn = lots.filter((lot) => lot.drawn);
    if (drawn.length === 0) {
      throw conflict(
        `Policy draws a share of ${share}, so nobody is drawn of ${people.length}.`,
        'nobody-drawn',
      );
    }
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO random_checks (year, unit_id, unit_code, algorithm, seed, share,
         population_count, drawn_count, threshold, drawn_on, drawn_at, drawn_by, policy_version)
       VALUES ($1, (SELECT tree.unit_id FROM unit_tree tree WHERE tree.enter = $2), $3, $4, $5, $6,
         $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
      [
        ...[year, interval?.enter ?? null, interval ? (unitCode ?? null) : null, ALGORITHM, seed],
        ...[share, lots.length, drawn.length, drawn.at(-1)?.hash ?? '', today, at, by, version],
      ],
    );
    const id = rows[0]?.id ?? 0;
    const cadreIds = new Map(people.map(({ cadreId, staffNo }) => [staffNo, cadreId]));
    const dueOn = dateOf(dayOf(today) + checkDays);
    for (let from = 0; from < lots.length; from += ROWS_AT_ONCE) {
      const some = lots.slice(from, from + ROWS_AT_ONCE);
      await client.query(
        `INSERT INTO random_check_people
           (cadre_id, check_id, staff_no, place, hash, drawn, agreed_on, due_on, recorded_at)
         SELECT cadre_id, $1, staff_no, place, hash, drawn, CASE WHEN drawn THEN $2::date END,
           CASE WHEN drawn THEN $3::date END, $4
         FROM unnest($5::bigint[], $6::text[], $7::int[], $8::text[], $9::boolean[])
           AS lots (cadre_id, staff_no, place, hash, drawn)`,
        [
          ...[id, today, dueOn, at, some.map(({ staffNo }) => cadreIds.get(staffNo))],
          ...[some.map(({ staffNo }) => staffNo), some.map(({ place }) => place)],
          ...[some.map(({ hash }) => hash), some.map((lot) => lot.drawn)],
        ],
      );
    }
    return id;
  }

  async #join(client: PoolClient, at: string, policy: PolicyVersion): Promise<number[]> {
    const { rows } = await client.query<Promoted>(promotedQuery, this.#joining(policy));
    const { checkDays } = policy.policy.randomCheck;
    for (const { checkId, cadreId, staffNo, caseNo, agreedOn } of rows) {
      await client.query(
        `INSERT INTO random_check_people AS p
           (cadre_id, check_id, staff_no, drawn, case_no, agreed_on, due_on, recorded_at)
         VALUES ($1, $2, $3, false, $4, $5::date, $5::date + $6::int, $7)
         ON CONFLICT (cadre_id, check_id) DO UPDATE SET case_no = excluded.case_no,
           agreed_on = coalesce(p.agreed_on, excluded.agreed_on),
           due_on = coalesce(p.due_on, excluded.due_on), recorded_at = excluded.recorded_at`,
        [cadreId, checkId, staffNo ?? '', caseNo, agreedOn, checkDays, at],
      );
    }
    return rows.map(({ cadreId }) => cadreId);
  }

  #joining({ policy }: PolicyVersion): unknown[] {
    return [policy.randomCheck.promotionDays, dateIn(this.config.timeZone)];
  }
}

function nobodyLeft(year: number, reported: readonly Reported[]) {
  if (reported.length === 0) {
    return conflict(
      `Nobody in service here has an annual report of ${year}, so nobody is drawn.`,
      'nobody-drawn',
    );
  }
  const draws = [...new Set(reported.map(({ checkId }) => checkId))].sort();
  return conflict(
    `Reports of ${year} were drawn already: everybody here had a lot in draw ${draws.join(', ')}, and nobody has two.`,
    'drawn-already',
  );
}
