import { describe, expect, it } from 'vitest';
import { fileKey, fileName, fileStem } from './file-name.js';

const due = new Date('2026-11-22T23:00:00Z');

describe("a file's name", () => {
  it('is the schedule and its due time on the clock of its zone', () => {
    expect(fileName('Weekly', due, 'Asia/Shanghai')).toBe('Weekly-2026-11-23T070000+0800.csv');
    expect(fileName('每周排名', due, 'UTC')).toBe('每周排名-2026-11-22T230000+0000.csv');
    expect(fileName('x', due, 'America/St_Johns')).toBe('x-2026-11-22T193000-0330.csv');
  });

  it('tells midnight as 00 and a run out of turn to the millisecond', () => {
    const midnight = new Date('2026-11-22T16:00:00.007Z');
    expect(fileName('x', midnight, 'Asia/Shanghai')).toBe('x-2026-11-23T000000.007+0800.csv');
  });

  it('differs between the two hours that a clock shows twice', () => {
    const names = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((at) =>
      fileName('x', new Date(at), 'Europe/Berlin'),
    );
    expect(names).toEqual(['x-2026-10-25T023000+0200.csv', 'x-2026-10-25T023000+0100.csv']);
  });

  it.each([
    ['../../etc/passwd', '__.._etc_passwd'],
    ['a/b:c*d?e"f<g>h|i\\j', 'a_b_c_d_e_f_g_h_i_j'],
    ['line\nbreak\u2028\u202e', 'line_break_'],
    ['.hidden', '_hidden'],
    ['--help', '_help'],
  ])('%j holds nothing that a name must not have', (name, stem) => {
    expect(fileStem(name)).toBe(stem);
  });

  it('fits a file system, cut between characters', () => {
    const stem = fileStem('督'.repeat(200));
    expect(stem).toBe('督'.repeat(60));
  });

  it('has one key for names that some file systems take for the same', () => {
    expect(fileKey('Caf\u0065\u0301')).toBe(fileKey('CAFÉ'));
    expect(fileKey('a/b')).toBe(fileKey('A:b'));
  });
});
