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

const merge = (body: unknown, query: string) =>
  server.request('PATCH', `${web}?${query}`, { body, type: 'application/merge-patch+json' });
const apply = (body: unknown, query: string, path = web) =>
  server.request('PATCH', `${path}?${query}`, {
    body: JSON.stringify(body),
    type: 'application/apply-patch+yaml',
  });
const podSpec = (body: Wire) => body['spec']?.['template']?.['spec'];

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
    await merge({ spec: { replicas: 3 } }, 'fieldManager=scaler');
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
    await merge({ spec: { replicas: 9 } }, 'fieldManager=maker');
    const answer = await apply(configuration(spec), 'fieldManager=me');
    expect(textAt(answer.body, 'message')).toBe(
      'Apply failed with 2 conflicts: conflicts with "maker" using apps/v1:\n- .spec.replicas\n- .spec.template.spec.containers[name="c"].image',
    );
  });

  it('removes what it no longer applies, and nothing of others', async () => {
    const labelled = (labels: object) => ({ ...configuration({}), metadata: { name: 'web', labels } });
    await merge({ metadata: { labels: { theirs: '1' } } }, 'fieldManager=scaler');
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

  it('takes a zero for what it says, although the answer leaves it out', async () => {
    await merge({ spec: { minReadySeconds: 5 } }, 'fieldManager=other');
    const answer = await apply(configuration({ minReadySeconds: 0 }), 'fieldManager=me&force=true');
    expect(answer.code).toBe(200);
    expect(answer.body['spec']).not.toHaveProperty('minReadySeconds');
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
