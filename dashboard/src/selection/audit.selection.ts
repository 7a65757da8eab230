import { computed } from 'vue';
import type { LocationQuery } from 'vue-router';
import type { LogFilter, Outcome } from '../data/queries/audit.query.js';
import { useAddress } from './address.js';
import { dateTextOf, textOf, wordOf } from './query-text.js';

export const outcomes = [
  'served',
  'refused',
  'failed',
  'asked',
] as const satisfies readonly Outcome[];

/** What the address of the audit log says. */
export function auditSelectionOf(query: LocationQuery): LogFilter {
  return {
    subject: textOf(query, 'subject'),
    person: textOf(query, 'person'),
    action: textOf(query, 'action'),
    outcome: wordOf(query, 'outcome', outcomes),
    from: dateTextOf(query, 'from'),
    to: dateTextOf(query, 'to'),
  };
}

/** The audit log's selection as the address has it, and how to change it. */
export function useAuditSelection() {
  const { route, change } = useAddress();
  const selection = computed(() => auditSelectionOf(route.query));
  const period = computed(() => ({ from: selection.value.from, to: selection.value.to }));
  return { selection, period, change };
}
