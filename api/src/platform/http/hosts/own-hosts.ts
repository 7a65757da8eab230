import type { IncomingMessage, ServerResponse } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { hostname } from 'node:os';
import type { Config } from '../../config.js';
import { Problem } from '../../errors/problem.js';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const isLoopback = (name: string): boolean =>
  name === 'localhost' ||
  (isIP(name) > 0 && loopback.check(name, isIP(name) === 6 ? 'ipv6' : 'ipv4'));

/** The name in a Host header, without port, brackets and the dot at its end. */
function nameIn(host: string): string {
  const [, address, name] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(host) ?? [];
  return (address ?? name ?? host).toLowerCase().replace(/\.$/, '');
}

/**
 * By which names this server is asked; anything else (421) may be a page that has let its own name
 * point here, so that a browser takes the two for one site. An address is nobody's name: where other
 * machines are listened to, any is taken, since a container doesn't know its own from outside. Who
 * sends no host at all is no browser.
 */
export function isOwnHost(
  host: string,
  config: Pick<Config, 'host' | 'publicOrigin' | 'allowedHosts'>,
): boolean {
  const name = nameIn(host);
  if (isLoopback(name) || name === config.host || config.allowedHosts.includes(name)) return true;
  if (config.publicOrigin && nameIn(new URL(config.publicOrigin).host) === name) return true;
  if (isLoopback(config.host)) return false;
  const machine = hostname().toLowerCase();
  return isIP(name) > 0 || name === machine || name === machine.split('.')[0];
}

/** Refuses requests that are meant for another host; see `isOwnHost`. */
export const ownHosts =
  (config: Config) =>
  (request: IncomingMessage, _response: ServerResponse, next: (error?: unknown) => void): void => {
    const { host } = request.headers;
    next(!host || isOwnHost(host, config) ? undefined : unknownHost(host));
  };

const unknownHost = (host: string) =>
  new Problem(421, {
    code: 'unknown-host',
    parameter: 'host',
    detail: `This server is not known as ${nameIn(host).slice(0, 100)}. Where that is its name, set PROBITY_PUBLIC_URL (https://...) or PROBITY_ALLOWED_HOSTS.`,
  });
