/** A unit of a drawn tree; the parent comes before. */
export interface WorldUnit {
  readonly code: string;
  readonly parent: string | null;
}

/** A posting of somebody: from a day, to another one, exclusive (null: it lasts). */
export interface WorldPosting {
  readonly unit: string;
  readonly from: string;
  readonly to: string | null;
}

/** Somebody: every person is a canary to whoever may not see them. */
export interface WorldPerson {
  /** Stands in the name, the number and every text about them, and nowhere else. */
  readonly mark: string;
  readonly staffNo: string;
  /** The unit in the register, if any. */
  readonly unit: string | null;
  readonly managedBy: string | null;
  /** What a second system's register says later, which then counts. */
  readonly second: { readonly unit: string | null; readonly managedBy: string | null } | null;
  readonly postings: readonly WorldPosting[];
  readonly leftOn: string | null;
  readonly head: boolean;
  /** Whether the register's row was withdrawn: then nobody is known under that number. */
  readonly withdrawn: boolean;
  /** Another office's number for them. */
  readonly alias: boolean;
  /** Which kinds of records there are about them; a case stands for everything about it. */
  readonly records: readonly string[];
  readonly contests: boolean;
}

/** Somebody with an account. */
export interface WorldCaller {
  readonly name: string;
  readonly roles: readonly string[];
  /** null: the whole tree. */
  readonly unit: string | null;
  /** The person whom the account belongs to. */
  readonly own: string | null;
  /** Whom they are recused from. */
  readonly recusals: readonly string[];
}

/** A province as it is drawn. */
export interface World {
  readonly units: readonly WorldUnit[];
  readonly people: readonly WorldPerson[];
  readonly callers: readonly WorldCaller[];
}

/** What finds every mark in a body, whatever its format: marks are ASCII, and so are whole in UTF-8 and Arrow. */
export const MARK = /Zq\d{3}Wj/g;

/** The mark of a number. */
export const markOf = (number: number): string => `Zq${String(number).padStart(3, '0')}Wj`;

/** The marks of rows that a data officer's import left in quarantine. */
export const importMark = (caller: number): string => markOf(900 + caller);
