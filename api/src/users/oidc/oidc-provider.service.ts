import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { CONFIG, type Config, type OidcConfig } from '../../platform/config.js';
import { notFound } from '../../platform/errors/problem.js';
import { foldedName } from '../sign-in/account-name.js';
import type { OidcFlow } from './oidc-flow.js';

const PATIENCE_SECONDS = 10;

/** Whom the provider says somebody is. */
export interface ProviderAccount {
  /** Issuer and subject: what never changes. */
  readonly subject: string;
  /** By which an administrator may know them: preferred_username, and the email where it is verified. */
  readonly names: readonly string[];
}

/** The OpenID Connect provider: code flow with PKCE, state and nonce. */
@Injectable()
export class OidcProvider {
  #discovered: Promise<Configuration> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Where to send the browser, and what must fit when it comes back. 404 where no provider is set. */
  async begin(request: Request): Promise<{ readonly url: URL; readonly flow: OidcFlow }> {
    const provider = await this.#provider();
    const flow = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: this.#origin(request) + RETURN_PATH,
      scope: 'openid profile email',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    return { url, flow };
  }

  /** Whom the provider sent back. Throws where anything doesn't fit. */
  async finish(request: Request, flow: OidcFlow): Promise<ProviderAccount> {
    const provider = await this.#provider();
    const address = new URL(request.originalUrl, this.#origin(request));
    const tokens = await authorizationCodeGrant(provider, address, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('the provider told nothing of whom it sent');
    const told = provider.serverMetadata().userinfo_endpoint
      ? { ...claims, ...(await fetchUserInfo(provider, tokens.access_token, claims.sub)) }
      : claims;
    const names = [told.preferred_username, told.email_verified === true ? told.email : undefined];
    return {
      subject: `${claims.iss} ${claims.sub}`,
      names: names.filter((name) => typeof name === 'string').map(foldedName),
    };
  }

  #origin(request: Request): string {
    return this.config.publicOrigin ?? `http://${request.headers.host}`;
  }

  async #provider(): Promise<Configuration> {
    const { oidc } = this.config;
    if (!oidc) throw notFound('identity provider');
    // Asked once; and again next time where it did not answer.
    this.#discovered ??= discover(oidc).catch((error: unknown) => {
      this.#discovered = undefined;
      throw error;
    });
    return this.#discovered;
  }
}

const RETURN_PATH = '/api/session/oidc/return';

const discover = ({ issuer, clientId, clientSecret }: OidcConfig) =>
  discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: PATIENCE_SECONDS,
    // Settings let only a provider on this machine be without HTTPS.
    execute: issuer.startsWith('http:') ? [allowInsecureRequests] : [],
  });
