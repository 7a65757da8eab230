import { Injectable } from '@nestjs/common';
import { type Band, bandCodes } from '@probity/analytics';
import type { Scope, UnitInterval } from '../../platform/access/scope.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { UnitTreeService } from '../load/unit-tree.service.js';
import { keepTo } from '../runs/keep-to.js';
import { rowsOfRun } from '../runs/rows-of-run.js';
import { RunsService } from '../runs.service.js';
import type { DistributionAnswer, DistributionQuery } from './rankings.dto.js';

/** The width of a bar of a histogram, in points: the default band limits fall on its edges. */
const BAR_POINTS = 3;

/** How many people stand in each band. */
export type BandCounts = Readonly<Record<Band, number>>;

/** How the scores of a part of the tree lie. */
export interface Distribution {
  readonly total: number;
  readonly bands: BandCounts;
  /** `insufficient`: how many of a bar's people have too little evidence for a band. */
  readonly histogram: readonly { from: number; to: number; count: number; insufficient: number }[];
}

/** How scores are distributed: read from a published run. */
@Injectable()
export class DistributionService {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsService,
    private readonly units: UnitTreeService,
  ) {}

  /** The distribution of a unit's subtree, beside the bands at an earlier date where one is asked for. */
  async answer(
    { asOf, unit, compareTo }: DistributionQuery,
    scope: Scope,
  ): Promise<DistributionAnswer> {
    const interval = await this.units.interval(unit, scope);
    const [run, runBefore] = await Promise.all([
      this.runs.ensureRun(asOf),
      compareTo === undefined ? undefined : this.runs.ensureRun(compareTo),
    ]);
    const now = await this.of(run.runId, interval, scope);
    const before = runBefore && (await this.of(runBefore.runId, interval, scope));
    const { total, bands, histogram } = now;
    return { ...run, total, bands, bandsBefore: before?.bands ?? null, histogram: [...histogram] };
  }

  /** The distribution of those ranked in a run whose unit lies in `unit` and whom the caller may ask about. */
  async of(runId: number, unit: UnitInterval | undefined, scope: Scope): Promise<Distribution> {
    const conditions = new Conditions();
    conditions.add(rowsOfRun('s', conditions.parameter(runId))).add('s.ranked');
    keepTo(conditions, unit, scope);
    const rows = await this.database.query<{ band: number; bar: number; count: number }>(
      `SELECT s.band, s.total / ${BAR_POINTS * 1000} AS bar, count(*) AS count
       FROM scores s ${conditions.where} GROUP BY 1, 2`,
      conditions.values,
    );
    const bands = Object.fromEntries(bandCodes.map((band) => [band, 0])) as Record<Band, number>;
    const bars: { count: number; insufficient: number }[] = [];
    for (const { band: code, bar: at, count } of rows) {
      const band = bandCodes[code] ?? 'insufficient';
      bands[band] += count;
      const bar = bars[at] ?? { count: 0, insufficient: 0 };
      bars[at] = bar;
      bar.count += count;
      if (band === 'insufficient') bar.insufficient += count;
    }
    return {
      total: rows.reduce((sum, { count }) => sum + count, 0),
      bands,
      histogram: Array.from(bars, (bar, at) => ({
        from: at * BAR_POINTS,
        to: (at + 1) * BAR_POINTS,
        ...(bar ?? { count: 0, insufficient: 0 }),
      })),
    };
  }
}
