import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configMap, deployment, namesOf, PATHS, startTestServer, textAt, widget } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const post = (path: string, body: unknown, type?: string) =>
  server.request('POST', path, { body, ...(type === undefined ? {} : { type }) });

describe('create', () => {
  it('answers 201 with what is stored, and 409 the second time', async () => {
    const made = await post(PATHS.deployments, deployment('web'));
    expect(made.code).toBe(201);
    expect(made.body).toMatchObject({
      kind: 'Deployment',
      metadata: { generation: 1, namespace: 'default' },
    });
    const again = await post(PATHS.deployments, deployment('web'));
    expect(again).toMatchObject({
      code: 409,
      body: {
        reason: 'AlreadyExists',
        message: 'deployments.apps "web" already exists',
        details: { name: 'web', group: 'apps', kind: 'deployments' },
      },
    });
  });

  it('generates names', async () => {
    const { metadata: _none, ...rest } = configMap('x');
    const made = await post(PATHS.configMaps, { ...rest, metadata: { generateName: 'cm-' } });
    expect(textAt(made.body, 'metadata', 'name')).toMatch(/^cm-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
  });

  it('leaves out optional fields that are zero, as Go does', async () => {
    const given = { minReadySeconds: 0, paused: false, replicas: 0, revisionHistoryLimit: 0 };
    const { spec } = (await post(PATHS.deployments, deployment('web', given))).body;
    expect(spec).toMatchObject({ replicas: 0, revisionHistoryLimit: 0 });
    expect(spec).not.toHaveProperty('minReadySeconds');
    expect(spec).not.toHaveProperty('paused');
  });

  it('drops a status, and what only the server sets', async () => {
    const body = { ...deployment('web', {}, { uid: 'mine', generation: 7 }), status: { replicas: 9 } };
    const made = await post(PATHS.deployments, body);
    expect(made.body['status']).toEqual({});
    expect(textAt(made.body, 'metadata', 'uid')).not.toBe('mine');
    expect(textAt(made.body, 'metadata', 'generation')).toBe('1');
  });

  it('stores nothing on a dry run, and still refuses', async () => {
    const dry = await post(`${PATHS.deployments}?dryRun=All`, deployment('web'));
    expect(dry.code).toBe(201);
    expect(textAt(dry.body, 'metadata', 'uid')).not.toBe('');
    expect(textAt(dry.body, 'metadata', 'resourceVersion')).toBe('');
    expect(namesOf((await server.request('GET', PATHS.deployments)).body)).toEqual([]);
    expect((await post(`${PATHS.deployments}?dryRun=All`, deployment('web', { replicas: -1 }))).code).toBe(
      422,
    );
    await post(PATHS.deployments, deployment('web'));
    expect((await post(`${PATHS.deployments}?dryRun=All`, deployment('web'))).code).toBe(409);
  });

  it.each([
    [
      'no such namespace',
      '/apis/apps/v1/namespaces/nowhere/deployments',
      deployment('web', {}, { namespace: 'nowhere' }),
      404,
      'namespaces "nowhere" not found',
    ],
    [
      'another namespace in the body',
      PATHS.deployments,
      deployment('web', {}, { namespace: 'other' }),
      400,
      'the namespace of the provided object does not match the namespace sent on the request',
    ],
    [
      'another version in the body',
      PATHS.deployments,
      { ...deployment('web'), apiVersion: 'apps/v1beta1' },
      400,
      'the API version in the data (apps/v1beta1) does not match the expected API version (apps/v1)',
    ],
    [
      'a resourceVersion',
      PATHS.deployments,
      deployment('web', {}, { resourceVersion: '5' }),
      500,
      'resourceVersion should not be set on objects to be created',
    ],
    [
      'a list',
      PATHS.deployments,
      [],
      400,
      'the object provided is unrecognized (must be of type Deployment)',
    ],
    [
      'text where a number belongs',
      PATHS.deployments,
      deployment('web', { replicas: 'two' }),
      400,
      'Deployment in version "v1" cannot be handled as a Deployment: json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32',
    ],
    [
      'a quantity that is none',
      PATHS.deployments,
      deployment('web', { template: { spec: { containers: [{ resources: { limits: { cpu: 'much' } } }] } } }),
      400,
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ],
  ])('refuses %s', async (_, path, body, code, message) => {
    const answer = await post(path, body);
    expect(answer.code).toBe(code);
    expect(textAt(answer.body, 'message')).toContain(message);
  });

  it('refuses new content in a namespace that goes away', async () => {
    server.store.delete('v1/namespaces', undefined, 'other');
    const answer = await post('/api/v1/namespaces/other/configmaps', configMap('a', {}, 'other'));
    expect(answer).toMatchObject({
      code: 403,
      body: {
        message:
          'configmaps "a" is forbidden: unable to create new content in namespace other because it is being terminated',
        details: { causes: [{ reason: 'NamespaceTerminating', field: 'metadata.namespace' }] },
      },
    });
  });
});

describe('unknown and duplicate fields', () => {
  const body = JSON.stringify(deployment('web', { foo: 1 })).replace(
    '"spec":{',
    '"spec":{"replicas":1,"replicas":2,',
  );

  it('are an error when strict', async () => {
    const answer = await post(`${PATHS.deployments}?fieldValidation=Strict`, body);
    expect(answer.code).toBe(400);
    expect(textAt(answer.body, 'message')).toBe(
      'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: duplicate field "spec.replicas", unknown field "spec.foo"',
    );
  });

  it('are warnings otherwise', async () => {
    const answer = await post(PATHS.deployments, body);
    expect(answer.code).toBe(201);
    expect(answer.headers.get('warning')).toBe(
      String.raw`299 - "duplicate field \"spec.replicas\"", 299 - "unknown field \"spec.foo\""`,
    );
    expect(textAt(answer.body, 'spec', 'replicas')).toBe('2');
    expect(answer.body['spec']?.['foo']).toBeUndefined();
  });

  it('are nothing when ignored', async () => {
    const answer = await post(`${PATHS.deployments}?fieldValidation=Ignore`, body);
    expect(answer.headers.get('warning')).toBeNull();
  });

  it('are pruned from custom resources, but where the schema is open', async () => {
    const spec = { size: 3, foo: { a: 1 }, free: { anything: [1] } };
    const answer = await post(PATHS.widgets, widget('w', spec));
    expect(answer.body).toMatchObject({ spec: { size: 3, colour: 'red', free: { anything: [1] } } });
    expect(answer.body['spec']?.['foo']).toBeUndefined();
    expect(answer.headers.get('warning')).toContain('unknown field');
  });
});

it.each([
  [{ size: 'x' }, 'spec.size: Invalid value: "string": spec.size in body must be of type integer: "string"'],
  [{ size: 11 }, 'spec.size: Invalid value: 11: spec.size in body should be less than or equal to 10'],
  [{}, 'spec.size: Required value'],
  [{ size: 1, colour: 'green' }, 'spec.colour: Unsupported value: "green": supported values: "red", "blue"'],
  [
    { size: 1, names: ['A'] },
    `spec.names[0]: Invalid value: "A": spec.names[0] in body should match '^[a-z]+$'`,
  ],
  [{ size: 1, names: ['a', 'b', 'c'] }, 'spec.names: Too many: 3: must have at most 2 items'],
])('checks custom resources by their schema: %j', async (spec, message) => {
  const answer = await post(PATHS.widgets, widget('w', spec));
  expect(answer.code).toBe(422);
  expect(textAt(answer.body, 'message')).toBe(`Widget.example.com "w" is invalid: ${message}`);
});

describe('update', () => {
  it('goes by the resourceVersion', async () => {
    const made = (await post(PATHS.deployments, deployment('web'))).body;
    const path = `${PATHS.deployments}/web`;
    const changed = await server.request('PUT', path, {
      body: { ...made, spec: { ...made['spec'], replicas: 2 } },
    });
    expect(changed).toMatchObject({
      code: 200,
      body: { metadata: { generation: 2 }, spec: { replicas: 2 } },
    });
    const stale = await server.request('PUT', path, { body: made });
    expect(stale).toMatchObject({
      code: 409,
      body: {
        reason: 'Conflict',
        message:
          'Operation cannot be fulfilled on deployments.apps "web": the object has been modified; please apply your changes to the latest version and try again',
      },
    });
  });

  it('of nothing new changes nothing', async () => {
    const made = (await post(PATHS.deployments, deployment('web'))).body;
    const same = await server.request('PUT', `${PATHS.deployments}/web`, { body: made });
    expect(textAt(same.body, 'metadata', 'resourceVersion')).toBe(
      textAt(made, 'metadata', 'resourceVersion'),
    );
  });

  it('needs a resourceVersion for custom resources', async () => {
    await post(PATHS.widgets, widget('w'));
    const answer = await server.request('PUT', `${PATHS.widgets}/w`, { body: widget('w') });
    expect(answer.code).toBe(422);
    expect(textAt(answer.body, 'message')).toContain(
      'metadata.resourceVersion: Invalid value: 0x0: must be specified for an update',
    );
  });

  it('of the status leaves the rest alone, and the other way round', async () => {
    const made = (await post(PATHS.widgets, widget('w'))).body;
    const both = { ...made, spec: { size: 9 }, status: { ready: true } };
    const status = await server.request('PUT', `${PATHS.widgets}/w/status`, { body: both });
    expect(status.body).toMatchObject({
      spec: { size: 3 },
      status: { ready: true },
      metadata: { generation: 1 },
    });
    const next = { ...status.body, spec: { size: 9 }, status: {} };
    const spec = await server.request('PUT', `${PATHS.widgets}/w`, { body: next });
    expect(spec.body).toMatchObject({
      spec: { size: 9 },
      status: { ready: true },
      metadata: { generation: 2 },
    });
  });

  it('of the scale changes the replicas', async () => {
    await post(PATHS.deployments, deployment('web'));
    const path = `${PATHS.deployments}/web/scale`;
    const scale = (await server.request('GET', path)).body;
    expect(scale).toMatchObject({ kind: 'Scale', spec: { replicas: 1 }, status: { selector: 'app=web' } });
    const none = await server.request('PUT', path, {
      body: { ...scale, metadata: { name: 'web' }, spec: {} },
    });
    expect(none.body['spec']).toEqual({});
    const more = await server.request('PUT', path, { body: { ...none.body, spec: { replicas: 5 } } });
    expect(more.body).toMatchObject({ spec: { replicas: 5 } });
    const wrong = await server.request('PATCH', path, {
      body: { spec: { replicas: -1 } },
      type: 'application/merge-patch+json',
    });
    expect(textAt(wrong.body, 'message')).toBe(
      'Scale.autoscaling "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    );
  });
});
