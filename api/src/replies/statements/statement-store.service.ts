import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { EVIDENCE_COMMITTED, tick } from '../../platform/database/commit-clock.js';
import { Database } from '../../platform/database/database.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { notFound } from '../../platform/errors/problem.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import {
  contentColumns,
  type StatementContent,
  type StatementVersion,
  versionColumns,
} from './statement-version.js';

const members = Object.keys(contentColumns) as (keyof StatementContent)[];
const INSERT = `INSERT INTO replies (cadre_id, version, recorded_at, recorded_by,
    ${members.map((member) => contentColumns[member]).join(', ')})
  VALUES ($1, $2, $3, $4, ${members.map((_, at) => `$${at + 5}`).join(', ')})`;

/** The versions of statements. What is written is never changed: a new version ends the one before. */
@Injectable()
export class StatementStore {
  constructor(
    private readonly database: Database,
    private readonly product: ProductDatabase,
    private readonly jobs: Jobs,
  ) {}

  /** Every version of somebody's statements, by statement and version. */
  versions(cadreId: number): Promise<StatementVersion[]> {
    return this.database.query<StatementVersion>(
      `SELECT ${versionColumns} FROM replies WHERE cadre_id = $1
       ORDER BY length(ref), ref, version`,
      [cadreId],
    );
  }

  /** Adds a statement by this subject. Returns its number. */
  add(cadreId: number, by: string, content: Omit<StatementContent, 'ref'>): Promise<string> {
    return this.#write(async (client) => {
      const { rows } = await client.query<{ ref: string }>(
        `SELECT 'R-' || nextval('reply_number') AS ref`,
      );
      const ref = rows[0]?.ref ?? '';
      await this.#append(client, cadreId, { ...content, ref }, by);
      return ref;
    });
  }

  /** Adds a version of a statement: what `change` makes of the current one. Throws 404 where there is none. */
  change(
    cadreId: number,
    ref: string,
    by: string,
    change: (current: StatementVersion) => StatementContent,
  ): Promise<void> {
    return this.#write(async (client) => {
      const { rows } = await client.query<StatementVersion>(
        `SELECT ${versionColumns} FROM replies
         WHERE cadre_id = $1 AND ref = $2 AND superseded_at IS NULL FOR UPDATE`,
        [cadreId, ref],
      );
      const [current] = rows;
      if (!current) throw notFound(`statement ${ref}`);
      await this.#append(client, cadreId, change(current), by, current.version);
    });
  }

  /** Statements are kept beside the records, which callers never write themselves. */
  #write<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.product.transaction(work);
  }

  async #append(
    client: PoolClient,
    cadreId: number,
    content: StatementContent,
    by: string,
    before = 0,
  ): Promise<void> {
    const at = await tick(client);
    await client.query(
      `UPDATE replies SET superseded_at = $3
       WHERE cadre_id = $1 AND ref = $2 AND superseded_at IS NULL`,
      [cadreId, content.ref, at],
    );
    const values = members.map((member) => content[member]);
    await client.query(INSERT, [cadreId, before + 1, at, by, ...values]);
    await this.jobs.send(
      EVIDENCE_COMMITTED,
      { at, kinds: ['replies'], cadreIds: [cadreId] },
      {},
      client,
    );
  }
}
