import { Injectable } from '@nestjs/common';
import type { Scope } from '../platform/access/scope.js';
import { ProductDatabase } from '../platform/database/product-database.js';
import { conflict, notFound } from '../platform/errors/problem.js';
import { rfc3339 } from '../platform/instants.js';
import type { SavedPage, SavedView, SavedViewPath } from './saved-views.dto.js';

/** More than anybody finds again in a list. */
const MOST = 50;

const COLUMNS = `name, query, ${rfc3339('saved_at')} AS "savedAt"`;

/** Views of a page that callers keep for themselves: nobody sees another's. */
@Injectable()
export class SavedViewsService {
  // The table is closed to callers; every statement names whose views it is about.
  constructor(private readonly database: ProductDatabase) {}

  /** The caller's views of a page, by name. */
  list(scope: Scope, page: SavedPage): Promise<SavedView[]> {
    return this.database.query<SavedView>(
      `SELECT ${COLUMNS} FROM saved_views WHERE subject = $1 AND page = $2 ORDER BY name`,
      [scope.subject, page],
    );
  }

  /** Keeps a view, in place of one of that name. Throws a 409 problem where there are too many. */
  async put(scope: Scope, { page, name }: SavedViewPath, query: string): Promise<SavedView> {
    const [kept] = await this.database.query<SavedView>(
      `INSERT INTO saved_views (subject, page, name, query)
       SELECT $1, $2, $3, $4
       WHERE (SELECT count(*) FROM saved_views WHERE subject = $1 AND page = $2 AND name <> $3) < ${MOST}
       ON CONFLICT (subject, page, name) DO UPDATE SET query = excluded.query, saved_at = now()
       RETURNING ${COLUMNS}`,
      [scope.subject, page, name, query],
    );
    if (!kept)
      throw conflict(
        `There are ${MOST} saved views of this page already. Remove one first.`,
        'views-full',
        {
          most: MOST,
        },
      );
    return kept;
  }

  /** Forgets a view. Throws 404. */
  async remove(scope: Scope, { page, name }: SavedViewPath): Promise<void> {
    const removed = await this.database.query(
      'DELETE FROM saved_views WHERE subject = $1 AND page = $2 AND name = $3 RETURNING name',
      [scope.subject, page, name],
    );
    if (removed.length === 0) throw notFound('saved view');
  }
}
