import { readdirSync, readFileSync } from 'node:fs';
import { bands as bandLabels, followUpStates } from '@probity/analytics';
import { describe, expect, it } from 'vitest';
import { bands } from '../data/shapes.js';
import { zhCN } from './zh-CN/index.js';

const glossary = readFileSync(new URL('../../../GLOSSARY.md', import.meta.url), 'utf8');

/** The cells of the glossary's row that begins with this English word. */
function rowOf(english: string): string[] {
  const line = glossary.split('\n').find((text) => text.startsWith(`| ${english} |`));
  expect(line, english).toBeDefined();
  return (line ?? '').split('|').map((cell) => cell.trim());
}

/** Every line of the API's own sources with Chinese in it, by where it stands. */
function spokenByTheApi(): Record<string, string> {
  const folder = new URL('../../../api/src/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    sources
      .filter((name) => name.endsWith('.ts') && !name.startsWith('demo'))
      .flatMap((name) =>
        readFileSync(new URL(name, folder), 'utf8')
          .split('\n')
          .map((line, at) => [`${name}:${at + 1}`, line] as const),
      )
      .filter(([, line]) => /\p{Script=Han}/u.test(line)),
  );
}

describe('the Chinese words of the glossary', () => {
  it('are those of the bands', () => {
    const [, , , means = ''] = rowOf('band');
    const words = [...means.matchAll(/\p{Script=Han}+/gu)].map(([word]) => word);
    expect(bands.map((band) => zhCN[`band.${band}`])).toEqual(words);
    expect(zhCN['band.insufficient.short']).toBe(words.at(-1));
    expect(Object.values(bandLabels).map((labels) => labels['zh-CN'])).toEqual(words);
  });

  it('are those of the states of follow-ups, on screen and in the analytics', () => {
    const [, , words = ''] = rowOf('open, due soon, overdue, closed');
    const states = ['open', 'due-soon', 'overdue', 'closed'] as const;
    expect(states.map((state) => zhCN[`followUps.state.${state}`])).toEqual(words.split('、'));
    expect(states.map((state) => followUpStates[state]['zh-CN'])).toEqual(words.split('、'));
  });

  it('are those of follow-ups and their holders', () => {
    expect(zhCN['followUps.title']).toBe(rowOf('follow-up')[2]);
    expect(zhCN['followUps.filter.owedBy']).toBe(rowOf('holder (owed by)')[2]);
  });

  it('have no others beside them, on screen or in what the API says', () => {
    const others = new RegExp(
      [
        ...['证据不足|即将到期|后续事项|待办事项|责任方|在办|隔离区|(?<!操作)审计日志|评分'],
        ...['(?<!系统|服务器)管理员|系统管理人员|引导令牌|程序令牌|签署|提议|第二人确认'],
        ...['栏目映射|权限范围|姓名或编号|干部编号'],
      ].join('|'),
    );
    const said = Object.entries({ ...zhCN, ...spokenByTheApi() });
    expect(said.filter(([, text]) => others.test(text)).map(([key]) => key)).toEqual([]);
  });
});
