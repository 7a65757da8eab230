import { body, type Caller } from './sign-in.js';

/** A draft of the policy, as it is answered. */
export interface Draft {
  readonly id: number;
  readonly state: string;
  readonly detail: { readonly baseVersion: number; readonly version: number | null };
}

/** Drafts a version of the policy by `administrator`; it counts only once somebody else approves it. */
export const draftPolicy = (administrator: Caller, changes: object, note = 'a test') =>
  administrator.json<Draft>('/api/policies', body('POST', { changes, note }));

/** Approves a proposal of somebody else. */
export const approve = (approver: Caller, id: number) =>
  approver.json<Draft>(`/api/proposals/${id}/approve`, body('POST', { reason: 'seen' }));

/** Makes a version of the policy as it is made once there are accounts: drafted by one, approved by another. */
export async function changePolicy(administrator: Caller, approver: Caller, changes: object) {
  return approve(approver, (await draftPolicy(administrator, changes)).id);
}
