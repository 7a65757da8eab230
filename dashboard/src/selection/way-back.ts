const KEY = 'probity.way-back';

/**
 * A place of this dashboard, as path, parameters and fragment; undefined for anything that leads out
 * of it (an address of another site, however it is written), to the API, or to signing in again.
 */
export function ownPlace(text: string | null | undefined, origin: string): string | undefined {
  if (!text?.startsWith('/') || !URL.canParse(text, origin)) return undefined;
  const url = new URL(text, origin);
  if (url.origin !== origin || /^\/(\/|(sign-in|api)(\/|$))/.test(url.pathname)) return undefined;
  return url.pathname + url.search + url.hash;
}

/** Keeps where the reader wanted to go while another site's page signs them in. */
export function keepWayBack(place: string | undefined): void {
  if (place === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, place);
}

/** Where the reader wanted to go before another site's page signed them in; told once. */
export function takeWayBack(): string | undefined {
  const place = ownPlace(sessionStorage.getItem(KEY), location.origin);
  sessionStorage.removeItem(KEY);
  return place;
}
