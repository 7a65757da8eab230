import type { MessageKey } from '../../messages/words.js';

/** One word of the rail: the route it opens and the roles that may. */
export interface RailPage {
  readonly name: string;
  readonly label: MessageKey;
  readonly roles: readonly string[];
}

const railPages: readonly RailPage[] = [
  { name: 'ranking', label: 'frame.ranking', roles: ['inspector'] },
  { name: 'follow-ups', label: 'frame.followUps', roles: ['inspector', 'leader'] },
  { name: 'units', label: 'frame.units', roles: ['inspector', 'leader'] },
  { name: 'appointments', label: 'frame.appointments', roles: ['inspector'] },
  { name: 'talks', label: 'frame.talks', roles: ['inspector'] },
  { name: 'random-check', label: 'frame.randomCheck', roles: ['inspector'] },
  { name: 'imports', label: 'frame.imports', roles: ['data-officer', 'approver'] },
  { name: 'records', label: 'frame.records', roles: ['inspector', 'data-officer'] },
  { name: 'exports', label: 'frame.exports', roles: ['inspector'] },
  { name: 'accounts', label: 'frame.accounts', roles: ['administrator'] },
  { name: 'proposals', label: 'frame.proposals', roles: ['administrator', 'approver'] },
  { name: 'policy', label: 'frame.policy', roles: ['inspector', 'administrator', 'approver'] },
  { name: 'audit', label: 'frame.audit', roles: ['auditor'] },
  {
    name: 'over-time',
    label: 'frame.overTime',
    roles: ['inspector', 'administrator', 'auditor'],
  },
  { name: 'processes', label: 'frame.processes', roles: ['administrator'] },
];

/** The pages that an account with these roles may open; all of them while the roles are unknown. */
export function pagesFor(roles: readonly string[] | undefined): readonly RailPage[] {
  if (!roles) return railPages;
  return railPages.filter((page) => page.roles.some((role) => roles.includes(role)));
}

/** Whether these roles may open what stands under a word of the rail; what has no word is for all who signed in. */
export function mayOpen(rail: string | undefined, roles: readonly string[]): boolean {
  const page = railPages.find(({ name }) => name === rail);
  return !page || page.roles.some((role) => roles.includes(role));
}
