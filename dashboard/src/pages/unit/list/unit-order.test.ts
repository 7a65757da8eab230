import { describe, expect, it } from 'vitest';
import type { UnitRow } from '../../../data/shapes.js';
import { inOrder, nextSort } from './unit-order.js';

const unit = (code: string, cadreCount: number, meanScore: number | null): UnitRow => ({
  code,
  name: code,
  parentCode: null,
  depth: 0,
  cadreCount,
  bands: { high: 1, elevated: 0, watch: 0, low: cadreCount - 1, insufficient: 0 },
  meanScore,
  overdueCount: cadreCount,
});
const rows = [unit('empty', 0, null), unit('calm', 10, 2), unit('busy', 4, 9)];
const codes = (sorted: readonly UnitRow[]) => sorted.map(({ code }) => code);

describe('the order of units', () => {
  it('is the tree’s without a sort, and has units of nobody last with one', () => {
    expect(codes(inOrder(rows, undefined))).toEqual(['empty', 'calm', 'busy']);
    expect(codes(inOrder(rows, '-mean'))).toEqual(['busy', 'calm', 'empty']);
    expect(codes(inOrder(rows, 'share'))).toEqual(['calm', 'busy', 'empty']);
    expect(codes(inOrder(rows, '-overdue'))).toEqual(['calm', 'busy', 'empty']);
  });

  it('goes from the largest first to the smallest first and back to the tree', () => {
    expect(nextSort('mean', '-share')).toBe('-mean');
    expect(nextSort('mean', '-mean')).toBe('mean');
    expect(nextSort('mean', 'mean')).toBeUndefined();
  });
});
