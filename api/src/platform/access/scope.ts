/** What an account or a token may do. */
export type Role =
  | 'inspector'
  | 'leader'
  | 'data-officer'
  | 'administrator'
  | 'approver'
  | 'auditor'
  | 'service';

/** A subtree of the unit tree in pre-order numbers, both ends inclusive. */
export interface UnitInterval {
  readonly enter: number;
  readonly leave: number;
}

/** Who asks, as what, and about whom they may ask. Every read takes one. */
export interface Scope {
  /** The account or token, for the audit log. */
  readonly subject: string;
  readonly roles: ReadonlySet<Role>;
  /** undefined: the whole tree, and the people without a unit. */
  readonly units: UnitInterval | undefined;
}

const everyRole: readonly Role[] = [
  'inspector',
  'leader',
  'data-officer',
  'administrator',
  'approver',
  'auditor',
  'service',
];

/** A scope without limits, for the bootstrap token and for whoever sits at this machine before there are accounts. */
export const wholeScope = (subject: string): Scope => ({
  subject,
  roles: new Set(everyRole),
  units: undefined,
});

/** The product itself at work: scheduled exports, demonstration data. */
export const systemScope = wholeScope('system');
