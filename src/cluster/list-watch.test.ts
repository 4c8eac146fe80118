import { afterEach, describe, expect, it } from 'vitest';
import type { ListResult } from './list-state.ts';
import { ListWatch, type ListWatchOptions } from './list-watch.ts';
import { resources, type ItemOf } from './resources.ts';
import { settle, TestScheduler } from './test-scheduler.ts';
import { TestApi, type TestRequest, type TestStream } from './test-api.ts';

type Pod = ItemOf<typeof resources.pods>;

let open: { stop(): void } | undefined;
afterEach(() => {
  open?.stop();
});

function follow(options: ListWatchOptions<Pod> = {}) {
  const api = new TestApi();
  const scheduler = new TestScheduler();
  const seen: ListResult<Pod>[] = [];
  const source = {
    cluster: 'demo',
    resource: resources.pods,
    namespace: 'default',
    labelSelector: 'app=web',
  };
  const watch = new ListWatch<Pod>(api, source, (result) => seen.push(result), { scheduler, ...options });
  open = watch;
  return {
    api,
    scheduler,
    seen,
    watch,
    /** What is shown after the next frame. */
    now: async () => {
      await settle();
      scheduler.paint();
      const last = seen.at(-1);
      if (last === undefined) throw new Error('nothing was told');
      return { names: last.items.map((item) => item.metadata.name), state: last.state, items: last.items };
    },
  };
}

function pod(name: string, resourceVersion = '1', extra: object = {}) {
  return { metadata: { name, uid: `uid-${name}`, resourceVersion, namespace: 'default', ...extra } };
}

function podList(names: readonly string[], metadata: object = {}) {
  return {
    kind: 'PodList',
    apiVersion: 'v1',
    metadata: { resourceVersion: '100', ...metadata },
    items: names.map((name) => pod(name)),
  };
}

function bookmark(resourceVersion: string) {
  return { kind: 'Pod', apiVersion: 'v1', metadata: { resourceVersion } };
}

const expired = { kind: 'Status', status: 'Failure', code: 410, reason: 'Expired', message: 'too old' };

/** A list of a and b, and its open watch. */
async function live(options: ListWatchOptions<Pod> = {}) {
  const followed = follow(options);
  followed.api.take().json(podList(['a', 'b']));
  await settle();
  const request = followed.api.take();
  const stream = request.open();
  expect((await followed.now()).state).toEqual({ phase: 'live' });
  return { ...followed, request, stream };
}

async function reconnected(api: TestApi): Promise<{ request: TestRequest; stream: TestStream }> {
  await settle();
  const request = api.take();
  return { request, stream: request.open() };
}

describe('listing', () => {
  it('asks for the first chunk of the source', () => {
    const { api } = follow();
    const request = api.take();
    expect(request.path).toBe('/api/v1/namespaces/default/pods');
    expect(Object.fromEntries(request.query)).toEqual({ labelSelector: 'app=web', limit: '500' });
  });

  it('shows the first chunk while it reads the others, and counts', async () => {
    const { api, now } = follow();
    api.take().json(podList(['a', 'b'], { continue: 'c1', remainingItemCount: 1 }));
    const first = await now();
    expect(first).toMatchObject({ names: ['a', 'b'], state: { phase: 'listing', loaded: 2, total: 3 } });
    const second = api.take();
    expect(Object.fromEntries(second.query)).toMatchObject({ limit: '500', continue: 'c1' });
    second.json(podList(['c']));
    expect(await now()).toMatchObject({ names: ['a', 'b', 'c'], state: { phase: 'listing', loaded: 3 } });
    expect(api.take().query.get('watch')).toBe('1');
  });

  it('makes objects whole: type put back, managedFields dropped', async () => {
    const { api, now } = follow();
    const list = podList([]);
    api.take().json({ ...list, items: [pod('a', '1', { managedFields: [{ manager: 'kubectl' }] })] });
    const { items } = await now();
    expect(items[0]).toMatchObject({ apiVersion: 'v1', kind: 'Pod' });
    expect(items[0]?.metadata).not.toHaveProperty('managedFields');
  });

  it('begins again without chunks when the snapshot expires between two', async () => {
    const { api, now } = follow();
    api.take().json(podList(['a', 'gone'], { continue: 'c1' }));
    await settle();
    api.take().status(410, 'Expired');
    await settle();
    const whole = api.take();
    expect(whole.query.has('limit')).toBe(false);
    expect(whole.query.has('continue')).toBe(false);
    whole.json(podList(['a', 'c']));
    expect((await now()).names).toEqual(['a', 'c']);
  });

  it.each([
    [403, 'Forbidden', { phase: 'forbidden', error: { status: 403, reason: 'Forbidden' } }],
    [404, 'NotFound', { phase: 'absent' }],
    [401, 'Unauthorized', { phase: 'failed', error: { status: 401 } }],
    [500, 'InternalError', { phase: 'failed', error: { status: 500 } }],
  ])('says what a %i means', async (code, reason, state) => {
    const { api, now } = follow();
    api.take().status(code, reason);
    expect(await now()).toMatchObject({ names: [], state });
  });

  it('asks a server that refuses once a minute, or at once when somebody looks', async () => {
    const { api, scheduler, watch } = follow();
    api.take().status(403, 'Forbidden');
    await settle();
    await scheduler.advance(59_000);
    expect(api.idle).toBe(true);
    await scheduler.advance(1000);
    api.take().status(403, 'Forbidden');
    await settle();
    watch.retryNow();
    await settle();
    expect(api.idle).toBe(false);
  });

  it('tries again after 1 s, then ever later up to 30 s', async () => {
    const { api, scheduler, now } = follow();
    const waits: number[] = [];
    for (let round = 0; round < 11; round += 1) {
      api.take().fail();
      expect((await now()).state.phase).toBe('failed');
      const wait = scheduler.waiting[0] ?? Number.NaN;
      waits.push(wait);
      await scheduler.advance(wait);
    }
    expect(waits.slice(0, 4)).toEqual([1000, 1500, 2250, 3375]);
    expect(waits.at(-1)).toBe(30_000);
  });

  it('spreads the tries of many lists by chance, never later than 30 s', async () => {
    const { api, scheduler } = follow();
    scheduler.chance = 0.5;
    api.take().fail();
    await settle();
    expect(scheduler.waiting).toEqual([900]);
  });

  it('takes an answer that is no list for a failure', async () => {
    const { api, now } = follow();
    api.take().json({ hello: 'world' });
    expect((await now()).state.phase).toBe('failed');
  });
});

describe('watching', () => {
  it('goes on from the version of the list, with bookmarks', async () => {
    const { request } = await live();
    expect(request.path).toBe('/api/v1/namespaces/default/pods');
    expect(Object.fromEntries(request.query)).toEqual({
      labelSelector: 'app=web',
      watch: '1',
      allowWatchBookmarks: 'true',
      resourceVersion: '100',
    });
  });

  it('applies what it is told, once a frame', async () => {
    const { stream, now, seen } = await live();
    const before = seen.length;
    stream.frame('ADDED', pod('c', '101'));
    stream.frame('MODIFIED', pod('a', '102', { labels: { x: 'y' } }));
    stream.frame('DELETED', pod('b', '103'));
    const after = await now();
    expect(after.names).toEqual(['a', 'c']);
    expect(after.items[0]?.metadata.labels).toEqual({ x: 'y' });
    expect(seen).toHaveLength(before + 1);
  });

  it('never changes a result that it has given', async () => {
    const { stream, now, seen } = await live();
    const given = seen.at(-1);
    const copy = structuredClone(given);
    stream.frame('MODIFIED', pod('a', '102', { labels: { x: 'y' } }));
    await now();
    expect(given).toEqual(copy);
  });

  it('drops no event, however many come at once', async () => {
    const { stream, now } = await live();
    for (let index = 0; index < 5000; index += 1)
      stream.frame('ADDED', pod(`p${index}`, String(200 + index)));
    await settle();
    expect((await now()).names).toHaveLength(5002);
  });

  it('takes an event told twice for one', async () => {
    const { stream, now } = await live();
    stream.frame('ADDED', pod('c', '101'));
    await now();
    stream.frame('ADDED', pod('c', '101'));
    expect((await now()).names).toEqual(['a', 'b', 'c']);
  });

  it('takes an object made again under its name for another one', async () => {
    const { stream, now } = await live();
    stream.frame('DELETED', pod('a', '101'));
    stream.frame('ADDED', pod('a', '102', { uid: 'uid-other' }));
    const { items } = await now();
    expect(items.map((item) => item.metadata.uid)).toEqual(['uid-b', 'uid-other']);
  });

  it('reads frames that are cut anywhere, inside a character too', async () => {
    const { stream, now } = await live();
    const bytes = new TextEncoder().encode(
      `${JSON.stringify({ type: 'ADDED', object: pod('c', '101', { labels: { name: '网卡🚀' } }) })}\n`,
    );
    for (const byte of bytes) {
      stream.bytes(Uint8Array.of(byte));
      await Promise.resolve();
    }
    const { items } = await now();
    expect(items[2]?.metadata.labels).toEqual({ name: '网卡🚀' });
  });

  it('lists again after a frame that cannot be read: an event may be lost', async () => {
    const { api, stream, scheduler, now } = await live();
    stream.text('<html>bad gateway</html>\n');
    expect((await now()).state).toMatchObject({ phase: 'stale', reason: 'failed' });
    await scheduler.advance(1000);
    expect(api.take().query.has('watch')).toBe(false);
  });
});

describe('mending', () => {
  it('opens a stream that closed in good order again at once, from the last bookmark', async () => {
    const { api, stream, scheduler, now, seen } = await live();
    await scheduler.advance(300_000 - 220_000);
    stream.frame('ADDED', pod('c', '150'));
    stream.frame('BOOKMARK', bookmark('170'));
    await settle();
    stream.close();
    const again = await reconnected(api);
    expect(again.request.query.get('resourceVersion')).toBe('170');
    again.stream.frame('ADDED', pod('d', '180'));
    expect((await now()).names).toEqual(['a', 'b', 'c', 'd']);
    expect(seen.every((result) => result.state.phase !== 'stale')).toBe(true);
  });

  it('does not spin on a server that closes at once', async () => {
    const { api, stream, scheduler, now } = await live();
    stream.close();
    expect((await now()).state).toMatchObject({ phase: 'stale', reason: 'disconnected' });
    expect(api.idle).toBe(true);
    await scheduler.advance(1000);
    api.take().open().close();
    await settle();
    await scheduler.advance(1499);
    expect(api.idle).toBe(true);
    await scheduler.advance(1);
    expect(api.idle).toBe(false);
  });

  it('keeps the rows of a cut stream as stale, and goes on from where it was', async () => {
    const { api, stream, scheduler, now } = await live();
    stream.frame('ADDED', pod('c', '150'));
    await settle();
    await scheduler.advance(7000);
    stream.break();
    expect(await now()).toMatchObject({
      names: ['a', 'b', 'c'],
      state: { phase: 'stale', since: 7000, reason: 'disconnected' },
    });
    await scheduler.advance(1000);
    const again = await reconnected(api);
    expect(again.request.query.get('resourceVersion')).toBe('150');
    expect((await now()).state).toEqual({ phase: 'live' });
  });

  it('stays stale since the first cut while the server is away, and waits anew after a success', async () => {
    const { api, stream, scheduler, now } = await live();
    await scheduler.advance(5000);
    stream.break();
    await settle();
    await scheduler.advance(1000);
    api.take().fail();
    await settle();
    await scheduler.advance(1500);
    api.take().fail();
    expect((await now()).state).toMatchObject({ phase: 'stale', since: 5000 });
    expect(scheduler.waiting).toEqual([2250]);
    await scheduler.advance(2250);
    const again = await reconnected(api);
    again.stream.frame('BOOKMARK', bookmark('200'));
    await settle();
    again.stream.break();
    await settle();
    expect(scheduler.waiting).toEqual([1000]);
  });

  it('lists again after a 410 in the middle, rows kept, and jumps over none', async () => {
    const { api, stream, scheduler, now, seen } = await live();
    scheduler.chance = 0.7;
    const kept = seen.at(-1)?.items[0];
    stream.frame('BOOKMARK', bookmark('150'));
    stream.frame('ERROR', expired);
    expect(await now()).toMatchObject({ names: ['a', 'b'], state: { phase: 'stale', reason: 'expired' } });
    expect(scheduler.waiting).toEqual([700]);
    await scheduler.advance(700);
    const list = api.take();
    expect(list.query.has('watch')).toBe(false);
    list.json(podList(['a', 'c'], { resourceVersion: '300' }));
    const after = await now();
    expect(after.names).toEqual(['a', 'c']);
    expect(after.items[0]).toBe(kept);
    const again = await reconnected(api);
    expect(again.request.query.get('resourceVersion')).toBe('300');
    expect((await now()).state).toEqual({ phase: 'live' });
  });

  it('lets the fresh list win over what was told before it and not shown yet', async () => {
    const { api, stream, scheduler, now } = await live();
    stream.frame('ADDED', pod('gone', '150'));
    stream.frame('ERROR', expired);
    await settle();
    await scheduler.advance(1000);
    api.take().json(podList(['a', 'b']));
    expect((await now()).names).toEqual(['a', 'b']);
  });

  it('lets go of a stream that it leaves', async () => {
    const { stream } = await live();
    stream.frame('ERROR', expired);
    await settle();
    expect(stream.over).toBe(true);
  });

  it.each([
    ['as the first frame', (request: TestRequest) => request.open().frame('ERROR', expired)],
    ['as the answer', (request: TestRequest) => request.status(410, 'Expired')],
  ])('lists again after a 410 %s, ever more slowly if that goes on', async (_when, answer) => {
    const { api, scheduler } = follow();
    scheduler.chance = 0.5;
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      api.take().json(podList(['a']));
      await settle();
      answer(api.take());
      await settle();
      const wait = scheduler.waiting[0] ?? Number.NaN;
      waits.push(wait);
      await scheduler.advance(wait);
    }
    expect(waits).toEqual([500, 1350, 2025]);
  });

  it('shows no half of a list that it reads again', async () => {
    const { api, stream, scheduler, now } = await live();
    stream.frame('ERROR', expired);
    await settle();
    await scheduler.advance(1000);
    api.take().json(podList(['a'], { continue: 'c1' }));
    expect(await now()).toMatchObject({ names: ['a', 'b'], state: { phase: 'stale' } });
    api.take().json(podList(['b', 'c']));
    expect((await now()).names).toEqual(['a', 'b', 'c']);
  });

  it('takes a stream without a frame for 90 s for half open', async () => {
    const { api, request, scheduler, stream, now } = await live();
    await scheduler.advance(60_000);
    stream.frame('BOOKMARK', bookmark('150'));
    await settle();
    await scheduler.advance(89_000);
    expect(request.aborted).toBe(false);
    await scheduler.advance(15_000);
    expect(request.aborted).toBe(true);
    expect((await now()).state).toEqual({ phase: 'stale', since: 60_000, reason: 'silent' });
    const again = await reconnected(api);
    expect(again.request.query.get('resourceVersion')).toBe('150');
    expect((await now()).state).toEqual({ phase: 'live' });
  });

  it('takes a watch that is never answered for half open too', async () => {
    const { api, scheduler } = follow();
    api.take().json(podList(['a']));
    await settle();
    const request = api.take();
    await scheduler.advance(90_000);
    expect(request.aborted).toBe(true);
    expect(api.idle).toBe(false);
  });

  it('notices soon that the computer has slept', async () => {
    const { request, scheduler } = await live();
    scheduler.sleep(3_600_000);
    await scheduler.advance(15_000);
    expect(request.aborted).toBe(true);
  });

  it('trusts no stream after the network has changed', async () => {
    const { api, request, watch, scheduler } = await live();
    await scheduler.advance(2000);
    watch.reconnect();
    await settle();
    expect(request.aborted).toBe(true);
    expect(api.idle).toBe(false);
  });

  it('does not spin when the network goes on changing', async () => {
    const { api, watch, scheduler } = await live();
    watch.reconnect();
    await settle();
    expect(api.idle).toBe(true);
    await scheduler.advance(1000);
    expect(api.idle).toBe(false);
  });

  it('does not wait out its pause when the network comes back', async () => {
    const { api, stream, watch } = await live();
    stream.break();
    await settle();
    expect(api.idle).toBe(true);
    watch.reconnect();
    await settle();
    expect(api.idle).toBe(false);
  });

  it('where only the watch is forbidden: rows as of the last list, read again now and then', async () => {
    const { api, scheduler, now } = follow();
    api.take().json(podList(['a']));
    await settle();
    api.take().status(403, 'Forbidden');
    expect(await now()).toMatchObject({
      names: ['a'],
      state: { phase: 'stale', since: 0, reason: 'failed' },
    });
    await scheduler.advance(1000);
    api.take().json(podList(['a', 'b']));
    expect(await now()).toMatchObject({ names: ['a', 'b'], state: { phase: 'stale', since: 1000 } });
  });

  it('a token that expires in use: keeps the rows, and says what the server said until it is well again', async () => {
    const { api, stream, scheduler, now } = await live();
    await scheduler.advance(5000);
    stream.close();
    await settle();
    api.take().status(401, 'Unauthorized', 'expired');
    const error = { status: 401, message: 'expired' };
    expect(await now()).toMatchObject({
      names: ['a', 'b'],
      state: { phase: 'stale', reason: 'failed', error },
    });
    await scheduler.advance(60_000);
    api.take().status(401, 'Unauthorized', 'expired still');
    expect(await now()).toMatchObject({
      names: ['a', 'b'],
      state: { phase: 'stale', reason: 'failed', error: { message: 'expired still' } },
    });
    await scheduler.advance(60_000);
    api.take().json(podList(['a', 'c']));
    expect((await now()).state).toEqual({ phase: 'stale', since: scheduler.now(), reason: 'failed' });
    api.take().open();
    expect(await now()).toMatchObject({ names: ['a', 'c'], state: { phase: 'live' } });
  });

  it('a server that cannot be reached: watches again, and says what was said', async () => {
    const { api, stream, scheduler, now } = await live();
    stream.break();
    expect((await now()).state).toEqual({ phase: 'stale', since: scheduler.now(), reason: 'disconnected' });
    await scheduler.advance(1000);
    api.take().status(503, 'ServiceUnavailable', 'gone');
    expect((await now()).state).toMatchObject({
      phase: 'stale',
      reason: 'disconnected',
      error: { status: 503, message: 'gone' },
    });
    await scheduler.advance(60_000);
    expect(api.take().query.get('watch')).toBe('1');
  });

  it('forgets the rows when the right to read them is taken away', async () => {
    const { api, stream, scheduler, now } = await live();
    stream.frame('ERROR', { ...expired, code: 403, reason: 'Forbidden' });
    await settle();
    await scheduler.advance(1000);
    api.take().status(403, 'Forbidden');
    expect(await now()).toMatchObject({ names: [], state: { phase: 'forbidden' } });
  });

  it('a busy server is not listed again, only watched again', async () => {
    const { api, stream, scheduler } = await live();
    stream.frame('ERROR', { ...expired, code: 429, reason: 'TooManyRequests' });
    await settle();
    await scheduler.advance(1000);
    expect(api.take().query.get('watch')).toBe('1');
  });

  it('begins with what was known before, as stale', async () => {
    const known = [pod('old') as Pod];
    const { api, now } = follow({ known: { items: known, since: -5000 } });
    api.take().json(podList(['a'], { continue: 'c1' }));
    await settle();
    api.take().json(podList(['old']));
    await settle();
    api.take().open();
    const { names, items } = await now();
    expect(names).toEqual(['a', 'old']);
    expect(items[1]).toBe(known[0]);
  });
});

describe('stopping', () => {
  it('ends the stream and every timer, and tells nothing more', async () => {
    const { request, stream, scheduler, watch, seen } = await live();
    stream.frame('ADDED', pod('c', '101'));
    await settle();
    const told = seen.length;
    watch.stop();
    await settle();
    expect(request.aborted).toBe(true);
    expect(scheduler.pending).toBe(0);
    scheduler.paint();
    expect(seen).toHaveLength(told);
  });

  it('ends a list that is being read', async () => {
    const { api, scheduler, watch } = follow();
    const request = api.take();
    watch.stop();
    await settle();
    expect(request.aborted).toBe(true);
    expect(scheduler.pending).toBe(0);
    expect(api.idle).toBe(true);
  });

  it('ends a pause', async () => {
    const { api, scheduler, watch } = follow();
    api.take().fail();
    await settle();
    watch.stop();
    await settle();
    expect(scheduler.pending).toBe(0);
    expect(api.idle).toBe(true);
  });
});
