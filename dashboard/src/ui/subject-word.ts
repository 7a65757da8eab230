import { t } from '../messages/words.js';

/** How the product writes down what it does by itself, and who came through a link. */
const SYSTEM = 'system';
const LINK = /^link (?<id>\d+) \(issued by (?<who>.+)\)$/;

/** Who did something, as it is written down, in words; an account is its name. */
export function subjectWord(subject: string): string {
  if (subject === SYSTEM) return t('subject.system');
  const { id, who } = LINK.exec(subject)?.groups ?? {};
  return id && who ? t('subject.link', { id, who }) : subject;
}
