import { compareCodePoints } from '../fields/code-points.js';

/** One person's lot in a draw. */
export interface Lot {
  readonly staffNo: string;
  /** SHA-256, lower-case hexadecimal, of the seed, a line feed and the staff number, as UTF-8. */
  readonly hash: string;
  /** From 1, by hash and then staff number, both by code point. */
  readonly place: number;
  readonly drawn: boolean;
}

/** How many of a population are drawn: the share, taken in millionths, rounded up to whole people. */
export function drawnCount(populationCount: number, share: number): number {
  return Math.ceil((Math.round(share * 1_000_000) * populationCount) / 1_000_000);
}

/**
 * Draws a share (0 to 1) of people by lot: whoever comes first in the order of hashes is drawn. Equal
 * seeds and people give equal lots, in whatever order the people come. `sha256` gives the hash of a
 * text in UTF-8 as lower-case hexadecimal digits.
 */
export function drawLots(
  seed: string,
  staffNos: Iterable<string>,
  share: number,
  sha256: (text: string) => string,
): Lot[] {
  const lots = Array.from(staffNos, (staffNo) => ({
    staffNo,
    hash: sha256(`${seed}\n${staffNo}`),
  }));
  lots.sort((a, b) => compareCodePoints(a.hash, b.hash) || compareCodePoints(a.staffNo, b.staffNo));
  const count = drawnCount(lots.length, share);
  return lots.map((lot, at) => ({ ...lot, place: at + 1, drawn: at < count }));
}
