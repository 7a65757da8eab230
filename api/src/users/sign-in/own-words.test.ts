import { expect, it } from 'vitest';
import { ownWordIn } from './own-words.js';

it.each([
  ['wang.wu', 'wang.wu12345', 'wangwu'],
  ['wang.wu', '2024-WANG-2024', 'wang'],
  ['li', 'Pro-Bity 2026!', 'probity'],
  ['li.na@office.org', 'my0ffice Office99', 'office'],
  ['officer7', 'the Officer 77777', 'officer7'],
  ['王小明', '王·小明20260101', '王小明'],
])('%s: %s has the word %s of its own', (name, password, word) => {
  expect(ownWordIn(password, name)).toBe(word);
});

it.each([
  ['li', 'delightful evening'],
  ['a', 'seven green teapots'],
  ['wang.wu', 'seven green teapots'],
])('%s: %s is nobody’s own', (name, password) => {
  expect(ownWordIn(password, name)).toBeUndefined();
});
