import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Old files on their way out or back. */
const MOVING = 'before-restore.part';
/** Old files, all of them: from here on, what lies in their place is new. */
const ASIDE = 'before-restore';

/** The files of a folder that a restore brings back, and those that were there before. Every step can be done again after it was cut short. */
export class PlacedFiles {
  readonly #moving: string;
  readonly #aside: string;

  /** `isOurs` tells which of the folder's files are meant. */
  constructor(
    private readonly folder: string,
    private readonly isOurs: (name: string) => boolean,
  ) {
    this.#moving = join(folder, MOVING);
    this.#aside = join(folder, ASIDE);
  }

  /** The names of the files that are there now. */
  async present(): Promise<string[]> {
    return existsSync(this.folder) ? (await readdir(this.folder)).filter(this.isOurs) : [];
  }

  /** Moves what is there out of the way; of what an earlier restore placed there, nothing stays. */
  async setAside(): Promise<void> {
    if (existsSync(this.#aside)) return this.#removePresent();
    await mkdir(this.#moving, { recursive: true, mode: 0o700 });
    for (const name of await this.present()) {
      await rename(join(this.folder, name), join(this.#moving, name));
    }
    await rename(this.#moving, this.#aside);
  }

  /** Writes the files of the backup; `mode` 0600. */
  async place(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    for (const [name, content] of files) {
      if (!this.isOurs(name)) throw new Error(`the backup has an unknown file: ${name}`);
      await writeFile(join(this.folder, name), content, { mode: 0o600, flush: true });
    }
  }

  /** Makes the folder what it was. */
  async putBack(): Promise<void> {
    if (existsSync(this.#aside)) {
      await this.#removePresent();
      await rename(this.#aside, this.#moving);
    }
    if (!existsSync(this.#moving)) return;
    for (const name of await readdir(this.#moving)) {
      await rename(join(this.#moving, name), join(this.folder, name));
    }
    await rmdir(this.#moving);
  }

  /** The restore is done. What was there before stays in a folder of its own, whose path is returned; undefined where that was nothing. */
  async keep(stamp: string): Promise<string | undefined> {
    if ((await readdir(this.#aside)).length === 0) {
      await rmdir(this.#aside);
      return undefined;
    }
    const kept = join(this.folder, `${ASIDE}-${stamp}`);
    await rename(this.#aside, kept);
    return kept;
  }

  async #removePresent(): Promise<void> {
    for (const name of await this.present()) await rm(join(this.folder, name));
  }
}
