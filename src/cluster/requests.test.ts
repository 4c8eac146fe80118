import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Host } from '../host/host.ts';
import { ApiFailure, type ApiError } from './api-error.ts';
import {
  createObject,
  deleteObject,
  getObject,
  getVersion,
  patchObject,
  scaleObject,
  type Written,
} from './requests.ts';
import { resources } from './resources.ts';
import { readWarnings } from './send.ts';
import { settle } from './test-scheduler.ts';
import { TestApi } from './test-api.ts';

/** The requests use nothing of a host but its `fetch`. */
function hostOver(api: TestApi): Host {
  return { fetch: api.fetch } as Host;
}

async function failureOf(promise: Promise<unknown>): Promise<ApiError> {
  const cause: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(cause instanceof ApiFailure)) throw new Error(`not an ApiFailure: ${String(cause)}`);
  return cause.error;
}

const body = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'default' } };

afterEach(() => {
  vi.useRealTimers();
});

describe('what is sent', () => {
  it('creates by POST, the body as it is', async () => {
    const api = new TestApi();
    const promise = createObject(hostOver(api), 'demo', resources.deployments, 'default', body);
    const request = api.take();
    expect(request.init.method).toBe('POST');
    expect(request.path).toBe('/apis/apps/v1/namespaces/default/deployments');
    expect(Object.fromEntries(request.query)).toEqual({ fieldManager: 'podnic', fieldValidation: 'Strict' });
    expect(JSON.parse(request.init.body as string)).toEqual(body);
    request.json({ ...body, metadata: { ...body.metadata, uid: 'u' } }, 201);
    expect((await promise).object.metadata.uid).toBe('u');
  });

  it('tries nothing else when the name exists: 409 is an answer', async () => {
    const api = new TestApi();
    const promise = createObject(hostOver(api), 'demo', resources.deployments, 'default', body);
    api.take().status(409, 'AlreadyExists', 'deployments.apps "web" already exists');
    expect(await failureOf(promise)).toMatchObject({ status: 409, reason: 'AlreadyExists' });
    expect(api.count).toBe(1);
  });

  it.each<[string, (host: Host) => Promise<Written<unknown> | void>]>([
    ['create', (host) => createObject(host, 'demo', resources.pods, 'default', body, { dryRun: true })],
    ['patch', (host) => patchObject(host, 'demo', resources.pods, 'default', 'a', {}, { dryRun: true })],
    [
      'scale',
      (host) => scaleObject(host, 'demo', resources.deployments, 'default', 'a', 2, { dryRun: true }),
    ],
    ['delete', (host) => deleteObject(host, 'demo', resources.pods, 'default', 'a', { dryRun: true })],
  ])('%s can be a dry run', async (_what, send) => {
    const api = new TestApi();
    const promise = send(hostOver(api));
    const request = api.take();
    expect(request.query.get('dryRun')).toBe('All');
    request.json(body);
    await promise;
  });

  it.each([
    [undefined, 'application/merge-patch+json'],
    ['json', 'application/json-patch+json'],
    ['strategic', 'application/strategic-merge-patch+json'],
  ] as const)('patches (%s) as %s', async (type, mediaType) => {
    const api = new TestApi();
    const options = type === undefined ? {} : { type };
    const promise = patchObject(hostOver(api), 'demo', resources.pods, 'default', 'a', { x: 1 }, options);
    const request = api.take();
    expect(request.init).toMatchObject({
      method: 'PATCH',
      headers: { 'content-type': mediaType },
      body: '{"x":1}',
    });
    request.json(body);
    await promise;
  });

  it('scales by the scale subresource', async () => {
    const api = new TestApi();
    const promise = scaleObject(hostOver(api), 'demo', resources.deployments, 'default', 'web', 5);
    const request = api.take();
    expect(request.path).toBe('/apis/apps/v1/namespaces/default/deployments/web/scale');
    expect(request.init.body).toBe('{"spec":{"replicas":5}}');
    request.json({});
    await promise;
  });

  it('deletes, and what it owns after it', async () => {
    const api = new TestApi();
    const promise = deleteObject(hostOver(api), 'demo', resources.deployments, 'default', 'web');
    const request = api.take();
    expect(request.init.method).toBe('DELETE');
    expect(request.query.get('propagationPolicy')).toBe('Background');
    request.json({});
    await promise;
  });

  it('leaves out the namespace of kinds of the whole cluster, and escapes names', async () => {
    const api = new TestApi();
    const promise = getObject(hostOver(api), 'demo', resources.ipPools, 'default', 'a/b');
    const request = api.take();
    expect(request.path).toBe('/apis/spiderpool.spidernet.io/v2beta1/spiderippools/a%2Fb');
    request.json(body);
    await promise;
  });

  it('reads the version', async () => {
    const api = new TestApi();
    const promise = getVersion(hostOver(api), 'demo');
    api.take().json({ gitVersion: 'v1.32.0' });
    expect(await promise).toBe('v1.32.0');
  });
});

describe('what comes back', () => {
  it('keeps the reason and every cause of a Status', async () => {
    const api = new TestApi();
    const promise = getObject(hostOver(api), 'demo', resources.pods, 'default', 'a');
    api.take().json(
      {
        kind: 'Status',
        code: 422,
        reason: 'Invalid',
        message: 'Deployment.apps "web" is invalid',
        details: {
          causes: [
            { field: 'spec.replicas', reason: 'FieldValueInvalid', message: 'must be >= 0' },
            'odd',
            {
              reason: 'KubeconfigUnusable',
              message: 'm',
              code: 'FileMissing',
              values: { file: '/x', odd: 7 },
            },
          ],
        },
      },
      422,
    );
    expect(await failureOf(promise)).toEqual({
      kind: 'http',
      status: 422,
      reason: 'Invalid',
      message: 'Deployment.apps "web" is invalid',
      causes: [
        { field: 'spec.replicas', reason: 'FieldValueInvalid', message: 'must be >= 0' },
        { field: '', reason: '', message: '' },
        {
          field: '',
          reason: 'KubeconfigUnusable',
          message: 'm',
          known: { code: 'FileMissing', values: { file: '/x', odd: '' } },
        },
      ],
    });
  });

  it('keeps the words of a proxy that is no API server', async () => {
    const api = { fetch: () => Promise.resolve(new Response('upstream is down', { status: 502 })) };
    const error = await failureOf(getVersion(api as unknown as Host, 'demo'));
    expect(error).toMatchObject({ kind: 'http', status: 502, message: 'upstream is down' });
  });

  it('takes a page with status 200 for a failure', async () => {
    const api = { fetch: () => Promise.resolve(new Response('<html>sign in</html>')) };
    const error = await failureOf(getVersion(api as unknown as Host, 'demo'));
    expect(error.message).toContain('<html>sign in');
  });

  it('calls no answer a network failure', async () => {
    const api = new TestApi();
    const promise = getVersion(hostOver(api), 'demo');
    api.take().fail('connection refused');
    expect(await failureOf(promise)).toMatchObject({
      kind: 'network',
      status: 0,
      message: 'connection refused',
    });
  });

  it('gives up after a minute without an answer', async () => {
    vi.useFakeTimers();
    const api = new TestApi();
    const promise = failureOf(getVersion(hostOver(api), 'demo'));
    const request = api.take();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(request.aborted).toBe(true);
    expect((await promise).kind).toBe('network');
  });

  it('rejects with the reason of the caller who cancels, not with a failure', async () => {
    const api = new TestApi();
    const controller = new AbortController();
    const promise = getObject(hostOver(api), 'demo', resources.pods, 'default', 'a', controller.signal);
    const request = api.take();
    const outcome = expect(promise).rejects.toBe('changed my mind');
    controller.abort('changed my mind');
    await outcome;
    expect(request.aborted).toBe(true);
  });

  it('leaves no timer behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const api = new TestApi();
    const promise = getVersion(hostOver(api), 'demo');
    api.take().json({});
    await promise;
    await settle();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells the warnings of admission', async () => {
    const api = new TestApi();
    const promise = createObject(hostOver(api), 'demo', resources.pods, 'default', body);
    api.take().json(body, 201, { warning: '299 - "unknown field \\"spec.foo\\"", 299 - "a, b"' });
    expect((await promise).warnings).toEqual(['unknown field "spec.foo"', 'a, b']);
  });

  it.each([
    [null, []],
    ['nonsense', []],
    ['299 k8s "x"', ['x']],
  ])('reads the header %j', (header, texts) => {
    expect(readWarnings(header)).toEqual(texts);
  });
});
