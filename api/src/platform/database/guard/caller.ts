/** Among whom a caller reads: what is asked of a row's person depends on it. */
export const reaches = {
  nobody: 0,
  /** Everybody: nothing is asked. */
  everybody: 1,
  /** Everybody but one, such as oneself. */
  allButOne: 2,
  /** Everybody who is not hidden, or one person alone. */
  named: 3,
  /** The same, of some units. */
  ofUnits: 4,
} as const;

/** What row security is told of a caller, in the order of its parts: one setting says all of it. */
const parts = [
  /** Whether they read about people by name, counts of people, refused rows as a second person, and everybody's imports. */
  ...(['people', 'counts', 'refused', 'imports'] as const),
  /** One of `reaches`. */
  'reach',
  /** Whether no units limit them; else the part of the tree, by its ends in pre-order. */
  ...(['whole', 'enter', 'leave'] as const),
  /** Whom they never see (internal numbers), as an array in SQL; and the first of them apart. */
  ...(['hidden', 'hiddenFirst'] as const),
  /** The only person whom they read about. */
  'one',
  /** The account that has signed in itself. */
  'account',
] as const;
export type Caller = Readonly<
  Record<(typeof parts)[number], string | number | boolean | undefined>
>;

/** The settings of a transaction: who the caller is, and what they may. */
export const SUBJECT = 'probity.subject';
export const CALLER = 'probity.caller';

const BETWEEN_PARTS = ' ';

/** What the setting says of a caller. */
export const callerText = (caller: Caller): string =>
  parts.map((part) => String(caller[part] ?? '')).join(BETWEEN_PARTS);

// Cutting a text takes a fifth of the time of reading JSON, and a statement asks for some twenty of them.
/** One of the parts as text, to be asked within a sub-select; NULL where nobody has said who asks. */
export const told = (part: keyof Caller) =>
  `nullif(split_part(current_setting('${CALLER}', true), '${BETWEEN_PARTS}', ${parts.indexOf(part) + 1}), '')`;
/** The same as a value of some type of PostgreSQL's, read once a statement: the cast is made within, lest it be made for every row. */
export const value = (part: keyof Caller, type: string) =>
  `((SELECT ${told(part)}::${type})::${type})`;
/** Whether one of them is so; false where nobody has said who asks. */
export const is = (part: keyof Caller) => `coalesce(${told(part)} = 'true', false)`;
