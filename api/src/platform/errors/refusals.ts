/**
 * Why something was refused, by short names that stay: whoever shows a refusal to people has words for
 * each in their language. What stands in braces there comes along as `said`. A text's own form may have
 * one of them as its format (`z.stringFormat`).
 */
export const refusals = [
  // What is wrong with one field.
  ...['required', 'too-small', 'too-large', 'above', 'below', 'too-short', 'too-long'],
  ...['too-few', 'too-many', 'not-a-number', 'not-whole', 'not-a-choice', 'not-a-date'],
  ...['unknown-name', 'unusable-text', 'system-name', 'mapping-name', 'date-format'],
  ...['date-span', 'dates-order', 'not-an-instant', 'file-name', 'one-line'],
  // Rules over several numbers of the policy.
  ...['bands-order', 'no-such-day', 'counts-order'],
  // What a field refers to, or what it stands beside.
  ...['unknown-person', 'unknown-unit', 'own-unit', 'same-number', 'taken', 'reserved-name'],
  ...['account-name', 'view-name', 'time-zone', 'cron', 'own-rights', 'beyond-own-rights'],
  ...['unknown-mapping', 'other-kind-mapping', 'several-systems', 'correction-or-none', 'sent-key'],
  ...['filed-in-future', 'answered-on', 'planned-in-past', 'from-on'],
  ...['password-length', 'obvious-password', 'name-in-password', 'wrong-code', 'wrong-password'],
  // As things stand.
  ...[
    'waits-already',
    'policy-moved-on',
    'decided-already',
    'merge-undone',
    'merged-on',
    'records-clash',
    'person-gone',
  ],
  ...['scores-follow', 'own-contest', 'own-entry', 'same-statement', 'statement-closed'],
  ...['written-by-person', 'written-by-office', 'other-band', 'other-score', 'link-over'],
  ...['statements-full', 'account-disabled', 'own-account', 'no-second-factor', 'setup-anew'],
  ...['views-full', 'talk-held', 'talk-decided', 'talk-withdrawn', 'nobody-drawn', 'drawn-already'],
  ...['withdrawn-already', 'no-earlier-version', 'backup-unset', 'not-released'],
  ...['nothing-proposed', 'no-answer-needed', 'other-records'],
] as const;

/** One of these names. */
export type Refusal = (typeof refusals)[number];

/** The numbers and names that the words of a refusal speak of. */
export type Said = Readonly<Record<string, string | number>>;

/** What is wrong with one parameter or body field. */
export interface FieldError {
  /** Its name; of a member of a group with the groups' names before it and dots between. */
  readonly parameter: string;
  /** In English, for programs' logs and the command line. */
  readonly detail: string;
  readonly code?: Refusal | undefined;
  readonly said?: Said | undefined;
}
