import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { personInScope, scopeValues } from '../platform/access/person-in-scope.sql.js';
import { approvesForAll, type Role, type Scope } from '../platform/access/scope.js';
import { EVIDENCE_COMMITTED, tick } from '../platform/database/commit-clock.js';
import { ProductDatabase } from '../platform/database/product-database.js';
import { conflict, notFound } from '../platform/errors/problem.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { answerOf } from './proposal-answer.js';
import type { ProposalAnswer, ProposalQuery } from './proposals.dto.js';
import {
  isOwn,
  type Proposal,
  Proposals,
  type Purpose,
  proposalColumns,
} from './proposals.service.js';

export {
  type Decision,
  decision,
  type PolicyProposal,
  type ProposalAnswer,
  policyProposal,
  proposalAnswer,
  reason,
} from './proposals.dto.js';

/** What was carried out. */
export interface CarriedOut {
  /** The queues that hear of it, each with what it is told. */
  readonly events: readonly { readonly queue: string; readonly data: object }[];
  /** What of it is kept with the proposal. */
  readonly became?: Readonly<Record<string, unknown>>;
}

/** What follows where records of these kinds were changed at an instant of the commit clock. */
export const recordsChanged = (at: string, kinds: readonly string[]): CarriedOut => ({
  events: [{ queue: EVIDENCE_COMMITTED, data: { at, kinds, importId: 0, cadreIds: 'all' } }],
});

/** Does what a proposal says, on the word of `second`, under the commit lock taken at `at`. Throws a 409 problem where it can no longer be done. */
export type CarryOut = (
  client: PoolClient,
  proposal: Proposal,
  at: string,
  second: Scope,
) => Promise<CarriedOut>;

/**
 * Whose proposals a caller sees: their own; drafts of the policy, which is everybody's, where they draft such or
 * approve for all; what is about people where they read about people or are the second person for them, and
 * may see all of these.
 */
const VISIBLE = `(p.proposed_by = $1 OR p.proposed_account = $5::bigint
  OR CASE WHEN p.purpose = 'policy' THEN $6::boolean ELSE $7::boolean AND NOT EXISTS (
    SELECT FROM unnest(p.cadre_ids) AS about(id)
    WHERE NOT ${personInScope('about.id', { hidden: '$2', enter: '$3', leave: '$4' })}) END)
  AND p.purpose <> 'quarantine-release'`;

/** The values of VISIBLE, $1 to $7. */
const visibleTo = (scope: Scope): unknown[] => {
  const isOneOf = (...roles: Role[]) => roles.some((role) => scope.roles.has(role));
  return [
    ...[scope.subject, ...scopeValues(scope), scope.accountId ?? null],
    isOneOf('administrator') || approvesForAll(scope),
    isOneOf('inspector', 'approver'),
  ];
};

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

  /** What the caller may see of what was proposed, the oldest first. */
  async list(
    scope: Scope,
    { state, purpose, offset, limit }: ProposalQuery & { limit: number },
  ): Promise<{ total: number; rows: ProposalAnswer[] }> {
    const where = `${VISIBLE} AND p.state = $8 AND ($9::text IS NULL OR p.purpose = $9)`;
    const filter = [...visibleTo(scope), state, purpose ?? null];
    const { total } = await this.database.one<{ total: number }>(
      `SELECT count(*) AS total FROM proposals p WHERE ${where}`,
      filter,
    );
    const rows = await this.database.query<Proposal>(
      `SELECT ${proposalColumns} FROM proposals p WHERE ${where} ORDER BY p.id OFFSET $10 LIMIT $11`,
      [...filter, offset, limit],
    );
    return { total, rows: rows.map((row) => answerOf(row, scope)) };
  }

  /** One proposal. 404 where there is none that the caller may see. */
  async find(scope: Scope, id: number): Promise<ProposalAnswer> {
    const [found] = await this.database.query<Proposal>(
      `SELECT ${proposalColumns} FROM proposals p WHERE ${VISIBLE} AND p.id = $8`,
      [...visibleTo(scope), id],
    );
    if (!found) throw notFound(`proposal ${id}`);
    return answerOf(found, scope);
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
      const done = await carryOut(client, proposal, at, scope);
      await this.proposals.close(client, proposal, 'approved', scope, reason, done.became);
      for (const { queue, data } of done.events) await this.jobs.send(queue, data, {}, client);
    });
    // By the number: whom it was about may be gone.
    const done = await this.database.one<Proposal>(
      `SELECT ${proposalColumns} FROM proposals WHERE id = $1`,
      [id],
    );
    return answerOf(done, scope);
  }

  /** Declines what was proposed, or takes the own proposal back. 403, 404, 409. */
  async decline(scope: Scope, id: number, reason: string): Promise<ProposalAnswer> {
    await this.find(scope, id);
    await this.database.transaction(async (client) => {
      const proposal = await held(client, id);
      const own = isOwn(scope, proposal);
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
