import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type RecordKind, recordKinds } from '@probity/analytics';
import { z } from 'zod';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { fieldsOf, kindNamed, type NamedField } from '../kinds/kind-catalog.js';
import { MappingsService } from '../mappings/mappings.service.js';
import type { MappingProfile } from '../mappings/profile.js';
import { type OpenedTable, openTable } from '../parse/open-table.js';
import type { RawRow } from '../parse/raw-row.js';
import { bindColumns, requireColumns } from '../validate/columns.js';
import { plausibleSpan } from '../validate/plausibility.js';
import { type Finding, UnreadableFile } from '../validate/problem.js';
import { RowReader } from '../validate/row-reader.js';
import { demandKind } from './import-access.js';
import { promisedFormat } from './imports.service.js';
import { Spool } from './spool.service.js';

const SHOWN_ROWS = 10;
/** So much of a CSV file is read to find a quote that is out of place, which refuses all of it. */
const LOOKED_THROUGH_BYTES = 8 << 20;
/** Of kinds that nearly fit. */
const SHOWN_KINDS = 3;

const labels = z.object({ en: z.string(), 'zh-CN': z.string() });
const note = z.object({
  code: z.string(),
  message: labels,
  column: z.string().nullable(),
  value: z.string().nullable(),
});

/** How a file would be read. */
export const preview = z.object({
  kind: z.string(),
  format: z.string().nullable(),
  encoding: z.string().nullable(),
  /** Why nothing of it could be imported; null where it can be read. */
  failure: note.nullable(),
  columns: z.array(
    z.object({
      header: z.string(),
      field: z.string().nullable(),
      ground: z.enum(['mapping', 'name', 'label', 'alias']).nullable(),
    }),
  ),
  missing: z.array(z.string()),
  rows: z.array(
    z.object({
      line: z.int(),
      values: z.record(z.string(), z.string().nullable()),
      errors: z.array(note),
      warnings: z.array(note),
    }),
  ),
  /** Kinds whose required columns the header has, the best first: what the file might be instead. */
  likelyKinds: z.array(z.string()),
  /** Where no kind fits: those that come nearest, the best first, each with the columns that it misses. */
  nearestKinds: z.array(z.object({ kind: z.string(), missing: z.array(z.string()) })),
});
export type Preview = z.infer<typeof preview>;

interface PreviewedFile {
  readonly kind: string;
  readonly mapping: string | undefined;
  /** Only the beginning of the file is there. */
  readonly partial: boolean;
  readonly contentType: string | undefined;
  readonly contentLength: number | undefined;
}

/** Shows how a file would be read, and keeps nothing of it. */
@Injectable()
export class PreviewService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly spool: Spool,
    private readonly mappings: MappingsService,
  ) {}

  /** The first rows of a file as they would be read. Throws 400, 404, 413, 415, 507 as an import does. */
  async preview(scope: Scope, order: PreviewedFile, body: Readable): Promise<Preview> {
    const kind = kindNamed(order.kind);
    demandKind(scope, kind);
    const promised = promisedFormat(order.contentType);
    const profile = await this.mappings.profileFor(kind, order.mapping);
    const file = await this.spool.take(body, order.contentLength);
    const empty: Preview = {
      kind: kind.key,
      format: null,
      encoding: null,
      failure: null,
      columns: [],
      missing: [],
      rows: [],
      likelyKinds: [],
      nearestKinds: [],
    };
    try {
      const table = await openTable(file.path, promised);
      return await this.#read(kind, profile, table, order.partial, empty);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return { ...empty, failure: error.finding };
    } finally {
      await this.spool.discard(file);
    }
  }

  async #read(
    kind: RecordKind,
    profile: MappingProfile | undefined,
    table: OpenedTable,
    partial: boolean,
    empty: Preview,
  ): Promise<Preview> {
    const span = plausibleSpan(dateIn(this.config.timeZone));
    const reader = new RowReader({ kind, profile, withdraw: false, span });
    const { rows, broken } = await firstRows(table, partial);
    const seen = { ...empty, format: table.format, encoding: table.encoding };
    let failure: Finding | null = broken;
    let columns: ReturnType<typeof bindColumns>;
    try {
      columns = bindColumns(kind, table.header, profile);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return { ...seen, failure: error.finding };
    }
    try {
      // Where each row names its own fields, a later one may have what the first ones lack.
      if (!table.growing) requireColumns(kind, columns, profile);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      failure ??= error.finding;
    }
    reader.bind(columns);
    return {
      ...seen,
      failure,
      columns: columns.map(({ header, field, ground }) => ({
        header,
        field: field ?? null,
        ground: ground ?? null,
      })),
      missing: missingFields(kind, new Set(columns.map((column) => column.field)), profile),
      rows: rows.map((row) => shownRow(reader, row)),
      ...kindsFor(table.header),
    };
  }
}

type ShownRow = Preview['rows'][number];

/**
 * The first rows of a table, and what makes all of it unreadable further down: where a whole CSV file
 * is there, it is read on for that.
 */
async function firstRows(table: OpenedTable, partial: boolean) {
  const rows: RawRow[] = [];
  const isLookedThrough = () =>
    partial || table.format !== 'csv' || table.bytesRead() >= LOOKED_THROUGH_BYTES;
  try {
    for await (const batch of table.batches) {
      rows.push(...batch.slice(0, SHOWN_ROWS - rows.length));
      if (rows.length >= SHOWN_ROWS && isLookedThrough()) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile) || table.header.length === 0) throw error;
    return { rows, broken: error.finding };
  }
  return { rows, broken: null };
}

function shownRow(reader: RowReader, row: RawRow): ShownRow {
  reader.read(row);
  const values = reader.fields.map(
    ({ name }: NamedField, index) => [name, reader.values[index] ?? null] as const,
  );
  return {
    line: row.line,
    values: Object.fromEntries(values),
    errors: [...reader.notes.errors],
    warnings: [...reader.notes.warnings],
  };
}

function missingFields(
  kind: RecordKind,
  there: ReadonlySet<string | undefined>,
  profile: MappingProfile | undefined,
): string[] {
  return fieldsOf(kind)
    .filter((field) => !field.optional && !there.has(field.name))
    .filter((field) => !(field.name in (profile?.constants ?? {})))
    .map((field) => field.name);
}

/** Which kinds a header fits, and where there is none, which it nearly fits. */
function kindsFor(header: readonly string[]): Pick<Preview, 'likelyKinds' | 'nearestKinds'> {
  const looked = recordKinds.map((kind) => {
    const columns = bindColumns(kind, header);
    const there = new Set(columns.map((column) => column.field));
    const missing = missingFields(kind, there, undefined);
    return { kind: kind.key, missing, known: columns.filter((column) => column.field).length };
  });
  const fitting = looked.filter(({ missing }) => missing.length === 0);
  if (fitting.length > 0) {
    const best = fitting.sort((a, b) => b.known - a.known);
    return { likelyKinds: best.map(({ kind }) => kind), nearestKinds: [] };
  }
  // A kind is near by the columns that it knows, and far by those that it misses.
  const nearness = ({ known, missing }: (typeof looked)[number]) => known - missing.length;
  const nearest = looked
    .filter(({ known }) => known > 0)
    .sort((a, b) => nearness(b) - nearness(a) || b.known - a.known)
    .slice(0, SHOWN_KINDS)
    .map(({ kind, missing }) => ({ kind, missing }));
  return { likelyKinds: [], nearestKinds: nearest };
}
