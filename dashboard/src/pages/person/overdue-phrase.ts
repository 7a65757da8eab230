import { formats, t } from '../../messages/words.js';
import type { Overdue } from './overdue.js';

/** "2 follow-ups are overdue (1 the unit's and 1 an office's; 2 more from before counting began)". */
export function overduePhrase({ by, count, inherited }: Overdue): string {
  const whose = [...by].map(([holder, number]) => t(`person.overdue.${holder}`, { count: number }));
  const details = [
    formats.value.list(whose),
    inherited ? t('person.overdue.inherited', { count: inherited }) : '',
  ].filter(Boolean);
  return t('person.overdue', {
    count,
    details: details.join(t('person.overdue.between')) || 'none',
  });
}
