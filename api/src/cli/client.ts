import { setTimeout as pause } from 'node:timers/promises';
import { Ended } from './exit.js';

/** Values of a query string; those that are undefined are left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface RequestOptions extends RequestInit {
  readonly query?: Query;
  /** For a body that is a stream. */
  readonly duplex?: 'half';
}

/** How often something is looked at that is under way. */
const LOOK_EVERY_MS = 250;

interface ProblemDocument {
  readonly status?: number;
  readonly title?: string;
  readonly detail?: string;
}

/** The server's HTTP API, for whoever holds a token. Every refusal and failure is thrown as an `Ended`. */
export class Client {
  readonly #base: string;

  /** `url` is the server's address, with or without `/api`. */
  constructor(
    url: string,
    private readonly token: string | undefined,
  ) {
    this.#base = url.replace(/\/+$/, '').replace(/\/api$/, '');
  }

  /** The full address of a path below `/api/`. */
  address(path: string, query: Query = {}): string {
    const url = new URL(`${this.#base}/api/${path}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url.href;
  }

  /** Sends a request and returns the answer, whose status is 2xx. */
  async send(path: string, { query, ...init }: RequestOptions = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.token) headers.set('authorization', `Bearer ${this.token}`);
    const response = await fetch(this.address(path, query), { ...init, headers }).catch(
      (error: unknown) => {
        throw this.#unreachable(error);
      },
    );
    if (!response.ok) throw await this.#refused(response);
    return response;
  }

  /** The JSON answer of a GET. */
  async get<T>(path: string, query: Query = {}): Promise<T> {
    const response = await this.send(path, { query, headers: { accept: 'application/json' } });
    return (await response.json()) as T;
  }

  /** Asks for `path` again and again until `found` makes something of the answer, and returns that. */
  async until<T, R>(path: string, found: (answer: T) => R | undefined): Promise<R> {
    for (;;) {
      const result = found(await this.get<T>(path));
      if (result !== undefined) return result;
      await pause(LOOK_EVERY_MS);
    }
  }

  /** Sends JSON and returns the JSON answer; undefined where there is none (204). */
  async put<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const response = await this.send(path, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  #unreachable(error: unknown): Ended {
    const cause = (error as { cause?: NodeJS.ErrnoException }).cause;
    if (cause?.code === 'ECONNREFUSED' || cause?.code === 'ENOTFOUND') {
      return new Ended(
        `No server answers at ${this.#base}. Start one with "npm start", or say where it is in PROBITY_URL.`,
      );
    }
    return new Ended(
      `The connection to ${this.#base} broke (${cause?.code ?? cause?.message ?? String(error)}).`,
    );
  }

  async #refused(response: Response): Promise<Ended> {
    const text = await response.text().catch(() => '');
    let problem: ProblemDocument = {};
    if (response.headers.get('content-type')?.includes('json')) {
      problem = JSON.parse(text) as ProblemDocument;
    }
    const detail =
      problem.detail ?? problem.title ?? `The server answered with status ${response.status}.`;
    return new Ended(
      response.status === 401
        ? `${detail} The command line takes its token from PROBITY_TOKEN; the dashboard makes one (Accounts, or your sign-in).`
        : `${detail}${problem.detail ? ` (${response.status})` : ''}`,
    );
  }
}
