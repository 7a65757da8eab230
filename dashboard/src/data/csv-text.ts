/**
 * The rows of CSV text under its header, each by the header's names; at most so many. The parser
 * comes when it is first needed: only receipts of imports read CSV.
 */
export async function recordsOf(
  text: string,
  most: number,
): Promise<Record<string, string | undefined>[]> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  return parse<Record<string, string | undefined>>(text, { bom: true, columns: true, to: most });
}
