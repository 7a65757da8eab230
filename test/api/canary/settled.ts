import { body, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { importAll } from '../../support/records/importing.js';
import { importFile } from '../../support/records/imports.js';
import type { SwitchableProduct } from './product.js';
import { importMark, type World, type WorldCaller } from './world/world.js';
import { filesOf, type WorldFile } from './world/world-files.js';

/** A caller with a session. */
export interface Asker extends WorldCaller {
  readonly session: SignedIn;
  /** The import that they sent, of rows that all wait in quarantine; undefined for others than data officers. */
  readonly importId: number | undefined;
}

/** A world that a product holds, with everyone signed in. */
export interface SettledWorld {
  readonly watcher: SignedIn;
  readonly askers: readonly Asker[];
  /** When everything was committed. */
  readonly knownAt: string;
}

/** Sends files, one after another; throws unless every row is accepted. */
export async function bring(
  to: Parameters<typeof importAll>[0],
  files: readonly WorldFile[],
): Promise<void> {
  for (const { kind, csv, query } of files) await importAll(to, kind, csv, query);
}

/** A session, as what tests of imports send through. */
export const through = (product: SwitchableProduct, session: SignedIn) => ({
  url: product.url,
  fetch: session.fetch,
  json: session.json,
});

/** Brings a drawn world into an empty product: records, replies, accounts, refused imports. */
export async function settle(product: SwitchableProduct, world: World): Promise<SettledWorld> {
  await bring(product, filesOf(world));
  // Sees everyone, and so tells what the product knows: the bootstrap token ends with the first administrator.
  const watcher = await signedUp(product, {
    name: 'watcher',
    roles: ['inspector', 'approver', 'administrator', 'data-officer', 'auditor'],
  });
  const present = world.people.filter(({ withdrawn }) => !withdrawn);
  for (const { staffNo, mark } of present.filter(({ contests }) => contests)) {
    const statement = { kind: 'contest', text: `Contest of ${mark}` };
    await watcher.json(`/api/cadres/${staffNo}/replies`, body('POST', statement));
  }
  const askers: Asker[] = [];
  for (const [number, caller] of world.callers.entries()) {
    const { name, roles, unit, own, recusals } = caller;
    const session = await signedUp(
      product,
      {
        ...{ name, roles },
        ...(unit !== null && { unitCode: unit }),
        ...(own !== null && { staffNo: own }),
      },
      watcher,
    );
    const { rows } = await watcher.json<{ rows: { id: number }[] }>(`/api/users?name=${name}`);
    for (const staffNo of recusals) {
      const recusal = body('POST', { staffNo, reason: 'kin' });
      await watcher.json(`/api/users/${rows[0]?.id}/recusals`, recusal);
    }
    const importId = roles.includes('data-officer')
      ? await refusedImport(through(product, session), importMark(number))
      : undefined;
    askers.push({ ...caller, session, importId });
  }
  return { watcher, askers, knownAt: new Date().toISOString() };
}

/** Imports rows of which one cannot be read and one is about nobody known. */
async function refusedImport(to: Parameters<typeof importAll>[0], mark: string): Promise<number> {
  const { id } = await importFile(to, 'heart-to-heart-talk', [
    'ref,staff_no,held_on,held_by',
    `Q1-${mark},N-${mark},2026-01-01,${mark}`,
    `Q2-${mark},N-${mark},someday,${mark}`,
  ]);
  return id;
}
