import { describe, expect, it } from 'vitest';
import type { Node } from '../kinds.ts';
import { testNode } from '../test-cluster.ts';
import { matchesNodeAffinity, namedNodes, preferredAffinityWeight } from './node-affinity.ts';

const node = testNode('node-1', { labels: { zone: 'a', disk: 'ssd', cores: '16' } }) as unknown as Node;

const required = (...terms: object[]) => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: terms as {
          matchExpressions?: { key: string; operator: string; values?: string[] }[];
        }[],
      },
    },
  },
});
const term = (key: string, operator: string, ...values: string[]) => ({
  matchExpressions: [{ key, operator, ...(values.length === 0 ? {} : { values }) }],
});

describe('node selector', () => {
  it.each([
    { nodeSelector: {}, fits: true },
    { nodeSelector: { zone: 'a' }, fits: true },
    { nodeSelector: { zone: 'a', disk: 'ssd' }, fits: true },
    { nodeSelector: { zone: 'a', disk: 'hdd' }, fits: false },
    { nodeSelector: { rack: '1' }, fits: false },
  ])('$nodeSelector: $fits', ({ nodeSelector, fits }) => {
    expect(matchesNodeAffinity({ nodeSelector }, node)).toBe(fits);
  });
});

describe('required node affinity', () => {
  it.each([
    { what: 'In', terms: [term('zone', 'In', 'b', 'a')], fits: true },
    { what: 'In, other value', terms: [term('zone', 'In', 'b')], fits: false },
    { what: 'In, no label', terms: [term('rack', 'In', 'a')], fits: false },
    { what: 'NotIn', terms: [term('zone', 'NotIn', 'b')], fits: true },
    { what: 'NotIn, same value', terms: [term('zone', 'NotIn', 'a')], fits: false },
    { what: 'NotIn, no label', terms: [term('rack', 'NotIn', 'a')], fits: true },
    { what: 'Exists', terms: [term('zone', 'Exists')], fits: true },
    { what: 'Exists, no label', terms: [term('rack', 'Exists')], fits: false },
    { what: 'DoesNotExist', terms: [term('rack', 'DoesNotExist')], fits: true },
    { what: 'DoesNotExist, label there', terms: [term('zone', 'DoesNotExist')], fits: false },
    { what: 'Gt', terms: [term('cores', 'Gt', '8')], fits: true },
    { what: 'Gt, equal', terms: [term('cores', 'Gt', '16')], fits: false },
    { what: 'Lt', terms: [term('cores', 'Lt', '32')], fits: true },
    { what: 'Lt, equal', terms: [term('cores', 'Lt', '16')], fits: false },
    { what: 'Gt on a label that is no number', terms: [term('zone', 'Gt', '1')], fits: false },
    { what: 'unknown operator', terms: [term('zone', 'Near', 'a')], fits: false },
    { what: 'one of two terms', terms: [term('zone', 'In', 'b'), term('disk', 'In', 'ssd')], fits: true },
    {
      what: 'both requirements of a term',
      terms: [
        {
          matchExpressions: [
            ...term('zone', 'In', 'a').matchExpressions,
            ...term('rack', 'Exists').matchExpressions,
          ],
        },
      ],
      fits: false,
    },
    { what: 'an empty term', terms: [{}], fits: false },
    { what: 'no term', terms: [], fits: false },
    {
      what: 'its name',
      terms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-1'] }] }],
      fits: true,
    },
    {
      what: 'another name',
      terms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-2'] }] }],
      fits: false,
    },
  ])('$what: $fits', ({ terms, fits }) => {
    expect(matchesNodeAffinity(required(...terms), node)).toBe(fits);
  });

  it('and the node selector must both fit', () => {
    expect(
      matchesNodeAffinity({ nodeSelector: { zone: 'b' }, ...required(term('disk', 'Exists')) }, node),
    ).toBe(false);
  });
});

describe('the nodes that an affinity names', () => {
  const field = (...values: string[]) => ({
    matchFields: [{ key: 'metadata.name', operator: 'In', values }],
  });
  it.each([
    { what: 'one term', terms: [field('node-1', 'node-2')], names: ['node-1', 'node-2'] },
    { what: 'two terms', terms: [field('node-1'), field('node-2')], names: ['node-1', 'node-2'] },
    { what: 'a term without names', terms: [field('node-1'), term('zone', 'Exists')], names: undefined },
    { what: 'none', terms: [], names: undefined },
  ])('$what', ({ terms, names }) => {
    const found = namedNodes(required(...terms));
    expect(found === undefined ? undefined : [...found]).toEqual(names);
  });
});

describe('preferred node affinity', () => {
  it('adds the weights of the terms that fit', () => {
    const terms = [
      { weight: 5, preference: term('zone', 'In', 'a') },
      { weight: 7, preference: term('zone', 'In', 'b') },
      { weight: 20, preference: term('disk', 'Exists') },
    ];
    expect(preferredAffinityWeight(terms, node)).toBe(25);
  });
});
