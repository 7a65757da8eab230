import { readonly, ref } from 'vue';

const phone = matchMedia('(max-width: 720px)');
const narrow = ref(phone.matches);
phone.addEventListener('change', (event) => {
  narrow.value = event.matches;
});

/** Whether the window is as narrow as a phone: the same limit as in the styles. */
export const isNarrow = readonly(narrow);
