import { type Role, unitThatLimits } from '../../platform/access/scope.js';
import type { AccountAnswer } from './accounts.dto.js';

/** An account as `accountSql` reads it. */
export interface AccountRow {
  readonly id: number;
  readonly name: string;
  readonly display_name: string;
  readonly roles: Role[];
  readonly unit_code: string | null;
  readonly kinds: string[] | null;
  readonly staff_no: string | null;
  readonly oidc_name: string | null;
  readonly has_password: boolean;
  readonly has_totp: boolean;
  readonly has_oidc: boolean;
  readonly disabled_at: string | null;
  readonly created_at: string;
  readonly created_by: string;
  readonly changed_at: string;
  readonly changed_by: string;
  readonly recusals: AccountAnswer['recusals'];
}

/** Accounts `a` with their recusals, without any secret. */
export const accountSql = `
  SELECT a.id, a.name, a.display_name, a.roles, a.unit_code, a.kinds, a.staff_no, a.oidc_name,
    a.password_hash IS NOT NULL AS has_password, a.totp_secret IS NOT NULL AS has_totp,
    a.oidc_subject IS NOT NULL AS has_oidc,
    a.disabled_at, a.created_at, a.created_by, a.changed_at, a.changed_by,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('staffNo', r.staff_no, 'reason', r.reason,
        'recusedBy', r.recused_by, 'recusedAt', r.recused_at) ORDER BY r.staff_no COLLATE "C")
      FROM recusals r WHERE r.account_id = a.id), '[]') AS recusals
  FROM accounts a`;

const instant = (text: string) => new Date(text).toISOString();

/** An account as the API answers it. */
export const answerOf = (row: AccountRow): AccountAnswer => ({
  id: row.id,
  name: row.name,
  displayName: row.display_name,
  roles: row.roles,
  unitCode: unitThatLimits(row.roles, row.unit_code),
  kinds: row.kinds,
  staffNo: row.staff_no,
  oidcName: row.oidc_name,
  signIn: { password: row.has_password, totp: row.has_totp, oidc: row.has_oidc },
  disabledAt: row.disabled_at && instant(row.disabled_at),
  createdAt: instant(row.created_at),
  createdBy: row.created_by,
  changedAt: instant(row.changed_at),
  changedBy: row.changed_by,
  recusals: row.recusals.map((recusal) => ({ ...recusal, recusedAt: instant(recusal.recusedAt) })),
});
