import { stat } from 'node:fs/promises';
import { emptyFile, readCsv } from './csv/csv.js';
import { type Format, formatOf } from './format.js';
import { readNdjson } from './ndjson.js';
import type { RawTable } from './raw-row.js';
import { encodingOf } from './text/encoding.js';
import { readArrow } from './workers/arrow.js';
import { readXlsx } from './workers/xlsx.js';

/** A file opened as rows, with what was recognised. */
export interface OpenedTable extends RawTable {
  readonly format: Format;
  /** null where the form has no encoding of its own. */
  readonly encoding: string | null;
}

/**
 * Opens the file at `path` as rows, whatever its form. `promised` is the form its Content-Type names,
 * null where it names none. Throws UnreadableFile.
 */
export async function openTable(path: string, promised: Format | null): Promise<OpenedTable> {
  if ((await stat(path)).size === 0) throw emptyFile();
  const format = await formatOf(path, promised);
  switch (format) {
    case 'csv': {
      const encoding = await encodingOf(path);
      return { ...(await readCsv(path, encoding)), format, encoding };
    }
    case 'ndjson': {
      const encoding = await encodingOf(path);
      return { ...(await readNdjson(path, encoding)), format, encoding };
    }
    case 'xlsx':
      return { ...(await readXlsx(path)), format, encoding: null };
    case 'arrow':
      return { ...(await readArrow(path)), format, encoding: null };
  }
}
