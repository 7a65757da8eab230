import type { FollowUpKind, Holder, Labels, Language } from '@probity/analytics';

export const bands = ['high', 'elevated', 'watch', 'low', 'insufficient'] as const;
export type Band = (typeof bands)[number];
export type BandCounts = Readonly<Record<Band, number>>;

export interface Session {
  readonly name: string;
  readonly roles: readonly string[];
  readonly scope: { readonly unitCode: string | null; readonly unitName: string | null };
  readonly demo: boolean;
  readonly today: string;
  readonly language?: Language;
}

export interface Freshness {
  readonly recordsUpTo: string | null;
  readonly scoredAt: string | null;
  readonly knownAt: string | null;
  readonly policyVersion: number;
  readonly stale: boolean;
}

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly depth: number;
  readonly cadreCount: number;
}

export interface Reason {
  readonly source: string;
  readonly ref: string;
  readonly points: number;
  readonly reason: Labels | string;
}

export interface RankingRow {
  readonly position: number | null;
  readonly rank: number | null;
  readonly staffNo: string;
  readonly name: string;
  readonly unitCode: string | null;
  readonly unitName?: string | null;
  readonly post: string | null;
  readonly score: number;
  readonly band: Band;
  readonly coverage: number;
  readonly subtotals: Readonly<Record<string, number>>;
  readonly overdueCount: number;
  readonly officeOverdueCount: number;
  readonly positionChange?: number | null;
  readonly scoreChange?: number | null;
  readonly bandBefore?: Band | null;
  readonly mainReason?: Reason | null;
}

export interface Rankings {
  readonly asOf: string;
  readonly policyVersion: number;
  readonly total: number;
  readonly knownAt: string;
  readonly stale: boolean;
  readonly rows: readonly RankingRow[];
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Distribution {
  readonly total: number;
  readonly bands: BandCounts;
  readonly bandsBefore?: BandCounts | null;
  readonly histogram: readonly Bin[];
}

export interface Contribution {
  readonly ref: string;
  readonly occurredOn: string | null;
  readonly points: number;
  readonly reason: Labels | string;
}

export interface SourceScore {
  readonly source: string;
  readonly subtotal: number;
  readonly contributions: readonly Contribution[];
  readonly adjustments: readonly { readonly kind: string; readonly points: number }[];
}

/** One kind of evidence that coverage asks for; `applies` is false where it is not asked of this person. */
export interface CoveragePart {
  readonly kind: string;
  readonly label?: Labels | string;
  readonly present: boolean;
  readonly applies?: boolean;
}

export interface CadreScore {
  readonly staffNo: string;
  readonly asOf: string;
  readonly policyVersion: number;
  readonly score: number;
  readonly band: Band;
  readonly coverage: number;
  readonly position?: number | null;
  readonly coverageParts?: readonly CoveragePart[];
  readonly sources: readonly SourceScore[];
}

export interface Posting {
  readonly unitCode: string;
  readonly unitName?: string | null;
  readonly post: string | null;
  readonly rank: string | null;
  readonly head: boolean | null;
  readonly fromOn: string;
  readonly toOn: string | null;
}

export interface Cadre {
  readonly staffNo: string;
  readonly name: string;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly post: string | null;
  readonly rank: string | null;
  readonly postings: readonly Posting[];
}

export interface RecordVersion {
  readonly source: string;
  readonly ref: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly supersededAt: string | null;
  readonly importId: string;
  readonly withdrawnReason: string | null;
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

export interface TrendPoint {
  readonly asOf: string;
  readonly score: number;
  readonly band?: Band;
  readonly policyVersion?: number;
}

export type FollowUpState = 'overdue' | 'due-soon' | 'open' | 'closed';

export interface FollowUp {
  readonly kind: FollowUpKind;
  readonly staffNo: string;
  readonly name?: string | null;
  readonly unitCode: string | null;
  readonly unitName?: string | null;
  readonly ref: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
  readonly state: FollowUpState;
  readonly daysOverdue: number;
  readonly owedBy: Holder;
  readonly inherited: boolean;
}

export interface KindTotals {
  readonly overdue: number;
  readonly dueSoon: number;
  readonly open: number;
}

export interface FollowUpSummary {
  readonly byKind: Readonly<Partial<Record<FollowUpKind, KindTotals>>>;
  readonly weeks: readonly { readonly from: string; readonly count: number }[];
}

/** How many people, in which bands, with which mean, at a day. A mean of nobody is null. */
export interface Tally {
  readonly cadreCount: number;
  readonly bands: BandCounts;
  readonly meanScore: number | null;
}

export interface UnitPart extends Tally {
  readonly code: string;
  readonly name: string;
  readonly overdueCount: number;
}

export interface UnitRow extends UnitPart {
  readonly parentCode: string | null;
  readonly depth: number;
}

export interface UnitSummary extends Tally {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly policyVersion: number;
  readonly stale: boolean;
  readonly trend: readonly (Tally & { readonly asOf: string })[];
  readonly yearBefore: (Tally & { readonly asOf: string }) | null;
  readonly overdue: Readonly<Partial<Record<FollowUpKind, number>>>;
  readonly completion?: Readonly<
    Partial<Record<FollowUpKind, { readonly due: number; readonly closed: number }>>
  >;
  readonly children: readonly UnitPart[];
}
