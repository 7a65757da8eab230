import type { RouteLocationNormalized, RouteLocationRaw } from 'vue-router';
import { Failure } from '../data/failure.js';
import { noteAbsence } from '../data/presence/presence.js';
import { type Session, sessionQuery } from '../data/queries/session.query.js';
import { queryClient } from '../data/query-client.js';
import { takeWayBack } from '../selection/way-back.js';
import { mayOpen, pagesFor } from './rail/rail-pages.js';

/** Who is signed in: null for nobody, undefined where the server did not say. */
async function present(): Promise<Session | null | undefined> {
  try {
    return await queryClient.fetchQuery({ ...sessionQuery, retry: false });
  } catch (error) {
    return error instanceof Failure && error.status === 401 ? null : undefined;
  }
}

/**
 * Before a page is opened: whoever is not signed in goes to the door, with the way back; whoever
 * comes to the front page and may not open it goes to the first one that they may.
 */
export async function enter(to: RouteLocationNormalized): Promise<RouteLocationRaw | boolean> {
  if (to.meta.alone) return true;
  const session = await present();
  if (session === null) {
    noteAbsence();
    return { name: 'sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } };
  }
  const isFront = to.fullPath === '/';
  const back = isFront ? takeWayBack() : undefined;
  if (back && back !== '/') return back;
  if (!session || !isFront || mayOpen(to.meta.rail, session.roles)) return true;
  const [first] = pagesFor(session.roles);
  return first ? { name: first.name } : true;
}
