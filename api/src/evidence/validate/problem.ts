import type { Labels } from '@probity/analytics';

/** What is wrong, or worth a look, in a file: the cause in words says what would be right. */
export interface Finding {
  /** Stable, for programs (kebab-case). */
  readonly code: string;
  readonly message: Labels;
  /** The header as it stands in the file; null where the whole row or file is meant. */
  readonly column: string | null;
  /** The cell as it stands in the file. */
  readonly value: string | null;
}

/** Makes a finding about a cell. Long values are cut: a report is read by people. */
export function finding(
  code: string,
  en: string,
  zh: string,
  column: string | null = null,
  value: string | null = null,
): Finding {
  return { code, message: { en, 'zh-CN': zh }, column, value: value && cut(value) };
}

/** Longest part of a cell that a report repeats. */
const LONGEST_VALUE = 200;

function cut(value: string): string {
  const shown = value.replaceAll('\0', '\u2400');
  return shown.length > LONGEST_VALUE ? `${shown.slice(0, LONGEST_VALUE)}…` : shown;
}

/** The file as a whole cannot be read: nothing of it is imported. */
export class UnreadableFile extends Error {
  constructor(
    readonly finding: Finding,
    /** Physical line, where one is to blame. */
    readonly line: number | null = null,
    /** What else is wrong with it, as far as it is known before the file is mended. */
    readonly others: readonly Finding[] = [],
  ) {
    super(finding.message.en);
  }

  /** All that is wrong with it. */
  get findings(): readonly Finding[] {
    return [this.finding, ...this.others];
  }
}
