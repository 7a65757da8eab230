import { body, signedUp } from '../support/access/sign-in.js';
import type { TestServer } from '../support/server.js';
import type { SystemRow } from './generate/row.js';

/** Files every contest in its order, and lets somebody else answer those that are answered. */
export async function fileContests(server: TestServer, rows: readonly SystemRow[]): Promise<void> {
  const inspector = await signedUp(server, { name: 'answering', roles: ['inspector'] });
  for (const { row } of rows) {
    const path = `/api/cadres/${encodeURIComponent(row.staff_no ?? '')}/replies`;
    // The same words twice would be taken for a form that was sent twice.
    const contest = { kind: 'contest', text: `Not so: ${row.ref}.`, filedOn: row.filed_on };
    const { ref } = await server.json<{ ref: string }>(path, body('POST', contest));
    if (ref !== row.ref) throw new Error(`${row.ref} was numbered ${ref}`);
    if (!row.answered_on) continue;
    const answer = { outcome: 'rejected', reason: 'It stands.', answeredOn: row.answered_on };
    await inspector.json(`${path}/${ref}/answer`, body('POST', answer));
  }
}
