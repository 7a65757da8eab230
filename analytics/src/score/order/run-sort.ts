const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Sorts cadres by their keys (whole numbers from 0), the largest first; equals stay in the order in
 * which they are. A counting sort by digits: linear in the number of cadres, whatever the keys.
 */
export function sortRun(cadres: Uint32Array, keys: Int32Array): void {
  const { length } = cadres;
  let largest = 0;
  for (let at = 0; at < length; at++) largest = Math.max(largest, keys[cadres[at]]);
  let held: Uint32Array = cadres;
  let spare: Uint32Array = new Uint32Array(length);
  // Their keys go along, so that only the first pass looks them up.
  let heldKeys = new Uint32Array(length);
  let spareKeys = new Uint32Array(length);
  for (let at = 0; at < length; at++) heldKeys[at] = largest - keys[held[at]];
  for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += DIGIT_BITS) {
    const next = placesOf(heldKeys, shift);
    for (let at = 0; at < length; at++) {
      const key = heldKeys[at];
      const place = next[(key >>> shift) & (DIGITS - 1)]++;
      spare[place] = held[at];
      spareKeys[place] = key;
    }
    [held, spare] = [spare, held];
    [heldKeys, spareKeys] = [spareKeys, heldKeys];
  }
  if (held !== cadres) cadres.set(held);
}

/** Where the keys with each digit begin. */
function placesOf(keys: Uint32Array, shift: number): Uint32Array {
  const counts = new Uint32Array(DIGITS + 1);
  for (let at = 0; at < keys.length; at++) counts[((keys[at] >>> shift) & (DIGITS - 1)) + 1]++;
  for (let digit = 0; digit < DIGITS; digit++) counts[digit + 1] += counts[digit];
  return counts;
}
