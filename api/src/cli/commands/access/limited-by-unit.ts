/** Roles that a unit limits nothing for: a data officer is limited by kinds, an auditor reads the whole log. */
const withoutUnit: ReadonlySet<string> = new Set(['data-officer', 'auditor']);

/** Whether a unit that an account or a token was given once limits it. */
export const limitedByUnit = (roles: readonly string[]): boolean =>
  roles.some((role) => !withoutUnit.has(role));
