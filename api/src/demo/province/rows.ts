import { type Day, dateOf } from '@probity/analytics';

/** One line of a file: cells by header, empty cells as empty text. */
export type Row = Readonly<Record<string, string>>;

/** One file as an office would send it. */
export interface DemoFile {
  readonly kind: string;
  /** The system that the records come from. */
  readonly system: string;
  /** `withdraw`: these records should never have been. */
  readonly mode?: 'withdraw';
  readonly rows: readonly Row[];
}

/** The date of a day, empty where there is none or it has not come by `until`. */
export function dateBy(day: Day | null, until: Day): string {
  return day === null || day > until ? '' : (dateOf(day) ?? '');
}

/** The file as CSV with a header line. */
export function csvOf({ rows }: DemoFile): string {
  const headers = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`;
  return (
    line(headers) + rows.map((row) => line(headers.map((header) => row[header] ?? ''))).join('')
  );
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
