import { watch } from 'vue';
import { shownLanguage, t } from '../../messages/words.js';

/** Titles the window after what a page is about, once its name is known. */
export function usePageTitle(name: () => string | undefined): void {
  watch(
    [name, shownLanguage],
    ([known]) => {
      if (known) document.title = `${known} · ${t('frame.product')}`;
    },
    // After the router's own title, which knows the kind of page only.
    { immediate: true, flush: 'post' },
  );
}
