import { expect, it } from 'vitest';
import { testPool } from '../test-cluster.ts';
import { poolClasses } from './pool-class.ts';

const selector = { matchLabels: { app: 'web' } };
const owner = { 'ipam.spidernet.io/owner-application-name': 'web' };

it.each([
  ['nothing', {}, {}, ['shared']],
  ['podAffinity', { podAffinity: selector }, {}, ['application']],
  ['podAffinity of an auto pool', { podAffinity: selector }, owner, ['auto']],
  ['nodeName', { nodeName: ['worker1'] }, {}, ['node']],
  ['nodeAffinity', { nodeAffinity: selector }, {}, ['node']],
  ['namespaceName', { namespaceName: ['default'] }, {}, ['namespace']],
  ['namespaceAffinity', { namespaceAffinity: selector }, {}, ['namespace']],
  ['multusName', { multusName: ['macvlan'] }, {}, ['multus']],
  [
    'all at once',
    { podAffinity: selector, nodeName: ['a'], namespaceName: ['b'], multusName: ['c'] },
    {},
    ['application', 'node', 'namespace', 'multus'],
  ],
  ['default and disabled alone', { default: true, disable: true }, {}, ['shared']],
])('a pool with %s', (_story, spec, labels, classes) => {
  expect(poolClasses(testPool('p', spec, { labels }))).toEqual(classes);
});
