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

describe('delete', () => {
  it('answers Success, and 404 afterwards', async () => {
    await post(PATHS.configMaps, configMap('a'));
    const path = `${PATHS.configMaps}/a`;
    expect(await server.request('DELETE', path)).toMatchObject({
      code: 200,
      body: { kind: 'Status', status: 'Success' },
    });
    expect(await server.request('DELETE', path)).toMatchObject({
      code: 404,
      body: { reason: 'NotFound', message: 'configmaps "a" not found' },
    });
  });

  it('waits for finalizers', async () => {
    await post(PATHS.widgets, { ...widget('w'), metadata: { name: 'w', finalizers: ['example.com/wait'] } });
    const path = `${PATHS.widgets}/w`;
    const marked = await server.request('DELETE', path);
    expect(textAt(marked.body, 'metadata', 'deletionTimestamp')).not.toBe('');
    expect((await server.request('GET', path)).code).toBe(200);
    await server.request('PATCH', path, {
      body: { metadata: { finalizers: null } },
      type: 'application/merge-patch+json',
    });
    expect((await server.request('GET', path)).code).toBe(404);
  });

  it('records how dependents go', async () => {
    await post(PATHS.deployments, deployment('web'));
    const answer = await server.request('DELETE', `${PATHS.deployments}/web`, {
      body: { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Foreground' },
    });
    expect(answer.body).toMatchObject({ metadata: { finalizers: ['foregroundDeletion'] } });
    const wrong = await server.request('DELETE', `${PATHS.deployments}/web?propagationPolicy=Sideways`);
    expect(wrong.code).toBe(422);
  });

  it('goes by preconditions and dry runs', async () => {
    await post(PATHS.configMaps, configMap('a'));
    const other = await server.request('DELETE', `${PATHS.configMaps}/a`, {
      body: { preconditions: { uid: 'x' } },
    });
    expect(other.code).toBe(409);
    await server.request('DELETE', `${PATHS.configMaps}/a`, { body: { dryRun: ['All'] } });
    expect((await server.request('GET', `${PATHS.configMaps}/a`)).code).toBe(200);
  });

  it('deletes what a selector says', async () => {
    for (const [name, app] of [
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'x'],
    ] as const) {
      await post(PATHS.configMaps, configMap(name, { app }));
    }
    await server.request('DELETE', `${PATHS.configMaps}?labelSelector=app%3Dx`);
    expect(namesOf((await server.request('GET', PATHS.configMaps)).body)).toEqual(['b']);
  });

  it('gives Pods their grace, and protects the first namespaces', async () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p' },
      spec: { nodeName: 'n', containers: [{ name: 'c', image: 'i' }] },
    };
    await post('/api/v1/namespaces/default/pods', pod);
    const answer = await server.request('DELETE', '/api/v1/namespaces/default/pods/p');
    expect(answer.body).toMatchObject({ metadata: { deletionGracePeriodSeconds: 30 } });
    expect((await server.request('DELETE', '/api/v1/namespaces/default')).code).toBe(403);
    expect((await server.request('DELETE', '/api/v1/namespaces/other')).body).toMatchObject({
      status: { phase: 'Terminating' },
    });
  });
});
