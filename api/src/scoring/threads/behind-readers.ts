import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';

/**
 * Has the thread that calls this stand behind the others of the machine where they want the same core:
 * whoever reads should not notice that somebody's records came in. Only Linux gives threads priorities of
 * their own; elsewhere, and where it may not be set, all stay equal.
 */
export function standBehindReaders(): void {
  if (process.platform !== 'linux') return;
  try {
    // <process>/task/<thread>
    const thread = Number(basename(readlinkSync('/proc/thread-self')));
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A matter of comfort: nothing depends on it.
  }
}
