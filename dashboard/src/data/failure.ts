/** A problem document (RFC 9457) as the API sends it, as far as the dashboard reads it. */
interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly number?: string;
}

/** An answer that was not what was asked for. `status` is 0 where no answer came at all. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** The number to quote when asking for help; empty where the server gave none. */
    readonly number = '',
  ) {
    super(message);
    this.name = 'Failure';
  }

  /** The reader lacks the right to see this. */
  get isRefusal(): boolean {
    return this.status === 401 || this.status === 403;
  }
}

/** The failure that an unsuccessful response tells of. */
export async function failureOf(response: Response): Promise<Failure> {
  const problem: Problem = await response.json().catch(() => ({}));
  const message = problem.detail ?? problem.title ?? response.statusText;
  return new Failure(response.status, message, problem.number);
}
