import { createHash, type Hash } from 'node:crypto';
import { buffersOf, type Evidence, type Places, plainWeeks, sources } from '@probity/analytics';

/**
 * SHA-256 over everything that scores and follow-ups are worked out from: the columns as they lie in memory
 * (little-endian), in the order of staff numbers. Equal evidence gives equal digests, in whatever
 * order it arrived.
 */
export function evidenceDigest({
  cadres,
  sources: held,
  cases,
  contests,
  undertakings,
  calendar,
}: Evidence): string {
  const hash = createHash('sha256');
  addBytes(hash, cadres.staffNo.offsets);
  addBytes(hash, cadres.staffNo.bytes);
  addBytes(hash, cadres.appointedOn);
  addBytes(hash, cadres.leftOn);
  addPlaces(hash, cadres.register);
  addBytes(hash, cadres.postings.from);
  addBytes(hash, cadres.postings.fromOn);
  addBytes(hash, cadres.postings.toOn);
  addPlaces(hash, cadres.postings);
  for (const source of sources) {
    const rows = held[source.key];
    if (!rows) continue;
    hash.update(source.key);
    for (const { name, bytes } of buffersOf(source, rows)) hash.update(name).update(bytes);
  }
  for (const register of [cases, contests, undertakings]) {
    const byCadre = [...(register ?? [])].sort(([a], [b]) => a - b);
    // Without an entry the digest is what it was before there were any.
    if (byCadre.length > 0) hash.update(JSON.stringify(byCadre));
  }
  if (calendar && calendar !== plainWeeks) hash.update(JSON.stringify(calendar));
  return hash.digest('hex');
}

function addBytes(hash: Hash, view: ArrayBufferView): void {
  hash.update(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
}

function addPlaces(hash: Hash, { unit, post, rank, head }: Places): void {
  for (const dictionary of [unit, post, rank]) {
    addBytes(hash, dictionary.codes);
    hash.update(JSON.stringify(dictionary.values));
  }
  addBytes(hash, head);
}
