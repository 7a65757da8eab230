import { Inject, Injectable } from '@nestjs/common';
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
             SELECT a.cadre_id FROM cadre_aliases a WHERE a.identifier = $6 AND ${knownNow('a')}))
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
      `SELECT a.system, a.identifier FROM cadre_aliases a
       WHERE a.cadre_id = $1 AND ${knownNow('a')}
       ORDER BY a.system COLLATE "C", a.identifier COLLATE "C"`,
      [cadreId],
    );
    return { ...facts, postings, aliases };
  }

  /** The internal number of a person. 404 where there is none in scope. */
  async idOf(scope: Scope, staffNo: string): Promise<number> {
    return (await this.#facts(scope, staffNo)).cadreId;
  }

  async #facts(scope: Scope, staffNo: string): Promise<Numbered<Facts>> {
    const [facts] = await this.database.query<Numbered<Facts>>(
      `WITH hit AS (
         SELECT c.cadre_id, c.id FROM cadres c WHERE c.staff_no = $5 AND ${latestOfCadre})
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
