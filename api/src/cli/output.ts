/** What a table's cell may be; null and undefined are shown as a dash. */
export type Cell = string | number | boolean | null | undefined;

/** Characters that take two columns of a terminal. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/gu;

const widthOf = (text: string) => [...text].length + (text.match(wide)?.length ?? 0);

/** Control characters in a record could drive the terminal. */
const harmless = (text: string) => text.replace(/\p{Cc}/gu, ' ');

const shown = (cell: Cell) =>
  cell === null || cell === undefined || cell === '' ? '-' : harmless(String(cell));

/** Rows under headers, aligned for reading; columns of numbers to the right. */
export function table(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const right = headers.map((_, column) =>
    rows.every((row) => typeof row[column] === 'number' || row[column] === null),
  );
  const texts = [headers, ...rows.map((row) => row.map(shown))];
  const widths = headers.map((_, column) =>
    Math.max(...texts.map((row) => widthOf(row[column] ?? ''))),
  );
  const lines = texts.map((row) =>
    row
      .map((text, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - widthOf(text));
        return right[column] ? space + text : text + space;
      })
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/** Where answers and progress go. Data is on stdout alone, so that it can be piped. */
export interface Output {
  /** Whether answers are wanted as JSON. */
  readonly json: boolean;
  /** Writes the answer: the document as JSON, or what `text` makes of it. */
  answer<T>(document: T, text: (document: T) => string): void;
  /** A line or several of progress or of advice. */
  note(lines: string): void;
}

/** The output of a program run from a terminal or a script. */
export function output(json: boolean): Output {
  return {
    json,
    answer(document, text) {
      process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : text(document));
    },
    note(lines) {
      for (const part of lines.split('\n')) process.stderr.write(`${harmless(part)}\n`);
    },
  };
}

/** What stands under every list of scores. */
export const REVIEW_NOTICE = 'A score is a priority for review, not a finding.';
