import { Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import type { ApiClient } from './api-client.ts';
import { ApiError } from './api-client.ts';
import { createMirror } from './mirror.ts';

it('of which one resource cannot be listed follows no other', async () => {
  const watches: AbortSignal[] = [];
  const refused = () => Promise.reject(new Error('not asked for'));
  const client: ApiClient = {
    get: async (path) => {
      if (path === '/api/v1/nodes') throw new ApiError(403, 'Forbidden', 'no');
      return { apiVersion: 'v1', kind: 'PodList', metadata: { resourceVersion: '1' }, items: [] };
    },
    async stream(_path, signal) {
      watches.push(signal);
      return new Readable({ read: () => undefined }) as IncomingMessage;
    },
    post: refused,
    put: refused,
    patch: refused,
    delete: refused,
    close: () => undefined,
  };
  const made = createMirror({ client, resources: ['v1/pods', 'v1/nodes'], report: () => undefined });
  await expect(made).rejects.toThrow('no');
  expect(watches.map(({ aborted }) => aborted)).toEqual([true]);
});
