/** What an account or a token may do. */
export type Role =
  | 'inspector'
  | 'leader'
  | 'data-officer'
  | 'administrator'
  | 'approver'
  | 'auditor'
  | 'service';

export const everyRole: readonly Role[] = [
  'inspector',
  'leader',
  'data-officer',
  'administrator',
  'approver',
  'auditor',
  'service',
];

/**
 * The roles that a unit limits: what these read or decide is about people or units. A data officer is
 * limited by kinds, since a file is about people of any unit; an auditor reads the whole log.
 */
const rolesOfUnits: ReadonlySet<Role> = new Set([
  'inspector',
  'leader',
  'administrator',
  'approver',
  'service',
]);

/**
 * The unit that limits whoever has these roles: of one that was given, none where it would limit nothing, so
 * that it is not shown as if it did. Programs make accounts and tokens of all roles in one way, which is
 * why it is no mistake.
 */
export const unitThatLimits = (
  roles: readonly Role[],
  unit: string | null | undefined,
): string | null => (roles.some((role) => rolesOfUnits.has(role)) ? (unit ?? null) : null);

/** A subtree of the unit tree in pre-order numbers, both ends inclusive. */
export interface UnitInterval {
  readonly enter: number;
  readonly leave: number;
}

/** Who asks, as what, and about whom they may ask. Every read takes one. */
export interface Scope {
  /** The account or token, for the audit log. */
  readonly subject: string;
  /** The account behind it; undefined for the bootstrap token and for the product itself. */
  readonly accountId?: number | undefined;
  /** The same where the account has signed in itself, and asks by no token: what its tokens sent is its own, too. */
  readonly ownAccount?: number | undefined;
  readonly roles: ReadonlySet<Role>;
  /** undefined: the whole tree, and the people without a unit. */
  readonly units: UnitInterval | undefined;
  /** The top unit of `units`. */
  readonly unitCode?: string | undefined;
  /** The kinds of records that may be imported; undefined: all. */
  readonly kinds?: ReadonlySet<string> | undefined;
  /** The one system that records may be imported from; undefined: any. */
  readonly sourceSystem?: string | undefined;
  /** Cadres (internal numbers) whom the caller never sees, whatever the unit: the own record, and recusals. */
  readonly hidden: readonly number[];
  /** The one cadre (internal number) whom the caller sees at all; undefined: everyone in `units`. */
  readonly only?: number | undefined;
  /** Whether it counts as a second person: never the bootstrap token. */
  readonly mayApprove: boolean;
  /** The product itself at work, not a caller: it writes evidence and scores. */
  readonly system: boolean;
  /** Whether it stands in for an administrator until one has enrolled: until then nobody could be second. */
  readonly setup?: boolean;
  /** Whether what is read goes into a file that leaves, by the exporter's role. */
  readonly exports?: boolean;
}

/** A scope without limits, for the bootstrap token and the sessions that stand in for it. */
export const wholeScope = (subject: string): Scope => ({
  subject,
  roles: new Set(everyRole),
  units: undefined,
  hidden: [],
  mayApprove: false,
  system: false,
  setup: true,
});

/** The product itself at work: jobs, start-up, demonstration data. */
export const systemScope: Scope = { ...wholeScope('system'), system: true, setup: false };

/** Whether one's word is enough where a second person would be needed: the product's own, and before anybody is there. */
export const needsNoSecond = ({ system, setup }: Scope): boolean => system || setup === true;

/** Whether what is everybody's, such as the policy, is the caller's to approve. */
export const approvesForAll = ({ roles, units }: Scope): boolean =>
  roles.has('approver') && units === undefined;

/** Whether the caller reads about people by name; a leader without such a role reads aggregates. */
export const seesPeople = ({ roles, only }: Scope): boolean =>
  roles.has('inspector') || roles.has('service') || only !== undefined;
