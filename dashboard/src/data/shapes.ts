import type { AnswerOf } from './route-types.js';

export const bands = ['high', 'elevated', 'watch', 'low', 'insufficient'] as const;
export type Band = (typeof bands)[number];
export type BandCounts = Readonly<Record<Band, number>>;

/** Counts of which a reader may not see every one: null is hidden. */
export type ToldCounts = Readonly<Record<Band, number | null>>;

/** The OpenAPI document knows counts by band as a map; here each band has its count. */
type WithBands<T, Counts = ToldCounts> = Omit<T, 'bands'> & { readonly bands: Counts };

export type RankingRow = AnswerOf<'/api/rankings'>['rows'][number];
export type Distribution = Omit<
  WithBands<AnswerOf<'/api/rankings/distribution'>, BandCounts>,
  'bandsBefore'
> & {
  readonly bandsBefore: BandCounts | null;
};
export type Bin = Distribution['histogram'][number];

export type Cadre = AnswerOf<'/api/cadres/{staffNo}'>;
export type Posting = Cadre['postings'][number];
export type CadreScore = AnswerOf<'/api/cadres/{staffNo}/score'>;
export type SourceScore = CadreScore['sources'][number];
export type CoveragePart = CadreScore['coverageParts'][number];
export type TrendPoint = AnswerOf<'/api/cadres/{staffNo}/history'>['points'][number];
export type RecordVersion = AnswerOf<'/api/cadres/{staffNo}/records'>['rows'][number];

export type FollowUp = AnswerOf<'/api/follow-ups'>['rows'][number];
export type FollowUpState = FollowUp['state'];
export type FollowUpSummary = AnswerOf<'/api/follow-ups/summary'>;
export type KindTotals = FollowUpSummary['byKind'][string];

export type Unit = AnswerOf<'/api/units'>['rows'][number];
export type UnitRow = WithBands<AnswerOf<'/api/units/summaries'>['rows'][number]>;

type Summary = AnswerOf<'/api/units/{code}/summary'>;
export type UnitPart = WithBands<Summary['children'][number]>;
/** How many people, in which bands, with which mean (null for nobody); null is hidden from the reader. */
export type Tally = WithBands<Pick<Summary, 'cadreCount' | 'bands' | 'meanScore' | 'suppressed'>>;
/** A tally at a day. */
export type DatedTally = WithBands<Summary['trend'][number]>;
export type UnitSummary = Omit<WithBands<Summary>, 'children' | 'trend' | 'yearBefore'> & {
  readonly children: readonly UnitPart[];
  readonly trend: readonly DatedTally[];
  readonly yearBefore: DatedTally | null;
};

export type Kind = AnswerOf<'/api/kinds'>['rows'][number];
export type Field = Kind['fields'][number];
export type ImportRow = AnswerOf<'/api/imports'>['rows'][number];
