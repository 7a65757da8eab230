import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Scope } from '../../platform/access/scope.js';
import { tick } from '../../platform/database/commit-clock.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { conflict, notFound, Problem } from '../../platform/errors/problem.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { Proposals } from '../../second-person/proposals.service.js';
import { EVIDENCE_COMMITTED } from '../imports/evidence-committed.js';
import { type Touched, touchedBy } from './affected.sql.js';
import { carryOutRelease, demandReleasable, type QuarantinedRow } from './carry-out.js';
import type { QuarantinedAnswer } from './quarantine.dto.js';
import { QuarantineList } from './quarantine-list.service.js';

const PURPOSE = 'quarantine-release';

/** A waiting row, held until the transaction ends, with who sent it and what its release would touch. */
interface Held {
  readonly row: QuarantinedRow;
  readonly sender: { readonly subject: string; readonly accountId: number | null };
  readonly touched: Touched;
}

/** What people decide about rows that were refused. A decision carries a reason and whoever made it. */
@Injectable()
export class QuarantineService {
  constructor(
    private readonly database: ProductDatabase,
    private readonly rows: QuarantineList,
    private readonly proposals: Proposals,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Lets a waiting row replace what stands. Where that touches published scores nothing changes yet:
   * it is proposed, and the answer's `proposal` waits for a second person. 404, and 409 for what
   * cannot be released.
   */
  async release(scope: Scope, id: number, reason: string): Promise<QuarantinedAnswer> {
    await this.#decide(scope, id, async (client, { row, touched }, at) => {
      demandReleasable(row);
      if (touched.own) throw ownRecord();
      if (!touched.published) return this.#release(client, row, at, scope.subject, reason);
      const wish = { purpose: PURPOSE, about: String(id), reason } as const;
      await this.proposals.propose(client, wish, scope);
    });
    return this.rows.find(scope, id);
  }

  /** Sets a waiting row aside for good; what was proposed about it lapses. 403, 404, 409. */
  async discard(scope: Scope, id: number, reason: string): Promise<QuarantinedAnswer> {
    await this.#decide(scope, id, async (client, { touched }) => {
      if (touched.own) throw ownRecord();
      const proposal = await this.proposals.waiting(client, PURPOSE, String(id));
      if (proposal) await this.proposals.close(client, proposal, 'lapsed', scope, reason);
      await client.query(
        `UPDATE quarantine SET state = 'discarded', settled_at = clock_timestamp(),
           settled_by = $2, settled_reason = $3 WHERE id = $1`,
        [id, scope.subject, reason],
      );
    });
    return this.rows.find(scope, id);
  }

  /** Carries out, as the second person, the release that somebody proposed. 403, 404, 409. */
  async approve(scope: Scope, id: number, reason: string): Promise<QuarantinedAnswer> {
    await this.#decide(scope, id, async (client, { row, sender, touched }, at) => {
      const proposal = await this.#proposal(client, id);
      this.proposals.demandSecond(scope, proposal, [sender]);
      if (!touched.inScope) throw notFound('quarantined row');
      demandReleasable(row);
      await this.proposals.close(client, proposal, 'approved', scope, reason);
      await this.#release(client, row, at, proposal.proposedBy, proposal.reason);
    });
    return this.rows.find(scope, id);
  }

  /** Declines the release that somebody proposed, or takes the own proposal back; the row goes on waiting. */
  async decline(scope: Scope, id: number, reason: string): Promise<QuarantinedAnswer> {
    await this.#decide(scope, id, async (client, { sender }) => {
      const proposal = await this.#proposal(client, id);
      const own = proposal.proposedBy === scope.subject;
      if (!own) this.proposals.demandSecond(scope, proposal, [sender]);
      await this.proposals.close(client, proposal, own ? 'lapsed' : 'declined', scope, reason);
    });
    return this.rows.find(scope, id);
  }

  /** Does the work with a waiting row that the caller may see, under the commit lock. */
  async #decide(
    scope: Scope,
    id: number,
    work: (client: PoolClient, held: Held, at: string) => Promise<void>,
  ): Promise<void> {
    // By the caller's own eyes: whoever may not see the row is told that there is none.
    await this.rows.find(scope, id);
    await this.database.transaction(async (client) => {
      const at = await tick(client);
      const held = await heldRow(client, scope, id);
      if (held.row.state !== 'waiting')
        throw conflict(`This row is ${held.row.state} already.`, 'decided-already');
      await work(client, held, at);
    });
  }

  async #proposal(client: PoolClient, id: number) {
    const proposal = await this.proposals.waiting(client, PURPOSE, String(id));
    if (!proposal) throw conflict('Nobody has proposed to release this row.', 'nothing-proposed');
    return proposal;
  }

  async #release(client: PoolClient, row: QuarantinedRow, at: string, by: string, reason: string) {
    const event = await carryOutRelease(client, row, at);
    await client.query('UPDATE quarantine SET settled_by = $2, settled_reason = $3 WHERE id = $1', [
      row.id,
      by,
      reason,
    ]);
    if (event) await this.jobs.send(EVIDENCE_COMMITTED, event, {}, client);
  }
}

async function heldRow(client: PoolClient, scope: Scope, id: number): Promise<Held> {
  const { rows } = await client.query<QuarantinedRow>(
    'SELECT * FROM quarantine WHERE id = $1 FOR UPDATE',
    [id],
  );
  const [row] = rows;
  if (!row) throw notFound('quarantined row');
  const sent = await client.query<Held['sender']>(
    'SELECT subject, account_id AS "accountId" FROM imports WHERE id = $1',
    [row.import_id],
  );
  const sender = sent.rows[0] ?? { subject: '', accountId: null };
  return { row, sender, touched: await touchedBy(client, id, scope) };
}

const ownRecord = () =>
  new Problem(403, {
    code: 'own-record',
    detail:
      'This row is about yourself or somebody you are recused from, so somebody else must decide.',
  });
