import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an answer must never say: the database's own words, a stack, a file of the product; payloads (PG_SLEEP) may come back. */
const GIVEAWAY =
  /SQLSTATE|pg_(?!sleep)[a-z]|syntax error at|invalid input syntax|unterminated quoted|duplicate key value|violates \w+ constraint|relation "|column "|\/node_modules\/|\.js:\d+:\d+|ECONN/;

/** An answer that gives something away, or says that something broke. */
export interface Suspicious {
  readonly request: string;
  readonly status: number;
  readonly body: string;
}

/** What passed since the last time it was taken. */
export interface Passed {
  readonly requestCount: number;
  readonly statuses: ReadonlyMap<number, number>;
  readonly suspicious: readonly Suspicious[];
}

/** Stands between an attacker and the product, counts what passes, and keeps every answer that shouldn't have been. */
export class WatchingProxy {
  #statuses = new Map<number, number>();
  #suspicious: Suspicious[] = [];
  #count = 0;
  readonly #server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing));

  constructor(private readonly target: string) {}

  /** Listens on a port of its own. Returns its address, `host:port`. */
  async listen(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What passed since the last call. */
  take(): Passed {
    const statuses = this.#statuses;
    const suspicious = this.#suspicious;
    this.#statuses = new Map();
    this.#suspicious = [];
    const requestCount = [...statuses.values()].reduce((sum, count) => sum + count, 0);
    return { requestCount, statuses, suspicious };
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { hostname, port } = new URL(this.target);
    const { method, url: path } = incoming;
    // From a new address each time, lest guessing be slowed down before anything is looked up.
    const from = `10.${[16, 8, 0].map((bits) => (this.#count >> bits) & 255).join('.')}`;
    const headers = { 'x-forwarded-for': from, ...incoming.headers };
    this.#count++;
    const sent = request({ hostname, port, method, path, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', () => outgoing.destroy());
      answer.on('end', () => {
        this.#look(`${method} ${path}`, status, Buffer.concat(pieces).toString('latin1'));
        outgoing.writeHead(status, answer.headers);
        outgoing.end(Buffer.concat(pieces));
      });
    });
    sent.on('error', () => {
      this.#look(`${method} ${path}`, 0, 'no answer');
      outgoing.destroy();
    });
    incoming.pipe(sent);
  }

  #look(asked: string, status: number, body: string): void {
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    const broken = status === 0 || (status >= 500 && status !== 503);
    if (broken || GIVEAWAY.test(body)) {
      this.#suspicious.push({ request: asked, status, body: body.slice(0, 500) });
    }
  }
}
