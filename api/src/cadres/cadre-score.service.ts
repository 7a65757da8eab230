import { Injectable, Logger } from '@nestjs/common';
import { dateOf, type Explanation, type Language, sources } from '@probity/analytics';
import { Counter } from 'prom-client';
import { FindingMarksService } from '../consequences/finding-marks/finding-marks.service.js';
import { ContestedService } from '../marks/contested.service.js';
import { SignOffMarkService } from '../marks/sign-off-mark.service.js';
import type { Scope } from '../platform/access/scope.js';
import { monthEndsBefore } from '../platform/calendar.js';
import { notFound } from '../platform/errors/problem.js';
import { say } from '../platform/http/language.js';
import { metrics } from '../platform/http/metrics.controller.js';
import { PublishedScoresService } from '../scoring/published-scores.service.js';
import { type Replay, ReplayService } from '../scoring/replay.service.js';
import { RunsService } from '../scoring/runs.service.js';
import type { HistoryAnswer, HistoryQuery, ScoreAnswer, ScoreQuery } from './cadre-score.dto.js';
import { CadresService } from './cadres.service.js';

/** Points, as answers give them, of millipoints. */
const points = (millipoints: number): number => millipoints / 1000;

const replayDifferences = new Counter({
  name: 'probity_replay_differences_total',
  help: 'Replays that did not give the published total: each one is an alarm.',
  registers: [metrics],
});

/** One person's score, line by line and over time, replayed from the records. */
@Injectable()
export class CadreScoreService {
  readonly #logger = new Logger('CadreScore');

  constructor(
    private readonly cadres: CadresService,
    private readonly replay: ReplayService,
    private readonly runs: RunsService,
    private readonly published: PublishedScoresService,
    private readonly contested: ContestedService,
    private readonly signOffs: SignOffMarkService,
    private readonly findingMarks: FindingMarksService,
  ) {}

  /** The score with its lines, and the place among everyone where a run has it. 404 where nobody of that number was known. */
  async explain(
    scope: Scope,
    staffNo: string,
    query: ScoreQuery,
    language: Language,
  ): Promise<ScoreAnswer> {
    const cadreId = await this.cadres.idAt(scope, staffNo, query.knownAt);
    const asOf = query.asOf ?? this.runs.today();
    const [replayed] = await this.replay.explain([cadreId], { ...query, asOf });
    if (!replayed) throw notFound(`person with the number ${staffNo}`);
    const moment = { asOf, knownAt: query.knownAt };
    const [marks, place, contested, signOff] = await Promise.all([
      this.findingMarks.ofPerson(scope, cadreId, moment, language),
      this.#place(cadreId, replayed, query),
      this.contested.isContested(cadreId, asOf, query.knownAt),
      this.#signOff(cadreId, replayed, query),
    ]);
    return {
      staffNo,
      asOf,
      knownAt: replayed.knownAt,
      policyVersion: replayed.policyVersion,
      score: points(replayed.total),
      band: replayed.band,
      coverage: replayed.coverage,
      coverageParts: coverageParts(replayed, language),
      ...place,
      projection: asOf > this.runs.today(),
      contested,
      signOff,
      incomplete: [...replayed.incomplete],
      sources: sourceScores(replayed, language, marks),
    };
  }

  /** The score at the month ends before the day, and on it, by what is known now and the current policy. */
  async history(scope: Scope, staffNo: string, query: HistoryQuery): Promise<HistoryAnswer> {
    const cadreId = await this.cadres.idOf(scope, staffNo);
    const asOf = query.asOf ?? this.runs.today();
    const days = [...monthEndsBefore(asOf, query.months), asOf];
    const replayed = await this.replay.history(cadreId, days);
    if (!replayed) throw notFound(`person with the number ${staffNo}`);
    return {
      staffNo,
      incomplete: [...(replayed[0]?.incomplete ?? [])],
      points: replayed.map((point) => ({
        asOf: point.asOf,
        score: points(point.total),
        band: point.band,
        coverage: point.coverage,
        subtotals: Object.fromEntries(
          point.sources.map(({ source, subtotal }) => [source, points(subtotal)]),
        ),
        policyVersion: point.policyVersion,
      })),
    };
  }

  /** What was last signed off, and by how much the score differs from what it was given on. */
  async #signOff(cadreId: number, { asOf, total }: Replay, { knownAt }: ScoreQuery) {
    const found = await this.signOffs.latest(cadreId, asOf, knownAt);
    if (!found) return null;
    const { id: _i, knownAt: _k, score, ...signOff } = found;
    return { ...signOff, score: points(score), scoreChange: points(total - score) };
  }

  /**
   * The place among everyone, where a run of that day and policy has it; stale where the run knows
   * less than is known now. A published total that its replay doesn't give is an alarm.
   */
  async #place(cadreId: number, replayed: Replay, { knownAt }: ScoreQuery) {
    const place = await this.published.placeOf(replayed.asOf, cadreId);
    if (!place || place.policyVersion !== replayed.policyVersion) return nowhere;
    const current = place.knownAt === replayed.knownAt;
    if (!current && knownAt !== undefined) return nowhere;
    // Without what was removed a replay may differ, and says so itself.
    const whole = replayed.incomplete.length === 0;
    if (current && whole && place.sameEngine && place.total !== replayed.total) {
      replayDifferences.inc();
      this.#logger.error({ cadreId, place, total: replayed.total }, 'a replay differs');
    }
    return { position: place.position, rank: place.rank, stale: !current };
  }
}

const nowhere = { position: null, rank: null, stale: false };

function coverageParts({ coverageItems }: Explanation, language: Language) {
  return sources.flatMap(({ key, coverage }) => {
    if (!coverage) return [];
    const asked = coverageItems.find((item) => item.source === key);
    return {
      kind: key,
      label: say(coverage.labels, language),
      present: asked?.present ?? false,
      applies: asked !== undefined,
    };
  });
}

function sourceScores(
  explanation: Explanation,
  language: Language,
  findingMarks: ReadonlyMap<string, string[]>,
): ScoreAnswer['sources'] {
  return explanation.sources.map(({ source, subtotal, contributions, adjustments }) => ({
    source,
    subtotal: points(subtotal),
    contributions: contributions.map((line) => ({
      ref: line.ref,
      occurredOn: dateOf(line.occurredOn),
      points: points(line.points),
      reason: say(line.reason, language),
      ...(source === 'audit-finding' ? marked(findingMarks.get(line.ref)) : {}),
    })),
    adjustments: adjustments.map(({ kind, points: change }) => ({ kind, points: points(change) })),
  }));
}

const marked = (marks: string[] | undefined) => (marks ? { marks } : {});
