/** What the program's exit code says. */
export const exit = { done: 0, failed: 1, usage: 2, quarantined: 3 } as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** An end that the user is told about in one sentence on stderr. */
export class Ended extends Error {
  constructor(
    message: string,
    readonly code: ExitCode = exit.failed,
  ) {
    super(message);
  }
}
