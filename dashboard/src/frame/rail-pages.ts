import type { MessageKey } from '../messages/words.js';

/** One word of the rail: the route it opens and the roles that may. */
export interface RailPage {
  readonly name: string;
  readonly label: MessageKey;
  /** Empty: every role. */
  readonly roles: readonly string[];
}

const railPages: readonly RailPage[] = [
  { name: 'ranking', label: 'frame.ranking', roles: ['inspector'] },
  { name: 'follow-ups', label: 'frame.followUps', roles: ['inspector', 'leader'] },
  { name: 'units', label: 'frame.units', roles: ['inspector', 'leader'] },
  { name: 'imports', label: 'frame.imports', roles: ['data-officer', 'approver'] },
  { name: 'exports', label: 'frame.exports', roles: ['inspector', 'leader', 'administrator'] },
  { name: 'policy', label: 'frame.policy', roles: [] },
];

/** The pages that an account with these roles may open; all of them while the roles are unknown. */
export function pagesFor(roles: readonly string[] | undefined): readonly RailPage[] {
  if (!roles) return railPages;
  return railPages.filter(
    (page) => page.roles.length === 0 || page.roles.some((role) => roles.includes(role)),
  );
}
