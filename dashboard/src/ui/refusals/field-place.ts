/** Fields that a reader can type into or choose from. */
const CONTROLS = 'input, select, textarea';

/** Where what is wrong with a parameter is told: its control, and the element behind whose content it stands. */
export interface FieldPlace {
  readonly control: HTMLElement;
  readonly around: Element;
}

/** Finds the control of a parameter; undefined where there is none of its own. */
export type FindField = (parameter: string) => Element | null | undefined;

/**
 * Finds fields in a form by the API's names for them: in `name` or, where that is taken, in `data-field`.
 * A part of a list or group stands at the whole of it. In a form with one text all is said of that.
 */
export const fieldsIn =
  (form: Element): FindField =>
  (parameter) => {
    const names = parameter.split('.').map((_, at, all) => all.slice(0, all.length - at).join('.'));
    for (const name of names) {
      const escaped = CSS.escape(name);
      const found = form.querySelector(`[name="${escaped}"], [data-field="${escaped}"]`);
      if (found) return found;
    }
    const texts = form.querySelectorAll('textarea');
    return texts.length === 1 && !form.querySelector('input, select') ? texts[0] : undefined;
  };

/** The place of a field: of several boxes that go together, behind all of them. */
export function placeOf(found: Element | null | undefined): FieldPlace | undefined {
  const control = found?.matches(CONTROLS) ? found : found?.querySelector(CONTROLS);
  if (!(control instanceof HTMLElement)) return undefined;
  const isBox = control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
  // Where it lies under a heading that opens, nobody would see why.
  control.closest('details')?.setAttribute('open', '');
  const around = control.closest(isBox ? 'fieldset, label' : 'label, td') ?? control.parentElement;
  return around ? { control, around } : undefined;
}
