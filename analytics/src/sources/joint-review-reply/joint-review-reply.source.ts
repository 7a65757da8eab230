import { defineSource } from '../../source.js';
import { fields } from './joint-review-reply.fields.js';
import { points } from './joint-review-reply.points.js';
import { policy } from './joint-review-reply.policy.js';

/** What other departments say of a candidate when they are asked. See joint-review-reply.md. */
export const jointReviewReply = defineSource({
  key: 'joint-review-reply',
  labels: { en: 'Joint review reply', 'zh-CN': '联审答复' },
  fields,
  identity: ['case_no', 'department'],
  datedBy: 'requested_on',
  policy,
  points,
  closings: {
    'joint-review': { fields: ['replied_on', 'opinion'], also: ['reason'] },
  },
  obliges: { byRecord: ['joint-review'] },
  followUps(rows, from, to, { day, emit }) {
    for (let row = from; row < to; row++) {
      if (rows.requested_on[row] > day) continue;
      emit({
        kind: 'joint-review',
        owedBy: 'office',
        row,
        dueOn: rows.due_on[row],
        closedOn: rows.replied_on[row],
      });
    }
  },
});
