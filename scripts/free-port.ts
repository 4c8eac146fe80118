import { createServer } from 'node:net';

/** The first port from `wanted` on that can be listened on; 0 gives any. Tries at most 50. */
export async function freePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + 50; port += 1) {
    const opened = await tryPort(port, host);
    if (opened !== undefined) return opened;
    if (wanted === 0) break;
  }
  throw new Error(`no free port between ${wanted} and ${wanted + 49} on ${host}`);
}

function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}
