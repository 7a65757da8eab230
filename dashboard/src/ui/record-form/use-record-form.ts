import { computed, getCurrentScope, reactive, ref, shallowRef, watch } from 'vue';
import { Failure, type Finding } from '../../data/failure.js';
import { useKinds } from '../../data/queries/kinds.query.js';
import {
  checkRecord,
  correctRecord,
  enterRecord,
  type Saved,
} from '../../data/queries/records.query.js';
import { useToday } from '../../data/queries/session.query.js';
import { noteSaving } from '../../data/savings.js';
import { keepForm } from '../drafts/kept-form.js';
import {
  contentOf,
  type FormWish,
  fieldsOf,
  formName,
  missingIn,
  proposedNumber,
  startOf,
} from './record-draft.js';

/** Where a draft keeps the system, which is no field of the record. */
const SYSTEM = '';

/** What stands under the same identity in another system. */
type Elsewhere = Awaited<ReturnType<typeof checkRecord>>['elsewhere'];

/**
 * A form of a kind: its fields, what is filled in, and saving, which checks first. What is wrong keeps
 * it from being saved; what is odd is shown once, and saved when it is sent again as it is.
 */
export function useRecordForm(wish: () => FormWish, saved: (saved: Saved) => void) {
  const { data: kinds } = useKinds();
  const today = useToday();
  const kind = computed(() => kinds.value?.find(({ key }) => key === wish().kind));
  const fields = computed(() => (kind.value ? fieldsOf(kind.value, wish()) : []));
  const values = reactive<Record<string, string>>({});
  const system = ref('');
  const errors = shallowRef<readonly Finding[]>([]);
  const warnings = shallowRef<readonly Finding[]>([]);
  const elsewhere = shallowRef<Elsewhere>([]);
  const failure = shallowRef<Failure>();
  const isBusy = ref(false);
  /** What was looked at when the warnings were shown. */
  const seen = ref('');
  const number = proposedNumber(today.value);
  let key = crypto.randomUUID();

  const start = () => (kind.value ? startOf(kind.value, wish(), number) : {});
  const draft = shallowRef<ReturnType<typeof keepForm>>();
  const scope = getCurrentScope();
  watch(
    kind,
    (now) => {
      if (!now) return;
      Object.assign(values, start());
      draft.value ??= scope?.run(() =>
        keepForm({
          name: formName(wish()),
          now: () => ({ ...values, [SYSTEM]: system.value }),
          start: () => ({ ...start(), [SYSTEM]: '' }),
          fill({ [SYSTEM]: typed = '', ...fields }) {
            Object.assign(values, fields);
            system.value = typed;
          },
        }),
      );
    },
    { immediate: true },
  );

  const content = computed(() => contentOf(fields.value, values, wish().record));
  const shape = computed(() => JSON.stringify([content.value, system.value]));
  const isSeen = computed(() => seen.value === shape.value);

  async function check(): Promise<boolean> {
    const { record, kind: kindKey } = wish();
    const found = await checkRecord(kindKey, {
      fields: content.value,
      ...(record ? { record: { id: record.id, version: record.version } } : {}),
      ...(system.value ? { system: system.value } : {}),
    });
    errors.value = [...found.errors, ...missingIn(fields.value, values, found.errors)];
    warnings.value = found.warnings;
    elsewhere.value = found.elsewhere;
    if (errors.value.length > 0) return false;
    seen.value = shape.value;
    return found.warnings.length + found.elsewhere.length === 0;
  }

  async function write(): Promise<void> {
    const { record, kind: kindKey } = wish();
    const fields = content.value;
    const done = record
      ? await correctRecord(record, fields)
      : await enterRecord(
          kindKey,
          { fields, ...(system.value ? { system: system.value } : {}) },
          key,
        );
    draft.value?.done();
    noteSaving(record ? 'corrected' : 'entered', done);
    saved(done);
  }

  async function send(): Promise<void> {
    if (isBusy.value) return;
    isBusy.value = true;
    failure.value = undefined;
    try {
      if (isSeen.value || (await check())) await write();
    } catch (error) {
      // Another attempt is another request: this one was refused.
      key = crypto.randomUUID();
      if (!(error instanceof Failure)) throw error;
      errors.value = error.status === 422 ? error.findings : [];
      failure.value = error.status === 422 && error.findings.length > 0 ? undefined : error;
    } finally {
      isBusy.value = false;
    }
  }

  return {
    kind,
    fields,
    values,
    system,
    errors,
    warnings,
    elsewhere,
    failure,
    isBusy,
    isSeen,
    draft,
    send,
  };
}
