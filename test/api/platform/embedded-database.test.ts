import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startWorker } from '../../support/processes.js';
import { root, startServer } from '../../support/server.js';

interface ProcessList {
  readonly processes: readonly { readonly seenAt: string }[];
  readonly gone: readonly unknown[];
  readonly waiting: readonly { readonly waitingCount: number; readonly runningCount: number }[];
}

const isRoot = process.getuid?.() === 0;
const folders: string[] = [];

function folder(mode: number): string {
  const path = mkdtempSync(join(tmpdir(), 'probity-home-'));
  chmodSync(path, mode);
  folders.push(path);
  return path;
}

afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** The pid of the PostgreSQL server of a data folder, from its own file. */
function serverPid(dataFolder: string): number {
  const file = join(dataFolder, 'postgres', 'cluster', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
}

describe('the embedded database', () => {
  it('is gone after Ctrl-C', async () => {
    const server = await startServer();
    const pid = serverPid(server.dataFolder);
    expect(pid).toBeGreaterThan(0);
    await server.stop({ keep: true });
    expect(serverPid(server.dataFolder)).toBe(0);
    expect(() => process.kill(pid, 0)).toThrow();
    folders.push(server.dataFolder);
  });

  it('serves a second process of the same folder, and outlives its end', async () => {
    const first = await startServer();
    const second = await startServer({ dataFolder: first.dataFolder });
    await second.stop({ keep: true });
    // Whoever ends in order is not missed.
    const { processes, gone, waiting } = await first.json<ProcessList>('/api/processes');
    expect([processes.length, gone]).toEqual([1, []]);
    expect(Date.parse(processes[0]?.seenAt ?? '')).toBeGreaterThan(0);
    expect(waiting.every(({ waitingCount, runningCount }) => waitingCount + runningCount > 0)).toBe(
      true,
    );
    expect(await first.json('/api/health/ready')).toEqual({ status: 'ok' });
    await first.stop();
  });

  it('is found by a worker of the same folder, which ends with it', async () => {
    const first = await startServer();
    const worker = await startWorker({}, first.dataFolder);
    const { processes } = await first.json<ProcessList>('/api/processes');
    expect(processes).toMatchObject([{ kind: 'server' }, { pid: worker.process.pid }]);
    const killed = await startWorker({}, first.dataFolder);
    await killed.kill();
    const gone = async () => (await first.json<ProcessList>('/api/processes')).gone;
    await expect.poll(gone).toMatchObject([{ kind: 'worker', pid: killed.process.pid }]);
    await first.stop();
    await worker.ended;
    expect(worker.output()).toContain('The database of this worker has ended');
  });

  it('is missed by a worker that is alone, which says what to do', async () => {
    const alone = startWorker({}, folder(0o755));
    await expect(alone).rejects.toThrow(/DATABASE_URL: is missing.*npm start/);
  });

  it('is made anew where making it was cut short', async () => {
    const dataFolder = folder(0o755);
    mkdirSync(join(dataFolder, 'postgres', 'cluster', 'base'), { recursive: true });
    const server = await startServer({ dataFolder });
    expect(await server.json('/api/health/ready')).toEqual({ status: 'ok' });
    await server.stop();
  });

  it.runIf(isRoot)('runs for root below a folder that only root can enter', async () => {
    const closed = folder(0o700);
    const server = await startServer({ dataFolder: join(closed, 'data') });
    expect(await server.json('/api/health/ready')).toEqual({ status: 'ok' });
    folders.push(realpathSync(join(server.dataFolder, 'postgres')));
    await server.stop();
  });

  it.runIf(isRoot)('runs for a plain user', async () => {
    const home = folder(0o755);
    chownSync(home, 65_534, 65_534);
    const program = join(root, 'api', 'dist', 'main.js');
    const readable = spawnSync('test', ['-r', program], { uid: 65_534, gid: 65_534 }).status === 0;
    // A clone below a private home: the plain user gets a copy that it can read.
    let main = program;
    if (!readable) {
      for (const part of ['api', 'analytics', 'migrations', 'node_modules', 'package.json']) {
        cpSync(join(root, part), join(home, 'clone', part), {
          recursive: true,
          verbatimSymlinks: true,
        });
      }
      main = join(home, 'clone', 'api', 'dist', 'main.js');
    }
    const script = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, [${JSON.stringify(main)}], {
        cwd: '/', stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env.PATH, PORT: '0', PROBITY_DEMO: 'off', PROBITY_DATA_DIR: ${JSON.stringify(join(home, 'data'))} },
      });
      let text = '';
      child.stdout.on('data', (chunk) => {
        text += chunk;
        if (text.includes('Probity is at')) child.kill('SIGINT');
      });
      child.on('exit', (code) => { console.log(text); process.exit(code ?? 1); });
    `;
    const said = execFileSync(process.execPath, ['-e', script], {
      uid: 65_534,
      gid: 65_534,
      cwd: '/',
      encoding: 'utf8',
    });
    expect(said).toContain('Probity is at http://127.0.0.1:');
  });
});
