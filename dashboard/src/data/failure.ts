import type { Labels } from '@probity/analytics';

/** What is wrong with a field, or worth a second look; without a column the whole record is meant. */
export interface Finding {
  readonly code: string;
  readonly message: Labels;
  readonly column: string | null;
  readonly value: string | null;
}

/** What words of a refusal speak of. */
export type Said = Readonly<Record<string, string | number>>;

/** What is wrong with one field of what was sent; `code` names words for it, `detail` is English. */
export interface FieldError {
  readonly parameter: string;
  readonly detail: string;
  readonly code?: string;
  readonly said?: Said;
}

/** A problem document (RFC 9457) as the API sends it, as far as the dashboard reads it. */
interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly number?: string;
  readonly account?: string;
  readonly retryAfterSeconds?: number;
  readonly findings?: readonly Finding[];
  readonly standing?: string;
  readonly errors?: readonly FieldError[];
  readonly refusal?: string;
  readonly said?: Said;
}

/** What a failure tells beside its status and its text. */
export interface FailureDetails {
  /** The number to quote when asking for help; empty where the server gave none. */
  readonly number?: string | undefined;
  /** The kind of problem, such as `bad-link`; empty where no problem document came. */
  readonly code?: string | undefined;
  /** The account that a one-time link is for. */
  readonly account?: string | undefined;
  /** How long to wait before another attempt. */
  readonly retryAfterSeconds?: number | undefined;
  /** Field by field why a form was refused. */
  readonly findings?: readonly Finding[] | undefined;
  /** The record that stands where another one was to be entered. */
  readonly standing?: string | undefined;
  /** Which fields cannot be as they are. */
  readonly errors?: readonly FieldError[] | undefined;
  /** Which refusal it is, as things stand, and what its words speak of. */
  readonly refusal?: string | undefined;
  readonly said?: Said | undefined;
}

/** An answer that was not what was asked for. `status` is 0 where no answer came at all. */
export class Failure extends Error {
  readonly number: string;
  readonly code: string;
  readonly account: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly findings: readonly Finding[];
  readonly standing: string | undefined;
  readonly errors: readonly FieldError[];
  readonly refusal: string | undefined;
  readonly said: Said;

  constructor(
    readonly status: number,
    message: string,
    details: FailureDetails = {},
  ) {
    super(message);
    const { number = '', code = '', account, retryAfterSeconds, findings = [], standing } = details;
    const { errors = [], refusal, said = {} } = details;
    this.name = 'Failure';
    this.number = number;
    this.code = code;
    this.account = account;
    this.retryAfterSeconds = retryAfterSeconds;
    this.findings = findings;
    this.standing = standing;
    this.errors = errors;
    this.refusal = refusal;
    this.said = said;
  }

  /** The reader lacks the right to see this. */
  get isRefusal(): boolean {
    return this.status === 401 || this.status === 403;
  }

  /** Nobody is signed in, or not any more. */
  get isSignedOut(): boolean {
    return this.status === 401 && (this.code === 'not-signed-in' || this.isSetupOver);
  }

  /** The session that set the product up is over, since an administrator has enrolled. */
  get isSetupOver(): boolean {
    return this.status === 401 && this.code === 'setup-over';
  }
}

/** The failure that an unsuccessful response tells of. */
export async function failureOf(response: Response): Promise<Failure> {
  const problem: Problem = await response.json().catch(() => ({}));
  const message = problem.detail ?? problem.title ?? response.statusText;
  const code = problem.type?.replace('urn:probity:', '');
  return new Failure(response.status, message, { ...problem, code });
}
