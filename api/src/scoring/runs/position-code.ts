/** Bits of a byte that carry something; the highest says that more follows. */
const BITS = 7;
const MORE = 1 << BITS;

/**
 * Ascending positions (1 and up) as bytes: the step from each to the next, the lowest seven bits first,
 * mostly two bytes. A zero comes first, so that several can follow each other.
 */
export function codeOf(positions: Uint32Array): Buffer {
  const bytes = Buffer.allocUnsafe(1 + positions.length * 5);
  let end = 0;
  bytes[end++] = 0;
  let last = 0;
  for (const position of positions) {
    let step = position - last;
    last = position;
    while (step >= MORE) {
      bytes[end++] = (step % MORE) + MORE;
      step = Math.floor(step / MORE);
    }
    bytes[end++] = step;
  }
  return bytes.subarray(0, end);
}

/** Tells every position of what `codeOf` made, or of several such one after another. */
export function visitCoded(bytes: Uint8Array, visit: (position: number) => void): void {
  let last = 0;
  let step = 0;
  let shift = 0;
  for (const byte of bytes) {
    step += (byte & (MORE - 1)) << shift;
    if (byte >= MORE) {
      shift += BITS;
      continue;
    }
    if (step === 0) last = 0;
    else {
      last += step;
      visit(last);
    }
    step = 0;
    shift = 0;
  }
}
