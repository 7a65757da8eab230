import type { ServerResponse } from 'node:http';
import type { Response } from 'express';
import { Problem } from '../../errors/problem.js';
import type { AuditPhase } from '../audit-entry.js';
import type { Seen } from '../audited-request.js';
import { AnswerDigest, seenIn } from './answer-digest.js';

type State =
  /** Nothing of the answer was given yet. */
  | 'fresh'
  /** Not audited, or recorded in full: everything goes through. */
  | 'passing'
  /** A stream, waiting until its opening is recorded. */
  | 'opening'
  /** A stream on its way; its newest piece is always held back. */
  | 'streaming'
  /** All of it is given; waiting until that is recorded. */
  | 'closing'
  /** The log could not be written: nothing more leaves. */
  | 'refused';

/** How an answer asks the log. */
export interface AnswerRecorder {
  /** Whether this answer belongs into the log; known once something of the answer is given. */
  audited(): boolean;
  /** Returns once the entry is committed; throws where it isn't. */
  record(phase: AuditPhase, seen: Seen): Promise<void>;
  /** The address, for the problem document. */
  readonly instance: string;
}

type Encoding = BufferEncoding | undefined;
type Done = (() => void) | undefined;

function bytes(chunk: unknown, encoding: Encoding): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk, encoding);
  const view = chunk as Uint8Array;
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}

const unavailable = new Problem(503, {
  code: 'audit-log-unavailable',
  detail: 'The audit log cannot be written, so nothing is served. Try again in a minute.',
});

/**
 * An answer that leaves only once the audit log has it. It stands between the routes and the
 * connection, so no route can forget it: a whole answer waits for its entry; of a stream the first
 * byte waits for the entry with the query, and the last for the one with its digest.
 */
export class HeldAnswer {
  #state: State = 'fresh';
  #pieces: Buffer[] = [];
  #ended = false;
  #digest: AnswerDigest | undefined;
  readonly #ownHeaders: ReadonlySet<string>;
  readonly #send: Pick<ServerResponse, 'write' | 'end' | 'writeHead' | 'flushHeaders'>;

  constructor(
    private readonly response: Response,
    private readonly recorder: AnswerRecorder,
  ) {
    this.#ownHeaders = new Set(response.getHeaderNames());
    this.#send = {
      write: response.write.bind(response),
      end: response.end.bind(response),
      writeHead: response.writeHead.bind(response),
      flushHeaders: response.flushHeaders.bind(response),
    };
    const taken: Partial<Record<keyof ServerResponse, unknown>> = {
      write: this.#write.bind(this),
      end: this.#end.bind(this),
      writeHead: this.#writeHead.bind(this),
      flushHeaders: this.#flushHeaders.bind(this),
    };
    Object.assign(response, taken);
    // What was given counts as sent: whoever fails later must not try to answer a second time.
    Object.defineProperty(response, 'headersSent', {
      configurable: true,
      get: () => this.#state !== 'fresh',
    });
  }

  get #contentType(): string {
    return String(this.response.getHeader('content-type') ?? '');
  }

  #write(chunk: unknown, encodingOrDone?: BufferEncoding | (() => void), done?: Done): boolean {
    const encoding = typeof encodingOrDone === 'string' ? encodingOrDone : undefined;
    const taken = typeof encodingOrDone === 'function' ? encodingOrDone : done;
    this.#begin();
    if (this.#state === 'passing') return this.#send.write(bytes(chunk, encoding), taken);
    if (taken) process.nextTick(taken);
    const piece = bytes(chunk, encoding);
    if (this.#state === 'streaming') return this.#pass(piece);
    if (this.#state === 'opening') this.#pieces.push(piece);
    return false;
  }

  #end(chunk?: unknown, encodingOrDone?: BufferEncoding | (() => void), done?: Done): Response {
    const given = typeof chunk === 'function' ? undefined : chunk;
    const encoding = typeof encodingOrDone === 'string' ? encodingOrDone : undefined;
    const finished = [chunk, encodingOrDone, done].find((value) => typeof value === 'function');
    if (finished) this.response.once('finish', finished as () => void);
    const piece = given === undefined || given === null ? undefined : bytes(given, encoding);
    if (this.#state === 'fresh' && this.recorder.audited()) {
      this.#state = 'closing';
      void this.#answerWhole(piece);
      return this.response;
    }
    this.#begin();
    if (this.#state === 'passing') {
      this.#send.end(piece);
    } else if (this.#state === 'opening' || this.#state === 'streaming') {
      if (piece) this.#write(piece);
      this.#ended = true;
      if (this.#state === 'streaming') void this.#close();
    }
    return this.response;
  }

  #writeHead(status: number, ...rest: unknown[]): Response {
    const held = this.#state === 'opening' || (this.#state === 'fresh' && this.recorder.audited());
    if (!held) {
      // Node itself comes here when the first byte is sent.
      this.#begin();
      this.#send.writeHead(status, ...(rest as []));
    } else if (this.#state === 'fresh') {
      // The head is kept open, since the answer may still have to become a 503.
      const [message, headers] = typeof rest[0] === 'string' ? rest : [undefined, rest[0]];
      this.response.statusCode = status;
      if (typeof message === 'string') this.response.statusMessage = message;
      for (const [name, value] of Object.entries(headers ?? {})) {
        this.response.setHeader(name, value as string | number | readonly string[]);
      }
    }
    return this.response;
  }

  #flushHeaders(): void {
    this.#begin();
    if (this.#state === 'passing') this.#send.flushHeaders();
  }

  /** The first piece of an answer that comes in several. */
  #begin(): void {
    if (this.#state !== 'fresh') return;
    this.#state = this.recorder.audited() ? 'opening' : 'passing';
    if (this.#state === 'opening') void this.#open();
  }

  async #answerWhole(body: Buffer | undefined): Promise<void> {
    try {
      await this.recorder.record('answered', seenIn(body, this.#contentType));
    } catch {
      this.#send.end(this.#refuse());
      return;
    }
    this.#send.end(body);
  }

  async #open(): Promise<void> {
    try {
      await this.recorder.record('opened', {});
    } catch {
      // A source learns only from a connection that closes early that nobody wants the rest.
      const body = this.#refuse();
      this.response.setHeader('Connection', 'close');
      this.#send.write(body, () => this.response.destroy());
      return;
    }
    const held = this.#pieces.splice(0);
    // Progress has no end to wait for, and no digest that would mean anything.
    if (this.#contentType.startsWith('text/event-stream')) {
      this.#state = 'passing';
      this.#send.flushHeaders();
      for (const piece of held) this.#send.write(piece);
      if (this.#ended) this.#send.end();
    } else {
      this.#state = 'streaming';
      this.#digest = new AnswerDigest(this.#contentType);
      for (const piece of held) this.#pass(piece);
      if (this.#ended) return this.#close();
    }
    this.response.emit('drain');
  }

  /** Sends the piece before this one, and holds this one back. Returns whether more may be given at once. */
  #pass(piece: Buffer): boolean {
    this.#digest?.take(piece);
    const before = this.#pieces.shift();
    this.#pieces.push(piece);
    return before === undefined || this.#send.write(before);
  }

  async #close(): Promise<void> {
    this.#state = 'closing';
    try {
      await this.recorder.record('completed', this.#digest?.seen() ?? {});
    } catch {
      // Cut short, the client knows that the file is not whole.
      this.response.destroy();
      return;
    }
    this.#send.end(this.#pieces.shift());
  }

  /** Makes a 503 of the answer. Returns its body. */
  #refuse(): Buffer {
    this.#state = 'refused';
    this.#pieces = [];
    for (const name of this.response.getHeaderNames()) {
      if (!this.#ownHeaders.has(name)) this.response.removeHeader(name);
    }
    const body = Buffer.from(JSON.stringify(unavailable.document(this.recorder.instance)));
    this.response.statusCode = unavailable.getStatus();
    this.response.statusMessage = '';
    this.response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
    this.response.setHeader('Content-Length', body.length);
    this.response.setHeader('Retry-After', 60);
    return body;
  }
}
