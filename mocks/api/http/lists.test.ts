import { afterEach, beforeEach, expect, it } from 'vitest';
import { configMap, namesOf, PATHS, startTestServer, textAt, widget } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ historyLimit: 20 });
});
afterEach(() => server.close());

function fill(count: number): void {
  for (let i = 0; i < count; i += 1)
    server.api.create('v1/configmaps', configMap(`m${String(i).padStart(2, '0')}`));
}

it('gives a list in pages that all show the state of the first', async () => {
  fill(5);
  const first = await server.request('GET', `${PATHS.configMaps}?limit=2`);
  expect(namesOf(first.body)).toEqual(['m00', 'm01']);
  expect(first.body.metadata?.remainingItemCount).toBe(3);
  server.api.delete('v1/configmaps', 'default', 'm02');
  server.api.create('v1/configmaps', configMap('m011'));
  const second = await server.request(
    'GET',
    `${PATHS.configMaps}?limit=2&continue=${textAt(first.body, 'metadata', 'continue')}`,
  );
  expect(namesOf(second.body)).toEqual(['m02', 'm03']);
  expect(second.body.metadata?.resourceVersion).toBe(first.body.metadata?.resourceVersion);
  const third = await server.request(
    'GET',
    `${PATHS.configMaps}?limit=2&continue=${textAt(second.body, 'metadata', 'continue')}`,
  );
  expect(namesOf(third.body)).toEqual(['m04']);
  expect(textAt(third.body, 'metadata', 'continue')).toBe('');
});

it('says 410 for a token that is too old, with a token to go on from', async () => {
  fill(3);
  const first = await server.request('GET', `${PATHS.configMaps}?limit=1`);
  server.clock.advance(6 * 60 * 1000);
  const next = `${PATHS.configMaps}?limit=5&continue=`;
  const expired = await server.request('GET', next + textAt(first.body, 'metadata', 'continue'));
  expect(expired).toMatchObject({ code: 410, body: { kind: 'Status', reason: 'Expired' } });
  const going = await server.request('GET', next + textAt(expired.body, 'metadata', 'continue'));
  expect(namesOf(going.body)).toEqual(['m01', 'm02']);
});

it('says 410 when too much has changed since the first page', async () => {
  fill(3);
  const first = await server.request('GET', `${PATHS.configMaps}?limit=1`);
  for (let i = 0; i < 60; i += 1) {
    server.store.modify('v1/configmaps', 'default', 'm00', (object) => {
      object.data = { i: String(i) };
    });
  }
  const next = await server.request(
    'GET',
    `${PATHS.configMaps}?limit=1&continue=${textAt(first.body, 'metadata', 'continue')}`,
  );
  expect(next.code).toBe(410);
});

it.each([
  ['continue=junk', 400, 'continue key is not valid'],
  ['limit=many', 400, 'strconv.ParseInt: parsing "many": invalid syntax'],
  ['limit=99999999999999999999', 400, 'value out of range'],
  ['resourceVersion=x', 500, 'resourceVersion: Invalid value: "x"'],
  ['resourceVersion=999999', 504, 'Too large resource version'],
  ['labelSelector=a%20b%20c', 400, 'unable to parse requirement'],
  ['labelSelector=%3D%3D', 400, "found '==', expected: !, identifier, or 'end of string'"],
  [
    'fieldSelector=spec.x%3D1',
    400,
    '"spec.x" is not a known field selector: only "metadata.name", "metadata.namespace"',
  ],
])('refuses ?%s with %i', async (query, code, message) => {
  const answer = await server.request('GET', `${PATHS.configMaps}?${query}`);
  expect(answer.code).toBe(code);
  expect(answer.body.message).toContain(message);
});

it.each([
  ['app=web', ['a', 'b']],
  ['app!=web', ['c', 'd']],
  ['app in (web, db),tier', ['a']],
  ['!app', ['d']],
  ['app notin (web)', ['c', 'd']],
  ['app,app==db', ['c']],
  ['app=', []],
])('selects by labels %s', async (selector, expected) => {
  server.api.create('v1/configmaps', configMap('a', { app: 'web', tier: 'x' }));
  server.api.create('v1/configmaps', configMap('b', { app: 'web' }));
  server.api.create('v1/configmaps', configMap('c', { app: 'db' }));
  server.api.create('v1/configmaps', configMap('d'));
  const answer = await server.request(
    'GET',
    `${PATHS.configMaps}?labelSelector=${encodeURIComponent(selector)}`,
  );
  expect(namesOf(answer.body)).toEqual(expected);
});

it('selects by fields', async () => {
  const pod = (name: string, nodeName: string) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: { nodeName, containers: [{ name: 'c', image: 'i' }] },
  });
  server.api.create('v1/pods', pod('p1', 'n1'));
  server.api.create('v1/pods', pod('p2', 'n2'));
  const path = '/api/v1/pods?fieldSelector=';
  const on = await server.request('GET', `${path}spec.nodeName%3Dn1%2Cstatus.phase%3DPending`);
  expect(namesOf(on.body)).toEqual(['p1']);
  const off = await server.request('GET', `${path}spec.nodeName!%3Dn1`);
  expect(namesOf(off.body)).toEqual(['p2']);
});

it('reads an older state by resourceVersionMatch=Exact', async () => {
  fill(1);
  const resourceVersion = textAt(
    (await server.request('GET', PATHS.configMaps)).body,
    'metadata',
    'resourceVersion',
  );
  addOne();
  const old = await server.request(
    'GET',
    `${PATHS.configMaps}?resourceVersion=${resourceVersion}&resourceVersionMatch=Exact`,
  );
  expect(namesOf(old.body)).toEqual(['m00']);
  const now = await server.request('GET', `${PATHS.configMaps}?resourceVersion=${resourceVersion}`);
  expect(namesOf(now.body)).toEqual(['m00', 'z']);
});

function addOne(): void {
  server.api.create('v1/configmaps', configMap('z'));
}

it('names the kind of items of CRDs only, as the API server does', async () => {
  server.api.create('v1/configmaps', configMap('a'));
  server.api.create('example.com/v1/widgets', widget('w'));
  expect((await server.request('GET', PATHS.configMaps)).body.items?.[0]?.kind).toBeUndefined();
  expect((await server.request('GET', PATHS.widgets)).body.items?.[0]?.kind).toBe('Widget');
});

it('prints tables and metadata', async () => {
  server.api.create('example.com/v1/widgets', widget('w', { size: 7 }));
  const as = (type: string) => ({
    headers: { accept: `application/json;as=${type};v=v1;g=meta.k8s.io,application/json` },
  });
  const table = await server.request('GET', PATHS.widgets, as('Table'));
  expect(table.body).toMatchObject({
    kind: 'Table',
    columnDefinitions: [{ name: 'Name', format: 'name' }, { name: 'SIZE' }, { name: 'READY' }],
    rows: [{ cells: ['w', 7, null], object: { kind: 'PartialObjectMetadata', metadata: { name: 'w' } } }],
  });
  const bare = await server.request('GET', `${PATHS.widgets}?includeObject=None`, as('Table'));
  expect(bare.body.rows?.[0]?.object).toBeNull();
  const metadata = await server.request('GET', PATHS.widgets, as('PartialObjectMetadataList'));
  expect(metadata.body).toMatchObject({
    kind: 'PartialObjectMetadataList',
    items: [{ metadata: { name: 'w' } }],
  });
  expect(metadata.body.items?.[0]?.spec).toBeUndefined();
  const yaml = await server.request('GET', `${PATHS.widgets}/w`, { headers: { accept: 'application/yaml' } });
  expect(yaml.body).toContain('kind: Widget\n');
  expect((await server.request('GET', PATHS.widgets, { headers: { accept: 'text/html' } })).code).toBe(406);
});
