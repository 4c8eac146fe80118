import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ListResult } from './list-state.ts';
import { ListWatch } from './list-watch.ts';
import { resources, type ItemOf } from './resources.ts';
import { TestScheduler } from './test-scheduler.ts';

type Pod = ItemOf<typeof resources.pods>;

/** What scripted streams cannot show: real sockets, real chunks, a real end of the connection. */
let server: Server;
let watches: { request: IncomingMessage; response: ServerResponse }[];
let watch: ListWatch<Pod>;
let shown: ListResult<Pod> | undefined;
let scheduler: TestScheduler;

beforeEach(async () => {
  watches = [];
  shown = undefined;
  scheduler = new TestScheduler();
  server = createServer((request, response) => {
    if (new URL(request.url ?? '', 'http://test').searchParams.has('watch')) {
      watches.push({ request, response });
      response.writeHead(200).flushHeaders();
      return;
    }
    response.end(JSON.stringify({ metadata: { resourceVersion: '1' }, items: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fetchFrom = (_cluster: string, path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, init);
  watch = new ListWatch<Pod>(
    { fetch: fetchFrom },
    { cluster: 'demo', resource: resources.pods },
    (result) => (shown = result),
    { scheduler },
  );
});

afterEach(() => {
  watch.stop();
  server.closeAllConnections();
  server.close();
});

async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(() => {
    scheduler.paint();
    check();
  });
}

function frame(name: string): Buffer {
  const object = { metadata: { name, uid: name, resourceVersion: '2' } };
  return Buffer.from(`${JSON.stringify({ type: 'ADDED', object })}\n`);
}

it('follows over a real connection, through a cut inside a character and a lost socket', async () => {
  await eventually(() => expect(shown?.state.phase).toBe('live'));
  const bytes = frame('网卡');
  const middle = bytes.indexOf(Buffer.from('网')) + 1;
  watches[0]?.response.write(bytes.subarray(0, middle));
  await new Promise((resolve) => setImmediate(resolve));
  watches[0]?.response.write(bytes.subarray(middle));
  await eventually(() => expect(shown?.items.map((item) => item.metadata.name)).toEqual(['网卡']));

  watches[0]?.request.socket.destroy();
  await eventually(() => expect(shown?.state.phase).toBe('stale'));
  await scheduler.advance(1000);
  await eventually(() => expect(shown?.state.phase).toBe('live'));
  expect(watches[1]?.request.url).toContain('resourceVersion=2');
});

it('closes its connection when it stops', async () => {
  await eventually(() => expect(shown?.state.phase).toBe('live'));
  const closed = new Promise((resolve) => watches[0]?.response.once('close', resolve));
  watch.stop();
  await closed;
});
