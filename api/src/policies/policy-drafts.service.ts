import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { needsNoSecond, type Scope } from '../platform/access/scope.js';
import { ProductDatabase } from '../platform/database/product-database.js';
import { badParameter, conflict, notFound } from '../platform/errors/problem.js';
import {
  type CarriedOut,
  Decisions,
  type ProposalAnswer,
} from '../second-person/decisions.service.js';
import { accountNameOf, type Proposal, Proposals } from '../second-person/proposals.service.js';
import type { NewPolicy, PolicyAnswer } from './policies.dto.js';
import {
  POLICY_CHANGED,
  PoliciesService,
  type PolicyDraft,
  policyChanges,
} from './policies.service.js';

/** There is one policy, so one draft of it waits at a time. */
const ABOUT = 'policy';

/** What is kept of a draft beside what is told of it. */
interface Kept {
  readonly baseVersion: number;
  readonly note: string;
  readonly document: Record<string, unknown>;
}

/** Drafts of the policy: nothing counts by one before a second person has approved it. */
@Injectable()
export class PolicyDrafts implements OnModuleInit {
  constructor(
    private readonly database: ProductDatabase,
    private readonly decisions: Decisions,
    private readonly policies: PoliciesService,
    private readonly proposals: Proposals,
  ) {}

  onModuleInit(): void {
    this.decisions.register('policy', (client, proposal, _, second) =>
      this.#carryOut(client, proposal, second),
    );
  }

  /**
   * What an administrator saves: a draft that waits or, while the product is set up, the version at once.
   * Throws a 400 problem as `PoliciesService.draft` and for what changes nothing, 409 where a draft waits already.
   */
  async save(
    body: NewPolicy,
    scope: Scope,
  ): Promise<{ readonly version: PolicyAnswer } | { readonly draft: ProposalAnswer }> {
    if (needsNoSecond(scope)) return { version: await this.policies.create(body, scope) };
    const { id } = await this.database.transaction((client) => this.propose(client, body, scope));
    return { draft: await this.decisions.find(scope, id) };
  }

  /** Writes a draft down, as part of a transaction of the product's. Throws as `save`. */
  async propose(client: PoolClient, body: NewPolicy, scope: Scope): Promise<Proposal> {
    const { baseVersion, policy } = await this.policies.draft(body);
    const before = await this.policies.load(baseVersion);
    const changes = policyChanges(before.policy, policy).map((change) => ({
      path: change.path,
      before: change.before ?? null,
      after: change.after ?? null,
    }));
    if (changes.length === 0) {
      throw badParameter(
        body.document ? 'document' : 'changes',
        `This is version ${baseVersion} as it stands: it changes nothing.`,
      );
    }
    const { note } = body;
    return this.proposals.propose(
      client,
      {
        ...{ purpose: 'policy', about: ABOUT, reason: note },
        detail: { baseVersion, changes, note, document: policy },
      },
      scope,
    );
  }

  /** A draft that waits, to be looked at. 404 where the caller may not see it, 409 where it waits no more. */
  async waiting(scope: Scope, id: number): Promise<PolicyDraft> {
    const { purpose, state } = await this.decisions.find(scope, id);
    if (purpose !== 'policy') throw notFound(`draft ${id} of the policy`);
    if (state !== 'waiting')
      throw conflict(`This proposal is ${state} already.`, 'decided-already');
    const { detail } = await this.database.one<{ detail: Kept }>(
      'SELECT detail FROM proposals WHERE id = $1',
      [id],
    );
    const { policy } = await this.policies.draft({ document: detail.document });
    return { baseVersion: detail.baseVersion, policy };
  }

  async #carryOut(client: PoolClient, proposal: Proposal, second: Scope): Promise<CarriedOut> {
    const { baseVersion, note, document } = proposal.detail as unknown as Kept;
    const version = await this.policies.make(client, {
      ...{ baseVersion, document, note },
      ...{ createdBy: proposal.proposer, approvedBy: await accountNameOf(client, second) },
    });
    return { events: [{ queue: POLICY_CHANGED, data: { version } }], became: { version } };
  }
}
