import { accounts } from './accounts.js';
import { audit } from './audit.js';
import { overTime } from './over-time.js';
import { processes } from './processes.js';
import { proposals } from './proposals.js';
import { signIn } from './sign-in.js';

/** Texts of who may see what: signing in, accounts, the audit log. */
export const access = {
  ...signIn,
  ...accounts,
  ...audit,
  ...proposals,
  ...overTime,
  ...processes,
} as const;
