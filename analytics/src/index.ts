export { requiredItems } from './appointments/checks/file.checks.js';
export { departmentLabel } from './appointments/checks/joint-review.checks.js';
export {
  type CaseDeadline,
  type CaseFollowUpKind,
  type CaseWithRecords,
  caseDeadlines,
  caseFollowUpKinds,
} from './appointments/deadlines.js';
export { type Facts, noFacts } from './appointments/facts/facts.js';
export {
  factsOf,
  type GateKind,
  gateKinds,
  type RecordsByKind,
} from './appointments/facts/facts-of.js';
export { filledPosts } from './appointments/facts/filled-posts.js';
export { type Breach, breachOf, type GateAnswer, gate } from './appointments/gate.js';
export { type Oddity, odditiesOf } from './appointments/oddities.js';
export { type GateReason, type GateReasonKind, gateReasons } from './appointments/reason.js';
export { type AppointmentStage, appointmentStages, stageOf } from './appointments/stage.js';
export * from './evidence/cadre-columns.js';
export * from './evidence/cadres.js';
export * from './evidence/cases.js';
export * from './evidence/contests.js';
export { evenParts } from './evidence/even-parts.js';
export * from './evidence/evidence.js';
export { type PeopleSources, replacePeople } from './evidence/replace-people.js';
export * from './evidence/standing.js';
export * from './evidence/texts.js';
export * from './evidence/undertakings.js';
export { type Clause, forceOf } from './fields/clause.js';
export { compareCodePoints } from './fields/code-points.js';
export { allocateColumns, type ColumnArray, type Columns } from './fields/columns.js';
export * from './fields/day.js';
export * from './fields/field.js';
export type { Labels, Language } from './fields/labels.js';
export type { PolicyMeta, Unit } from './fields/policy-number.js';
export {
  type CalendarDayKind,
  type DayCount,
  dayCounts,
  plainWeeks,
  type WorkingCalendar,
  WorkingDays,
  yearsOf,
} from './fields/working-days.js';
export { type AskedKinds, askedBy } from './follow-ups/asked-kinds.js';
export type { Closing, ClosingAsked } from './follow-ups/closing.js';
export { countByKind, type KindCount } from './follow-ups/counted-kinds.js';
export {
  compareFollowUps,
  type FollowUp,
  followUpsOf,
  visitFollowUps,
} from './follow-ups/follow-ups.js';
export { type FollowUpKind, followUpKinds, type Holder } from './follow-ups/kinds.js';
export type { Asked } from './follow-ups/obligations.js';
export { type OverdueCounts, overdueCounts } from './follow-ups/overdue-counts.js';
export { type FollowUpState, followUpStates } from './follow-ups/state.js';
export { countableKinds, deadlineClauses, gateClauses } from './policy/clause-paths.js';
export type { Clauses } from './policy/clauses.policy.js';
export { comparePolicies, type PolicyChange } from './policy/compare.js';
export { dueAfter } from './policy/due-after.js';
export { defaultPolicy, PolicyError, parsePolicy, policyJsonSchema } from './policy/policy.js';
export { datedRegisters, type RetentionPolicy } from './policy/retention.policy.js';
export { type DatesByKind, type Policy, policySchema } from './policy/schema.js';
export { drawLots, drawnCount, type Lot } from './random-check/draw-lots.js';
export type { RandomCheckPolicy } from './random-check/policy.js';
export { recordKinds, registers } from './registers/index.js';
export { defineRegister, type RecordKind, type Register } from './registers/record-kind.js';
export { refOf } from './registers/record-ref.js';
export {
  type ContestOutcome,
  contestOutcomes,
  type ReplyKind,
  replies,
  replyKinds,
} from './registers/replies.register.js';
export { type Band, bandCodes, bands, coverageOf } from './score/band.js';
export * from './score/explain.js';
export { mergeRuns, orderRun, orderScores, type Run } from './score/order/order.js';
export { reorderScores } from './score/order/reorder.js';
export { type Cadres, scoreAll, scoreCadres, scoreSome } from './score/score.js';
export { emptyScores, type Scores } from './score/scores.js';
export { type RoughCount, type Sheet, type SheetPart, sheetOf } from './score/sheet/sheet.js';
export * from './source.js';
export { kinds as sessionKinds } from './sources/education-session/education-session.fields.js';
export { sources } from './sources/index.js';
export { kinds as talkKinds } from './sources/reminder-talk/reminder-talk.fields.js';
export { appendRows } from './table/append-rows.js';
export { arrowSchema } from './table/arrow-schema.js';
export {
  arrowPieces,
  arrowStream,
  type StreamColumn,
  type StreamColumnType,
} from './table/arrow-stream.js';
export { type ArrowText, arrowText } from './table/arrow-text.js';
export { buffersOf, type NamedBuffer } from './table/buffers.js';
export type { Cell, Cells } from './table/cell.js';
export {
  type ColumnsFile,
  decodeColumns,
  encodeColumns,
  type FileColumn,
} from './table/columns-file.js';
export type { GrowingTexts } from './table/growing-texts.js';
export { joinRows } from './table/join-rows.js';
export { clustered, type Reclustering, recluster } from './table/recluster.js';
export { decodeRows, encodeRows } from './table/snapshot.js';
export { type ByteRow, recordRef, TableBuilder } from './table/table-builder.js';
export type { TalkKind, TalksPolicy } from './talks/policy.js';
export { type ProposedTalk, proposedTalks, talkSources } from './talks/proposed-talks.js';
export { type TalkRule, talkRules } from './talks/talk-rules.js';
