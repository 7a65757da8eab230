import { once } from 'node:events';
import { createServer } from 'node:net';

/** Somebody listens where this server should. */
export class PortTaken extends Error {}

/** Throws a PortTaken that says what to do where the address is in use; asked before the database is started. */
export async function demandFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  probe.listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new PortTaken(
      `Something listens at ${host}:${port} already, perhaps Probity itself. Stop it, or start this one elsewhere: PORT=${port + 1} npm start`,
    );
  }
  probe.close();
  await once(probe, 'close');
}
