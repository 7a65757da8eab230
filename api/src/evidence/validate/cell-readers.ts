import type { Field } from '@probity/analytics';
import { normal } from './columns.js';
import { type DateReader, readDate, readMonth } from './date-format.js';
import type { RowNotes } from './row-notes.js';

/** Reads a trimmed, non-empty cell as its canonical text; undefined where it refused the cell. */
export type CellReader = (text: string, notes: RowNotes) => string | undefined;

/** What a cell's reading depends on besides its field. */
export interface ReadingOptions {
  /** In registers `YYYY.MM` is the first of the month. */
  readonly monthsAllowed: boolean;
  /** The profile's own form of dates. */
  readonly dateFormat?: DateReader | undefined;
  /** The file's date is the last day, ours the first day after it. */
  readonly inclusive: boolean;
  /** Longest text in characters. */
  readonly longest: number;
  /** The text names something: a person, a unit, a case, a record. */
  readonly identifier: boolean;
  /** The text stands in addresses of pages. */
  readonly addressed: boolean;
}

/** The reader of a field's cells. */
export function cellReader(field: Field, options: ReadingOptions): CellReader {
  switch (field.type) {
    case 'date':
      return remembered(dateReader(options));
    case 'integer':
      return integerReader(field);
    case 'decimal':
    case 'amount':
      return decimalReader(field);
    case 'boolean':
      return booleanReader;
    case 'choice':
      return choiceReader(field);
    case 'text':
      return textReader(options);
  }
}

/** How a spreadsheet writes a number that was too long for it. */
const ROUNDED = /^\d(\.\d+)?E\+?\d+$/i;

/** A step within an address, which no browser takes for a name. */
const STEP = /^\.{1,2}$/;

function textReader({ longest, identifier, addressed }: ReadingOptions): CellReader {
  return (text, notes) => {
    if (text.length > longest) {
      return notes.refuse(
        'too-long',
        `The text has ${text.length} characters; at most ${longest} are taken here.`,
        `文本长 ${text.length} 个字符，此处最多 ${longest} 个。`,
      );
    }
    if (addressed && STEP.test(text)) {
      return notes.refuse(
        'no-name',
        'A number or code of dots alone has no page of its own. Write it with a letter or a digit.',
        '仅由句点组成的编号无法打开页面，请使用含字母或数字的编号。',
      );
    }
    if (identifier && ROUNDED.test(text)) {
      notes.warn(
        'spreadsheet-number',
        'A spreadsheet has rounded this number: its last digits are lost. Format the column as text before typing or pasting it.',
        '该编号已被电子表格按数字舍入，末尾数字已丢失。请先将该列设为文本格式再录入。',
      );
    }
    return text;
  };
}

/** Dates repeat; reading one is dearer than looking it up. */
function remembered(read: CellReader): CellReader {
  const known = new Map<string, string>();
  return (text, notes) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const warned = notes.warnings.length;
    const value = read(text, notes);
    if (value !== undefined && notes.warnings.length === warned && known.size < 50_000) {
      known.set(text, value);
    }
    return value;
  };
}

function dateReader({ monthsAllowed, dateFormat, inclusive }: ReadingOptions): CellReader {
  return (text, notes) => {
    const plain = text.normalize('NFKC');
    let date = dateFormat?.(plain) ?? readDate(plain);
    if (date === undefined && monthsAllowed) {
      date = readMonth(plain);
      if (date !== undefined) {
        notes.warn(
          'month-only',
          `Only a month is given; it was read as ${date}.`,
          `只给出了月份，按 ${date} 处理。`,
        );
      }
    }
    if (date !== undefined) return inclusive ? dayAfter(date) : date;
    return notes.refuse(
      'bad-date',
      'This is not a date of the calendar. Write it as YYYY-MM-DD, such as 2024-02-29.',
      '不是有效的日期。请写成 YYYY-MM-DD，例如 2024-02-29。',
    );
  };
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

function limits(field: Field): [en: string, zh: string] {
  const { min, max } = field;
  if (min !== undefined && max !== undefined)
    return [` from ${min} to ${max}`, `（${min} 至 ${max}）`];
  if (min !== undefined) return [` of at least ${min}`, `（不小于 ${min}）`];
  if (max !== undefined) return [` of at most ${max}`, `（不大于 ${max}）`];
  return ['', ''];
}

const outside = (field: Field, number: number) =>
  number < (field.min ?? -Infinity) || number > (field.max ?? Infinity);

function integerReader(field: Field): CellReader {
  const [en, zh] = limits(field);
  return (text, notes) => {
    const plain = text.normalize('NFKC');
    const number = Number(plain);
    if (!/^[+-]?\d+$/.test(plain) || Math.abs(number) > 2_147_483_647) {
      return notes.refuse(
        'bad-number',
        `This is not a whole number${en}. Write digits only, without separators or units.`,
        `不是整数${zh}。只写数字，不加千分位或单位。`,
      );
    }
    if (outside(field, number)) {
      return notes.refuse('out-of-range', `It must be a whole number${en}.`, `应为整数${zh}。`);
    }
    return String(number === 0 ? 0 : number);
  };
}

function decimalReader(field: Field): CellReader {
  const [en, zh] = limits(field);
  const decimals = field.decimals ?? 6;
  return (text, notes) => {
    const plain = text.normalize('NFKC');
    const parts = /^([+-]?)(\d{1,20})(?:\.(\d{1,20}))?$/.exec(plain);
    if (!parts) {
      return notes.refuse(
        'bad-number',
        `This is not a number${en}. Write digits and at most one point, without separators or units.`,
        `不是数字${zh}。只写数字和小数点，不加千分位或单位。`,
      );
    }
    const fraction = (parts[3] ?? '').replace(/0+$/, '');
    if (fraction.length > decimals) {
      return notes.refuse(
        'too-precise',
        `At most ${decimals} digits may follow the point.`,
        `小数点后最多 ${decimals} 位。`,
      );
    }
    if (outside(field, Number(plain))) {
      return notes.refuse('out-of-range', `It must be a number${en}.`, `应为数字${zh}。`);
    }
    const whole = parts[2]!.replace(/^0+(?=\d)/, '');
    const value = fraction ? `${whole}.${fraction}` : whole;
    return parts[1] === '-' && value !== '0' ? `-${value}` : value;
  };
}

const TRUE = new Set(['true', 'yes', 'y', 't', '1', '是', '有', '√']);
const FALSE = new Set(['false', 'no', 'n', 'f', '0', '否', '无', '×']);

function booleanReader(text: string, notes: RowNotes): string | undefined {
  const plain = text.normalize('NFKC').toLowerCase();
  if (TRUE.has(plain)) return 'true';
  if (FALSE.has(plain)) return 'false';
  return notes.refuse('bad-value', 'It must be true or false.', '应为“是”或“否”。');
}

function choiceReader(field: Field): CellReader {
  const values = Object.entries(field.values ?? {});
  const known = new Map<string, string>();
  for (const [key, labels] of values) {
    for (const name of [labels['zh-CN'], labels.en, key]) known.set(normal(name), key);
  }
  const en = values.map(([key]) => key).join(', ');
  const zh = values.map(([key, labels]) => `${labels['zh-CN']}（${key}）`).join('、');
  return (text, notes) =>
    known.get(text) ??
    known.get(normal(text)) ??
    notes.refuse('bad-value', `It must be one of: ${en}.`, `应为下列之一：${zh}。`);
}
