import type pg from 'pg';
import type { Draw } from '../../../api/src/demo/province/draw.js';

/** What somebody did to the log: to the entries from `first` to `last`. */
export interface Tampering {
  readonly what: string;
  readonly first: number;
  readonly last: number;
}

type Tamper = (client: pg.Client, draw: Draw, seq: number) => Promise<Tampering>;

/** Changes of one column, each to another value than before. */
const changes = [
  `subject = subject || '!'`,
  `at = at + interval '1 microsecond'`,
  `at = at - interval '1 day'`,
  `people = array_append(people, 'S0')`,
  `people = CASE people WHEN '{}' THEN '{S1}' ELSE people[2:] END`,
  `roles = array_append(roles, 'auditor')`,
  `action = action || '!'`,
  `phase = phase || '!'`,
  `parameters = jsonb_set(parameters, '{query,limit}', '"1"')`,
  `status = CASE status WHEN 200 THEN 403 ELSE 200 END`,
  `denied = coalesce(denied || '', 'bad-token')::text || '.'`,
  `address = address || '0'`,
  `request_id = request_id || '0'`,
  `row_count = coalesce(row_count, 0) + 1`,
  `byte_count = NULL, sha256 = 'none'`,
  `canonical = set_byte(canonical, length(canonical) / 2, get_byte(canonical, length(canonical) / 2) # 1)`,
  `hash = set_byte(hash, 7, get_byte(hash, 7) # 1)`,
  `previous_hash = set_byte(previous_hash, 0, get_byte(previous_hash, 0) # 128)`,
];

const change: Tamper = async (client, draw, seq) => {
  const set = draw.pick(changes);
  await client.query(`UPDATE audit_log SET ${set} WHERE seq = $1`, [seq]);
  return { what: `change: ${set}`, first: seq, last: seq };
};

/** Text, bytes and hash of one entry alike, as somebody would who knows how they are made. */
const carefulChange: Tamper = async (client, _draw, seq) => {
  await client.query(
    `UPDATE audit_log SET subject = 'nobody', canonical = bytes, hash = sha256(previous_hash || bytes)
     FROM (SELECT convert_to(replace(convert_from(canonical, 'UTF8'), '"subject":"' || subject || '"',
                  '"subject":"nobody"'), 'UTF8') AS bytes FROM audit_log WHERE seq = $1) AS other
     WHERE seq = $1`,
    [seq],
  );
  return { what: 'change with its hash', first: seq, last: seq };
};

const remove: Tamper = async (client, draw, seq) => {
  const last = seq + draw.pick([0, 0, 1, 7]);
  await client.query('DELETE FROM audit_log WHERE seq BETWEEN $1 AND $2', [seq, last]);
  return { what: 'remove', first: seq, last };
};

/** Takes one out and moves up what follows, so that no number is missing before the range ends. */
const closeGap: Tamper = async (client, draw, seq) => {
  const last = seq + draw.whole(1, 40);
  await client.query('DELETE FROM audit_log WHERE seq = $1', [seq]);
  // By way of negative numbers, since no two may ever be the same.
  await client.query('UPDATE audit_log SET seq = -(seq - 1) WHERE seq > $1 AND seq <= $2', [
    seq,
    last,
  ]);
  await client.query('UPDATE audit_log SET seq = -seq WHERE seq < 0');
  return { what: 'remove and renumber', first: seq, last };
};

const swap: Tamper = async (client, draw, seq) => {
  const other = seq + draw.pick([1, 1, 2, 30]);
  await client.query(
    'UPDATE audit_log SET seq = CASE seq WHEN $1 THEN -$2::bigint ELSE -$1::bigint END WHERE seq IN ($1, $2)',
    [seq, other],
  );
  await client.query('UPDATE audit_log SET seq = -seq WHERE seq < 0');
  return { what: 'swap', first: seq, last: other };
};

const truncate: Tamper = async (client, _draw, seq) => {
  await client.query('DELETE FROM audit_log WHERE seq >= $1', [seq]);
  await client.query(
    'UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM audit_log WHERE seq = $1 - 1)',
    [seq],
  );
  return { what: 'truncate', first: seq, last: Number.MAX_SAFE_INTEGER };
};

/** The whole knowledge of the chain: changes one entry, and makes all that follow anew up to the next checkpoint or beyond. */
const rewrite: Tamper = async (client, draw, seq) => {
  const last = seq + draw.whole(1, 300);
  await carefulChange(client, draw, seq);
  await client.query(
    `DO $$
     DECLARE entry record; previous bytea;
     BEGIN
       SELECT hash INTO previous FROM audit_log WHERE seq = ${seq};
       FOR entry IN SELECT seq, canonical FROM audit_log WHERE seq > ${seq} AND seq <= ${last} ORDER BY seq LOOP
         UPDATE audit_log SET previous_hash = previous, hash = sha256(previous || canonical)
         WHERE seq = entry.seq RETURNING hash INTO previous;
       END LOOP;
     END $$`,
  );
  return { what: 'rewrite', first: seq, last };
};

const add: Tamper = async (client, _draw, seq) => {
  await client.query(
    `INSERT INTO audit_log SELECT -$1::bigint, at, subject, roles, action, phase, method, route,
       parameters, people, status, denied, address, request_id, row_count, byte_count, sha256,
       canonical, previous_hash, hash FROM audit_log WHERE seq = $1`,
    [seq],
  );
  return { what: 'add before the first', first: 1, last: 1 };
};

/** Everything that is tried, often what is tried often. */
const tamperings: readonly Tamper[] = [
  change,
  change,
  change,
  carefulChange,
  remove,
  remove,
  closeGap,
  swap,
  swap,
  truncate,
  rewrite,
  add,
];

/** Does one thing of a random kind to the log at an entry, as superuser whose triggers are off. */
export const tamper: Tamper = (client, draw, seq) => draw.pick(tamperings)(client, draw, seq);

/** One of each kind. */
export const everyKind: readonly Tamper[] = [...new Set(tamperings)];
