import type {
  Account,
  AccountChangeBody,
  NewAccountBody,
  Role,
} from '../../data/queries/accounts.query.js';
import { asksForUnit } from '../../ui/access/roles.js';

/** An account as its form has it. */
export interface AccountDraft {
  name: string;
  displayName: string;
  roles: Role[];
  /** null: the whole tree; empty: not chosen yet. */
  unitCode: string | null;
  /** null: all kinds. */
  kinds: string[] | null;
  staffNo: string;
  oidcName: string;
}

/** A form for nobody yet. Nothing is granted that was not chosen. */
export const emptyDraft = (): AccountDraft => ({
  name: '',
  displayName: '',
  roles: [],
  unitCode: '',
  kinds: null,
  staffNo: '',
  oidcName: '',
});

/** The form of an account. */
export const draftOf = (account: Account): AccountDraft => ({
  name: account.name,
  displayName: account.displayName,
  roles: [...account.roles],
  unitCode: account.unitCode,
  kinds: account.kinds && [...account.kinds],
  staffNo: account.staffNo ?? '',
  oidcName: account.oidcName ?? '',
});

/** What is sent to change an account. Kinds are a data officer's, units those of roles that they limit; others have none. */
export function changeOf(draft: AccountDraft): AccountChangeBody {
  const imports = draft.roles.includes('data-officer');
  const kinds = imports ? draft.kinds : null;
  return {
    ...(draft.displayName.trim() && { displayName: draft.displayName.trim() }),
    roles: [...draft.roles],
    unitCode: asksForUnit(draft.roles) ? draft.unitCode : null,
    kinds: kinds as AccountChangeBody['kinds'],
    staffNo: draft.staffNo.trim() || null,
    oidcName: draft.oidcName.trim() || null,
  };
}

/** What is sent to add an account. */
export const additionOf = (draft: AccountDraft): NewAccountBody => ({
  name: draft.name.trim(),
  ...changeOf(draft),
});
