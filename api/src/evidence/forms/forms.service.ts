import { Injectable } from '@nestjs/common';
import type { RecordKind } from '@probity/analytics';
import { asProduct } from '../../platform/access/current-scope.js';
import type { Scope } from '../../platform/access/scope.js';
import { Database } from '../../platform/database/database.js';
import { badParameter, conflict, Problem } from '../../platform/errors/problem.js';
import { senderValues, sentBy, systemFor } from '../imports/import-access.js';
import { kindNamed } from '../kinds/kind-catalog.js';
import { finding } from '../validate/problem.js';
import { FormCommit, type FormOrder, type FormOutcome } from './form-commit.service.js';
import { changed } from './form-demands.js';
import { FormRefused } from './form-refused.js';
import { formRights } from './form-rights.js';
import type { FormFields } from './form-row.js';
import type {
  CheckAnswer,
  CheckedForm,
  Correction,
  NewRecord,
  RecordAnswer,
  RecordPath,
  SavedAnswer,
  Withdrawal,
} from './forms.dto.js';
import { answerOf, type StandingRecord, StandingRecords } from './standing-records.service.js';

/** The system of records that come from no other. */
const FORM_SYSTEM = 'form';
/** How many of the own entries are listed unasked. */
const USUAL_ENTRIES = 20;

/** Records that people enter, correct and withdraw by hand, each as an import of one row. */
@Injectable()
export class FormsService {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingRecords,
    private readonly commit: FormCommit,
  ) {}

  /** A record as it stands. Throws 403 and 404. */
  async read(scope: Scope, { kind, id }: RecordPath): Promise<RecordAnswer> {
    return answerOf(await this.standing.find(scope, kindNamed(kind), id));
  }

  /** What the caller entered or changed by forms, the latest first, as it stands and may be seen. */
  async entered(scope: Scope, limit = USUAL_ENTRIES): Promise<{ rows: RecordAnswer[] }> {
    const imports = await asProduct(() =>
      this.database.query<{ id: number; kind: string }>(
        `SELECT i.id, i.kind FROM imports i
         WHERE ${sentBy('$1', '$2')} AND i.format = 'form' AND i.accepted > 0 ORDER BY i.id DESC LIMIT $3`,
        [...senderValues(scope), limit],
      ),
    );
    const rows = new Map<string, RecordAnswer>();
    for (const { id, kind } of imports) {
      const written = await this.standing.writtenBy(kindNamed(kind), id);
      if (!written) continue;
      const seen = await this.read(scope, { kind, id: written.id }).catch(unseen);
      if (seen && !rows.has(`${kind}/${seen.id}`)) rows.set(`${kind}/${seen.id}`, seen);
    }
    return { rows: [...rows.values()] };
  }

  /** What saving would say, for one form. Nothing is kept. Throws 400, 403, 404. */
  async check(scope: Scope, kindKey: string, form: CheckedForm): Promise<CheckAnswer> {
    const kind = kindNamed(kindKey);
    try {
      const order = form.record
        ? await this.#correction(scope, kind, form.record.id, { ...form.record, ...form })
        : this.#entry(scope, kind, form);
      const { warnings, elsewhere } = await this.commit.check(order);
      return { errors: [], warnings: [...warnings], elsewhere: [...elsewhere] };
    } catch (error) {
      if (!(error instanceof FormRefused)) throw error;
      return { errors: [...error.findings], warnings: [], elsewhere: [] };
    }
  }

  /** Enters a new record. Throws 400, 403, 409 (it is there already), 422. */
  async enter(
    scope: Scope,
    kindKey: string,
    form: NewRecord,
    idempotencyKey: string | undefined,
  ): Promise<SavedAnswer> {
    const kind = kindNamed(kindKey);
    return this.#save({ ...this.#entry(scope, kind, form), idempotencyKey });
  }

  /** Corrects a record: a new version of it. Throws 400, 403, 404, 409 (it has changed since), 422. */
  async correct(scope: Scope, { kind, id }: RecordPath, form: Correction): Promise<SavedAnswer> {
    return this.#answered(async () =>
      this.#save(await this.#correction(scope, kindNamed(kind), id, form)),
    );
  }

  /** Withdraws a record: it counts at no day, and stays in the history. Throws 403, 404, 409. */
  async withdraw(scope: Scope, { kind, id }: RecordPath, form: Withdrawal): Promise<SavedAnswer> {
    return this.#answered(async () => {
      const standing = await this.#opened(scope, kindNamed(kind), id, form.version);
      if (standing.withdrawnReason !== null)
        throw conflict('This record is withdrawn already.', 'withdrawn-already');
      return this.#save(withdrawal(scope, kindNamed(kind), standing, form.reason));
    });
  }

  /**
   * Brings back what stood before the version that stands: the content of the one before it, or, for
   * a first version, nothing: the record is withdrawn. Throws 403, 404, 409.
   */
  async undo(scope: Scope, { kind: key, id }: RecordPath, version: number): Promise<SavedAnswer> {
    return this.#answered(async () => {
      const kind = kindNamed(key);
      const standing = await this.#opened(scope, kind, id, version);
      const before = await this.standing.version(kind, standing, version - 1);
      if (version > 1 && !before)
        throw conflict('There is no earlier version to go back to.', 'no-earlier-version');
      if (!before || before.withdrawnReason !== null) {
        if (standing.withdrawnReason !== null)
          throw conflict('This record is withdrawn already.', 'withdrawn-already');
        return this.#save(withdrawal(scope, kind, standing, before?.withdrawnReason ?? UNDONE));
      }
      return this.#save(contentOf(scope, kind, standing, before.fields));
    });
  }

  #entry(scope: Scope, kind: RecordKind, { fields, system }: NewRecord): FormOrder {
    return {
      ...{ scope, kind, withdraw: false, standing: undefined, bounded: isBounded(scope, kind) },
      system: systemFor(scope, system ?? scope.sourceSystem ?? FORM_SYSTEM),
      // What was withdrawn under this identity gives nothing to what is entered now.
      fields: { ...emptyOf(kind), ...textOf(kind, fields) },
    };
  }

  async #correction(scope: Scope, kind: RecordKind, id: string, form: Correction) {
    const standing = await this.#opened(scope, kind, id, form.version);
    const given = textOf(kind, form.fields);
    const moved = kind.identity.filter(
      (name) => name in given && (given[name] ?? '').trim() !== (standing.fields[name] ?? ''),
    );
    if (moved.length > 0) throw new FormRefused(422, moved.map(identityStays));
    // A withdrawn record says nothing any more: what comes back is what is said now.
    const before = standing.withdrawnReason === null ? standing.fields : identityOf(kind, standing);
    return contentOf(scope, kind, standing, { ...before, ...given });
  }

  /** The record as the form has it. Throws FormRefused (409) where another version stands by now, and 403. */
  async #opened(scope: Scope, kind: RecordKind, id: string, version: number) {
    const standing = await this.standing.find(scope, kind, id);
    if (standing.version !== version) throw changed();
    // A token that is fixed to one system writes for no other.
    systemFor(scope, standing.system);
    return standing;
  }

  async #save(order: FormOrder): Promise<SavedAnswer> {
    return this.#answered(async () => {
      const outcome = await this.commit.save(order);
      const record = await this.#resultOf(order, outcome);
      return {
        record: answerOf(record),
        unchanged: !outcome.written,
        warnings: [...outcome.warnings],
      };
    });
  }

  /** The record as the caller may see it, now that it is written. */
  async #resultOf({ scope, kind, standing }: FormOrder, { importId, written }: FormOutcome) {
    const found = written ? await this.standing.writtenBy(kind, importId) : standing;
    if (!found) throw changed();
    const seen = await this.standing.find(scope, kind, found.id).catch(unseen);
    // What was just written may have taken the person out of the caller's scope.
    return seen ?? { ...found, staffNo: null };
  }

  async #answered<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof FormRefused ? error.problem() : error;
    }
  }
}

const UNDONE = 'Entered by mistake and undone（录入有误，已撤销）';

const isBounded = (scope: Scope, kind: RecordKind) => !formRights(scope, kind).asSender;

function unseen(error: unknown): undefined {
  if (error instanceof Problem) return undefined;
  throw error;
}

const identityStays = (name: string) =>
  finding(
    'identity',
    'This is what the record is known by, so it stays. Withdraw the record and enter another one instead.',
    '该字段用于识别记录，不能更改。请撤回本记录后另行录入。',
    name,
  );

/** A standing record with this content: its own system and identity, whoever corrects it. */
function contentOf(
  scope: Scope,
  kind: RecordKind,
  standing: StandingRecord,
  fields: FormFields,
): FormOrder {
  const bounded = isBounded(scope, kind);
  return { scope, kind, system: standing.system, withdraw: false, fields, standing, bounded };
}

function withdrawal(
  scope: Scope,
  kind: RecordKind,
  standing: StandingRecord,
  reason: string,
): FormOrder {
  const identity = kind.identity.map((name) => [name, standing.fields[name] ?? null]);
  const fields = { ...Object.fromEntries(identity), reason };
  return { ...contentOf(scope, kind, standing, fields), withdraw: true };
}

/** A form of the kind with nothing in it. */
const emptyOf = (kind: RecordKind): FormFields =>
  Object.fromEntries(Object.keys(kind.fields).map((name) => [name, null]));

/** A form with what a record is known by alone. */
function identityOf(kind: RecordKind, { fields }: StandingRecord): FormFields {
  const known = kind.identity.map((name) => [name, fields[name] ?? null]);
  return { ...emptyOf(kind), ...Object.fromEntries(known) };
}

/** What was filled in as text. Throws 400 for a field that the kind doesn't have. */
function textOf(kind: RecordKind, fields: NewRecord['fields']): FormFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (!(name in kind.fields)) {
        const said = `${kind.key} has no field of this name`;
        throw badParameter(`fields.${name}`, said, 'unknown-name', { name });
      }
      return [name, value === null ? null : String(value)];
    }),
  );
}
