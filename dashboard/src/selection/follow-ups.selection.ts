import { type FollowUpKind, followUpKinds, type Holder } from '@probity/analytics';
import { computed } from 'vue';
import type { LocationQuery } from 'vue-router';
import type { FollowUpState } from '../data/shapes.js';
import { useAddress } from './address.js';
import { dateTextOf, oneOf, readAll, textOf } from './query-text.js';

export const followUpStates = [
  'overdue',
  'due-soon',
  'open',
  'closed',
] as const satisfies readonly FollowUpState[];
export const holders = ['cadre', 'unit', 'office'] as const satisfies readonly Holder[];

/** What the address of the follow-ups says. */
export interface FollowUpSelection {
  readonly asOf: string | undefined;
  readonly unit: string | undefined;
  readonly state: FollowUpState;
  readonly kind: FollowUpKind | undefined;
  readonly owedBy: Holder | undefined;
  readonly q: string | undefined;
  readonly withInherited: boolean;
}

/** How each parameter of the follow-ups' address is read. */
export const followUpReaders = {
  asOf: dateTextOf,
  unit: textOf,
  state: oneOf(followUpStates),
  kind: oneOf(Object.keys(followUpKinds) as FollowUpKind[]),
  owedBy: oneOf(holders),
  q: textOf,
  inherited: oneOf(['too']),
};

/** Reads the address of the follow-ups; what it does not understand counts as not there. */
export function followUpSelectionOf(query: LocationQuery): FollowUpSelection {
  const { state = 'overdue', inherited, ...rest } = readAll(query, followUpReaders);
  return { ...rest, state, withInherited: inherited === 'too' };
}

/** The follow-ups' selection as the address has it, and how to change it. */
export function useFollowUpSelection() {
  const { route, change } = useAddress();
  return { selection: computed(() => followUpSelectionOf(route.query)), change };
}
