import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linger, ListRegistry } from './list-registry.ts';
import { listKey, type ListSource } from './list-source.ts';
import type { ListResult } from './list-state.ts';
import { resources, type ItemOf } from './resources.ts';
import { settle, TestScheduler } from './test-scheduler.ts';
import { TestApi } from './test-api.ts';

type Pod = ItemOf<typeof resources.pods>;

const source: ListSource<Pod> = { cluster: 'demo', resource: resources.pods, namespace: 'default' };

let api: TestApi;
let scheduler: TestScheduler;
let client: QueryClient;
let lists: ListRegistry;

beforeEach(() => {
  api = new TestApi();
  scheduler = new TestScheduler();
  client = new QueryClient();
  lists = new ListRegistry(api, client, scheduler);
});

afterEach(() => {
  lists.stopAll();
  client.clear();
});

function cached(of: ListSource<Pod> = source): ListResult<Pod> | undefined {
  scheduler.paint();
  return client.getQueryData(listKey(of));
}

async function answer(name: string) {
  api.take().json({
    metadata: { resourceVersion: '1' },
    items: [{ metadata: { name, uid: `uid-${name}`, resourceVersion: '1' } }],
  });
  await settle();
  const request = api.take();
  request.open();
  await settle();
  return request;
}

describe('ListRegistry', () => {
  it('writes what the engine knows into the cache', async () => {
    lists.observe(source);
    await answer('a');
    expect(cached()).toMatchObject({ items: [{ metadata: { name: 'a' } }], state: { phase: 'live' } });
  });

  it('follows a source once, however many show it', async () => {
    const releases = [lists.observe(source), lists.observe({ ...source }), lists.observe(source)];
    const request = await answer('a');
    expect(api.count).toBe(2);
    releases[0]?.();
    releases[0]?.();
    releases[1]?.();
    await scheduler.advance(linger);
    expect(request.aborted).toBe(false);
    releases[2]?.();
    await scheduler.advance(linger - 1);
    expect(request.aborted).toBe(false);
    await scheduler.advance(1);
    expect(request.aborted).toBe(true);
    expect(scheduler.pending).toBe(0);
  });

  it.each([
    ['cluster', { cluster: 'other' }],
    ['namespace', { namespace: 'kube-system' }],
    ['label selector', { labelSelector: 'app=web' }],
    ['field selector', { fieldSelector: 'metadata.name=a' }],
  ])('follows another %s by itself', (_what, other) => {
    lists.observe(source);
    lists.observe({ ...source, ...other });
    expect(api.count).toBe(2);
  });

  it('goes on without a break when the next page wants the same list', async () => {
    const release = lists.observe(source);
    const request = await answer('a');
    release();
    await scheduler.advance(linger - 1);
    lists.observe(source);
    await scheduler.advance(linger * 2);
    expect(request.aborted).toBe(false);
    expect(api.count).toBe(2);
  });

  it('calls what nobody follows stale, and shows it at once to the next who comes', async () => {
    const release = lists.observe(source);
    await answer('a');
    cached();
    release();
    await scheduler.advance(linger);
    const left = cached();
    expect(left).toMatchObject({ state: { phase: 'stale', since: linger } });
    lists.observe(source);
    api.take().json({ metadata: { resourceVersion: '2', continue: 'c1' }, items: [] });
    await settle();
    expect(cached()?.items).toEqual(left?.items);
    await answer('b');
    expect(cached()).toMatchObject({ items: [{ metadata: { name: 'b' } }], state: { phase: 'live' } });
  });

  it('forgets a list that was never complete', async () => {
    const release = lists.observe(source);
    api.take().status(403, 'Forbidden');
    await settle();
    expect(cached()?.state.phase).toBe('forbidden');
    release();
    await scheduler.advance(linger);
    expect(cached()).toBeUndefined();
  });

  it('passes on that somebody looks, and that the network has changed', async () => {
    lists.observe(source);
    api.take().status(403, 'Forbidden');
    await settle();
    lists.retryNow();
    await settle();
    const request = await answer('a');
    await scheduler.advance(2000);
    lists.reconnect();
    await settle();
    expect(request.aborted).toBe(true);
  });

  it('stops everything at once', async () => {
    lists.observe(source);
    const request = await answer('a');
    lists.stopAll();
    expect(request.aborted).toBe(true);
    await settle();
    expect(scheduler.pending).toBe(0);
  });
});
