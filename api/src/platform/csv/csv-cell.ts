/** What a cell of a CSV file is made of. Dates and exact decimals are text. */
export type CsvCell = string | number | boolean | null | undefined;

/**
 * What a spreadsheet takes for the start of a formula: the four signs and their full-width forms,
 * also behind characters that it skips (spaces, control characters, a byte order mark); and a
 * leading tab or carriage return, which some programs drop together with the quotes around a cell.
 */
const formula = /^(?:[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r])/u;

/** Whether a text begins with a digit, a Latin letter or a common Chinese character: most do, and no formula. */
function startsPlainly(text: string): boolean {
  const first = text.charCodeAt(0);
  return (
    (first >= 0x30 && first <= 0x39) ||
    (first >= 0x41 && first <= 0x5a) ||
    (first >= 0x61 && first <= 0x7a) ||
    (first >= 0x4e00 && first <= 0x9fff)
  );
}

/** A negative number, as it stands in columns of points and differences: no formula. */
const negativeNumber = /^-\d+(?:\.\d+)?$/;

const needsQuotes = /[",\r\n]/;

/**
 * One cell as it is written: empty for null and undefined, quoted where RFC 4180 asks for it, and
 * with an apostrophe in front of text that a spreadsheet would run as a formula.
 *
 * Identifiers are text and are written digit by digit, 18 of them too. Excel keeps them whole when
 * the file is opened by Data > From Text/CSV with those columns set to Text, or with the option
 * "Convert long numbers to text"; opened by a double click it rounds whatever has more than 15.
 *
 * Throws a RangeError for a number that is not finite, or is whole and beyond 2^53: it has lost
 * digits already.
 */
export function csvCell(value: CsvCell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
      throw new RangeError(`not a number that a file can carry exactly: ${value}`);
    }
    return String(value);
  }
  const text =
    !startsPlainly(value) && formula.test(value) && !negativeNumber.test(value)
      ? `'${value}`
      : value;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
