import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { personInScope, scopeValues } from '../../platform/access/person-in-scope.sql.js';
import type { Scope } from '../../platform/access/scope.js';
import { Database } from '../../platform/database/database.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { badParameter, conflict, nobodyThere, notFound } from '../../platform/errors/problem.js';
import { rfc3339 } from '../../platform/instants.js';
import type { ProposalAnswer } from '../../second-person/decisions.service.js';
import {
  type CarriedOut,
  Decisions,
  recordsChanged,
} from '../../second-person/decisions.service.js';
import { type Proposal, Proposals } from '../../second-person/proposals.service.js';
import { settlePlaces } from '../commit/places.js';
import { clash, mergeRecords } from './merge-records.js';
import type { MergeAnswer, MergePreview, NewMerge, PairBody } from './merges.dto.js';
import { giveBack, takeAlong } from './other-tables.js';
import { type Pair, type Person, previewPair } from './pair.js';
import { splitRecords } from './split-records.js';
import { giveFollowingBack, takeFollowing } from './what-follows.js';

interface MergeRow {
  readonly id: number;
  readonly cadre_id: number;
  readonly staff_no: string;
  readonly into_id: number;
  readonly into_staff_no: string;
  readonly merged_at: string;
  readonly sign_off_ids: number[];
}

/** Two numbers that turn out to be one person's, and the way back. Both take two people. */
@Injectable()
export class MergesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly product: ProductDatabase,
    private readonly proposals: Proposals,
    private readonly decisions: Decisions,
  ) {}

  onModuleInit(): void {
    this.decisions.register('merge', (client, proposal, at) => this.#merge(client, proposal, at));
    this.decisions.register('split', (client, proposal, at) => this.#split(client, proposal, at));
  }

  /** What a merge would do. 404 for people who aren't there, 400 for one number twice. */
  async preview(scope: Scope, body: PairBody): Promise<MergePreview> {
    const { kept, former } = await this.#pair(scope, body);
    const records = await this.product.transaction((client) =>
      previewPair(client, { kept, former }),
    );
    const possible = records.every(({ clashes }) => clashes.length === 0);
    const told = ({ staffNo, name }: typeof kept) => ({ staffNo, name });
    return { kept: told(kept), former: told(former), records, possible };
  }

  /** Proposes a merge. As `preview`, and 409 where records clash or the same waits already. */
  async propose(scope: Scope, { reason, ...body }: NewMerge): Promise<ProposalAnswer> {
    const { kept, former } = await this.#pair(scope, body);
    const proposal = await this.product.transaction(async (client) => {
      const records = await previewPair(client, { kept, former });
      const clashing = records.filter(({ clashes }) => clashes.length > 0);
      if (clashing.length > 0) throw clash(clashing.map(({ kind }) => kind));
      return this.proposals.propose(
        client,
        {
          ...{ purpose: 'merge', about: former.staffNo, reason },
          detail: { into: kept.staffNo, keptId: kept.id, formerId: former.id },
          cadreIds: [kept.id, former.id],
        },
        scope,
      );
    });
    return this.decisions.find(scope, proposal.id);
  }

  /** Merges about people whom the caller may see, the latest first. */
  async list(): Promise<{ rows: MergeAnswer[] }> {
    return {
      rows: await this.database.query<MergeAnswer>(
        `SELECT id, into_staff_no AS "staffNo", staff_no AS "formerStaffNo",
           ${rfc3339('merged_at')} AS "mergedAt", ${rfc3339('split_at')} AS "splitAt"
         FROM merges ORDER BY id DESC`,
      ),
    };
  }

  /** Proposes to undo a merge. 404, 409 where it is undone already or the person was merged on. */
  async proposeSplit(scope: Scope, id: number, reason: string): Promise<ProposalAnswer> {
    const seen = await this.database.query('SELECT FROM merges WHERE id = $1', [id]);
    if (seen.length === 0) throw notFound(`merge ${id}`);
    const proposal = await this.product.transaction(async (client) => {
      const merge = await openMerge(client, id);
      return this.proposals.propose(
        client,
        {
          ...{ purpose: 'split', about: merge.staff_no, reason },
          detail: { from: merge.into_staff_no, mergeId: id },
          cadreIds: [merge.cadre_id, merge.into_id],
        },
        scope,
      );
    });
    return this.decisions.find(scope, proposal.id);
  }

  async #merge(client: PoolClient, proposal: Proposal, at: string): Promise<CarriedOut> {
    const { keptId, formerId, into } = proposal.detail as Record<string, string | number>;
    const kept: Person = { id: Number(keptId), staffNo: String(into) };
    const former: Person = { id: Number(formerId), staffNo: proposal.about };
    for (const person of [kept, former]) await demandInRegister(client, person);
    const pair = { kept, former };
    const kinds = await mergeRecords(client, pair, at);
    const { statements, signOffIds } = await takeAlong(client, pair, at);
    await takeFollowing(client, pair, at);
    await client.query('UPDATE merges SET now_id = $1 WHERE now_id = $2 AND split_at IS NULL', [
      kept.id,
      former.id,
    ]);
    await client.query(
      `INSERT INTO merges (cadre_id, staff_no, into_id, into_staff_no, now_id, proposal_id, merged_at, sign_off_ids)
       VALUES ($1, $2, $3, $4, $3, $5, $6, $7)`,
      [former.id, former.staffNo, kept.id, kept.staffNo, proposal.id, at, signOffIds],
    );
    return settled(client, statements ? [...kinds, 'replies'] : kinds, at);
  }

  async #split(client: PoolClient, proposal: Proposal, at: string): Promise<CarriedOut> {
    const merge = await openMerge(client, Number(proposal.detail.mergeId));
    const pair: Pair = {
      kept: { id: merge.into_id, staffNo: merge.into_staff_no },
      former: { id: merge.cadre_id, staffNo: merge.staff_no },
    };
    const way = { mergedAt: merge.merged_at, at, signOffIds: merge.sign_off_ids };
    const kinds = await splitRecords(client, pair, way);
    const statements = await giveBack(client, pair, way);
    await giveFollowingBack(client, pair, way);
    await client.query('UPDATE merges SET split_at = $2, split_proposal_id = $3 WHERE id = $1', [
      ...[merge.id, at, proposal.id],
    ]);
    // Whoever was merged into the former before goes along.
    await client.query(
      `WITH RECURSIVE below AS (
         SELECT cadre_id FROM merges WHERE into_id = $1 AND split_at IS NULL
         UNION SELECT m.cadre_id FROM merges m JOIN below b ON m.into_id = b.cadre_id WHERE m.split_at IS NULL
       )
       UPDATE merges SET now_id = $1 WHERE split_at IS NULL AND cadre_id IN (SELECT cadre_id FROM below)`,
      [merge.cadre_id],
    );
    return settled(client, statements ? [...kinds, 'replies'] : kinds, at);
  }

  async #pair(scope: Scope, { staffNo, formerStaffNo }: PairBody) {
    const kept = await this.#person(scope, 'staffNo', staffNo);
    const former = await this.#person(scope, 'formerStaffNo', formerStaffNo);
    if (kept.id === former.id) {
      throw badParameter(
        'formerStaffNo',
        'formerStaffNo: another number than the one that stays',
        'same-number',
      );
    }
    return { kept, former };
  }

  async #person(
    scope: Scope,
    parameter: keyof PairBody,
    staffNo: string,
  ): Promise<Person & { readonly name: string }> {
    const [found] = await this.database.query<Person & { readonly name: string }>(
      `SELECT c.cadre_id AS id, c.staff_no AS "staffNo", c.name FROM cadres c
       WHERE c.staff_no = $1 AND c.superseded_at IS NULL AND c.withdrawn_reason IS NULL
         AND ${personInScope('c.cadre_id', { hidden: '$2', enter: '$3', leave: '$4' })}
       ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1`,
      [staffNo, ...scopeValues(scope)],
    );
    if (!found) throw nobodyThere(parameter, `person with the number ${staffNo}`);
    return found;
  }
}

async function settled(client: PoolClient, kinds: string[], at: string): Promise<CarriedOut> {
  await settlePlaces(client, new Set(kinds), { from: at, to: at });
  return recordsChanged(at, kinds);
}

async function demandInRegister(client: PoolClient, { id, staffNo }: Person): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM cadres WHERE cadre_id = $1 AND staff_no = $2
       AND superseded_at IS NULL AND withdrawn_reason IS NULL`,
    [id, staffNo],
  );
  if (!rowCount)
    throw conflict(
      `${staffNo} is no longer in the register, so nothing was merged.`,
      'person-gone',
      { staffNo },
    );
}

async function openMerge(client: PoolClient, id: number): Promise<MergeRow> {
  const { rows } = await client.query<MergeRow & { now_id: number; split_at: string | null }>(
    'SELECT * FROM merges WHERE id = $1 FOR UPDATE',
    [id],
  );
  const [merge] = rows;
  if (!merge) throw notFound(`merge ${id}`);
  if (merge.split_at !== null) throw conflict('This merge was undone already.', 'merge-undone');
  if (merge.now_id !== merge.into_id) {
    throw conflict(
      `${merge.into_staff_no} was merged into another number since; undo that first.`,
      'merged-on',
      { staffNo: merge.into_staff_no },
    );
  }
  return merge;
}
