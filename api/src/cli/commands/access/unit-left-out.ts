/** What to say where a unit was given and none is kept; undefined where there is nothing to say. */
export const unitLeftOut = (given: string | undefined, kept: string | null): string | undefined =>
  given && kept === null
    ? 'The unit is left out: no unit limits these roles; a data officer is limited by kinds.'
    : undefined;
