import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends bytes as they are, which no HTTP client would, and returns everything that comes until the server closes. */
export async function rawRequest(url: string, ...lines: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let answered = '';
  socket.setEncoding('latin1').on('data', (piece: string) => {
    answered += piece;
  });
  socket.write(lines.join('\r\n'));
  await once(socket, 'close');
  return answered;
}
