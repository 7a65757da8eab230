import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/**
 * An identity provider on a port of this machine, run as a program of its own: `PORT REDIRECT_URI`.
 * It knows whoever signs in by any login name; `name?verified` says that the email is verified.
 */
const [port = '0', redirectUri = ''] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [
    { client_id: 'probity', client_secret: 'between-the-two', redirect_uris: [redirectUri] },
  ],
  cookies: { keys: ['of-a-test'] },
  claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
  findAccount: (_, login) => {
    const [name = '', verified] = login.split('?');
    return {
      accountId: login,
      claims: () => ({
        sub: `subject of ${login}`,
        preferred_username: name,
        email: `${name}@example.org`,
        email_verified: verified === 'verified',
      }),
    };
  },
});
const server = createServer(provider.callback()).listen(Number(port), '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`issuer ${issuer}\n`);
