import { isIPv4, isIPv6 } from 'node:net';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder the product was installed into: relative settings are relative to it, whatever the working directory. */
export const installationFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

const timeZone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}, 'not an IANA time zone such as Asia/Shanghai');

const folder = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((path) => resolve(installationFolder, path));

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** An address that passwords may be sent to: over HTTPS, or on this machine. */
const safeUrl = z.url({ protocol: /^https?$/, error: 'not an address (https://...)' }).refine(
  (text) => {
    const url = URL.parse(text);
    return url?.protocol === 'https:' || LOOPBACK_HOST.test(url?.hostname ?? '');
  },
  { error: 'not an https:// address', abort: true },
);

const network = (text: string) => {
  const [address = '', bits, ...more] = text.split('/');
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  const size = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  return most >= 0 && size >= 0 && size <= most && more.length === 0;
};

const hostName = (text: string) => isIPv6(text) || /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/.test(text);

const environment = z.object({
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((host) => host === 'localhost' || isIPv4(host) || isIPv6(host), 'not an IP address'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'not a postgres:// address' })
    .optional(),
  PROBITY_TIME_ZONE: timeZone.default('Asia/Shanghai'),
  PROBITY_DATA_DIR: folder('.data'),
  PROBITY_EXPORT_DIR: z
    .string()
    .transform((path) => resolve(installationFolder, path))
    .optional(),
  PROBITY_CHECKPOINT_DIR: z
    .string()
    .transform((path) => resolve(installationFolder, path))
    .optional(),
  PROBITY_DEMO: z.enum(['on', 'off']).default('on'),
  PROBITY_BOOTSTRAP_TOKEN: z.string().min(16, 'shorter than 16 characters').optional(),
  PROBITY_PUBLIC_URL: safeUrl
    .refine((text) => URL.parse(text)?.protocol === 'https:', 'not an https:// address')
    .transform((text) => new URL(text).origin)
    .optional(),
  PROBITY_ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .refine(
      (names) => names.every(hostName),
      'not a list of host names, without https:// and port',
    ),
  PROBITY_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((parts) => parts.every(network), 'not a list of IP addresses or networks'),
  PROBITY_OIDC_ISSUER: safeUrl.optional(),
  PROBITY_OIDC_CLIENT_ID: z.string().optional(),
  PROBITY_OIDC_CLIENT_SECRET: z.string().optional(),
  PROBITY_RECOVER_ACCOUNT: z.string().optional(),
  PROBITY_SCORING_THREADS: z.coerce.number().int().min(1).max(256).optional(),
  PROBITY_SCORING_PARTITIONS: z.coerce.number().int().min(1).max(1024).default(8),
  PROBITY_LEASE_SECONDS: z.coerce.number().int().min(2).max(3600).default(12),
  PROBITY_SCORING_HEAP_MB: z.coerce.number().int().min(8).default(4096),
  PROBITY_UPLOAD_LIMIT_MB: z.coerce.number().positive().default(200),
  PROBITY_BACKUP_DIR: z
    .string()
    .transform((path) => resolve(installationFolder, path))
    .optional(),
  PROBITY_BACKUP_PASSPHRASE: z.string().min(12, 'shorter than 12 characters').optional(),
  PROBITY_BACKUP_RECIPIENT: z
    .string()
    .regex(/^age1[a-z0-9]+$/, 'not an age recipient (age1...)')
    .optional(),
  PROBITY_BACKUP_IDENTITY_FILE: z
    .string()
    .transform((path) => resolve(installationFolder, path))
    .optional(),
  PROBITY_BACKUP_AT: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|off)$/, 'neither a time of day such as 02:30 nor off')
    .default('02:30'),
  PROBITY_BACKUP_KEEP: z.coerce.number().int().min(1).default(14),
  PROBITY_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

/** Settings of the command-line client; they may stand in the same environment. */
const clientSettings = ['PROBITY_URL', 'PROBITY_TOKEN'];

/** How backups are made, and opened. */
export interface BackupConfig {
  readonly folder: string;
  readonly passphrase: string | undefined;
  /** An age recipient: only the holder of its identity can open the file. It goes before a passphrase. */
  readonly recipient: string | undefined;
  /** A file of age identities, for restoring. */
  readonly identityFile: string | undefined;
  /** The time of day (`HH:MM` in the product's time zone); undefined: only when asked. */
  readonly dailyAt: string | undefined;
  /** How many files stay. */
  readonly keep: number;
}

/** An OpenID Connect provider that accounts may sign in with. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Everything that can be set from outside, parsed once at start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** undefined: the embedded PostgreSQL under `dataFolder`. */
  readonly databaseUrl: string | undefined;
  /** What "today" means. */
  readonly timeZone: string;
  readonly dataFolder: string;
  /** Uploads on their way into the database. */
  readonly spoolFolder: string;
  /** Where scheduled exports are written. */
  readonly exportFolder: string;
  /** Where the audit log's end is signed each minute; the database's user must not be able to write there. */
  readonly checkpointFolder: string;
  readonly backup: BackupConfig;
  readonly demo: boolean;
  /** undefined: one is made, and kept in the data folder. */
  readonly bootstrapToken: string | undefined;
  /** Where browsers find the product over HTTPS (`https://host`); undefined: on this machine alone. */
  readonly publicOrigin: string | undefined;
  /** Further names that the product is reached by. */
  readonly allowedHosts: readonly string[];
  /** Reverse proxies whose X-Forwarded-For says where a request comes from. */
  readonly trustedProxies: readonly string[];
  readonly oidc: OidcConfig | undefined;
  /** The account to print a sign-in link for at start. */
  readonly recoverAccount: string | undefined;
  readonly uploadLimitBytes: number;
  /** Threads that score everyone together. */
  readonly scoringThreads: number;
  /** Into how many parts the people are dealt for the workers to share. */
  readonly scoringPartitions: number;
  /** What the scoring thread may hold beside the columns; with more it is ended. */
  readonly scoringHeapMb: number;
  /** How long this process may go without a word before others take over what it has. */
  readonly leaseSeconds: number;
  readonly logLevel: string;
}

/** Injection token of the Config. */
export const CONFIG = Symbol('config');

/** A setting that is unknown or has a bad value. */
export class ConfigError extends Error {}

/** Parses the environment. Throws a ConfigError that names every unknown or bad setting. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const unknown = Object.keys(given).filter(
    (name) =>
      name.startsWith('PROBITY_') && !(name in environment.shape) && !clientSettings.includes(name),
  );
  const parsed = environment.safeParse(given);
  const problems = [
    ...unknown.map((name) => `${name}: there is no such setting`),
    ...oidcProblems(given),
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  ];
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems.join('\n'));
  const values = parsed.data;
  return {
    host: values.HOST,
    port: values.PORT,
    databaseUrl: values.DATABASE_URL,
    timeZone: values.PROBITY_TIME_ZONE,
    dataFolder: values.PROBITY_DATA_DIR,
    spoolFolder: resolve(values.PROBITY_DATA_DIR, 'spool'),
    exportFolder: values.PROBITY_EXPORT_DIR ?? resolve(values.PROBITY_DATA_DIR, 'exports'),
    checkpointFolder:
      values.PROBITY_CHECKPOINT_DIR ?? resolve(values.PROBITY_DATA_DIR, 'checkpoints'),
    backup: {
      folder: values.PROBITY_BACKUP_DIR ?? resolve(values.PROBITY_DATA_DIR, 'backups'),
      passphrase: values.PROBITY_BACKUP_PASSPHRASE,
      recipient: values.PROBITY_BACKUP_RECIPIENT,
      identityFile: values.PROBITY_BACKUP_IDENTITY_FILE,
      dailyAt: values.PROBITY_BACKUP_AT === 'off' ? undefined : values.PROBITY_BACKUP_AT,
      keep: values.PROBITY_BACKUP_KEEP,
    },
    demo: values.PROBITY_DEMO === 'on',
    bootstrapToken: values.PROBITY_BOOTSTRAP_TOKEN,
    publicOrigin: values.PROBITY_PUBLIC_URL,
    allowedHosts: values.PROBITY_ALLOWED_HOSTS,
    trustedProxies: values.PROBITY_TRUSTED_PROXIES,
    oidc: values.PROBITY_OIDC_ISSUER
      ? {
          issuer: values.PROBITY_OIDC_ISSUER,
          clientId: values.PROBITY_OIDC_CLIENT_ID ?? '',
          clientSecret: values.PROBITY_OIDC_CLIENT_SECRET ?? '',
        }
      : undefined,
    recoverAccount: values.PROBITY_RECOVER_ACCOUNT,
    scoringThreads: values.PROBITY_SCORING_THREADS ?? availableParallelism(),
    scoringPartitions: values.PROBITY_SCORING_PARTITIONS,
    scoringHeapMb: values.PROBITY_SCORING_HEAP_MB,
    leaseSeconds: values.PROBITY_LEASE_SECONDS,
    uploadLimitBytes: Math.floor(values.PROBITY_UPLOAD_LIMIT_MB * 1024 * 1024),
    logLevel: values.PROBITY_LOG_LEVEL,
  };
}

/** The settings of a provider come together or not at all. */
function oidcProblems(given: Record<string, string | undefined>): string[] {
  const names = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'].map((part) => `PROBITY_OIDC_${part}`);
  if (names.every((name) => given[name] === undefined)) return [];
  return names
    .filter((name) => given[name] === undefined)
    .map((name) => `${name}: is missing beside the other PROBITY_OIDC settings`);
}

/** Making one takes longer than most of what a request does. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date (`YYYY-MM-DD`) of an instant in a time zone. */
export function dateIn(timeZoneName: string, instant: Date = new Date()): string {
  let format = formats.get(timeZoneName);
  if (!format) {
    // The Swedish locale writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: timeZoneName });
    formats.set(timeZoneName, format);
  }
  return format.format(instant);
}
