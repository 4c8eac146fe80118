import { expect, it } from 'vitest';
import { ApiError } from '../api/api-client.ts';
import { isOfEndingNamespace } from './ending-namespace.ts';

const terminated = (namespace: string) =>
  `events "web.1" is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`;

it.each([
  ['a namespace that ends', new ApiError(403, 'Forbidden', terminated('x-pod-1'))],
  ['a namespace that is gone', new ApiError(404, 'NotFound', 'namespaces "x-pod-1" not found')],
])('expects the complaint of %s', (_, problem) => {
  expect(isOfEndingNamespace(problem)).toBe(true);
});

it.each([
  ['a namespace of no script', new ApiError(403, 'Forbidden', terminated('kube-system'))],
  [
    'what may not be done',
    new ApiError(403, 'Forbidden', 'pods is forbidden: User "kubelet" cannot list pods'),
  ],
  ['an object that is gone', new ApiError(404, 'NotFound', 'pods "x-pod-1" not found')],
  ['what is invalid', new ApiError(422, 'Invalid', terminated('x-pod-1'))],
  ['a mistake', new TypeError(terminated('x-pod-1'))],
])('does not expect that of %s', (_, problem) => {
  expect(isOfEndingNamespace(problem)).toBe(false);
});
