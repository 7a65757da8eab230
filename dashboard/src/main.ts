import '@fontsource-variable/noto-sans-sc';
import './tokens.css';
import './base.css';
import { VueQueryPlugin } from '@tanstack/vue-query';
import { createApp, watch } from 'vue';
import { queryClient } from './data/query-client.js';
import AppRoot from './frame/app-root.vue';
import { redrawWithLateFonts } from './frame/display/late-fonts.js';
import { language } from './messages/language.js';
import { loadMessages } from './messages/words.js';
import { router } from './router.js';
import { tellChecksAtFields } from './ui/refusals/native-refusals.js';

// Reasons come from the server as text, so a change of language asks for them again.
watch(language, () => queryClient.invalidateQueries());

redrawWithLateFonts();
tellChecksAtFields();
await loadMessages(language.value);
const app = createApp(AppRoot).use(router).use(VueQueryPlugin, { queryClient });
// Which page it is decides whether the frame, and what it asks the server, is there at all.
await router.isReady();
app.mount('#app');
