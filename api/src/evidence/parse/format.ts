import { open } from 'node:fs/promises';
import { finding, UnreadableFile } from '../validate/problem.js';

/** The forms a file can have. */
export type Format = 'csv' | 'xlsx' | 'ndjson' | 'arrow';

const byType: Readonly<Record<string, Format>> = {
  'text/csv': 'csv',
  'application/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'application/vnd.ms-excel': 'xlsx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'application/vnd.apache.arrow.stream': 'arrow',
  'application/vnd.apache.arrow.file': 'arrow',
};

/** Types that say nothing about what is in a file: its first bytes do. */
const silent = ['', 'application/octet-stream'];

/** The form that a Content-Type promises: null where it says nothing, undefined where we don't read it. */
export function formatOfType(contentType: string | undefined): Format | null | undefined {
  const type = (contentType ?? '').split(';')[0]!.trim().toLowerCase();
  return silent.includes(type) ? null : byType[type];
}

const names: Readonly<Record<Format, string>> = {
  csv: 'CSV',
  xlsx: 'XLSX',
  ndjson: 'NDJSON',
  arrow: 'Arrow',
};

/**
 * The form of the file at `path`: the promised one, unless its first bytes belong to another. Throws
 * UnreadableFile where they contradict, and for forms that nobody reads here.
 */
export async function formatOf(path: string, promised: Format | null): Promise<Format> {
  const seen = await sniff(path);
  if (promised === null) return seen ?? 'csv';
  // Any text may be CSV, and one JSON object may be, though nobody would write it.
  if (seen === undefined || seen === promised) {
    if (seen === undefined && (promised === 'xlsx' || promised === 'arrow')) {
      throw contradiction(promised, 'text');
    }
    return promised;
  }
  if (promised === 'csv' && seen === 'ndjson') return 'csv';
  throw contradiction(promised, names[seen]);
}

async function sniff(path: string): Promise<Format | undefined> {
  const file = await open(path);
  const head = Buffer.alloc(64);
  try {
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    if (bytesRead === 0) return undefined;
  } finally {
    await file.close();
  }
  if (head.readUInt32BE(0) === 0x504b0304) return 'xlsx';
  if (head.readUInt32LE(0) === 0xffffffff || head.toString('latin1', 0, 6) === 'ARROW1')
    return 'arrow';
  if (head.readUInt32BE(0) === 0xd0cf11e0) throw old();
  if (/^(\uFEFF)?\s*\{/.test(head.toString('utf8'))) return 'ndjson';
  return undefined;
}

const contradiction = (promised: Format, seen: string) =>
  new UnreadableFile(
    finding(
      'wrong-format',
      `The file was sent as ${names[promised]}, but it is ${seen}. Send it as what it is, or save it anew.`,
      `文件声明为 ${names[promised]} 格式，实际为 ${seen === 'text' ? '文本' : seen}。请按实际格式上传，或重新另存。`,
    ),
  );

const old = () =>
  new UnreadableFile(
    finding(
      'wrong-format',
      'This is an old Excel file (.xls). Save it as .xlsx or CSV and send it again.',
      '这是旧版 Excel 文件（.xls）。请另存为 .xlsx 或 CSV 后重新上传。',
    ),
  );
