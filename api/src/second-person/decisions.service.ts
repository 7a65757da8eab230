import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { personInScope, scopeValues } from '../platform/access/person-in-scope.sql.js';
import type { Scope } from '../platform/access/scope.js';
import { EVIDENCE_COMMITTED, tick } from '../platform/database/commit-clock.js';
import { ProductDatabase } from '../platform/database/product-database.js';
import { conflict, notFound } from '../platform/errors/problem.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import type { ProposalAnswer, ProposalQuery } from './proposals.dto.js';
import { type Proposal, Proposals, type Purpose, proposalColumns } from './proposals.service.js';

export {
  type Decision,
  decision,
  type ProposalAnswer,
  proposalAnswer,
  reason,
} from './proposals.dto.js';

/** The kinds of records that what was carried out has changed, for whoever follows them. */
export interface CarriedOut {
  readonly at: string;
  readonly kinds: readonly string[];
}

/** Does what a proposal says, under the commit lock taken at `at`. Throws a 409 problem where it can no longer be done. */
export type CarryOut = (client: PoolClient, proposal: Proposal, at: string) => Promise<CarriedOut>;

const VISIBLE = `(p.proposed_by = $1 OR NOT EXISTS (
  SELECT FROM unnest(p.cadre_ids) AS about(id)
  WHERE NOT ${personInScope('about.id', { hidden: '$2', enter: '$3', leave: '$4' })}))`;

/** What waits for a second person, and their word on it. */
@Injectable()
export class Decisions {
  readonly #carryOut = new Map<Purpose, CarryOut>();

  constructor(
    private readonly database: ProductDatabase,
    private readonly proposals: Proposals,
    private readonly jobs: Jobs,
  ) {}

  /** Says how proposals of a purpose are carried out. */
  register(purpose: Purpose, carryOut: CarryOut): void {
    this.#carryOut.set(purpose, carryOut);
  }

  /** Proposals about people whom the caller may see, and the caller's own; the oldest first. */
  async list(
    scope: Scope,
    { state, purpose, offset, limit }: ProposalQuery & { limit: number },
  ): Promise<{ total: number; rows: ProposalAnswer[] }> {
    const where = `${VISIBLE} AND p.state = $5 AND p.purpose <> 'quarantine-release'
      AND ($6::text IS NULL OR p.purpose = $6)`;
    const filter = [scope.subject, ...scopeValues(scope), state, purpose ?? null];
    const { total } = await this.database.one<{ total: number }>(
      `SELECT count(*) AS total FROM proposals p WHERE ${where}`,
      filter,
    );
    const rows = await this.database.query<Proposal>(
      `SELECT ${proposalColumns} FROM proposals p WHERE ${where} ORDER BY p.id OFFSET $7 LIMIT $8`,
      [...filter, offset, limit],
    );
    return { total, rows: rows.map(answerOf) };
  }

  /** One proposal. 404 where there is none that the caller may see. */
  async find(scope: Scope, id: number): Promise<ProposalAnswer> {
    const [found] = await this.database.query<Proposal>(
      `SELECT ${proposalColumns} FROM proposals p
       WHERE ${VISIBLE} AND p.id = $5 AND p.purpose <> 'quarantine-release'`,
      [scope.subject, ...scopeValues(scope), id],
    );
    if (!found) throw notFound(`proposal ${id}`);
    return answerOf(found);
  }

  /** Carries out, as the second person, what was proposed. 403, 404, 409. */
  async approve(scope: Scope, id: number, reason: string): Promise<ProposalAnswer> {
    await this.find(scope, id);
    await this.database.transaction(async (client) => {
      const at = await tick(client);
      const proposal = await held(client, id);
      this.proposals.demandSecond(scope, proposal);
      const carryOut = this.#carryOut.get(proposal.purpose);
      if (!carryOut)
        throw new Error(`nobody carries out a proposal of purpose ${proposal.purpose}`);
      const done = await carryOut(client, proposal, at);
      await this.proposals.close(client, proposal, 'approved', scope, reason);
      const event = { ...done, importId: 0, cadreIds: 'all' };
      await this.jobs.send(EVIDENCE_COMMITTED, event, {}, client);
    });
    // By the number: whom it was about may be gone.
    const done = await this.database.one<Proposal>(
      `SELECT ${proposalColumns} FROM proposals WHERE id = $1`,
      [id],
    );
    return answerOf(done);
  }

  /** Declines what was proposed, or takes the own proposal back. 403, 404, 409. */
  async decline(scope: Scope, id: number, reason: string): Promise<ProposalAnswer> {
    await this.find(scope, id);
    await this.database.transaction(async (client) => {
      const proposal = await held(client, id);
      const own = proposal.proposedBy === scope.subject;
      if (!own) this.proposals.demandSecond(scope, proposal);
      await this.proposals.close(client, proposal, own ? 'lapsed' : 'declined', scope, reason);
    });
    return this.find(scope, id);
  }
}

async function held(client: PoolClient, id: number): Promise<Proposal> {
  const { rows } = await client.query<Proposal>(
    `SELECT ${proposalColumns} FROM proposals WHERE id = $1 FOR UPDATE`,
    [id],
  );
  const [proposal] = rows;
  if (!proposal) throw notFound(`proposal ${id}`);
  if (proposal.state !== 'waiting')
    throw conflict(`This proposal is ${proposal.state} already.`, 'decided-already');
  return proposal;
}

/** A proposal as it is answered; `about` is the number of the person. */
export const answerOf = (proposal: Proposal): ProposalAnswer => ({
  id: proposal.id,
  purpose: proposal.purpose as ProposalAnswer['purpose'],
  staffNo: proposal.about,
  detail: proposal.detail,
  reason: proposal.reason,
  state: proposal.state,
  proposedBy: proposal.proposedBy,
  proposedAt: proposal.proposedAt,
  decidedBy: proposal.decidedBy,
  decidedReason: proposal.decidedReason,
  decidedAt: proposal.decidedAt,
});
