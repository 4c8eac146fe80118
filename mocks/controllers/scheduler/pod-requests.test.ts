import { describe, expect, it } from 'vitest';
import type { Pod } from '../kinds.ts';
import { testPod } from '../test-cluster.ts';
import { podRequests } from './pod-requests.ts';
import { quantity } from './quantity.ts';

describe('quantity', () => {
  it.each([
    ['1', 1],
    ['500m', 0.5],
    ['1Gi', 1073741824],
    ['1.5Ki', 1536],
    ['2M', 2000000],
    ['1e3', 1000],
    ['12E2', 1200],
    ['100n', 1e-7],
    [3, 3],
    ['', 0],
    ['many', 0],
    ['1 Gi', 0],
    [undefined, 0],
  ])('%s is %d', (text, value) => {
    expect(quantity(text)).toBeCloseTo(value, 12);
  });
});

describe('what a Pod asks of its node', () => {
  const container = (requests: Record<string, string>, rest: object = {}) => ({
    name: 'c',
    resources: { requests },
    ...rest,
  });
  it.each([
    {
      what: 'the sum of its containers',
      spec: { containers: [container({ cpu: '100m', memory: '1Ki' }), container({ cpu: '1' })] },
      requests: { cpu: 1100, memory: 1024 },
    },
    {
      what: 'limits where there are no requests',
      spec: { containers: [{ name: 'c', resources: { limits: { 'example.com/vf': '2' } } }] },
      requests: { 'example.com/vf': 2 },
    },
    {
      what: 'its hungriest init container',
      spec: {
        containers: [container({ cpu: '1', memory: '5' })],
        initContainers: [container({ cpu: '3' }), container({ memory: '7' })],
      },
      requests: { cpu: 3000, memory: 7 },
    },
    {
      what: 'sidecars as well, which run beside later init containers',
      spec: {
        containers: [container({ cpu: '1' })],
        initContainers: [container({ cpu: '2' }, { restartPolicy: 'Always' }), container({ cpu: '2' })],
      },
      requests: { cpu: 4000 },
    },
    {
      what: 'its overhead',
      spec: { containers: [container({ cpu: '1' })], overhead: { cpu: '250m' } },
      requests: { cpu: 1250 },
    },
  ])('$what', ({ spec, requests }) => {
    expect(podRequests(testPod('web', spec) as unknown as Pod)).toEqual(requests);
  });
});
