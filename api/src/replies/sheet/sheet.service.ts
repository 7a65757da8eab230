import { Injectable } from '@nestjs/common';
import {
  dateOf,
  followUpKinds,
  type Language,
  type SheetPart,
  sheetOf,
  sources,
} from '@probity/analytics';
import { FollowUpsService, followUpsQuery } from '../../follow-ups/follow-ups.service.js';
import { ContestedService } from '../../marks/contested.service.js';
import type { Scope } from '../../platform/access/scope.js';
import { notFound } from '../../platform/errors/problem.js';
import { say } from '../../platform/http/language.js';
import { MOST_ROWS } from '../../platform/http/parameters.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { ReplayService } from '../../scoring/replay.service.js';
import { RunsService } from '../../scoring/runs.service.js';
import type { SheetAnswer } from './sheet.dto.js';
import { adjustmentLabel, countInWords, howToReply, notice, rounding } from './sheet-words.js';

const points = (millipoints: number): number => millipoints / 1000;

/** The sources of which the person concerned is told a rounded sum alone. */
export const confidentialSources: ReadonlySet<string> = new Set(
  sources.filter(({ confidential }) => confidential).map(({ key }) => key),
);

/** Whose sheet: the caller's right to it is checked before. */
export interface SheetOf {
  readonly scope: Scope;
  readonly cadreId: number;
  readonly staffNo: string;
}

/** The sheet "why this score" for the person concerned. */
@Injectable()
export class SheetService {
  constructor(
    private readonly replay: ReplayService,
    private readonly runs: RunsService,
    private readonly policies: PoliciesService,
    private readonly followUps: FollowUpsService,
    private readonly contested: ContestedService,
  ) {}

  /** The sheet as of a day (today where not given). Throws 404 where nobody of that number is known. */
  async of(
    { scope, cadreId, staffNo }: SheetOf,
    day: string | undefined,
    language: Language,
  ): Promise<SheetAnswer> {
    const asOf = day ?? this.runs.today();
    const [replayed] = await this.replay.explain([cadreId], { asOf });
    if (!replayed) throw notFound(`person with the number ${staffNo}`);
    const { policy } = await this.policies.load(replayed.policyVersion);
    const sheet = sheetOf(replayed, policy.hearing);
    return {
      staffNo,
      name: replayed.name,
      language,
      asOf,
      knownAt: replayed.knownAt,
      policyVersion: replayed.policyVersion,
      total: points(sheet.total),
      band: sheet.band,
      contested: await this.contested.isContested(cadreId, asOf),
      notice: say(notice, language),
      mayDifferBy: policy.hearing.opinionsRoundedTo / 2,
      rounding: say(rounding(policy.hearing.opinionsRoundedTo), language),
      parts: sheet.parts.map((part) => partOf(part, language)),
      missing: sheet.missing.map(({ labels }) => say(labels, language)),
      deadlines: await this.#deadlines(scope, staffNo, asOf, language),
      howToReply: say(howToReply(policy.hearing.answerDays), language),
    };
  }

  /** What isn't closed, without what comes of confidential records. */
  async #deadlines(scope: Scope, staffNo: string, asOf: string, language: Language) {
    const query = followUpsQuery.parse({ asOf, staffNo, state: 'overdue,due-soon,open' });
    const { rows } = await this.followUps.page({ ...query, limit: MOST_ROWS }, scope);
    return rows
      .filter(({ source }) => !confidentialSources.has(source))
      .map(({ kind, ref, dueOn, state, owedBy }) => ({
        kind,
        label: say(followUpKinds[kind], language),
        ref,
        dueOn,
        state,
        owedBy,
      }));
  }
}

function partOf(part: SheetPart, language: Language): SheetAnswer['parts'][number] {
  const source = sources.find(({ key }) => key === part.source);
  return {
    source: part.source,
    label: source ? say(source.labels, language) : part.source,
    subtotal: points(part.subtotal),
    lines: part.contributions.map((line) => ({
      ref: line.ref,
      occurredOn: dateOf(line.occurredOn),
      points: points(line.points),
      reason: say(line.reason, language),
    })),
    adjustments: part.adjustments.map(({ kind, points: change }) => ({
      kind,
      label: say(adjustmentLabel(kind), language),
      points: points(change),
    })),
    count: part.roughCount ? say(countInWords(part.roughCount), language) : null,
  };
}
