import '@fontsource-variable/noto-sans-sc';
import './tokens.css';
import './base.css';
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { createApp, watch } from 'vue';
import { Failure } from './data/failure.js';
import AppRoot from './frame/app-root.vue';
import { redrawWithLateFonts } from './frame/late-fonts.js';
import { language } from './messages/language.js';
import { loadMessages } from './messages/words.js';
import { router } from './router.js';

/** An answer that was refused or does not exist is final; anything else is worth a second try. */
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (tries, error) =>
        tries < 1 && !(error instanceof Failure && error.status >= 400 && error.status < 500),
    },
  },
});

// Reasons come from the server as text, so a change of language asks for them again.
watch(language, () => queryClient.invalidateQueries());

redrawWithLateFonts();
await loadMessages(language.value);
const app = createApp(AppRoot).use(router).use(VueQueryPlugin, { queryClient });
// Which page it is decides whether the frame, and what it asks the server, is there at all.
await router.isReady();
app.mount('#app');
