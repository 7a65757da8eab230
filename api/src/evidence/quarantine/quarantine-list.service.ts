import { Injectable } from '@nestjs/common';
import { scopeValues } from '../../platform/access/person-in-scope.sql.js';
import type { Scope } from '../../platform/access/scope.js';
import { Database } from '../../platform/database/database.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { notFound } from '../../platform/errors/problem.js';
import { type Proposal, proposalColumns } from '../../second-person/proposals.service.js';
import { seesOthersRows, senderValues, sentBy } from '../imports/import-access.js';
import { rowInScope } from './affected.sql.js';
import type { QuarantinedRow } from './carry-out.js';
import type { ListQuery, QuarantinedAnswer } from './quarantine.dto.js';

const PROPOSED = `EXISTS (SELECT FROM proposals p
  WHERE p.purpose = 'quarantine-release' AND p.about = q.id::text AND p.state = 'waiting')`;

/** Own rows, and for a second person those of everybody's files that are about people in their scope. */
const VISIBLE = `EXISTS (SELECT FROM imports i WHERE i.id = q.import_id
  AND (${sentBy('$1', '$2')} OR ($3 AND ${rowInScope('q', '$4', '$5', '$6')})))`;

/** Rows that were refused, with what people proposed about them. */
@Injectable()
export class QuarantineList {
  constructor(
    private readonly database: Database,
    private readonly product: ProductDatabase,
  ) {}

  /** Rows in quarantine, the oldest first. */
  async list(
    scope: Scope,
    { state, kind, proposed, offset, limit }: ListQuery & { limit: number },
  ): Promise<{ total: number; rows: QuarantinedAnswer[] }> {
    const where = `q.state = $7 AND ($8::text IS NULL OR q.kind = $8)
      AND ($9::boolean IS NULL OR $9 = ${PROPOSED}) AND ${VISIBLE}`;
    const filter = [...seenBy(scope), state, kind ?? null, proposed ?? null];
    const { total } = await this.product.one<{ total: number }>(
      `SELECT count(*) AS total FROM quarantine q WHERE ${where}`,
      filter,
    );
    const ids = await this.product.query<{ id: number }>(
      `SELECT q.id FROM quarantine q WHERE ${where} ORDER BY q.id OFFSET $10 LIMIT $11`,
      [...filter, offset, limit],
    );
    return { total, rows: await this.#told(ids.map(({ id }) => id)) };
  }

  /** One row. 404 where there is none that the caller may see. */
  async find(scope: Scope, id: number): Promise<QuarantinedAnswer> {
    const seen = await this.product.query(
      `SELECT FROM quarantine q WHERE q.id = $7 AND ${VISIBLE}`,
      [...seenBy(scope), id],
    );
    const [row] = seen.length > 0 ? await this.#told([id]) : [];
    if (!row) throw notFound('quarantined row');
    return row;
  }

  /** The rows themselves by the caller's own eyes; whom they are about, and proposals, no caller's role reaches. */
  async #told(ids: readonly number[]): Promise<QuarantinedAnswer[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.query<QuarantinedRow>(
      'SELECT * FROM quarantine WHERE id = ANY ($1::bigint[]) ORDER BY id',
      [ids],
    );
    const proposals = await this.product.query<Proposal>(
      `SELECT DISTINCT ON (about) ${proposalColumns} FROM proposals p
       WHERE purpose = 'quarantine-release' AND about = ANY ($1::text[]) ORDER BY about, p.id DESC`,
      [ids.map(String)],
    );
    const latest = new Map(proposals.map((proposal) => [proposal.about, proposal]));
    return rows.map((row) => answerOf(row, latest.get(String(row.id))));
  }
}

/** The first six values of every query over `VISIBLE`. */
const seenBy = (scope: Scope): unknown[] => [
  ...senderValues(scope),
  seesOthersRows(scope),
  ...scopeValues(scope),
];

const answerOf = (row: QuarantinedRow, proposal: Proposal | undefined): QuarantinedAnswer => ({
  id: row.id,
  importId: row.import_id,
  kind: row.kind,
  system: row.source_system,
  line: row.line,
  code: row.code,
  state: row.state as QuarantinedAnswer['state'],
  content: row.content,
  reason: row.settled_reason,
  proposal: proposal
    ? {
        reason: proposal.reason,
        proposedBy: proposal.proposer,
        proposedAt: proposal.proposedAt,
        state: proposal.state,
        decidedBy: proposal.decidedBy,
        decidedReason: proposal.decidedReason,
        decidedAt: proposal.decidedAt,
      }
    : null,
});
