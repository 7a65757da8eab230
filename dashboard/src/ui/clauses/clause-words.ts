import { type Clause, forceOf } from '@probity/analytics';
import { told, type useWords } from '../../messages/words.js';

type Words = Pick<ReturnType<typeof useWords>, 't' | 'formats'>;

/** A clause in words: document and article, whether it was verified, and, on a date, whether it is in force. */
export function clauseWords(clause: Clause, on: string, { t, formats }: Words): string {
  const document = told(clause.document);
  const { article, effectiveFrom: from, effectiveUntil: until } = clause;
  const force = forceOf(clause, on);
  const parts = [
    article ? t('clause.article', { document, article }) : document,
    t(clause.verified ? 'clause.verified' : 'clause.unverified'),
    from && t('clause.from', { date: formats.value.date(from) }),
    until && t('clause.until', { date: formats.value.date(until) }),
    force !== 'inForce' && t(`clause.${force}`),
  ];
  return parts.filter((part) => typeof part === 'string').join(' · ');
}
