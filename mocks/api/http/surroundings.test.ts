import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SENTINELS } from '../faults/sentinels.ts';
import { configMap, deployment, PATHS, startTestServer, textAt, widget } from '../test-server.ts';
import type { TestServer, Wire } from '../test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ forbid: ['secrets', 'widgets.example.com', 'across:replicasets'] });
});
afterEach(() => server.close());

const get = (path: string) => server.request('GET', path);
const values = (wire: Wire | undefined) => Object.values(wire ?? {});
const namesIn = (list: Wire | undefined) => values(list).map((item) => textAt(item, 'name'));

describe('discovery', () => {
  it('lists versions, groups and resources', async () => {
    expect((await get('/api')).body).toMatchObject({ kind: 'APIVersions', versions: ['v1'] });
    const groups = (await get('/apis')).body['groups'];
    expect(namesIn(groups)).toEqual(expect.arrayContaining(['apps', 'example.com', 'authorization.k8s.io']));
    expect(namesIn(groups)).not.toContain('');
    expect((await get('/apis/apps')).body).toMatchObject({
      kind: 'APIGroup',
      preferredVersion: { groupVersion: 'apps/v1', version: 'v1' },
    });
    const { body } = await get('/apis/apps/v1');
    expect(namesIn(body['resources'])).toEqual(
      expect.arrayContaining([
        'deployments',
        'deployments/status',
        'deployments/scale',
        'controllerrevisions',
      ]),
    );
    const core = (await get('/api/v1')).body['resources'];
    expect(namesIn(core)).toEqual(
      expect.arrayContaining(['pods', 'pods/log', 'pods/binding', 'pods/eviction']),
    );
    expect(values(core).find((item) => textAt(item, 'name') === 'services')).toMatchObject({
      shortNames: ['svc'],
      categories: ['all'],
      namespaced: true,
      kind: 'Service',
    });
  });

  it('answers for its version and health', async () => {
    expect(textAt((await get('/version')).body, 'gitVersion')).toMatch(/^v1\.32\./);
    for (const path of ['/healthz', '/livez', '/readyz', '/readyz/ping'])
      expect((await get(path)).body).toBe('ok');
  });

  it('describes every resource in OpenAPI, with what kubectl looks for', async () => {
    const index = (await get('/openapi/v3')).body['paths'];
    expect(Object.keys(index ?? {})).toEqual(
      expect.arrayContaining(['api/v1', 'apis/apps/v1', 'apis/example.com/v1']),
    );
    const apps = (await get(textAt(index, 'apis/apps/v1', 'serverRelativeURL'))).body;
    const patch = apps['paths']?.['/apis/apps/v1/namespaces/{namespace}/deployments/{name}']?.['patch'];
    expect(patch).toMatchObject({
      'x-kubernetes-group-version-kind': { group: 'apps', version: 'v1', kind: 'Deployment' },
    });
    expect(namesIn(patch?.['parameters'])).toContain('fieldValidation');
    const schemas = apps['components']?.['schemas'];
    expect(schemas?.['io.k8s.api.core.v1.PodSpec']?.['properties']?.['containers']).toMatchObject({
      'x-kubernetes-patch-merge-key': 'name',
      'x-kubernetes-patch-strategy': 'merge',
    });
    const widgets = (await get('/openapi/v3/apis/example.com/v1')).body['components']?.['schemas'];
    expect(widgets?.['com.example.v1.Widget']?.['properties']?.['spec']).toMatchObject({
      required: ['size'],
    });
    const v2 = (await get('/openapi/v2')).body;
    expect(v2['definitions']?.['io.k8s.api.apps.v1.Deployment']).toBeDefined();
    expect(JSON.stringify(v2)).not.toContain('#/components/schemas/');
    expect((await get('/openapi/v3/apis/nothing/v1')).code).toBe(404);
  });

  it('refers to nothing that it does not describe', async () => {
    for (const path of ['api/v1', 'apis/apps/v1', 'apis/example.com/v1']) {
      const { body } = await get(`/openapi/v3/${path}`);
      const described = new Set(Object.keys(body['components']?.['schemas'] ?? {}));
      const references = [...JSON.stringify(body).matchAll(/#\/components\/schemas\/([^"]+)/g)].map(
        ([, name]) => name,
      );
      expect(references.filter((name) => !described.has(name ?? ''))).toEqual([]);
    }
  });
});

describe('permissions', () => {
  it('refuses what is forbidden across namespaces, and allows it in one', async () => {
    expect((await server.request('GET', '/apis/apps/v1/replicasets')).code).toBe(403);
    expect((await server.request('GET', '/apis/apps/v1/namespaces/default/replicasets')).code).toBe(200);
    const allowed = async (namespace: object) => {
      const resourceAttributes = { verb: 'list', group: 'apps', resource: 'replicasets', ...namespace };
      const body = { spec: { resourceAttributes } };
      const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
      return (await server.request('POST', path, { body })).body['status']?.['allowed'];
    };
    expect([await allowed({}), await allowed({ namespace: 'default' })]).toEqual([false, true]);
  });

  it('refuses every verb on a forbidden resource in the words of RBAC', async () => {
    const list = await get(PATHS.widgets);
    expect(list).toMatchObject({
      code: 403,
      body: {
        reason: 'Forbidden',
        message:
          'widgets.example.com is forbidden: User "podnic" cannot list resource "widgets" in API group "example.com" in the namespace "default"',
        details: { group: 'example.com', kind: 'widgets' },
      },
    });
    expect((await get('/api/v1/secrets?watch=true')).code).toBe(403);
    expect((await server.request('POST', PATHS.widgets, { body: widget('w') })).code).toBe(403);
    expect(textAt((await get('/api/v1/secrets')).body, 'message')).toContain(
      'in API group "" at the cluster scope',
    );
    expect((await get(PATHS.configMaps)).code).toBe(200);
  });

  it('says so in reviews', async () => {
    const ask = async (resourceAttributes: object) => {
      const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
      const answer = await server.request('POST', path, { body: { spec: { resourceAttributes } } });
      expect(answer.code).toBe(201);
      return answer.body['status']?.['allowed'];
    };
    expect(await ask({ verb: 'list', group: 'example.com', resource: 'widgets' })).toBe(false);
    expect(await ask({ verb: 'list', resource: 'secrets' })).toBe(false);
    expect(await ask({ verb: 'create', group: 'apps', resource: 'deployments' })).toBe(true);
    const rules = await server.request('POST', '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews', {
      body: { spec: { namespace: 'default' } },
    });
    expect(JSON.stringify(rules.body)).not.toContain('"secrets"');
    const who = await server.request('POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', {
      body: {},
    });
    expect(who.body).toMatchObject({ status: { userInfo: { username: 'podnic' } } });
  });
});

describe('telling names', () => {
  const create = (name: string) => server.request('POST', PATHS.deployments, { body: deployment(name) });
  const stored = (name: string) => server.store.peek('apps/v1/deployments', 'default', name) !== undefined;

  it.each([
    ['fail-403', 403, 'Forbidden'],
    ['fail-422', 422, 'Invalid'],
    ['fail-429', 429, 'TooManyRequests'],
    ['fail-500', 500, 'InternalError'],
    ['fail-503', 503, 'ServiceUnavailable'],
  ])('%s gets %i, and nothing is stored', async (name, code, reason) => {
    expect(await create(name)).toMatchObject({ code, body: { kind: 'Status', reason } });
    expect(stored(name)).toBe(false);
  });

  it('fail-429 says when to try again', async () => {
    expect((await create('fail-429')).headers.get('retry-after')).toBe('1');
  });

  it('fail-proxy gets a page of a proxy', async () => {
    const answer = await create('fail-proxy');
    expect(answer.code).toBe(502);
    expect(answer.headers.get('content-type')).toBe('text/html');
  });

  it('fail-drop gets no answer and is not stored, fail-lost gets none and is', async () => {
    await expect(create('fail-drop')).rejects.toThrow();
    expect(stored('fail-drop')).toBe(false);
    await expect(create('fail-lost')).rejects.toThrow();
    expect(stored('fail-lost')).toBe(true);
  });

  it('let dry runs and reads through', async () => {
    const dry = await server.request('POST', `${PATHS.deployments}?dryRun=All`, {
      body: deployment('fail-500'),
    });
    expect(dry.code).toBe(201);
    server.api.create('v1/configmaps', configMap('fail-500'));
    expect((await get(`${PATHS.configMaps}/fail-500`)).code).toBe(200);
    expect((await server.request('DELETE', `${PATHS.configMaps}/fail-500`)).code).toBe(500);
  });

  it('are in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(SENTINELS.filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([]);
    expect(readme.match(/^\| `fail-/gm)).toHaveLength(SENTINELS.length);
  });
});

describe('what nothing runs for', () => {
  it('logs and exec say so honestly', async () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p' },
      spec: { containers: [{ name: 'c', image: 'i' }] },
    };
    await server.request('POST', '/api/v1/namespaces/default/pods', { body: pod });
    const path = '/api/v1/namespaces/default/pods/p';
    expect((await get(`${path}/log`)).code).toBe(204);
    const bound = await server.request('POST', `${path}/binding`, {
      body: { apiVersion: 'v1', kind: 'Binding', target: { name: 'n1' } },
    });
    expect(bound.code).toBe(201);
    expect((await get(path)).body).toMatchObject({ spec: { nodeName: 'n1' } });
    expect(await get(`${path}/log`)).toMatchObject({ code: 501, body: { reason: 'NotImplemented' } });
    expect((await server.request('POST', `${path}/exec?command=ls`)).code).toBe(501);
    expect((await server.request('POST', `${path}/binding`, { body: { target: { name: 'n2' } } })).code).toBe(
      409,
    );
    expect((await server.request('POST', `${path}/eviction`, { body: {} })).code).toBe(400);
    const eviction = { metadata: { name: 'p' } };
    expect((await server.request('POST', `${path}/eviction`, { body: eviction })).code).toBe(201);
    expect((await get(path)).body['metadata']?.['deletionTimestamp']).toBeDefined();
    expect((await get('/api/v1/namespaces/default/pods/none/log')).code).toBe(404);
  });
});
