import { expect, it } from 'vitest';
import { readRefusal } from './refusal.ts';

const group = 'in API group "apps"';

it.each([
  [
    'pods is forbidden: User "jane" cannot list resource "pods" in API group "" in the namespace "default"',
    { verb: 'read', resource: 'pods', namespace: 'default' },
  ],
  [
    `deployments.apps "web" is forbidden: User "jane" cannot patch resource "deployments/scale" ${group} in the namespace "a": no`,
    { verb: 'change', resource: 'deployments/scale', namespace: 'a' },
  ],
  [
    'nodes is forbidden: User "jane" cannot watch resource "nodes" in API group "" at the cluster scope',
    { verb: 'read', resource: 'nodes' },
  ],
  [`x is forbidden: User "jane" cannot constructor resource "pods" ${group} at the cluster scope`, undefined],
  ['forbidden: User "jane" cannot get path "/apis"', undefined],
  [
    'pods "a" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=2, limited: pods=2',
    undefined,
  ],
  ['', undefined],
])('%s', (message, refusal) => {
  expect(readRefusal(message)).toEqual(refusal);
});
