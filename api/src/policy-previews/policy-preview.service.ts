import { Injectable } from '@nestjs/common';
import type { Band } from '@probity/analytics';
import { approvesForAll, type Scope, seesPeople } from '../platform/access/scope.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/errors/problem.js';
import { PoliciesService, policyChanges } from '../policies/policies.service.js';
import { PolicyDrafts } from '../policies/policy-drafts.service.js';
import { RunsService } from '../scoring/runs.service.js';
import type { PreviewAnswer, PreviewWish } from './policy-preview.dto.js';

/** How many of those who would change their band are named. */
const MOST_NAMED = 50;

type Moves = Awaited<ReturnType<RunsService['compareBands']>>;

/** What a policy would change today, before anybody makes it a version. Nothing is kept. */
@Injectable()
export class PolicyPreviewService {
  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
    private readonly drafts: PolicyDrafts,
    private readonly runs: RunsService,
  ) {}

  /**
   * Compares what is wished for with the current version. Throws a 400 problem where it cannot be a policy,
   * 403 for what is not the caller's to ask, and for a draft as `PolicyDrafts.waiting`.
   */
  async preview(scope: Scope, wish: PreviewWish): Promise<PreviewAnswer> {
    demandMayAsk(scope, wish);
    const current = await this.policies.load();
    const { policy } =
      wish.proposal === undefined
        ? await this.policies.draft(wish)
        : await this.drafts.waiting(scope, wish.proposal);
    const both = [current.policy, policy] as const;
    const moved = await this.runs.compareBands(scope, both);
    const overdue = await this.runs.overdueByKind(both, scope.hidden);
    return {
      asOf: this.runs.today(),
      policyVersion: current.version,
      changes: policyChanges(...both),
      cadreCount: moved.count,
      rescoredCount: moved.rescoredCount,
      bands: bandsOf(moved),
      moves: counted(moved),
      people: seesPeople(scope) ? await this.#named(moved) : null,
      overdue: changedCounts(overdue),
    };
  }

  async #named({ moves }: Moves): Promise<NonNullable<PreviewAnswer['people']>> {
    const some = moves.slice(0, MOST_NAMED);
    const rows = await this.database.query<{ cadreId: number; staffNo: string; name: string }>(
      `SELECT DISTINCT ON (c.cadre_id) c.cadre_id AS "cadreId", c.staff_no AS "staffNo", c.name
       FROM cadres c
       WHERE c.cadre_id = ANY ($1::bigint[]) AND c.superseded_at IS NULL AND c.withdrawn_reason IS NULL
       ORDER BY c.cadre_id, c.recorded_at DESC, c.id DESC`,
      [some.map(({ cadreId }) => cadreId)],
    );
    const names = new Map(rows.map(({ cadreId, ...one }) => [cadreId, one]));
    return some.flatMap(({ cadreId, from, to, total }) => {
      const one = names.get(cadreId);
      return one ? [{ ...one, from, to, score: total / 1000 }] : [];
    });
  }
}

/**
 * Refuses (403) an approver who is no administrator what would tell more than the one draft to decide on:
 * changes of their own choice, by which scores could be sounded out, and counts of a few.
 */
function demandMayAsk(scope: Scope, { proposal }: PreviewWish): void {
  if (scope.roles.has('administrator')) return;
  const detail =
    proposal === undefined
      ? 'An approver may ask what a draft that waits would change; give its number as proposal.'
      : !approvesForAll(scope) &&
        'What a draft would change is counted over everybody, for approvers of the whole tree.';
  if (detail) throw new Problem(403, { code: 'not-permitted', detail });
}

function bandsOf({ before, after }: Moves): PreviewAnswer['bands'] {
  const bands = Object.keys(after) as Band[];
  return Object.fromEntries(
    bands.map((band) => [band, { before: before[band], after: after[band] }]),
  ) as PreviewAnswer['bands'];
}

function counted({ moves }: Moves): PreviewAnswer['moves'] {
  const byWay = Map.groupBy(moves, ({ from, to }) => `${from} ${to}`);
  return [...byWay.values()].flatMap((way) => {
    const [first] = way;
    return first ? [{ from: first.from, to: first.to, count: way.length }] : [];
  });
}

function changedCounts(
  kinds: readonly Readonly<Partial<Record<string, { readonly overdueCount: number }>>>[],
): PreviewAnswer['overdue'] {
  const [before = {}, after = {}] = kinds;
  const all = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const of = (counts: typeof before, kind: string) => counts[kind]?.overdueCount ?? 0;
  return Object.fromEntries(
    all
      .map((kind) => [kind, { before: of(before, kind), after: of(after, kind) }] as const)
      .filter(([, count]) => count.before !== count.after),
  );
}
