import { readonly, ref } from 'vue';

const ended = ref(false);
const changed = ref(false);
const setupEnded = ref(false);
const doubts = ref(0);
/** A message says that another session holds in this browser, not whose: each tab asks the server for that. */
const otherTabs = new BroadcastChannel('probity.session');
let csrfToken: string | null = null;
let reader: string | undefined;
let returns = 0;

/** Whether the session that was at work here has ended, so that its reader must sign in again. */
export const sessionEnded = readonly(ended);

/** Whether it ended because the first administrator has enrolled, whom it stood in for. */
export const setupOver = readonly(setupEnded);

/** Whether somebody else has signed in since, here or in another window: what was read is not theirs. */
export const readerChanged = readonly(changed);

/** How often something told that the session may be another than the one noted, so that it is to be asked for. */
export const sessionDoubts = readonly(doubts);

/** What goes with every change as `x-csrf-token`; null without a session's cookie. */
export const presentCsrfToken = (): string | null => csrfToken;

/** How often somebody has signed in again here: an answer to what was asked before then is out of date. */
export const presenceCount = (): number => returns;

/** Notes the session that the server told of: whoever signed in, here or in another window. */
export function notePresence(session: {
  readonly name: string;
  readonly csrfToken: string | null;
}): void {
  reader ??= session.name;
  changed.value = reader !== session.name;
  if (csrfToken !== session.csrfToken) tellOtherTabs();
  csrfToken = session.csrfToken;
  if (ended.value) returns++;
  ended.value = false;
  setupEnded.value = false;
}

/**
 * Notes that the server knew of no session when it was asked, after so many returns. Before there was
 * one, nothing has ended; and what was asked before the last return may be answered after it.
 */
export function noteAbsence(isSetupOver = false, askedAt = returns): void {
  if (askedAt !== returns) return;
  ended.value = reader !== undefined;
  if (isSetupOver) setupEnded.value = true;
}

/** Notes that the session may be another one: another tab says so, or the server refused the token of a change. */
export function doubtSession(): void {
  doubts.value++;
}
otherTabs.onmessage = doubtSession;

/** Tells the other tabs that somebody has signed in or out here. */
export const tellOtherTabs = (): void => otherTabs.postMessage(null);
