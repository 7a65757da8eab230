import { setImmediate as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { dateOf, dayOf, type ProposedTalk, proposedTalks, talkSources } from '@probity/analytics';
import type { PoolClient } from 'pg';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { PoliciesService, type PolicyVersion } from '../../policies/policies.service.js';
import { ReplayService } from '../../scoring/replay.service.js';
import {
  lockProposals,
  type NextVersion,
  type Writing,
  writeProposals,
} from './proposal-versions.js';
import { candidatesQuery, talkedAboutQuery } from './talk-candidates.sql.js';
import { proposalColumns, type TalkProposal } from './talk-proposal.js';

/** So many are read and written together, so that hardly any time goes to the ways. */
const PEOPLE_AT_ONCE = 500;
/** So few that whoever asks this process for something meanwhile hardly waits. */
const PEOPLE_IN_A_ROW = 50;

/** An import that changed the records of more people than are named. */
export interface CommitOfMany {
  /** 0: by none. */
  readonly importId: number;
  /** Its last instant (RFC 3339). */
  readonly at: string;
}

/** The rules at work: what they propose, and what they no longer do. */
@Injectable()
export class ProposingService {
  constructor(
    private readonly product: ProductDatabase,
    private readonly replay: ReplayService,
    private readonly policies: PoliciesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What asking about everyone depends on beside records and policy: the day, the engine, and these very tables (a restored backup has others). */
  async round(): Promise<string> {
    const { tables } = await this.product.one<{ tables: string }>(
      `SELECT to_regclass('talk_proposals')::oid::text AS tables`,
    );
    return `${dateIn(this.config.timeZone)} ${this.replay.engineVersion} ${tables}`;
  }

  /**
   * Brings the open proposals about some people (internal numbers) in line with their records; of
   * everyone those whose records a commit changed, where it is given.
   */
  async propose(cadreIds: readonly number[] | 'all', by?: CommitOfMany): Promise<void> {
    const policy = await this.policies.load();
    const today = dateIn(this.config.timeZone);
    const people = await this.product.query<{ id: number }>(candidatesQuery, [
      today,
      policy.policy.talks.withinDays,
      ...(cadreIds === 'all' ? [null, by?.importId || null, by?.at] : [cadreIds, null, null]),
    ]);
    for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
      const some = people.slice(from, from + PEOPLE_AT_ONCE).map(({ id }) => id);
      await this.product.transaction(async (client) => {
        // What is read now must be what is written by, whoever else proposes.
        await lockProposals(client);
        await this.#settle(client, some, today, policy);
      });
    }
  }

  async #settle(
    client: PoolClient,
    cadreIds: readonly number[],
    today: string,
    { version, policy }: PolicyVersion,
  ): Promise<void> {
    const reading = this.replay.evidence(cadreIds, talkSources);
    // Awaited below; what fails before must not leave it without anybody.
    reading.catch(() => undefined);
    const talks = await client.query<{ cadreId: number; ref: string }>(talkedAboutQuery, [
      cadreIds,
      today,
    ]);
    const current = await client.query<TalkProposal>(
      `SELECT ${proposalColumns('p')} FROM talk_proposals p
       WHERE p.cadre_id = ANY ($1::bigint[]) AND p.superseded_at IS NULL`,
      [cadreIds],
    );
    const { evidence, indexOf } = await reading;
    const { rows } = await client.query<{ at: string }>('SELECT clock_timestamp()::text AS at');
    const writing: Writing = { at: rows[0]?.at ?? '', by: 'system' };
    const talkedAbout = Map.groupBy(talks.rows, ({ cadreId }) => cadreId);
    const knownOf = Map.groupBy(current.rows, ({ cadreId }) => cadreId);
    const versions: NextVersion[] = [];
    for (const [at, cadreId] of cadreIds.entries()) {
      if (at % PEOPLE_IN_A_ROW === 0) await pause();
      const index = indexOf.get(cadreId);
      const refs = new Set(talkedAbout.get(cadreId)?.map(({ ref }) => ref));
      const found =
        index === undefined ? [] : proposedTalks(evidence, index, dayOf(today), policy, refs);
      const known = knownOf.get(cadreId) ?? [];
      versions.push(...settled({ cadreId, found, known, policyVersion: version }));
    }
    await writeProposals(client, versions, writing);
  }
}

interface Settling {
  readonly cadreId: number;
  readonly found: readonly ProposedTalk[];
  readonly known: readonly TalkProposal[];
  readonly policyVersion: number;
}

const isSame = (a: { rule: string; source: string; ref: string }, b: typeof a) =>
  a.rule === b.rule && a.source === b.source && a.ref === b.ref;

/** What is new, what opens again after it was withdrawn, and what is withdrawn since it no longer holds. What somebody decided stays. */
function settled({ cadreId, found, known, policyVersion }: Settling): NextVersion[] {
  const versions: NextVersion[] = [];
  for (const talk of found) {
    const content = {
      ...{ cadreId, rule: talk.rule, source: talk.source, ref: talk.ref, policyVersion },
      ...{ proposedKind: talk.kind, metOn: dateOf(talk.metOn) ?? '' },
      ...{ reasonEn: talk.reason.en, reasonZh: talk.reason['zh-CN'] },
      ...{ state: 'open' as const, kind: null, plannedOn: null, decidedOn: null, note: null },
    };
    const current = known.find((one) => isSame(one, talk));
    if (!current) versions.push({ content });
    else if (current.state === 'withdrawn' || isOtherwise(current, content)) {
      versions.push({ current, content });
    }
  }
  for (const current of known) {
    if (current.state !== 'open' || found.some((talk) => isSame(current, talk))) continue;
    versions.push({ current, content: { ...current, state: 'withdrawn', policyVersion } });
  }
  return versions;
}

/** Whether an open proposal is of another kind or since another day now; how late something is by now is no news. */
const isOtherwise = (before: TalkProposal, now: Pick<TalkProposal, 'proposedKind' | 'metOn'>) =>
  before.state === 'open' &&
  (before.proposedKind !== now.proposedKind || before.metOn !== now.metOn);
