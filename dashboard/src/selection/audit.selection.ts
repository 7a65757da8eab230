import { computed } from 'vue';
import type { LocationQuery } from 'vue-router';
import type { LogFilter, Outcome } from '../data/queries/audit.query.js';
import { useAddress } from './address.js';
import { dateTextOf, oneOf, readAll, textOf } from './query-text.js';

export const outcomes = [
  'served',
  'refused',
  'failed',
  'asked',
] as const satisfies readonly Outcome[];

/** How each parameter of the audit log's address is read. */
export const auditReaders = {
  subject: textOf,
  person: textOf,
  action: textOf,
  outcome: oneOf(outcomes),
  from: dateTextOf,
  to: dateTextOf,
};

/** What the address of the audit log says. */
export const auditSelectionOf = (query: LocationQuery): LogFilter => readAll(query, auditReaders);

/** The audit log's selection as the address has it, and how to change it. */
export function useAuditSelection() {
  const { route, change } = useAddress();
  const selection = computed(() => auditSelectionOf(route.query));
  const period = computed(() => ({ from: selection.value.from, to: selection.value.to }));
  return { selection, period, change };
}
