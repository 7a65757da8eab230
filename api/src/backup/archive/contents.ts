import { z } from 'zod';

/** The form of the archive that this version writes. */
export const FORMAT = 1;

/** The first entry of an archive: what a restore must know before it reads on. */
export const OPENING = 'backup.json';
/** The last entry: without it the archive is not whole. */
export const CLOSING = 'manifest.json';
/** Folders of the other entries. */
export const TABLES = 'tables/';
export const FILES = 'files/';

const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the archive was made of. */
export const openingSchema = z.object({
  format: z.literal(FORMAT),
  backupId: z.int(),
  /** When the snapshot was taken. */
  madeAt: z.iso.datetime(),
  /** The migrations that had made the schema, oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  /** Tables that are made anew and not carried. */
  leftOut: z.array(z.string()),
});

/** What the archive holds, to compare what was restored with. */
export const closingSchema = z.object({
  tables: z.array(z.object({ name: z.string(), rowCount: count, byteCount: count, sha256 })),
  sequences: z.array(
    z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() }),
  ),
  files: z.array(z.object({ name: z.string(), byteCount: count, sha256 })),
  /** The end of the audit log's chain in the snapshot; the hash in hex. */
  auditHead: z.object({ seq: count, hash: sha256 }),
});

export type Opening = z.output<typeof openingSchema>;
export type Closing = z.output<typeof closingSchema>;
export type TableColumns = Opening['tables'][number];
export type TableDigest = Closing['tables'][number];
export type SequenceState = Closing['sequences'][number];

/**
 * Settings that COPY's text depends on. With these, equal rows give equal bytes on every server and
 * in every session, and a large table is read from its beginning.
 */
export const copySettings = [
  "SET LOCAL client_encoding = 'UTF8'",
  "SET LOCAL TimeZone = 'UTC'",
  "SET LOCAL DateStyle = 'ISO, YMD'",
  "SET LOCAL IntervalStyle = 'iso_8601'",
  "SET LOCAL bytea_output = 'hex'",
  'SET LOCAL extra_float_digits = 1',
  'SET LOCAL synchronize_seqscans = off',
];

/** A name as an SQL identifier. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** `table (column, ...)`, as COPY takes it. */
export const copyTarget = ({ name, columns }: TableColumns) =>
  `${quoted(name)} (${columns.map(quoted).join(', ')})`;
