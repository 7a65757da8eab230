import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { records } from './population.ts';

export const duckdbTables: Readonly<Record<string, string>> = {
  'inspection-opinion':
    'given_on INTEGER, respondent VARCHAR, circle VARCHAR, rating INTEGER, channel VARCHAR, ballot_count INTEGER, verified_on INTEGER, verification VARCHAR',
  'debriefing-score': 'year INTEGER, held_on INTEGER, score DOUBLE, grade VARCHAR',
  'audit-finding':
    'audit_no VARCHAR, phase VARCHAR, responsibility VARCHAR, found_on INTEGER, severity INTEGER, rectify_by INTEGER, rectified_on INTEGER, return_visited_on INTEGER, return_visit_result VARCHAR, re_rectified_on INTEGER',
  'personal-matter-report':
    'period VARCHAR, kind VARCHAR, due_on INTEGER, submitted_on INTEGER, check_result VARCHAR, checked_on INTEGER',
};

export const nameOf = (source: string) => source.replaceAll('-', '_');

/** The same population in DuckDB's own tables, clustered by cadre, on two threads. Days are whole numbers, as in the product's columns. */
export async function duckdbOf(cadreCount: number): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const appenders = new Map<string, Awaited<ReturnType<DuckDBConnection['createAppender']>>>();
  for (const [source, columns] of Object.entries(duckdbTables)) {
    await connection.run(`CREATE TABLE ${nameOf(source)} (cadre INTEGER, ref VARCHAR, ${columns})`);
    appenders.set(source, await connection.createAppender(nameOf(source)));
  }
  for (const { cadre, source, ref, cells } of records(cadreCount)) {
    const appender = appenders.get(source);
    if (!appender) throw new Error(`no table for ${source}`);
    appender.appendInteger(cadre);
    appender.appendVarchar(ref);
    for (const column of (duckdbTables[source] ?? '').split(', ')) {
      const [name = '', type] = column.split(' ');
      const cell = cells[name];
      if (cell == null) appender.appendNull();
      else if (type === 'VARCHAR') appender.appendVarchar(String(cell));
      else if (type === 'DOUBLE') appender.appendDouble(Number(cell));
      else appender.appendInteger(Number(cell));
    }
    appender.endRow();
  }
  for (const appender of appenders.values()) appender.closeSync();
  return connection;
}
