import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { approvesForAll, type Scope } from '../platform/access/scope.js';
import { conflict, Problem } from '../platform/errors/problem.js';
import { rfc3339 } from '../platform/instants.js';

/** What takes two people. */
export type Purpose = 'quarantine-release' | 'merge' | 'split' | 'erasure' | 'policy';

/** How a proposal ends; `lapsed`: what it was about was settled otherwise meanwhile. */
export type Outcome = 'approved' | 'declined' | 'lapsed';

/** What somebody has proposed. */
export interface Proposal {
  readonly id: number;
  readonly purpose: Purpose;
  readonly about: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly reason: string;
  /** As the log names them; a token is not its account. */
  readonly proposedBy: string;
  readonly proposedAccount: number | null;
  /** The account, whatever it proposed by; what has none, as the log names it. */
  readonly proposer: string;
  readonly proposedAt: string;
  readonly state: 'waiting' | Outcome;
  /** The account. */
  readonly decidedBy: string | null;
  readonly decidedReason: string | null;
  readonly decidedAt: string | null;
}

/** What is proposed, and why. */
export interface Wish {
  readonly purpose: Purpose;
  readonly about: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly reason: string;
  /** Whom it is about; whoever may not see all of them doesn't see the proposal. */
  readonly cadreIds?: readonly number[];
}

/** Somebody who had a hand in what a proposal is about. */
export interface Involved {
  readonly subject: string;
  readonly accountId: number | null;
}

const nameOf = (account: string, otherwise: string) =>
  `coalesce((SELECT a.name FROM accounts a WHERE a.id = ${account}), ${otherwise})`;

/** The columns of `proposals` as a Proposal. */
export const proposalColumns = `id, purpose, about, detail, reason, proposed_by AS "proposedBy",
  proposed_account AS "proposedAccount", ${nameOf('proposed_account', 'proposed_by')} AS proposer,
  ${rfc3339('proposed_at')} AS "proposedAt", state,
  ${nameOf('decided_account', 'decided_by')} AS "decidedBy", decided_reason AS "decidedReason", ${rfc3339('decided_at')} AS "decidedAt"`;

/**
 * What one person proposes and another one decides. Whoever uses it has checked the rights to what
 * the proposal is about, and works in one transaction of the product's.
 */
@Injectable()
export class Proposals {
  /** Writes a proposal down. 409 where one about the same waits already. */
  async propose(client: PoolClient, wish: Wish, scope: Scope): Promise<Proposal> {
    const { rows } = await client.query<Proposal>(
      `INSERT INTO proposals (purpose, about, detail, reason, proposed_by, proposed_account, cadre_ids)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (purpose, about) WHERE state = 'waiting' DO NOTHING RETURNING ${proposalColumns}`,
      [
        ...[wish.purpose, wish.about, JSON.stringify(wish.detail ?? {}), wish.reason],
        ...[scope.subject, scope.accountId ?? null, wish.cadreIds ?? []],
      ],
    );
    const [proposal] = rows;
    if (proposal) return proposal;
    const waiting = await this.waiting(client, wish.purpose, wish.about);
    // What stood in the way has been decided in this very moment.
    if (!waiting) return this.propose(client, wish, scope);
    const { id } = waiting;
    throw conflict(
      `Proposal ${id} about this waits for a second person already. It has to be decided or taken back first.`,
      'waits-already',
      { proposal: id },
    );
  }

  /** What waits about something, held until the transaction ends; undefined where nothing does. */
  async waiting(
    client: PoolClient,
    purpose: Purpose,
    about: string,
  ): Promise<Proposal | undefined> {
    const { rows } = await client.query<Proposal>(
      `SELECT ${proposalColumns} FROM proposals
       WHERE purpose = $1 AND about = $2 AND state = 'waiting' FOR UPDATE`,
      [purpose, about],
    );
    return rows[0];
  }

  /** Refuses (403) whoever doesn't count as the second person, see `notSecond`. */
  demandSecond(scope: Scope, proposal: Proposal, involved?: readonly Involved[]): void {
    const detail = notSecond(scope, proposal, involved);
    if (detail) throw new Problem(403, { code: 'needs-second-person', detail });
  }

  /** Ends a proposal; `became` is kept with its detail. */
  async close(
    client: PoolClient,
    proposal: Proposal,
    outcome: Outcome,
    scope: Scope,
    reason: string | null,
    became: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await client.query(
      `UPDATE proposals SET state = $2, decided_by = $3, decided_account = $4, decided_reason = $5,
         decided_at = clock_timestamp(), detail = detail || $6::jsonb WHERE id = $1`,
      [
        ...[proposal.id, outcome, scope.subject, scope.accountId ?? null, reason],
        JSON.stringify(became),
      ],
    );
  }
}

/** Whether the caller proposed it, by whatever token. */
export const isOwn = ({ subject, accountId }: Scope, proposal: Proposal): boolean =>
  subject === proposal.proposedBy ||
  (accountId !== undefined && accountId === proposal.proposedAccount);

/** What the account behind a caller is called; as the log names the caller where there is none. */
export async function accountNameOf(
  client: PoolClient,
  { accountId, subject }: Scope,
): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM accounts WHERE id = $1', [
    accountId ?? null,
  ]);
  return rows[0]?.name ?? subject;
}

/**
 * Why the caller doesn't count as the second person; undefined for who does: a named human with the role, by an
 * account of their own, who neither proposed it nor is one of `involved`, by whatever token; of the policy one
 * whom no unit limits.
 */
export function notSecond(
  scope: Scope,
  proposal: Proposal,
  involved: readonly Involved[] = [],
): string | undefined {
  if (!scope.mayApprove || scope.accountId === undefined) {
    return 'Only an approver with an account of their own counts as the second person.';
  }
  if (proposal.purpose === 'policy' && !approvesForAll(scope)) {
    return 'The policy counts for everybody, so an approver of the whole tree decides.';
  }
  if (isOwn(scope, proposal)) return 'You proposed this, so somebody else must decide.';
  const isCaller = ({ subject, accountId }: Involved) =>
    subject === scope.subject || accountId === scope.accountId;
  return involved.some(isCaller)
    ? 'You brought in what this is about, so somebody else must decide.'
    : undefined;
}
