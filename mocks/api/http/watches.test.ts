import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configMap, PATHS, startTestServer, textAt, widget } from '../test-server.ts';
import type { TestServer, Wire } from '../test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ historyLimit: 10, bookmarkInterval: 30 });
});
afterEach(() => server.close());

/** An open watch. `next` gives events one by one, and undefined at the end of the stream. */
async function watch(path: string, accept = 'application/json') {
  const stop = new AbortController();
  const answer = await fetch(server.url + path, { headers: { accept }, signal: stop.signal });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    code: answer.status,
    stop: () => stop.abort(),
    async next(): Promise<Wire | undefined> {
      while (!text.includes('\n')) {
        const { value, done } = await reader.read();
        if (done) return undefined;
        text += value;
      }
      const end = text.indexOf('\n');
      const line = text.slice(0, end);
      text = text.slice(end + 1);
      return JSON.parse(line) as Wire;
    },
  };
}

const told = (event: Wire | undefined) =>
  event === undefined ? 'end' : `${textAt(event, 'type')} ${textAt(event, 'object', 'metadata', 'name')}`;

const base = `${PATHS.configMaps}?watch=true`;

function change(name: string, labels: Record<string, string>): void {
  server.store.modify('v1/configmaps', 'default', name, (object) => {
    object.metadata.labels = labels;
  });
}

it('tells the present state, then each change', async () => {
  server.api.create('v1/configmaps', configMap('a'));
  const events = await watch(base);
  expect(told(await events.next())).toBe('ADDED a');
  server.api.create('v1/configmaps', configMap('b'));
  server.api.create('v1/configmaps', configMap('elsewhere', {}, 'other'));
  change('a', { x: 'y' });
  server.api.delete('v1/configmaps', 'default', 'a');
  expect(told(await events.next())).toBe('ADDED b');
  expect(told(await events.next())).toBe('MODIFIED a');
  const deleted = await events.next();
  expect(told(deleted)).toBe('DELETED a');
  expect(textAt(deleted, 'object', 'metadata', 'resourceVersion')).toBe(server.store.resourceVersion);
});

it('goes on after a resourceVersion', async () => {
  server.api.create('v1/configmaps', configMap('a'));
  const { resourceVersion } = server.store;
  server.api.create('v1/configmaps', configMap('b'));
  server.api.delete('v1/configmaps', 'default', 'a');
  const events = await watch(`${base}&resourceVersion=${resourceVersion}`);
  expect(told(await events.next())).toBe('ADDED b');
  expect(told(await events.next())).toBe('DELETED a');
});

it('tells what comes into a selection and what leaves it', async () => {
  server.api.create('v1/configmaps', configMap('a', { app: 'x' }));
  const events = await watch(`${base}&labelSelector=app%3Dx`);
  expect(told(await events.next())).toBe('ADDED a');
  change('a', { app: 'x', more: '1' });
  expect(told(await events.next())).toBe('MODIFIED a');
  change('a', { app: 'y' });
  const left = await events.next();
  expect(told(left)).toBe('DELETED a');
  // The last state that was in the selection, with the version of the change.
  expect(left).toMatchObject({ object: { metadata: { labels: { app: 'x', more: '1' } } } });
  expect(textAt(left, 'object', 'metadata', 'resourceVersion')).toBe(server.store.resourceVersion);
  change('a', { app: 'z' });
  change('a', { app: 'x' });
  expect(told(await events.next())).toBe('ADDED a');
});

it('answers a version that is too old with an ERROR event of 410, and ends', async () => {
  server.api.create('v1/configmaps', configMap('a'));
  const { resourceVersion } = server.store;
  for (let i = 0; i < 40; i += 1) change('a', { i: String(i) });
  const events = await watch(`${base}&resourceVersion=${resourceVersion}`);
  expect(events.code).toBe(200);
  expect(await events.next()).toMatchObject({
    type: 'ERROR',
    object: {
      kind: 'Status',
      code: 410,
      reason: 'Expired',
      message: expect.stringMatching(/^too old resource version: /),
    },
  });
  expect(await events.next()).toBeUndefined();
});

it('sends bookmarks when they are allowed, and none otherwise', async () => {
  const events = await watch(`${base}&allowWatchBookmarks=true`);
  const bookmark = await events.next();
  expect(bookmark).toMatchObject({ type: 'BOOKMARK', object: { kind: 'ConfigMap', apiVersion: 'v1' } });
  expect(textAt(bookmark, 'object', 'metadata', 'resourceVersion')).toBe(server.store.resourceVersion);
  const without = await watch(`${base}&timeoutSeconds=1`);
  expect(await without.next()).toBeUndefined();
});

it('marks the end of the initial events', async () => {
  server.api.create('v1/configmaps', configMap('a'));
  const query = '&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true';
  const events = await watch(base + query);
  expect(told(await events.next())).toBe('ADDED a');
  expect(await events.next()).toMatchObject({
    type: 'BOOKMARK',
    object: { metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } } },
  });
  const wrong = await server.request('GET', `${base}&sendInitialEvents=true`);
  expect(wrong.code).toBe(422);
});

it('watches tables', async () => {
  server.api.create('example.com/v1/widgets', widget('w'));
  const events = await watch(`${PATHS.widgets}?watch=1`, 'application/json;as=Table;v=v1;g=meta.k8s.io');
  expect(await events.next()).toMatchObject({
    type: 'ADDED',
    object: { kind: 'Table', rows: [{ cells: ['w', 3, null] }] },
  });
});

describe('faults', () => {
  it('cuts watches of one resource', async () => {
    const maps = await watch(base);
    const widgets = await watch(`${PATHS.widgets}?watch=true`);
    expect(server.api.faults.cutWatches('configmaps')).toBe(1);
    await expect(maps.next()).rejects.toThrow();
    server.api.create('example.com/v1/widgets', widget('w'));
    expect(told(await widgets.next())).toBe('ADDED w');
  });

  it('forgets the history: open watches are told, and old versions are too old', async () => {
    const { resourceVersion } = server.store;
    const open = await watch(base);
    server.api.faults.expireHistory();
    expect(await open.next()).toMatchObject({ type: 'ERROR', object: { code: 410 } });
    const again = await watch(`${base}&resourceVersion=${resourceVersion}`);
    expect(await again.next()).toMatchObject({ type: 'ERROR', object: { code: 410 } });
    const fresh = await watch(`${base}&resourceVersion=${server.store.resourceVersion}`);
    server.api.create('v1/configmaps', configMap('a'));
    expect(told(await fresh.next())).toBe('ADDED a');
  });

  it('silences open watches and leaves new ones alone', async () => {
    const silent = await watch(`${base}&allowWatchBookmarks=true`);
    await silent.next();
    expect(server.api.faults.silenceWatches()).toBe(1);
    server.api.create('v1/configmaps', configMap('a'));
    const fresh = await watch(base);
    expect(told(await fresh.next())).toBe('ADDED a');
    const first = await Promise.race([silent.next(), fresh.next(), bookmarksLater()]);
    expect(first).toBe('nothing');
  });

  it('fails the next lists of a resource', async () => {
    server.api.faults.failLists({ times: 1, code: 503, plural: 'configmaps' });
    expect((await server.request('GET', PATHS.widgets)).code).toBe(200);
    expect(await server.request('GET', PATHS.configMaps)).toMatchObject({
      code: 503,
      body: { reason: 'ServiceUnavailable' },
    });
    expect((await server.request('GET', PATHS.configMaps)).code).toBe(200);
  });
});

/** Long enough for several bookmarks of a watch that can speak. */
async function bookmarksLater(): Promise<string> {
  const other = await watch(`${PATHS.widgets}?watch=true&allowWatchBookmarks=true`);
  for (let i = 0; i < 3; i += 1) await other.next();
  return 'nothing';
}
