import { Inject, Injectable } from '@nestjs/common';
import { dateOf, dayOf, type Language, talkRules } from '@probity/analytics';
import type { PoolClient } from 'pg';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { EVIDENCE_COMMITTED, tick } from '../../platform/database/commit-clock.js';
import { Database } from '../../platform/database/database.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { badParameter, conflict, notFound } from '../../platform/errors/problem.js';
import { say } from '../../platform/http/language.js';
import { USUAL_ROWS } from '../../platform/http/parameters.js';
import { rfc3339 } from '../../platform/instants.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { UnitTreeService } from '../../scoring/load/unit-tree.service.js';
import { type ProposalSelection, proposalStatement } from './proposal-list.sql.js';
import { lockProposals, writeProposals } from './proposal-versions.js';
import { type ProposalContent, proposalColumns, type TalkProposal } from './talk-proposal.js';
import type {
  Acceptance,
  ProposalAnswer,
  ProposalHistory,
  ProposalsAnswer,
  ProposalsQuery,
  Refusal,
} from './talk-proposals.dto.js';

type Listed = TalkProposal &
  Pick<ProposalAnswer, 'staffNo' | 'name' | 'unitCode' | 'unitName' | 'heldOn' | 'heldRef'>;

/** Proposed talks as inspectors see them, and what they decide. */
@Injectable()
export class TalkProposalsService {
  constructor(
    private readonly database: Database,
    private readonly product: ProductDatabase,
    private readonly units: UnitTreeService,
    private readonly policies: PoliciesService,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One page of proposals. Throws a 404 problem for a unit that the caller may not see. */
  async list(
    scope: Scope,
    { unit, offset, limit, ...filters }: ProposalsQuery,
    language: Language,
  ): Promise<ProposalsAnswer> {
    const unitInterval = await this.units.interval(unit, scope);
    const selection = { ...filters, unitInterval, scope, today: this.#today() };
    const { total, values } = proposalStatement(selection);
    const counted = await this.database.one<{ total: number }>(total, values);
    const rows = await this.#rows(selection, `OFFSET ${offset} LIMIT ${limit ?? USUAL_ROWS}`);
    return { ...counted, rows: rows.map((row) => told(row, language)) };
  }

  /** One proposal with what became of it. 404 where it is about nobody whom the caller may see. */
  async find(scope: Scope, number: string, language: Language): Promise<ProposalHistory> {
    const row = await this.#row(scope, number);
    const versions = await this.database.query<ProposalHistory['versions'][number]>(
      `SELECT p.version, ${rfc3339('p.recorded_at')} AS "recordedAt", p.recorded_by AS "recordedBy",
         p.state, p.kind, p.planned_on AS "plannedOn", p.note
       FROM talk_proposals p WHERE p.number = $1 ORDER BY p.version`,
      [number],
    );
    return { ...told(row, language), versions };
  }

  /** Agrees to a talk, or changes what was agreed. 409 where it was declined or withdrawn, or the talk was held. */
  async accept(
    scope: Scope,
    number: string,
    { kind, plannedOn, note, version }: Acceptance,
    language: Language,
  ): Promise<ProposalHistory> {
    const today = this.#today();
    if (plannedOn !== undefined && plannedOn < today) {
      throw badParameter('plannedOn', 'plannedOn: today or later', 'planned-in-past');
    }
    const { policy } = await this.policies.load();
    const usual = dateOf(dayOf(today) + policy.talks.holdDays);
    await this.#decide(scope, number, version, (current) => ({
      state: 'accepted',
      kind: kind ?? current.kind ?? current.proposedKind,
      plannedOn: plannedOn ?? current.plannedOn ?? usual,
      decidedOn: current.state === 'accepted' ? current.decidedOn : today,
      note: note ?? null,
    }));
    return this.find(scope, number, language);
  }

  /** Declines a talk, or calls off an agreed one, with a reason. 409 as `accept`. */
  async decline(
    scope: Scope,
    number: string,
    { reason, version }: Refusal,
    language: Language,
  ): Promise<ProposalHistory> {
    const decidedOn = this.#today();
    await this.#decide(scope, number, version, () => ({
      ...{ state: 'declined', kind: null, plannedOn: null, decidedOn, note: reason },
    }));
    return this.find(scope, number, language);
  }

  async #decide(
    scope: Scope,
    number: string,
    version: number | undefined,
    change: (current: TalkProposal) => Partial<ProposalContent>,
  ): Promise<void> {
    const seen = await this.#row(scope, number);
    if (seen.heldOn !== null)
      throw conflict(`The talk was held on ${seen.heldOn} already.`, 'talk-held', {
        on: seen.heldOn,
      });
    await this.product.transaction(async (client) => {
      // The clock comes first: whoever commits records holds it, too.
      const at = await tick(client);
      await lockProposals(client);
      const current = await lockedProposal(client, number);
      if (current.state === 'declined')
        throw conflict(`${number} was declined already.`, 'talk-decided');
      if (current.state === 'withdrawn') {
        throw conflict(
          `${number} was withdrawn: what it was proposed for no longer holds.`,
          'talk-withdrawn',
        );
      }
      if (version !== undefined && current.version !== version) {
        throw conflict(
          `${number} was decided on by ${current.recordedBy} since: look at it again.`,
          'talk-decided',
        );
      }
      const content = { ...current, ...change(current) };
      await writeProposals(client, [{ current, content }], { at, by: scope.subject });
      const event = { at, importId: 0, kinds: ['talk-proposals'], cadreIds: [current.cadreId] };
      await this.jobs.send(EVIDENCE_COMMITTED, event, {}, client);
    });
  }

  async #row(scope: Scope, number: string): Promise<Listed> {
    const [row] = await this.#rows({ number, scope, today: this.#today() }, 'LIMIT 1');
    if (!row) throw notFound(`proposed talk ${number}`);
    return row;
  }

  #rows(selection: ProposalSelection, part: string): Promise<Listed[]> {
    const { rows, values } = proposalStatement(selection);
    return this.database.query<Listed>(`${rows} ${part}`, values);
  }

  #today(): string {
    return dateIn(this.config.timeZone);
  }
}

function told(row: Listed, language: Language): ProposalAnswer {
  const { cadreId: _c, reasonEn, reasonZh, ...rest } = row;
  const reason = say({ en: reasonEn, 'zh-CN': reasonZh }, language);
  return { ...rest, reason, ruleLabel: say(talkRules[row.rule], language) };
}

async function lockedProposal(client: PoolClient, number: string): Promise<TalkProposal> {
  const { rows } = await client.query<TalkProposal>(
    `SELECT ${proposalColumns('p')} FROM talk_proposals p
     WHERE p.number = $1 AND p.superseded_at IS NULL FOR UPDATE`,
    [number],
  );
  const [current] = rows;
  if (!current) throw notFound(`proposed talk ${number}`);
  return current;
}
