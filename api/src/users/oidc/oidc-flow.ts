import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import type { Config } from '../../platform/config.js';
import { cookieValue } from '../callers/credentials.js';
import type { Sealing } from '../sign-in/sealing.js';

/** How long somebody may take at the provider. */
const FLOW_MS = 10 * 60 * 1000;
const PURPOSE = 'oidc-flow';

/** What must fit together when somebody comes back from the provider. */
export interface OidcFlow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

interface KeptFlow extends OidcFlow {
  readonly until: number;
}

const nameOf = ({ publicOrigin }: Config) =>
  publicOrigin ? '__Host-probity-oidc' : 'probity-oidc';

/** Lax, not Strict: whoever comes back from the provider comes from another site. */
const attributes = (config: Config) =>
  ({
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicOrigin !== undefined,
    path: '/',
  }) as const;

/** Has the browser keep a flow, encrypted, until it comes back. */
export function keepFlow(response: Response, flow: OidcFlow, config: Config, sealing: Sealing) {
  const kept: KeptFlow = { ...flow, until: Date.now() + FLOW_MS };
  const value = sealing.seal(JSON.stringify(kept), PURPOSE).toString('base64url');
  response.cookie(nameOf(config), value, { ...attributes(config), maxAge: FLOW_MS });
}

/** The flow that the browser kept; undefined where there is none, or it is too old or not ours. It is taken away. */
export function takeFlow(
  request: IncomingMessage,
  response: Response,
  config: Config,
  sealing: Sealing,
): OidcFlow | undefined {
  const value = cookieValue(request, nameOf(config));
  response.clearCookie(nameOf(config), attributes(config));
  if (value === undefined) return undefined;
  try {
    const kept = JSON.parse(sealing.open(Buffer.from(value, 'base64url'), PURPOSE)) as KeptFlow;
    return kept.until > Date.now() ? kept : undefined;
  } catch {
    return undefined;
  }
}
