import { Injectable } from '@nestjs/common';
import type { Explanation, Language } from '@probity/analytics';
import type { RunInUse } from '../../platform/http/run-in-use.js';
import { ReplayService } from '../replay.service.js';
import { pointsOf } from './ranking-row.js';
import type { MainReason } from './rankings.dto.js';

/** What weighs most in a score. */
@Injectable()
export class MainReasonsService {
  constructor(private readonly replays: ReplayService) {}

  /** The main reason of each of these cadres' scores in a run, by cadre; null where nothing weighs. */
  async of(
    cadreIds: readonly number[],
    run: RunInUse,
    language: Language,
  ): Promise<ReadonlyMap<number, MainReason | null>> {
    const found = await this.replays.explain(cadreIds, run);
    return new Map(
      cadreIds.map((id, index) => {
        const explanation = found[index];
        return [id, explanation ? mainReason(explanation, language) : null];
      }),
    );
  }
}

/** The largest line of the source with the largest subtotal; of equals the first. */
function mainReason({ sources }: Explanation, language: Language): MainReason | null {
  const [source] = sources.toSorted((a, b) => b.subtotal - a.subtotal);
  if (!source || source.subtotal <= 0) return null;
  const [line] = source.contributions.toSorted((a, b) => b.points - a.points);
  if (!line) return null;
  return {
    source: source.source,
    ref: line.ref,
    points: pointsOf(line.points),
    reason: line.reason[language],
  };
}
