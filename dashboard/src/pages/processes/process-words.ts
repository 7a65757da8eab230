import type { LivingProcess, ProcessList } from '../../data/queries/processes.query.js';
import type { MessageKey } from '../../messages/words.js';

/** A process says every few seconds that it is at work; whoever has not for half a minute is stopped or hangs. */
const SILENT_AFTER_MS = 30_000;

/** Whether a process that still holds what it is at has not been heard of. */
export const isSilent = ({ seenAt }: Pick<LivingProcess, 'seenAt'>, at: string): boolean =>
  Date.parse(at) - Date.parse(seenAt) > SILENT_AFTER_MS;

/** What a process does, in words. */
export function doingOf(one: LivingProcess, list: Pick<ProcessList, 'processes'>): MessageKey[] {
  const servesAlone = !list.processes.some(({ kind }) => kind === 'worker');
  return [
    ...(one.kind === 'server' ? (['processes.does.answers'] as const) : []),
    ...(one.kind === 'worker' ? (['processes.does.scores'] as const) : []),
    ...(one.makesRuns && !servesAlone ? (['processes.does.runs'] as const) : []),
    ...(servesAlone ? (['processes.does.everything'] as const) : []),
    'processes.does.jobs',
  ];
}
