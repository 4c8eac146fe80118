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
const apply = (body: unknown, query: string, path = web) =>
  server.request('PATCH', `${path}?${query}`, {
    body: JSON.stringify(body),
    type: 'application/apply-patch+yaml',
  });
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
      'Deployment.apps "web" is invalid: metadata.name: Invalid value: "other": field is immutable',
    );
  });

  it('refuses unknown fields when strict', async () => {
    const answer = await patch('merge', { spec: { foo: 1 } }, `${web}?fieldValidation=Strict`);
    expect(answer.code).toBe(422);
    expect(textAt(answer.body, 'message')).toBe(
      String.raw` "" is invalid: patch: Invalid value: "{\"spec\":{\"foo\":1}}": strict decoding error: unknown field "spec.foo"`,
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
        { name: 'c', image: 'nginx:1.27', env: [{ name: 'B' }, { name: 'C' }] },
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
    expect(answer.body['metadata']?.['finalizers']).toEqual(['a/b', 'e/f']);
  });

  it('needs the key in every item', async () => {
    expect((await patch('strategic', containers([{ image: 'x' }]))).code).toBe(400);
  });

  it('is not for custom resources', async () => {
    expect((await patch('strategic', { spec: { size: 4 } }, `${PATHS.widgets}/w`)).code).toBe(415);
  });
});

describe('server-side apply', () => {
  const configuration = (spec: object) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'default' },
    spec,
  });

  it('creates, and says who manages what', async () => {
    const body = { ...deployment('new'), metadata: { name: 'new', labels: { a: 'b' } } };
    const answer = await apply(body, 'fieldManager=me', `${PATHS.deployments}/new`);
    expect(answer.code).toBe(201);
    expect(answer.body['metadata']?.['managedFields']).toMatchObject([
      {
        manager: 'me',
        operation: 'Apply',
        apiVersion: 'apps/v1',
        fieldsType: 'FieldsV1',
        fieldsV1: {
          'f:metadata': { 'f:labels': { 'f:a': {} } },
          'f:spec': {
            'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"c"}': { '.': {}, 'f:image': {} } } } },
          },
        },
      },
    ]);
  });

  it('conflicts with another value of another manager, unless forced', async () => {
    await patch('merge', { spec: { replicas: 3 } }, `${web}?fieldManager=scaler`);
    const answer = await apply(configuration({ replicas: 5 }), 'fieldManager=me');
    expect(answer).toMatchObject({
      code: 409,
      body: {
        reason: 'Conflict',
        message: 'Apply failed with 1 conflict: conflict with "scaler" using apps/v1: .spec.replicas',
        details: {
          causes: [
            {
              reason: 'FieldManagerConflict',
              message: 'conflict with "scaler" using apps/v1',
              field: '.spec.replicas',
            },
          ],
        },
      },
    });
    const same = await apply(configuration({ replicas: 3 }), 'fieldManager=me');
    expect(same.code).toBe(200);
    const forced = await apply(configuration({ replicas: 5 }), 'fieldManager=me&force=true');
    expect(textAt(forced.body, 'spec', 'replicas')).toBe('5');
    const scaler = Object.values(forced.body['metadata']?.['managedFields'] ?? {}).find(
      (entry) => textAt(entry, 'manager') === 'scaler',
    );
    expect(scaler).toBeUndefined();
  });

  it('names every conflict by its path', async () => {
    const spec = { replicas: 2, template: { spec: { containers: [{ name: 'c', image: 'other' }] } } };
    await patch('merge', { spec: { replicas: 9 } }, `${web}?fieldManager=maker`);
    const answer = await apply(configuration(spec), 'fieldManager=me');
    expect(textAt(answer.body, 'message')).toBe(
      'Apply failed with 2 conflicts: conflicts with "maker" using apps/v1:\n- .spec.replicas\n- .spec.template.spec.containers[name="c"].image',
    );
  });

  it('removes what it no longer applies, and nothing of others', async () => {
    const labelled = (labels: object) => ({ ...configuration({}), metadata: { name: 'web', labels } });
    await patch('merge', { metadata: { labels: { theirs: '1' } } }, `${web}?fieldManager=scaler`);
    await apply(labelled({ mine: '1', also: '2' }), 'fieldManager=me');
    const answer = await apply(labelled({ mine: '1' }), 'fieldManager=me');
    expect(answer.body['metadata']?.['labels']).toEqual({ theirs: '1', mine: '1' });
  });

  it('removes items of keyed lists', async () => {
    const env = (...names: string[]) =>
      configuration({
        template: { spec: { containers: [{ name: 'c', env: names.map((name) => ({ name, value: '1' })) }] } },
      });
    await apply(env('A', 'B'), 'fieldManager=me');
    const answer = await apply(env('B'), 'fieldManager=me');
    expect(podSpec(answer.body)?.['containers']?.[0]).toMatchObject({
      image: 'nginx:1.27',
      env: [{ name: 'B' }],
    });
    expect(Object.values(podSpec(answer.body)?.['containers']?.[0]?.['env'] ?? {})).toHaveLength(1);
  });

  it('changes nothing the second time', async () => {
    const first = await apply(configuration({ paused: true }), 'fieldManager=me');
    const second = await apply(configuration({ paused: true }), 'fieldManager=me');
    expect(textAt(second.body, 'metadata', 'resourceVersion')).toBe(
      textAt(first.body, 'metadata', 'resourceVersion'),
    );
  });

  it.each([
    ['no manager', '', configuration({}), 422, 'fieldManager: Required value: is required for apply patch'],
    [
      'an unknown field',
      'fieldManager=me',
      configuration({ foo: 1 }),
      500,
      'failed to create typed patch object (default/web; apps/v1, Kind=Deployment): .spec.foo: field not declared in schema',
    ],
    [
      'managed fields',
      'fieldManager=me',
      { ...configuration({}), metadata: { name: 'web', managedFields: [] } },
      400,
      'metadata.managedFields must be nil',
    ],
    [
      'another name',
      'fieldManager=me',
      { ...configuration({}), metadata: { name: 'x' } },
      400,
      'the name of the object (x) does not match the name on the URL (web)',
    ],
    [
      'a stale version',
      'fieldManager=me',
      { ...configuration({ paused: true }), metadata: { name: 'web', resourceVersion: '1' } },
      409,
      'the object has been modified',
    ],
  ])('refuses %s', async (_, query, body, code, message) => {
    const answer = await apply(body, query);
    expect(answer.code).toBe(code);
    expect(textAt(answer.body, 'message')).toContain(message);
  });

  it('applies to custom resources and to a status', async () => {
    const body = (more: object) => ({
      apiVersion: 'example.com/v1',
      kind: 'Widget',
      metadata: { name: 'w' },
      ...more,
    });
    const spec = await apply(body({ spec: { size: 8 } }), 'fieldManager=me&force=true', `${PATHS.widgets}/w`);
    expect(spec.body).toMatchObject({ spec: { size: 8, colour: 'red' } });
    const status = await apply(body({ status: { a: 1 } }), 'fieldManager=op', `${PATHS.widgets}/w/status`);
    expect(status.body).toMatchObject({ spec: { size: 8 }, status: { a: 1 } });
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
