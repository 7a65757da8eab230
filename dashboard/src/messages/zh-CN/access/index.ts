import { accounts } from './accounts.js';
import { audit } from './audit.js';
import { overTime } from './over-time.js';
import { processes } from './processes.js';
import { proposals } from './proposals.js';
import { signIn } from './sign-in.js';

/** 访问控制文字。 */
export const access = { ...signIn, ...accounts, ...audit, ...proposals, ...overTime, ...processes };
