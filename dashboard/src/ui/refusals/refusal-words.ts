import { Failure, type FieldError, type Said } from '../../data/failure.js';
import { type MessageKey, t, told } from '../../messages/words.js';

/** Words of a key that may be none of ours; undefined where there are none. */
function wordsOf(key: string, said: Said = {}): string | undefined {
  const words = t(key as MessageKey, { ...said });
  return words === key ? undefined : words;
}

/** What is wrong with a field, in the language shown. */
export const toldField = ({ code, said, detail }: FieldError): string =>
  wordsOf(`refusal.is.${code}`, said) ?? t('refusal.field.other', { detail });

/**
 * Why something was refused or failed, in the language shown: what was wrong and what to do. In the
 * server's English only where there are no words for it.
 */
export function toldFailure(error: Error): string {
  if (!(error instanceof Failure)) return error.message;
  const { status, code, findings, errors, refusal, said, number, message } = error;
  if (status === 0) return t('state.failed.unreachable');
  if (findings[0]) return findings.map((one) => told(one.message)).join(' ');
  const [first] = errors;
  if (first) return errors.map(toldField).join(' ');
  const words = wordsOf(`refusal.is.${refusal}`, said) ?? wordsOf(`refusal.code.${code}`, said);
  const quoted = number ? ` ${t('refusal.number', { number })}` : '';
  return (words ?? message) + quoted;
}
