/** Roles that a unit limits nothing for: a data officer is limited by kinds, an auditor reads the whole log. */
const withoutUnit: ReadonlySet<string> = new Set(['data-officer', 'auditor']);

/** Whether a unit that an account or a token was given once limits it. */
export const limitedByUnit = (roles: readonly string[]): boolean =>
  roles.some((role) => !withoutUnit.has(role));

/** What to say of a unit that was given and is not kept; undefined where there is nothing to say. */
export const unitLeftOut = (roles: readonly string[], unit?: string): string | undefined =>
  unit && !limitedByUnit(roles)
    ? 'The unit is left out: no unit limits these roles; a data officer is limited by kinds.'
    : undefined;
