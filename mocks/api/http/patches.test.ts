import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deployment, PATHS, startTestServer, textAt, widget } from '../test-server.ts';
import type { TestServer, Wire } from '../test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.request('POST', `${PATHS.deployments}?fieldManager=maker`, { body: deployment('web') });
  await server.request('POST', PATHS.widgets, { body: widget('w') });
});
afterEach(() => server.close());

const web = `${PATHS.deployments}/web`;

type Kind = 'json' | 'merge' | 'strategic';
const TYPES: Record<Kind, string> = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
};

const patch = (kind: Kind, body: unknown, path = web) =>
  server.request('PATCH', path, { body, type: TYPES[kind] });
const podSpec = (body: Wire) => body['spec']?.['template']?.['spec'];

describe('JSON patch', () => {
  it('does its operations', async () => {
    const answer = await patch('json', [
      { op: 'test', path: '/spec/replicas', value: 1 },
      { op: 'replace', path: '/spec/replicas', value: 4 },
      { op: 'add', path: '/metadata/labels', value: { 'a/b': 'c' } },
    ]);
    expect(answer).toMatchObject({
      code: 200,
      body: { spec: { replicas: 4 }, metadata: { labels: { 'a/b': 'c' } } },
    });
  });

  it.each([
    ['a place that is not there', [{ op: 'remove', path: '/spec/nope/x' }], 422],
    ['a test that fails', [{ op: 'test', path: '/spec/replicas', value: 9 }], 422],
    ['an unknown operation', [{ op: 'jump', path: '/spec' }], 422],
    ['no list', { op: 'remove' }, 400],
    ['the prototype', [{ op: 'add', path: '/__proto__/polluted', value: true }], 422],
  ])('refuses %s', async (_, body, code) => {
    expect((await patch('json', body)).code).toBe(code);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('merge patch', () => {
  it('merges objects, replaces lists, removes by null', async () => {
    await patch('merge', { metadata: { labels: { a: '1', b: '2' } } });
    const answer = await patch('merge', { metadata: { labels: { a: null } }, spec: { replicas: 2 } });
    expect(answer.body['metadata']?.['labels']).toEqual({ b: '2' });
    const list = await patch('merge', {
      spec: { template: { spec: { containers: [{ name: 'only', image: 'x' }] } } },
    });
    expect(podSpec(list.body)).toMatchObject({ containers: [{ name: 'only' }] });
  });

  it('refuses a stale resourceVersion and another name', async () => {
    expect((await patch('merge', { metadata: { resourceVersion: '1' } })).code).toBe(409);
    const renamed = await patch('merge', { metadata: { name: 'other' } });
    expect(textAt(renamed.body, 'message')).toBe(
      'the name of the object (other) does not match the name on the URL (web)',
    );
  });

  it('refuses unknown fields when strict', async () => {
    const answer = await patch('merge', { spec: { foo: 1 } }, `${web}?fieldValidation=Strict`);
    expect(answer.code).toBe(422);
    // The whole object is told, and what is wrong with it.
    expect(textAt(answer.body, 'message')).toMatch(
      /^ "" is invalid: patch: Invalid value: "\{.*\}": strict decoding error: unknown field "spec.foo"$/,
    );
  });
});

describe('strategic merge patch', () => {
  const containers = (list: unknown[], more: object = {}) => ({
    spec: { template: { spec: { containers: list, ...more } } },
  });

  it('merges lists by their key', async () => {
    const env = [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ];
    await patch(
      'strategic',
      containers([
        { name: 'c', env },
        { name: 'd', image: 'x' },
      ]),
    );
    const next = containers([
      {
        name: 'c',
        env: [
          { name: 'A', $patch: 'delete' },
          { name: 'C', value: '3' },
        ],
      },
    ]);
    const answer = await patch('strategic', next);
    expect(podSpec(answer.body)).toMatchObject({
      containers: [
        { name: 'c', image: 'nginx:1.27', env: [{ name: 'C' }, { name: 'B' }] },
        { name: 'd', image: 'x' },
      ],
    });
  });

  it('orders by $setElementOrder', async () => {
    await patch(
      'strategic',
      containers([
        { name: 'd', image: 'x' },
        { name: 'e', image: 'x' },
      ]),
    );
    const order = { '$setElementOrder/containers': [{ name: 'e' }, { name: 'c' }] };
    const answer = await patch('strategic', containers([{ name: 'e', image: 'y' }], order));
    const names = Object.values(podSpec(answer.body)?.['containers'] ?? {}).map((c) => textAt(c, 'name'));
    expect(names.indexOf('e')).toBeLessThan(names.indexOf('c'));
    expect(names).toHaveLength(3);
  });

  it('replaces a list on request, and lists without a key always', async () => {
    const replaced = await patch('strategic', containers([{ $patch: 'replace' }, { name: 'z', image: 'z' }]));
    expect(Object.values(podSpec(replaced.body)?.['containers'] ?? {})).toHaveLength(1);
    await patch('strategic', containers([{ name: 'z', args: ['a', 'b'] }]));
    const args = await patch('strategic', containers([{ name: 'z', args: ['c'] }]));
    expect(podSpec(args.body)?.['containers']?.[0]?.['args']).toEqual(['c']);
  });

  it('keeps what $retainKeys names', async () => {
    const answer = await patch('strategic', {
      spec: { strategy: { $retainKeys: ['type'], type: 'Recreate' } },
    });
    expect(answer.body['spec']?.['strategy']).toEqual({ type: 'Recreate' });
  });

  it('adds to and deletes from lists of texts', async () => {
    const finalizers = (value: object) => patch('strategic', { metadata: value });
    await finalizers({ finalizers: ['a/b', 'c/d'] });
    await finalizers({ finalizers: ['e/f'] });
    const answer = await finalizers({ '$deleteFromPrimitiveList/finalizers': ['c/d'] });
    expect(answer.body['metadata']?.['finalizers']).toEqual(['e/f', 'a/b']);
  });

  it('needs the key in every item', async () => {
    const answer = await patch('strategic', containers([{ image: 'x' }]));
    expect(answer.code).toBe(500);
    expect(textAt(answer.body, 'message')).toBe(
      'map: map[image:x] does not contain declared merge key: name',
    );
  });

  it('is not for custom resources', async () => {
    expect((await patch('strategic', { spec: { size: 4 } }, `${PATHS.widgets}/w`)).code).toBe(415);
  });
});

it('takes YAML in the content types that say so', async () => {
  const yaml = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: y}\ndata:\n  a: "1"\n';
  const made = await server.request('POST', PATHS.configMaps, { body: yaml, type: 'application/yaml' });
  expect(made).toMatchObject({ code: 201, body: { data: { a: '1' } } });
  const twice = await server.request('POST', `${PATHS.configMaps}?fieldValidation=Strict`, {
    body: yaml.replace('  a:', '  a: "0"\n  a:').replace('name: y', 'name: z'),
    type: 'application/yaml',
  });
  expect(textAt(twice.body, 'message')).toContain('duplicate field "data.a"');
});
