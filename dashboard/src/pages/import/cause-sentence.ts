import { type MessageKey, t } from '../../messages/words.js';

/** What is wrong, said for a code; a code that has no sentence yet is some other reason. */
export function causeSentence(code: string): string {
  const key = `cause.${code}` as MessageKey;
  const sentence = t(key);
  return sentence === key ? t('cause.other') : sentence;
}
