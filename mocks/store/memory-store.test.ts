import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../manual-clock.ts';
import { createMemoryStore } from './memory-store.ts';
import type { MemoryStore } from './memory-store.ts';
import { StatusError } from './store.ts';
import type { NewKubeObject, StoreEvent } from './store.ts';

const MAPS = 'v1/configmaps';
const WIDGETS = 'example.com/v1/widgets';
const PODS = 'v1/pods';

function object(name: string, more: Partial<NewKubeObject> = {}, metadata: object = {}): NewKubeObject {
  return { apiVersion: 'v1', kind: 'Any', metadata: { name, namespace: 'default', ...metadata }, ...more };
}

function createStore(): MemoryStore & { events: StoreEvent[]; advance(milliseconds: number): void } {
  const clock = createManualClock();
  const store = createMemoryStore({ clock, onListenerError: (error) => void error });
  const events: StoreEvent[] = [];
  store.subscribe((event) => events.push(event));
  return Object.assign(store, { events, advance: (milliseconds: number) => clock.advance(milliseconds) });
}

function reason(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof StatusError) return `${error.status.code} ${error.status.reason}`;
    throw error;
  }
  return 'done';
}

describe('create', () => {
  it('fills in what the server knows', () => {
    const store = createStore();
    const made = store.create(WIDGETS, object('a', {}, { labels: { x: 'y' } }));
    expect(made.metadata).toMatchObject({
      generation: 1,
      creationTimestamp: '2026-01-15T08:00:00Z',
      resourceVersion: '1',
    });
    expect(made.metadata.uid).toMatch(/^[0-9a-f-]{36}$/);
    expect(reason(() => store.create(WIDGETS, object('a')))).toBe('409 AlreadyExists');
  });

  it('makes names of at most 63 characters', () => {
    const store = createStore();
    const { metadata: _m, ...rest } = object('x');
    const made = store.create(MAPS, { ...rest, metadata: { generateName: 'g'.repeat(80) } });
    expect(made.metadata.name).toHaveLength(63);
  });

  it('hands out private copies', () => {
    const store = createStore();
    const made = store.create(MAPS, object('a', { data: { k: 'v' } }));
    (made['data'] as Record<string, string>)['k'] = 'changed';
    expect(store.get(MAPS, 'default', 'a')?.['data']).toEqual({ k: 'v' });
    store.list(MAPS)[0]!.metadata.labels = { l: '1' };
    expect(store.peek(MAPS, 'default', 'a')?.metadata.labels).toBeUndefined();
  });
});

describe('update', () => {
  it('replaces, counts generations by the spec, and keeps the status', () => {
    const store = createStore();
    const made = store.create(WIDGETS, object('a', { spec: { n: 1 }, status: { s: 1 } }));
    const labelled = store.update(WIDGETS, {
      ...made,
      metadata: { ...made.metadata, labels: { a: 'b' } },
      status: { s: 2 },
    });
    expect(labelled).toMatchObject({ metadata: { generation: 1 }, status: { s: 1 } });
    const changed = store.update(WIDGETS, { ...labelled, spec: { n: 2 } });
    expect(changed.metadata.generation).toBe(2);
    const status = store.update(
      WIDGETS,
      { ...changed, spec: { n: 9 }, status: { s: 3 } },
      { subresource: 'status' },
    );
    expect(status).toMatchObject({ spec: { n: 2 }, status: { s: 3 }, metadata: { generation: 2 } });
  });

  it('refuses stale versions, other objects and missing ones', () => {
    const store = createStore();
    const made = store.create(MAPS, object('a', { data: {} }));
    store.update(MAPS, { ...made, data: { k: '1' } });
    expect(reason(() => store.update(MAPS, { ...made, data: { k: '2' } }))).toBe('409 Conflict');
    const other = { ...made, metadata: { ...made.metadata, uid: 'x', resourceVersion: '' } };
    expect(reason(() => store.update(MAPS, other))).toBe('409 Conflict');
    expect(reason(() => store.update(MAPS, { ...made, metadata: { ...made.metadata, name: 'b' } }))).toBe(
      '404 NotFound',
    );
  });

  it('of nothing new is no event', () => {
    const store = createStore();
    const made = store.create(MAPS, object('a'));
    store.update(MAPS, made);
    store.modify(MAPS, 'default', 'a', () => undefined);
    expect(store.events).toHaveLength(1);
    expect(store.modify(MAPS, 'default', 'none', () => undefined)).toBeUndefined();
  });

  it('cannot change what belongs to the server', () => {
    const store = createStore();
    const made = store.create(WIDGETS, object('a'));
    const metadata = {
      ...made.metadata,
      creationTimestamp: 'x',
      generation: 9,
      deletionTimestamp: 'y',
      labels: { a: 'b' },
    };
    const after = store.update(WIDGETS, { ...made, metadata });
    expect(after.metadata).toMatchObject({
      creationTimestamp: made.metadata.creationTimestamp,
      generation: 1,
    });
    expect(after.metadata.deletionTimestamp).toBeUndefined();
  });
});

describe('delete', () => {
  it('removes what nothing holds, and checks the UID', () => {
    const store = createStore();
    store.create(MAPS, object('a'));
    expect(reason(() => store.delete(MAPS, 'default', 'a', { uid: 'x' }))).toBe('409 Conflict');
    store.delete(MAPS, 'default', 'a');
    expect(store.events.map(({ type }) => type)).toEqual(['ADDED', 'DELETED']);
    expect(store.events[1]?.object.metadata.resourceVersion).toBe('2');
    expect(reason(() => store.delete(MAPS, 'default', 'a'))).toBe('404 NotFound');
  });

  it('waits for finalizers, which cannot be added any more by a deletion of another kind', () => {
    const store = createStore();
    store.create(WIDGETS, object('a', {}, { finalizers: ['x/y'] }));
    store.delete(WIDGETS, 'default', 'a', { propagation: 'Foreground' });
    const marked = store.get(WIDGETS, 'default', 'a');
    expect(marked?.metadata).toMatchObject({ finalizers: ['x/y', 'foregroundDeletion'], generation: 2 });
    store.modify(WIDGETS, 'default', 'a', (o) => {
      o.metadata.finalizers = ['foregroundDeletion'];
    });
    expect(store.get(WIDGETS, 'default', 'a')).toBeDefined();
    store.modify(WIDGETS, 'default', 'a', (o) => {
      delete o.metadata.finalizers;
    });
    expect(store.get(WIDGETS, 'default', 'a')).toBeUndefined();
    expect(store.events.at(-1)?.type).toBe('DELETED');
  });

  it.each([
    ['scheduled', { nodeName: 'n' }, {}, undefined, 30],
    ['with its own period', { nodeName: 'n', terminationGracePeriodSeconds: 5 }, {}, undefined, 5],
    ['with a period of the request', { nodeName: 'n' }, {}, 7, 7],
    ['unscheduled', {}, {}, undefined, undefined],
    ['ended', { nodeName: 'n' }, { phase: 'Succeeded' }, undefined, undefined],
    ['by force', { nodeName: 'n' }, {}, 0, undefined],
  ])('gives a Pod %s its grace', (_, spec, status, asked, expected) => {
    const store = createStore();
    store.create(PODS, object('p', { spec, status }));
    store.delete(PODS, 'default', 'p', asked === undefined ? {} : { gracePeriodSeconds: asked });
    expect(store.get(PODS, 'default', 'p')?.metadata.deletionGracePeriodSeconds).toBe(expected);
    if (expected !== undefined) store.delete(PODS, 'default', 'p', { gracePeriodSeconds: 0 });
    expect(store.get(PODS, 'default', 'p')).toBeUndefined();
  });

  it('turns a namespace to Terminating until its own finalizers are gone', () => {
    const store = createStore();
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'n' },
      spec: { finalizers: ['kubernetes'] },
    };
    store.create('v1/namespaces', namespace);
    store.delete('v1/namespaces', undefined, 'n');
    expect(store.get('v1/namespaces', undefined, 'n')?.['status']).toEqual({ phase: 'Terminating' });
    store.modify('v1/namespaces', undefined, 'n', (o) => {
      o['spec'] = { finalizers: [] };
    });
    expect(store.get('v1/namespaces', undefined, 'n')).toBeUndefined();
  });
});

describe('listeners', () => {
  it('see one order of changes, also when they make some themselves', () => {
    const store = createStore();
    store.subscribe(({ type, object: { metadata } }) => {
      if (type === 'ADDED' && metadata.name === 'a') store.create(MAPS, object('b'));
    });
    const late: string[] = [];
    store.subscribe(({ object: { metadata } }) => late.push(metadata.name));
    store.create(MAPS, object('a'));
    expect(late).toEqual(['a', 'b']);
    expect(store.events.map((event) => event.object.metadata.name)).toEqual(['a', 'b']);
  });

  it('are told even when another one throws', () => {
    const store = createStore();
    store.subscribe(() => {
      throw new Error('mine');
    });
    let told = 0;
    const stop = store.subscribe(() => (told += 1));
    store.create(MAPS, object('a'));
    stop();
    store.create(MAPS, object('b'));
    expect(told).toBe(1);
  });
});

it('lists in the order of namespace and name, whatever the order of changes', () => {
  const change = fc.record({
    remove: fc.boolean(),
    namespace: fc.constantFrom('a', 'b', 'a-b'),
    name: fc.constantFrom('x', 'y', 'x-y', 'z', 'x.y'),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const store = createStore();
      const expected = new Set<string>();
      for (const { remove, namespace, name } of changes) {
        const key = `${namespace}/${name}`;
        if (!remove && !expected.has(key)) store.create(MAPS, object(name, {}, { namespace }));
        if (remove && expected.has(key)) store.delete(MAPS, namespace, name);
        if (remove) expected.delete(key);
        else expected.add(key);
      }
      const listed = store.list(MAPS).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
      expect(listed).toEqual([...expected].sort());
      expect(store.list(MAPS, { namespace: 'a' })).toHaveLength(
        [...expected].filter((k) => k.startsWith('a/')).length,
      );
    }),
  );
});
