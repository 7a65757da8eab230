import type { BackupConfig } from '../platform/config.js';
import type { BackupLock } from './archive/encryption.js';

/** For whom the settings say that backups are encrypted; undefined where they say nothing. */
export function lockOf({ recipient, passphrase }: BackupConfig): BackupLock | undefined {
  if (recipient !== undefined) return { recipient };
  return passphrase === undefined ? undefined : { passphrase };
}
