import { request } from 'node:http';
import { connect } from 'node:tls';

const LOOPBACK = '127.0.0.1';
/** One that is asked and does not answer for so long is asked again, in milliseconds. */
const PATIENCE = 5_000;

/** Whether something answers TLS on a loopback port. */
export function listens(port: number, patience = PATIENCE): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: LOOPBACK, rejectUnauthorized: false });
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('secureConnect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.setTimeout(patience, () => answer(false));
  });
}

/** Asks a loopback port by HTTP. @throws Error unless the answer is 200 */
export function demandOk(port: number, path: string, patience = PATIENCE): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: LOOPBACK, port, path, timeout: patience }, (response) => {
      response.resume();
      if (response.statusCode === 200) resolve();
      else reject(new Error(`${path} answered ${response.statusCode}`));
    });
    sent.on('timeout', () => sent.destroy(new Error(`${path} did not answer`)));
    sent.on('error', reject);
    sent.end();
  });
}

export async function succeeds(task: () => Promise<unknown>): Promise<boolean> {
  try {
    await task();
    return true;
  } catch {
    return false;
  }
}
