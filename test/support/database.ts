import { startEmbeddedServer } from '../../api/src/platform/database/embedded-server.js';
import type { TestServer } from './server.js';

/** The address of a test server's own PostgreSQL, for a second process on it or for a look inside. */
export async function databaseUrlOf(server: TestServer): Promise<string> {
  // Joins the one that runs there; it stays the test server's to stop.
  return (await startEmbeddedServer(server.dataFolder)).url;
}
