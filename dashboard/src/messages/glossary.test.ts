import { readFileSync } from 'node:fs';
import { followUpStates } from '@probity/analytics';
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

describe('the Chinese words of the glossary', () => {
  it('are those of the bands', () => {
    const [, , , means = ''] = rowOf('band');
    const words = [...means.matchAll(/\p{Script=Han}+/gu)].map(([word]) => word);
    expect(bands.map((band) => zhCN[`band.${band}`])).toEqual(words);
    expect(zhCN['band.insufficient.short']).toBe(words.at(-1));
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

  it('have no others beside them', () => {
    const others = /证据不足|即将到期|后续事项|待办事项|责任方|在办/;
    const found = Object.entries(zhCN).filter(([, text]) => others.test(text));
    expect(found.map(([key]) => key)).toEqual([]);
  });
});
