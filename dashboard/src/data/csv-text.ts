/** An apostrophe that stands in a file only so that no spreadsheet runs what is behind it. */
const GUARD = /^'(?=[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r])/u;

/**
 * The rows of CSV text under its header, each by the header's names; at most so many. The parser
 * comes when it is first needed: only receipts of imports read CSV. Cells are as they were before the
 * file guarded them against spreadsheets: no screen runs formulas.
 */
export async function recordsOf(
  text: string,
  most: number,
): Promise<Record<string, string | undefined>[]> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  return parse<Record<string, string | undefined>>(text, {
    bom: true,
    columns: true,
    to: most,
    cast: (cell) => cell.replace(GUARD, ''),
  });
}
