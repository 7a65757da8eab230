import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDataFolder } from '../../api/dist/platform/database/embedded-binaries.js';
import { compiled, root } from './server.js';

/** A running worker of the product. */
export interface TestWorker {
  readonly process: ChildProcess;
  /** Kept once it has ended, however that came. */
  readonly ended: Promise<void>;
  /** What it wrote so far, both streams. */
  output(): string;
  /** kill -9. */
  kill(): Promise<void>;
  /** Ctrl-C. */
  stop(): Promise<void>;
}

/** Starts a worker of the built product and waits until it is at work. Without a folder it has one of its own. */
export async function startWorker(
  env: Record<string, string>,
  dataFolder?: string,
): Promise<TestWorker> {
  const folder = dataFolder ?? temporaryDataFolder();
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PROBITY_') && !['HOST', 'PORT', 'DATABASE_URL'].includes(name),
  );
  const child = spawn(process.execPath, [join(root, 'api/dist/programs/worker.js')], {
    env: {
      ...Object.fromEntries(inherited),
      NODE_COMPILE_CACHE: compiled,
      PROBITY_DATA_DIR: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((done, fail) => {
    const read = (chunk: Buffer) => {
      written += chunk;
      if (written.includes('is at work')) done();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => fail(new Error(`the worker ended (${code}):\n${written}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
    if (!dataFolder) rmSync(folder, { recursive: true, force: true });
  };
  return {
    process: child,
    ended: exited,
    output: () => written,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
  };
}
