import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryDataFolder } from '../../api/dist/platform/database/embedded-binaries.js';
import { preparedFolder } from './prepared-folder.ts';

export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** Where Node keeps what it compiled, so that the next program begins sooner. */
export const compiled = join(root, 'node_modules/.cache/compiled');

/** The token every test server is started with. */
export const token = 'test-bootstrap-token';

/** A running product of its own: process, database, port, folder. */
export interface TestServer {
  readonly url: string;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** What it wrote so far, both streams. */
  output(): string;
  /** A request with the test token; `path` begins with `/`. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A request whose JSON answer is wanted; throws with the body where the status isn't 2xx. */
  json<T>(path: string, init?: RequestInit): Promise<T>;
  /** kill -9, leaving the data for another `startServer` with the same `dataFolder`. */
  kill(): Promise<void>;
  /** Ctrl-C, and the folder removed unless `keep`. */
  stop(options?: { keep?: boolean }): Promise<void>;
}

/** What is needed of a product to send it requests. */
export type ReachableServer = Pick<TestServer, 'url' | 'fetch' | 'json'>;

export interface ServerOptions {
  readonly env?: Record<string, string>;
  readonly dataFolder?: string;
  /** Another program than the one that `npm start` starts. */
  readonly program?: string;
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

/** Starts the built product with an empty database and waits until it says where it is. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const dataFolder =
    options.dataFolder ?? (options.env?.DATABASE_URL ? temporaryDataFolder() : preparedFolder());
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PROBITY_') && !['HOST', 'PORT', 'DATABASE_URL'].includes(name),
  );
  const program = join(root, options.program ?? 'api/dist/programs/main.js');
  const child = spawn(process.execPath, [program], {
    env: {
      ...Object.fromEntries(inherited),
      NODE_COMPILE_CACHE: compiled,
      // One that the system gives it at that moment: another process cannot take it in between.
      PORT: '0',
      PROBITY_DATA_DIR: dataFolder,
      PROBITY_DEMO: 'off',
      PROBITY_BOOTSTRAP_TOKEN: token,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const ready = new Promise<void>((done, fail) => {
    const read = (chunk: Buffer) => {
      written += chunk;
      if (written.includes('Probity is at ')) done();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => fail(new Error(`the server ended (${code}):\n${written}`)));
  });
  await ready;

  const url = /Probity is at (\S+)/.exec(written)?.[1] ?? '';
  const request = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
    return fetch(url + path, { ...init, headers });
  };
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  return {
    url,
    dataFolder,
    process: child,
    output: () => written,
    fetch: request,
    async json<T>(path: string, init?: RequestInit) {
      const response = await request(path, init);
      const body = await response.text();
      if (!response.ok)
        throw new Error(`${init?.method ?? 'GET'} ${path}: ${response.status} ${body}`);
      return JSON.parse(body) as T;
    },
    kill: () => end('SIGKILL'),
    async stop({ keep = false } = {}) {
      await end('SIGINT');
      if (!keep) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
