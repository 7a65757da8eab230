import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { personInScope, scopeValues } from '../platform/access/person-in-scope.sql.js';
import type { Scope } from '../platform/access/scope.js';
import { ProductDatabase } from '../platform/database/product-database.js';
import { nobodyThere } from '../platform/errors/problem.js';
import {
  type CarriedOut,
  Decisions,
  type ProposalAnswer,
  recordsChanged,
} from '../second-person/decisions.service.js';
import { type Proposal, Proposals } from '../second-person/proposals.service.js';
import { erase } from './erase.js';

/** Everything about one person, removed on a request that the law gives a right to. Takes two people. */
@Injectable()
export class ErasuresService implements OnModuleInit {
  constructor(
    private readonly database: ProductDatabase,
    private readonly proposals: Proposals,
    private readonly decisions: Decisions,
  ) {}

  onModuleInit(): void {
    this.decisions.register('erasure', (client, proposal, at) =>
      this.#carryOut(client, proposal, at),
    );
  }

  /** Proposes to erase a person. 404 for nobody in scope, 409 where it waits already. */
  async propose(scope: Scope, staffNo: string, reason: string): Promise<ProposalAnswer> {
    const [person] = await this.database.query<{ id: number }>(
      `SELECT c.cadre_id AS id FROM cadres c
       WHERE c.staff_no = $1 AND c.superseded_at IS NULL
         AND ${personInScope('c.cadre_id', { hidden: '$2', enter: '$3', leave: '$4' })} LIMIT 1`,
      [staffNo, ...scopeValues(scope)],
    );
    if (!person) throw nobodyThere('staffNo', `person with the number ${staffNo}`);
    const wish = { purpose: 'erasure', about: staffNo, reason, cadreIds: [person.id] } as const;
    const proposal = await this.database.transaction((client) =>
      this.proposals.propose(client, { ...wish, detail: { cadreId: person.id } }, scope),
    );
    return this.decisions.find(scope, proposal.id);
  }

  async #carryOut(client: PoolClient, proposal: Proposal, at: string): Promise<CarriedOut> {
    const cadreId = Number(proposal.detail.cadreId);
    const { rows } = await client.query<{ cadre_id: number }>(
      'SELECT cadre_id FROM merges WHERE now_id = $1',
      [cadreId],
    );
    const ids = [cadreId, ...rows.map(({ cadre_id }) => cadre_id)];
    const by = proposal.proposedBy;
    const kinds = await erase(client, ids, {
      ...{ cause: 'erasure', at, by, proposalId: proposal.id },
    });
    return recordsChanged(at, kinds);
  }
}
