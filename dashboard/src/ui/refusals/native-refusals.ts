import { watch } from 'vue';
import { formats, shownLanguage, t } from '../../messages/words.js';
import { placeOf } from './field-place.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What the browser's own check of a field found, and what the field asks for. */
export type Checked = Pick<Control, 'validity' | 'type'> &
  Partial<Pick<HTMLInputElement, 'min' | 'max' | 'minLength' | 'maxLength'>>;

const isControl = (target: unknown): target is Control =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement;

/** A limit of a day or of a number. */
function limit(type: string, wanted: string, isLow: boolean): string {
  if (type === 'date') {
    const day = formats.value.date(wanted);
    return isLow ? t('refusal.native.from', { day }) : t('refusal.native.until', { day });
  }
  return isLow
    ? t('refusal.is.too-small', { least: Number(wanted) })
    : t('refusal.is.too-large', { most: Number(wanted) });
}

/** What is wrong with a field by the browser's own check, in the language shown. */
export function toldCheck(field: Checked): string {
  const { validity, type, min = '', max = '', minLength: least = 0, maxLength: most = 0 } = field;
  if (validity.badInput) return t(`refusal.is.${type === 'date' ? 'not-a-date' : 'not-a-number'}`);
  if (validity.valueMissing) {
    return type === 'checkbox' ? t('refusal.native.tick') : t('refusal.is.required');
  }
  if (validity.tooShort) return t('refusal.is.too-short', { least });
  if (validity.tooLong) return t('refusal.is.too-long', { most });
  if (validity.rangeUnderflow) return limit(type, min, true);
  if (validity.rangeOverflow) return limit(type, max, false);
  if (validity.stepMismatch && type === 'number') return t('refusal.is.not-whole');
  return t('refusal.native.other');
}

/** The notes that stand at fields now. */
const notes = new Map<Control, HTMLElement>();

function forget(control: Control): void {
  notes.get(control)?.remove();
  notes.delete(control);
  control.removeAttribute('aria-invalid');
  control.removeAttribute('aria-errormessage');
}

let count = 0;
function noteAt(control: Control): HTMLElement | undefined {
  const place = placeOf(control);
  if (!place) return undefined;
  const note = document.createElement('span');
  note.className = 'at-field';
  note.id = `check-${++count}`;
  note.setAttribute('role', 'alert');
  place.around.append(note);
  control.setAttribute('aria-invalid', 'true');
  control.setAttribute('aria-errormessage', note.id);
  notes.set(control, note);
  return note;
}

/** Takes the place of the browser's bubble, which speaks the browser's language: a note at the field. */
function tell(event: Event): void {
  const control = event.target;
  if (!isControl(control)) return;
  event.preventDefault();
  // What a form finds itself it says itself, while it is typed.
  const note = control.validity.customError ? undefined : (notes.get(control) ?? noteAt(control));
  if (note) note.textContent = toldCheck(control);
  const fields = [...(control.form?.elements ?? [control])].filter(isControl);
  if (fields.find((field) => field.willValidate && !field.validity.valid) === control) {
    control.focus();
  }
}

/** A note goes with what was wrong, and follows what else is. */
function lookAgain(event: Event): void {
  const control = event.target;
  const note = isControl(control) ? notes.get(control) : undefined;
  if (!note || !isControl(control)) return;
  if (control.validity.valid) forget(control);
  else note.textContent = toldCheck(control);
}

function sayAnew(): void {
  for (const [control, note] of notes) {
    if (control.isConnected) note.textContent = toldCheck(control);
    else forget(control);
  }
}

/**
 * Has every form tell what its fields' own limits refuse (`required`, `minlength`, `min` ...) at the
 * field and in the language shown, as the server's refusals are told. Once, before the first form.
 */
export function tellChecksAtFields(): void {
  // Neither event bubbles from everywhere, so they are taken on their way down.
  document.addEventListener('invalid', tell, true);
  document.addEventListener('input', lookAgain, true);
  document.addEventListener('change', lookAgain, true);
  watch(shownLanguage, sayAnew, { flush: 'post' });
}
