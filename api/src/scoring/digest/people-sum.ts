import { hash } from 'node:crypto';
import { type Evidence, type Places, sources } from '@probity/analytics';
import { DigestBytes } from './digest-bytes.js';

/** One person's digests are added up modulo this. */
const MODULUS = 2n ** 256n;
const WORDS = 8;
/** So many 32-bit words add up exactly in a double. */
const EXACT_SUMS = 2 ** 20;

/**
 * The sum, modulo 2^256, of the SHA-256 of everything about each person: whoever else there is, and
 * in whatever order records arrived, somebody with equal evidence adds the same, so that the sum can
 * follow a change of a few. `cadres` are indexes; everyone without them.
 */
export function peopleSum(evidence: Evidence, cadres?: Iterable<number>): bigint {
  const bytes = new DigestBytes();
  const write = personWriter(evidence, bytes);
  const words = new Float64Array(WORDS);
  let sum = 0n;
  let pending = 0;
  for (const cadre of cadres ?? Array(evidence.cadres.count).keys()) {
    bytes.clear();
    write(cadre);
    const digest = hash('sha256', bytes.written(), 'buffer');
    for (let word = 0; word < WORDS; word++) {
      words[word] = (words[word] ?? 0) + digest.readUInt32BE(4 * word);
    }
    if (++pending < EXACT_SUMS) continue;
    sum += numberOf(words);
    words.fill(0);
    pending = 0;
  }
  return (sum + numberOf(words)) % MODULUS;
}

/** So many people at a time take less than a tenth of a second. */
const PEOPLE_AT_ONCE = 20_000;

/** Everyone's sum, worked out part by part; yields after each. */
export function* peopleSumInParts(evidence: Evidence): Generator<undefined, bigint> {
  const { count } = evidence.cadres;
  let sum = 0n;
  for (let first = 0; first < count; first += PEOPLE_AT_ONCE) {
    const length = Math.min(PEOPLE_AT_ONCE, count - first);
    const some = Uint32Array.from({ length }, (_, at) => first + at);
    sum = changedSum(sum, 0n, peopleSum(evidence, some));
    yield;
  }
  return sum;
}

/** The number of these words, the highest first, each of which may have more than 32 bits. */
function numberOf(words: Float64Array): bigint {
  let number = 0n;
  for (const word of words) number = (number << 32n) + BigInt(word);
  return number;
}

/** The sum once some people have another digest. */
export function changedSum(sum: bigint, before: bigint, after: bigint): bigint {
  return (((sum - before + after) % MODULUS) + MODULUS) % MODULUS;
}

/** Writes what is known about a person, every part after its length or name, so that no two people's bytes can be the same by chance. */
function personWriter(evidence: Evidence, bytes: DigestBytes): (cadre: number) => void {
  const { cadres, sources: held, cases, contests, undertakings } = evidence;
  const { postings, staffNo, appointedOn, leftOn } = cadres;
  const register = placesWriter(cadres.register, bytes);
  const posting = placesWriter(postings, bytes);
  const tables = sources.flatMap(({ key, fields }) => {
    const table = held[key];
    if (!table) return [];
    const columns = Object.keys(fields).flatMap((name) => {
      const column = table.rows[name];
      if (!column) return [];
      return [{ width: column.BYTES_PER_ELEMENT, bytes: bytesOf(column) }];
    });
    return [{ key, from: table.from, to: table.to, refs: table.refs, columns }];
  });
  return (cadre) => {
    bytes.addTexts(staffNo, cadre, cadre + 1);
    bytes.addNumber(appointedOn[cadre] ?? 0);
    bytes.addNumber(leftOn[cadre] ?? 0);
    register(cadre);
    const [first = 0, end = 0] = [postings.from[cadre], postings.from[cadre + 1]];
    bytes.addNumber(end - first);
    for (let row = first; row < end; row++) {
      bytes.addNumber(postings.fromOn[row] ?? 0);
      bytes.addNumber(postings.toOn[row] ?? 0);
      posting(row);
    }
    for (const { key, from, to, refs, columns } of tables) {
      const start = from[cadre] ?? 0;
      const stop = to[cadre] ?? 0;
      if (start === stop) continue;
      bytes.addText(key);
      bytes.addNumber(stop - start);
      for (const column of columns) {
        bytes.addBytes(column.bytes, column.width * start, column.width * stop);
      }
      bytes.addTexts(refs, start, stop);
    }
    for (const byCadre of [cases, contests, undertakings]) {
      const own = byCadre?.get(cadre);
      bytes.addText(own ? JSON.stringify(own) : '');
    }
  };
}

function placesWriter({ unit, post, rank, head }: Places, bytes: DigestBytes) {
  return (row: number) => {
    for (const { codes, values } of [unit, post, rank]) {
      const value = values[codes[row] ?? -1];
      bytes.addNumber(value === undefined ? 0 : 1);
      if (value !== undefined) bytes.addText(value);
    }
    bytes.addNumber(head[row] ?? 0);
  };
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
