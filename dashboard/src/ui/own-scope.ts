import { computed } from 'vue';
import { useSession } from '../data/queries/session.query.js';
import { type MessageKey, useWords } from '../messages/words.js';

/** What a role is called; the role itself where it is new to the dashboard. */
export function roleWord(role: string, t: (key: MessageKey) => string): string {
  const key = `access.role.${role}` as MessageKey;
  const word = t(key);
  return word === key ? role : word;
}

/** The reader's own roles and scope, in words. */
export function useOwnScope() {
  const { t, formats } = useWords();
  const { data: session } = useSession();
  const roles = computed(() =>
    formats.value.list((session.value?.roles ?? []).map((role) => roleWord(role, t))),
  );
  const scope = computed(() => session.value?.scope.unitName ?? t('frame.scope.whole'));
  return { session, roles, scope };
}
