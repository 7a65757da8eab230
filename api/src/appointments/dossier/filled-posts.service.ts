import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/access/scope.js';
import { Database } from '../../platform/database/database.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import type { CaseRow } from '../cases/case-file.js';
import { known } from '../cases/case-query.sql.js';

/** What the registers say of the posts of a rank in a unit. */
export interface RegisteredPosts {
  /** Null where no quota is registered. */
  readonly establishedPosts: number | null;
  /** How many of those in service hold a post of the rank there, whoever manages them. */
  readonly filledPosts: number;
}

const quotaQuery = `SELECT q.established_posts AS posts FROM unit_quotas q
  WHERE q.unit_code = $1 AND q.rank = $2 AND ${known('q', undefined)}
  ORDER BY q.recorded_at DESC, q.id DESC LIMIT 1`;

/** As `filledPosts` of the analytics counts: by the posting that covers the day, else by the register. */
const filledQuery = `SELECT count(*) AS posts FROM cadres c
  LEFT JOIN LATERAL (
    SELECT p.unit_code, p.rank FROM postings p
    WHERE p.cadre_id = c.cadre_id AND ${known('p', undefined)}
      AND p.from_on <= $3::date AND (p.to_on IS NULL OR p.to_on > $3::date)
    ORDER BY p.from_on DESC, p.unit_code COLLATE "C", p.post COLLATE "C" LIMIT 1
  ) posting ON true
  WHERE ${known('c', undefined)}
    AND NOT EXISTS (
      SELECT FROM cadres later WHERE later.cadre_id = c.cadre_id AND ${known('later', undefined)}
        AND (later.recorded_at, later.id) > (c.recorded_at, c.id))
    AND (c.unit_code = $1 OR c.cadre_id IN (
      SELECT p.cadre_id FROM postings p WHERE p.unit_code = $1 AND ${known('p', undefined)}))
    AND (c.appointed_on IS NULL OR c.appointed_on <= $3::date)
    AND (c.left_on IS NULL OR c.left_on > $3::date)
    AND CASE WHEN posting.unit_code IS NULL THEN c.unit_code ELSE posting.unit_code END = $1
    AND CASE WHEN posting.unit_code IS NULL THEN c.rank ELSE posting.rank END = $2`;

/** Quotas, and the posts really filled. */
@Injectable()
export class FilledPostsService {
  constructor(
    private readonly database: Database,
    private readonly product: ProductDatabase,
  ) {}

  /** The posts of a case's unit and rank on a day; null where the unit lies outside of the scope. */
  async of(scope: Scope, row: CaseRow, asOf: string): Promise<RegisteredPosts | null> {
    if (!(await this.#sees(scope, row.unitCode))) return null;
    const [quota] = await this.database.query<{ posts: number }>(quotaQuery, [
      row.unitCode,
      row.rank,
    ]);
    // A count of posts is no record about anybody: those whom others manage fill posts, too.
    const { posts } = await this.product.one<{ posts: number }>(filledQuery, [
      ...[row.unitCode, row.rank, asOf],
    ]);
    return { establishedPosts: quota?.posts ?? null, filledPosts: posts };
  }

  async #sees({ units }: Scope, unitCode: string): Promise<boolean> {
    if (!units) return true;
    const found = await this.database.query(
      `SELECT FROM units u JOIN unit_tree tree USING (unit_id)
       WHERE u.unit_code = $1 AND ${known('u', undefined)} AND tree.enter BETWEEN $2 AND $3`,
      [unitCode, units.enter, units.leave],
    );
    return found.length > 0;
  }
}
