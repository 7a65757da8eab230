import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { asProduct } from '../../platform/access/current-scope.js';
import type { Scope } from '../../platform/access/scope.js';
import { tick } from '../../platform/database/commit-clock.js';
import { Database } from '../../platform/database/database.js';
import { conflict, notFound } from '../../platform/errors/problem.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { dropTemporary } from '../commit/batch.js';
import { settlePlaces } from '../commit/places.js';
import { releaseRows, releaseWaiting } from '../commit/release.js';
import { EVIDENCE_COMMITTED, type EvidenceCommitted } from '../imports/evidence-committed.js';
import { senderOnly } from '../imports/import-access.js';
import { kindNamed } from '../kinds/kind-catalog.js';

/** A quarantined row as it is answered. */
export interface QuarantinedRow {
  readonly id: number;
  readonly import_id: number;
  readonly kind: string;
  readonly source_system: string;
  readonly line: number;
  readonly code: string;
  readonly state: string;
  readonly content: Record<string, unknown> | null;
  readonly settled_reason: string | null;
}

/** Codes that a person may overrule: two rows in conflict, or a record that was withdrawn. */
const settleable = ['conflict', 'withdrawn'];

/** Rows that were refused, and what people decide about them. */
@Injectable()
export class QuarantineService {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Rows in quarantine, the oldest first. */
  async list(
    scope: Scope,
    page: { state: string; kind?: string | undefined; offset: number; limit: number },
  ) {
    const where = `state = $1 AND ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL
      OR EXISTS (SELECT FROM imports i WHERE i.id = import_id AND i.subject = $3))`;
    const filter = [page.state, page.kind ?? null, senderOnly(scope)];
    const { total } = await this.database.one<{ total: number }>(
      `SELECT count(*) AS total FROM quarantine WHERE ${where}`,
      filter,
    );
    const rows = await this.database.query<QuarantinedRow>(
      `SELECT * FROM quarantine WHERE ${where} ORDER BY id OFFSET $4 LIMIT $5`,
      [...filter, page.offset, page.limit],
    );
    return { total, rows: rows.map(answerOf) };
  }

  /**
   * Decides for a waiting row: `release` lets it replace what stands, `discard` sets it aside for
   * good. A decision carries a reason and whoever made it. Throws 404, and 409 for what cannot be
   * decided so.
   */
  async settle(scope: Scope, id: number, decision: 'release' | 'discard', reason: string) {
    // By the caller's own eyes: whoever may not see the row is told that there is none.
    const seen = await this.database.query('SELECT 1 FROM quarantine WHERE id = $1', [id]);
    if (seen.length === 0) throw notFound('quarantined row');
    return asProduct(() => this.#settle(scope, id, decision, reason));
  }

  #settle(scope: Scope, id: number, decision: 'release' | 'discard', reason: string) {
    return this.database.transaction(async (client) => {
      const at = await tick(client);
      const { rows } = await client.query<QuarantinedRow>(
        'SELECT * FROM quarantine WHERE id = $1 FOR UPDATE',
        [id],
      );
      const [row] = rows;
      if (!row) throw notFound('quarantined row');
      if (row.state !== 'waiting') throw conflict(`This row is ${row.state} already.`);
      if (decision === 'release') await this.#release(client, row, at);
      else
        await client.query(
          `UPDATE quarantine SET state = 'discarded', settled_at = clock_timestamp() WHERE id = $1`,
          [id],
        );
      const settled = await client.query<QuarantinedRow>(
        'UPDATE quarantine SET settled_by = $2, settled_reason = $3 WHERE id = $1 RETURNING *',
        [id, scope.subject, reason],
      );
      return answerOf(settled.rows[0]!);
    });
  }

  async #release(client: PoolClient, row: QuarantinedRow, from: string): Promise<void> {
    if (!settleable.includes(row.code) || !row.content) {
      throw conflict(
        row.code === 'unknown-reference'
          ? 'This row is released by itself when what it refers to arrives.'
          : `A row refused as "${row.code}" cannot be released; mend it and send it again.`,
      );
    }
    const kind = kindNamed(row.kind);
    const group = { ...row, ids: [row.id] };
    const at = await releaseRows(client, kind, group, true);
    const { rows } = await client.query<{ state: string; code: string }>(
      'SELECT state, code FROM quarantine WHERE id = $1',
      [row.id],
    );
    if (rows[0]?.state === 'waiting') {
      throw conflict(`The row cannot be released yet: ${rows[0].code}.`);
    }
    if (!at) return;
    const releases = await releaseWaiting(client, kind, at);
    await dropTemporary(client);
    const to = releases.at > at ? releases.at : at;
    await settlePlaces(client, releases.kinds, { from, to });
    const event: EvidenceCommitted = {
      at: to,
      importId: row.import_id,
      kinds: [...releases.kinds],
      cadreIds: 'all',
    };
    await this.jobs.send(EVIDENCE_COMMITTED, event, {}, client);
  }
}

const answerOf = (row: QuarantinedRow) => ({
  id: row.id,
  importId: row.import_id,
  kind: row.kind,
  system: row.source_system,
  line: row.line,
  code: row.code,
  state: row.state,
  content: row.content,
  reason: row.settled_reason,
});
