import { Inject, Injectable } from '@nestjs/common';
import { personInScope, scopeValues } from '../platform/access/person-in-scope.sql.js';
import type { Scope } from '../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../platform/config.js';
import { containing } from '../platform/database/conditions.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/errors/problem.js';
import { foundColumns, knownNow, latestOfCadre, placedCadres, unitOf } from './cadre-place.sql.js';
import type { CadreAnswer, FoundCadre, Posting, SearchQuery } from './cadres.dto.js';

type Numbered<T> = T & { readonly cadreId: number };
type Facts = Omit<CadreAnswer, 'postings' | 'aliases'>;

/** Who somebody is: the register, postings and other offices' numbers, as known now. */
@Injectable()
export class CadresService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** People whose name or number holds `q` (any case), or who have it as an alias; exact numbers first. */
  async search(scope: Scope, { q, limit }: SearchQuery): Promise<{ rows: FoundCadre[] }> {
    const rows = await this.database.query<Numbered<FoundCadre>>(
      `WITH hit AS (
         SELECT c.cadre_id, c.id, c.staff_no, c.staff_no = $6 AS exact
         FROM cadres c
         WHERE ${latestOfCadre} AND c.cadre_id <> ALL ($4::bigint[])
           AND ($2::int IS NULL OR c.cadre_id IN (
             SELECT authority.cadre_id FROM authority JOIN unit_tree tree USING (unit_id)
             WHERE tree.enter BETWEEN $2 AND $3))
           AND (c.staff_no ILIKE $5 OR c.name ILIKE $5 OR c.cadre_id IN (
             SELECT a.cadre_id FROM cadre_aliases a WHERE a.identifier = $6 AND ${knownNow('a')}
             UNION SELECT m.now_id FROM merges m WHERE m.staff_no = $6 AND m.split_at IS NULL))
         ORDER BY exact DESC, c.staff_no COLLATE "C"
         LIMIT $7::int)
       SELECT ${foundColumns} FROM hit ${placedCadres}
       ORDER BY hit.exact DESC, hit.staff_no COLLATE "C"
       LIMIT $7`,
      [...this.#placed(scope), containing(q), q, limit],
    );
    return { rows: rows.map(({ cadreId: _, ...found }) => found) };
  }

  /** The register's facts about a person, with postings and aliases. 404 where there is none in scope. */
  async find(scope: Scope, staffNo: string): Promise<CadreAnswer> {
    const { cadreId, ...facts } = await this.#facts(scope, staffNo);
    const postings = await this.database.query<Posting>(
      `SELECT p.unit_code AS "unitCode", unit.name AS "unitName", p.post, p.post_code AS "postCode",
         p.rank, p.head, p.from_on AS "fromOn", p.to_on AS "toOn"
       FROM postings p LEFT JOIN LATERAL ${unitOf('p.unit_code')} unit ON true
       WHERE p.cadre_id = $1 AND ${knownNow('p')}
       ORDER BY p.from_on DESC, p.unit_code COLLATE "C", p.post COLLATE "C"`,
      [cadreId],
    );
    const aliases = await this.database.query<CadreAnswer['aliases'][number]>(
      `SELECT a.system, a.identifier FROM (
         SELECT system, identifier FROM cadre_aliases own
         WHERE own.cadre_id = $1 AND ${knownNow('own')}
         UNION ALL
         SELECT 'merged', m.staff_no FROM merges m WHERE m.now_id = $1 AND m.split_at IS NULL
       ) a
       ORDER BY a.system COLLATE "C", a.identifier COLLATE "C"`,
      [cadreId],
    );
    return { ...facts, postings, aliases };
  }

  /** The internal number of a person. 404 where there is none in scope. */
  async idOf(scope: Scope, staffNo: string): Promise<number> {
    return (await this.#facts(scope, staffNo)).cadreId;
  }

  /**
   * The internal number of a person as an instant knew it (now where not given): a number that was
   * merged since named somebody of its own. 404 where there is none in scope.
   */
  async idAt(scope: Scope, staffNo: string, knownAt: string | undefined): Promise<number> {
    if (knownAt === undefined) return this.idOf(scope, staffNo);
    const [then] = await this.database.query<{ id: number }>(
      `SELECT c.cadre_id AS id FROM cadres c
       WHERE c.staff_no = $1 AND c.recorded_at <= $5::timestamptz AND c.withdrawn_reason IS NULL
         AND (c.superseded_at IS NULL OR c.superseded_at > $5::timestamptz)
         AND ${personInScope('c.cadre_id', { hidden: '$2', enter: '$3', leave: '$4' })}
       ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1`,
      [staffNo, ...scopeValues(scope), knownAt],
    );
    return then ? then.id : this.idOf(scope, staffNo);
  }

  async #facts(scope: Scope, staffNo: string): Promise<Numbered<Facts>> {
    const [facts] = await this.database.plannedOnce<Numbered<Facts>>(
      `WITH hit AS (
         SELECT c.cadre_id, c.id FROM cadres c WHERE ${latestOfCadre} AND (c.staff_no = $5
           OR c.cadre_id = (SELECT m.now_id FROM merges m WHERE m.staff_no = $5 AND m.split_at IS NULL)))
       SELECT ${foundColumns}, c.managed_by AS "managedBy", managing_unit.name AS "managedByName",
         place.rank, place.head, c.appointed_on AS "appointedOn", c.birth_year AS "birthYear",
         c.left_on AS "leftOn"
       FROM hit ${placedCadres}`,
      [...this.#placed(scope), staffNo],
    );
    if (!facts) throw notFound(`person with the number ${staffNo}`);
    return facts;
  }

  /** The first four values of every query over `placedCadres`. */
  #placed(scope: Scope): unknown[] {
    const today = dateIn(this.config.timeZone);
    return [today, scope.units?.enter ?? null, scope.units?.leave ?? null, scope.hidden];
  }
}
