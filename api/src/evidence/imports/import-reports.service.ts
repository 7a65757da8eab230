import { Injectable } from '@nestjs/common';
import { type Labels, type Language } from '@probity/analytics';
import { inCurrentScope } from '../../platform/access/current-scope.js';
import type { Scope } from '../../platform/access/scope.js';
import { type CsvColumn, csv } from '../../platform/csv/csv.js';
import { Database } from '../../platform/database/database.js';
import type { Cell } from '../parse/raw-row.js';
import { messageColumn, notImportedSql } from './import.js';
import { ImportsService } from './imports.service.js';

interface ProblemRow {
  readonly id: number;
  readonly line: number | null;
  readonly column_name: string | null;
  readonly code: string;
  readonly message: string;
  readonly value: string | null;
  readonly imported: boolean;
}

interface RefusedRow {
  readonly id: number;
  readonly line: number;
  readonly raw: string;
  readonly codes: string | null;
  readonly columns: string | null;
  readonly messages: string | null;
}

const PAGE = 2_000;

/** What was wrong with a file, as CSV, and the rows that were refused, to be mended and sent again. */
@Injectable()
export class ImportReports {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
  ) {}

  /** Causes (`error`) or notes (`warning`) by line: line, column, code, message, value. Throws 404. */
  async problems(
    scope: Scope,
    importId: number,
    severity: 'error' | 'warning',
    language: Language,
  ): Promise<AsyncIterable<string>> {
    await this.imports.find(scope, importId);
    const columns = severity === 'warning' ? warningColumns : problemColumns;
    return csv(columns, inCurrentScope(this.#problemPages(importId, severity, language)));
  }

  async *#problemPages(importId: number, severity: string, language: Language) {
    const message = messageColumn(language);
    let after: [line: number, id: number] = [-1, 0];
    for (;;) {
      const rows = await this.database.query<ProblemRow>(
        `SELECT id, line, column_name, code, ${message} AS message, value,
           NOT ${notImportedSql} AS imported
         FROM import_problems p
         WHERE import_id = $1 AND severity = $2 AND (coalesce(line, 0), id) > ($3, $4)
         ORDER BY coalesce(line, 0), id LIMIT ${PAGE}`,
        [importId, severity, ...after],
      );
      yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = [last.line ?? 0, last.id];
    }
  }

  /** The refused rows in the file's own columns, with the causes behind them. Throws 404. */
  async rejected(
    scope: Scope,
    importId: number,
    language: Language,
  ): Promise<AsyncIterable<string>> {
    await this.imports.find(scope, importId);
    const { header } = await this.imports.record(importId);
    return csv(
      rejectedColumns(header ?? [], language),
      inCurrentScope(this.#rejectedPages(importId, language)),
    );
  }

  async *#rejectedPages(importId: number, language: Language) {
    const message = messageColumn(language);
    let after = 0;
    for (;;) {
      const rows = await this.database.query<RefusedRow>(
        `SELECT q.id, q.line, q.raw, p.codes, p.columns, p.messages FROM (
           SELECT id, line, raw FROM quarantine WHERE import_id = $1 AND id > $2 ORDER BY id LIMIT ${PAGE}
         ) q LEFT JOIN LATERAL (
           SELECT string_agg(code, '; ' ORDER BY id) AS codes,
             string_agg(column_name, '; ' ORDER BY id) AS columns,
             string_agg(${message}, ' ' ORDER BY id) AS messages
           FROM import_problems WHERE import_id = $1 AND severity = 'error' AND line = q.line
         ) p ON true ORDER BY q.id`,
        [importId, after],
      );
      yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.id;
    }
  }
}

const problemColumns: CsvColumn<ProblemRow>[] = [
  { header: 'line', cell: (row) => row.line },
  { header: 'column', cell: (row) => row.column_name },
  { header: 'code', cell: (row) => row.code },
  { header: 'message', cell: (row) => row.message },
  { header: 'value', cell: (row) => row.value },
];

const warningColumns: CsvColumn<ProblemRow>[] = [
  ...problemColumns,
  { header: 'imported', cell: (row) => String(row.imported) },
];

const causeHeaders: readonly Labels[] = [
  { en: 'refused line', 'zh-CN': '原行号' },
  { en: 'refused for', 'zh-CN': '未通过原因代码' },
  { en: 'refused column', 'zh-CN': '问题列' },
  { en: 'refused because', 'zh-CN': '问题说明' },
];

function rejectedColumns(header: readonly string[], language: Language): CsvColumn<RefusedRow>[] {
  const causes = [
    (row: RefusedRow) => row.line,
    (row: RefusedRow) => row.codes,
    (row: RefusedRow) => row.columns,
    (row: RefusedRow) => row.messages,
  ];
  let parsed: { row: RefusedRow; cells: readonly Cell[] } | undefined;
  const cellsOf = (row: RefusedRow) => {
    if (parsed?.row !== row) parsed = { row, cells: cells(row.raw, header) };
    return parsed.cells;
  };
  return [
    ...header.map((text, position) => ({
      header: text,
      cell: (row: RefusedRow) => cellsOf(row)[position],
    })),
    ...causes.map((cell, index) => ({ header: causeHeaders[index]![language], cell })),
  ];
}

/** The cells of a kept row: an array as it was in a table, or by name from a JSON object. */
function cells(raw: string, header: readonly string[]): readonly Cell[] {
  const row: unknown = JSON.parse(raw, (_, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value,
  );
  if (Array.isArray(row)) return row as Cell[];
  if (typeof row !== 'object' || row === null) return [String(row)];
  const object = new Map(Object.entries(row));
  return header.map((name) => {
    const value: unknown = object.get(name);
    return value === undefined || value === null ? undefined : String(value);
  });
}
