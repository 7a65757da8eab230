import { readdirSync, readFileSync } from 'node:fs';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { auditActions } from './audit-actions.js';
import { en } from './en/index.js';
import { formatsOf } from './formats.js';
import { zhCN } from './zh-CN/index.js';

/** The names of all placeholders of an ICU message, nested ones included. Throws where it is malformed. */
function placeholdersOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      const nested = Object.values(element.options).flatMap(({ value }) => placeholdersOf(value));
      return [element.value, ...nested];
    }
    return element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag
      ? []
      : [element.value];
  });
}
const namesOf = (text: string) =>
  [...new Set(placeholdersOf(parse(text, { ignoreTag: true })))].sort();

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(zhCN).sort()).toEqual(Object.keys(en).sort());
  });

  it('have the same placeholders in both languages', () => {
    const keys = Object.keys(en) as (keyof typeof en)[];
    const differing = keys.filter((key) => `${namesOf(en[key])}` !== `${namesOf(zhCN[key])}`);
    expect(differing).toEqual([]);
  });

  it('are translated: words in Latin letters only are names and keys', () => {
    const wordsOf = (text: string) => text.replace(/\{[^{}]*\}/g, '');
    const latin = Object.entries(zhCN).filter(
      ([, text]) => /[A-Za-z]{2}/.test(wordsOf(text)) && !/\p{Script=Han}/u.test(text),
    );
    expect(latin.map(([key]) => key)).toEqual(['frame.product', 'frame.search.keys']);
  });
});

describe('the words of what the audit log names', () => {
  const document = readFileSync(new URL('../../../api/openapi.json', import.meta.url), 'utf8');
  const routes = [...document.matchAll(/"operationId": "(\w+)"/g)].map(([, name]) => name ?? '');
  const written = [
    ...['Backups_restore', 'Backups_write', 'Exports_write', 'Links_recover', 'Links_setup'],
  ];

  it('are of every route that there is and of no other, each of its own', () => {
    expect(Object.keys(auditActions).sort()).toEqual([...routes, ...written].sort());
    for (const language of ['en', 'zh-CN'] as const) {
      const words = Object.values(auditActions).map((labels) => labels[language]);
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    }
  });
});

describe('the words of refusals', () => {
  it('are of every refusal that the API tells of', () => {
    const source = new URL('../../../api/src/platform/errors/refusals.ts', import.meta.url);
    const [, list = ''] =
      /refusals = \[([^;]*)\] as const/.exec(readFileSync(source, 'utf8')) ?? [];
    const told = [...list.matchAll(/'([\w-]+)'/g)].map(([, name]) => `refusal.is.${name}`);
    const words = Object.keys(en).filter((key) => key.startsWith('refusal.is.'));
    expect(words.sort()).toEqual(told.sort());
  });

  it('are of every other problem that a screen can meet', () => {
    const folder = new URL('../../../api/src/', import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'));
    const codes = sources.flatMap((source) =>
      [...source.matchAll(/new Problem\(\d{3}, \{[\s.]*\{?\s*code: '([\w-]+)'/g)].map(
        ([, code]) => code,
      ),
    );
    expect(codes.length).toBeGreaterThan(20);
    const elsewhere = [
      // By what stands beside them: fields, findings, a refusal's own name.
      ...['bad-parameter', 'conflict', 'code-wanted', 'password-wanted'],
      // Met by programs alone.
      ...['repeated-header', 'not-acceptable'],
    ];
    const silent = codes.filter(
      (code = '') => !(`refusal.code.${code}` in en || elsewhere.includes(code)),
    );
    expect(silent).toEqual([]);
  });
});

describe('formats', () => {
  it('write points with three decimals and changes with their sign', () => {
    const { points, change, countChange } = formatsOf('en');
    expect(points(63.25)).toBe('63.250');
    expect(change(4.5)).toBe('+4.500');
    expect(change(-1)).toBe('−1.000');
    expect(change(0)).toBe('0.000');
    expect(countChange(-2)).toBe('−2');
  });

  it('write an instant in the time zone that is asked for', () => {
    const { instant } = formatsOf('en');
    expect(instant('2026-11-22T23:00:00Z', 'Asia/Shanghai')).toBe('23 Nov 2026, 07:00');
    expect(instant('2026-11-22T23:00:00Z', 'UTC')).toBe('22 Nov 2026, 23:00');
  });

  it('write instants and their days in the zone that is given', () => {
    const { dateAt, instant } = formatsOf('en', 'Asia/Shanghai');
    expect(dateAt('2026-11-22T19:58:59Z')).toBe('23 Nov 2026');
    expect(instant('2026-11-22T19:58:59Z')).toBe('23 Nov 2026, 03:58');
  });

  it('write a deadline with the name of its zone, whatever the zone of the browser', () => {
    const until = '2026-11-22T19:58:59Z';
    expect(formatsOf('en', 'Asia/Shanghai').deadline(until)).toBe(
      '23 Nov 2026, 03:58 (China Standard Time)',
    );
    expect(formatsOf('zh-CN', 'Asia/Shanghai').deadline(until)).toBe(
      '2026年11月23日 03:58（中国标准时间）',
    );
    expect(formatsOf('en', 'UTC').deadline(until)).toBe(
      '22 Nov 2026, 19:58 (Coordinated Universal Time)',
    );
  });

  it('write a label within a sentence without its capital', () => {
    const { inSentence } = formatsOf('en');
    expect(inSentence('A recent audit')).toBe('a recent audit');
    expect(inSentence('Enough opinions')).toBe('enough opinions');
    expect(inSentence('CSV file')).toBe('CSV file');
    expect(inSentence('近期述职评议')).toBe('近期述职评议');
  });

  it('write calendar dates as they are, in any time zone', () => {
    expect(formatsOf('en').date('2026-11-22')).toBe('22 Nov 2026');
    expect(formatsOf('zh-CN').date('2026-11-22')).toBe('2026年11月22日');
  });
});
