import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { compiled, root, token } from './server.js';

/** What a run of the command-line client left behind. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `probity ...args` against the server at `url`, as a program of its own. */
export function probity(
  url: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<CliResult> {
  const child = spawn(process.execPath, [join(root, 'api/bin/probity.js'), ...args], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: compiled,
      PROBITY_URL: url,
      PROBITY_TOKEN: token,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, stdout, stderr }));
  });
}
