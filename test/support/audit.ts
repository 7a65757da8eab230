import { importFile } from './records/imports.js';
import type { TestServer } from './server.js';

/** An entry of the audit log as the API answers it. */
export interface LogEntry {
  readonly seq: number;
  readonly at: string;
  readonly subject: string;
  readonly action: string;
  readonly phase: string;
  readonly method: string;
  readonly route: string;
  readonly parameters: {
    readonly path: Record<string, string>;
    readonly query: Record<string, string>;
  };
  readonly people: readonly string[];
  readonly outcome: string;
  readonly status: number | null;
  readonly denied: string | null;
  readonly requestId: string;
  readonly rowCount: number | null;
  readonly byteCount: number | null;
  readonly sha256: string | null;
}

/** What a verification answers. */
export interface Verification {
  readonly ok: boolean;
  readonly entries: number;
  readonly checkpoints: number;
  readonly checkpointSeq: number;
  readonly firstBad?: { readonly seq: number; readonly what: string };
}

/** The entries that the log has of one answer, oldest first. */
export async function entriesOf(server: TestServer, answer: Response): Promise<LogEntry[]> {
  const id = answer.headers.get('x-request-id');
  const { rows } = await server.json<{ rows: LogEntry[] }>('/api/audit?limit=1000');
  return rows.filter(({ requestId }) => requestId === id).reverse();
}

/** Three people in two units, so that there is somebody to look at. */
export async function bringPeople(server: TestServer): Promise<void> {
  await importFile(server, 'units', ['unit_code,name,parent_code', 'A,Province,', 'B,Bureau,A']);
  await importFile(server, 'cadres', [
    'staff_no,name,unit_code',
    'S1,王一,A',
    'S2,李二,B',
    'S3,张三,B',
  ]);
}
