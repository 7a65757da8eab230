/** One line of a file: every field of the kind by its header, empty cells as empty text. */
export type Row = Readonly<Record<string, string>>;

/** The kinds that are generated, in the order in which they must be imported. */
export const kinds = [
  'units',
  'cadres',
  'postings',
  'inspection-opinion',
  'debriefing-score',
  'audit-finding',
  'personal-matter-report',
  'reminder-talk',
  'education-session',
  'heart-to-heart-talk',
  'appointment-case',
  'headcount-review',
  'file-review',
  'joint-review-reply',
  'inspection-notice',
] as const;

/** What people file themselves; no file of it is taken. */
export const filedKinds = ['contests'] as const;

export type Kind = (typeof kinds)[number] | (typeof filedKinds)[number];

/** The system that a row comes from stands beside the fields, it is not one of them. */
export interface SystemRow {
  readonly system: string;
  readonly row: Row;
}

/** Two systems, so that one ref can mean two records; registers come from the first. */
export const systems = ['upload', 'petitions-office'] as const;

/** Everything that was generated, by kind. */
export type Evidence = Readonly<Record<Kind, readonly SystemRow[]>>;

const needsQuotes = /[",\r\n]/;

function cell(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of one kind as CSV with a header line; empty cells stay unquoted. */
export function csvOf(rows: readonly Row[]): string {
  const headers = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => headers.map((header) => cell(row[header] ?? '')).join(','));
  return `${[headers.join(','), ...lines].join('\n')}\n`;
}
