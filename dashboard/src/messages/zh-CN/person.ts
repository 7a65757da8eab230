import type { person as en } from '../en/person.js';
import type { Translated } from '../translated.js';

/** 干部页。 */
export const person: Translated<typeof en> = {
  'person.title': '干部',
};
