import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deployment, PATHS, startTestServer, textAt, type TestServer } from '../test-server.ts';
import { WEBHOOK_NAMES } from './telling-webhooks.ts';

let server: TestServer;

beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const create = (name: string, query = '?dryRun=All&fieldValidation=Strict') =>
  server.request('POST', `${PATHS.deployments}${query}`, { body: deployment(name) });
const stored = (name: string) => server.store.peek('apps/v1/deployments', 'default', name) !== undefined;

describe('webhooks of telling names', () => {
  it('inject into a dry run what they inject into the real one, with its defaults', async () => {
    for (const query of ['?dryRun=All', '']) {
      const { code, body } = await create('inject-sidecar', query);
      expect(code).toBe(201);
      const template = body['spec']?.['template'];
      expect(template).toMatchObject({
        metadata: { annotations: { 'sidecar.example.com/status': 'injected' } },
        spec: {
          containers: [
            { name: 'c', env: [{ name: 'HTTP_PROXY' }] },
            { name: 'proxy', imagePullPolicy: 'IfNotPresent' },
          ],
          tolerations: [{ key: 'proxy.example.com/only' }],
        },
      });
      expect(stored('inject-sidecar')).toBe(query === '');
    }
  });

  it('replace the networks', async () => {
    const { body } = await create('inject-nics');
    expect(textAt(body, 'spec', 'template', 'metadata', 'annotations', 'k8s.v1.cni.cncf.io/networks')).toBe(
      'kube-system/macvlan-ens224',
    );
  });

  it.each([
    ['deny-policy', 403, 'admission webhook "policy.example.com" denied the request: '],
    ['deny-image', 422, 'admission webhook "images.example.com" denied the request: '],
    ['over-quota', 403, 'deployments.apps "over-quota" is forbidden: exceeded quota: objects, '],
    ['no-dry-run', 400, 'admission webhook "audit.example.com" does not support dry run'],
  ])('%s refuses a dry run with %i', async (name, code, message) => {
    const answer = await create(name);
    expect(answer.code).toBe(code);
    expect(textAt(answer.body, 'message')).toContain(message);
  });

  it('refuse the real one as well, but for the one that has no dry run', async () => {
    expect((await create('deny-policy', '')).code).toBe(403);
    expect((await create('no-dry-run', '')).code).toBe(201);
  });

  it('warn in headers', async () => {
    const { code, headers } = await create('warn-image');
    expect(code).toBe(201);
    expect(headers.get('warning')).toMatch(/^299 - "spec\.template.*", 299 - "would violate PodSecurity/);
  });

  it('leave other names and kinds alone', async () => {
    expect((await create('web')).headers.get('warning')).toBeNull();
    const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'deny-policy' } };
    expect((await server.request('POST', PATHS.configMaps, { body: configMap })).code).toBe(201);
  });

  it('are in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(WEBHOOK_NAMES.filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([]);
  });
});
