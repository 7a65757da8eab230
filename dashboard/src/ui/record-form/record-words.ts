import { useKinds } from '../../data/queries/kinds.query.js';
import { useUnitNames } from '../../data/queries/units.query.js';
import type { Field, RecordVersion } from '../../data/shapes.js';
import { told, useWords } from '../../messages/words.js';

type Value = RecordVersion['fields'][string] | undefined;

/** How many of a record's fields stand for it in a list. */
const MOST_PARTS = 4;

/** What records say, in the words of the language shown. */
export function useRecordWords() {
  const { t, formats } = useWords();
  const { data: kinds } = useKinds();
  const unitName = useUnitNames();

  const kindOf = (key: string) => kinds.value?.find((kind) => kind.key === key);

  /** One value of a field; empty for none. */
  function toldValue(field: Field | undefined, value: Value): string {
    if (value === null || value === undefined || value === '') return '';
    const choice = (field?.values ?? field?.known)?.find((usual) => usual.value === value);
    if (choice) return told(choice.labels);
    if (field?.type === 'date') return formats.value.date(String(value));
    if (field?.type === 'boolean')
      return t(String(value) === 'true' ? 'records.yes' : 'records.no');
    if (field?.references === 'unit') return unitName(String(value));
    return String(value);
  }

  /** What is most telling of a record in one line: what its fields say besides its name and days. */
  function summaryOf({ source, fields }: Pick<RecordVersion, 'source' | 'fields'>): string {
    const kind = kindOf(source);
    const parts = (kind?.fields ?? []).flatMap((field) => {
      const isName = ['ref', 'case_no', 'staff_no', 'list_no', 'post_code'].includes(field.name);
      const value = fields[field.name];
      if (isName || field.type === 'date' || value === null || value === undefined || value === '')
        return [];
      const text = toldValue(field, value);
      const isBare = ['integer', 'decimal', 'amount', 'boolean'].includes(field.type);
      return [isBare ? t('records.part', { label: told(field.labels), value: text }) : text];
    });
    return parts.slice(0, MOST_PARTS).join(' · ');
  }

  /** The fields in which two versions of a record differ, each with what it said and says. */
  function changesOf(before: RecordVersion, after: RecordVersion) {
    return (kindOf(after.source)?.fields ?? []).flatMap((field) => {
      const [was, is] = [before, after].map(({ fields }) => toldValue(field, fields[field.name]));
      return was === is ? [] : [{ label: told(field.labels), was, is }];
    });
  }

  return { kindOf, toldValue, summaryOf, changesOf };
}
