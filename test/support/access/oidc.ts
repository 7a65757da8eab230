import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort, root } from '../server.js';

/** A running identity provider. */
export interface IdentityProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

/** Starts an identity provider that sends browsers back to `redirectUri`. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const port = await freePort();
  const program = join(root, 'test/support/access/identity-provider.ts');
  const child = spawn(process.execPath, [program, String(port), redirectUri], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => {
      throw new Error('the identity provider ended');
    }),
  ]);
  return {
    issuer: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/** A browser that keeps cookies by host and port, and takes no redirect by itself. */
export class CookieJar {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** The cookies that it holds for an address, by name. */
  cookies(address: string): Map<string, string> {
    const { host } = new URL(address);
    const held = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, held);
    return held;
  }

  async fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const held = this.cookies(address);
    const headers = new Headers(init.headers);
    headers.set('cookie', [...held].map((pair) => pair.join('=')).join('; '));
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (/expires=Thu, 01 Jan 1970/i.test(line)) held.delete(name);
      else held.set(name, value);
    }
    return answer;
  }

  /** Goes where it is sent until nobody sends it on, and fills in the provider's forms on the way. */
  async follow(address: string, login: string, until: (at: string) => boolean): Promise<string> {
    let at = address;
    for (let step = 0; step < 20 && !until(at); step++) {
      const answer = await this.fetch(at);
      const next = answer.headers.get('location');
      if (next) {
        at = new URL(next, at).href;
        continue;
      }
      const page = await answer.text();
      const action = /action="([^"]+)"/.exec(page)?.[1];
      if (!action) throw new Error(`nothing leads on from ${at} (${answer.status}): ${page}`);
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const form = new URLSearchParams({ prompt, login, password: 'any' });
      const sent = await this.fetch(new URL(action, at).href, { method: 'POST', body: form });
      at = new URL(sent.headers.get('location') ?? '', at).href;
    }
    return at;
  }
}
