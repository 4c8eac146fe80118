import { describe, expect, it } from 'vitest';
import { autoscalerOf, decodeAutoscaler } from './autoscaler.ts';
import { testAutoscaler } from './test-cluster.ts';

const pod = {
  namespace: 'default',
  workload: { group: 'apps', version: 'v1', kind: 'Deployment', name: 'web' },
  podLabels: {},
  nodeSelector: {},
};

describe('decodeAutoscaler', () => {
  it('reads whom it scales and how far', () => {
    const object = {
      metadata: { name: 'web', namespace: 'default' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        minReplicas: 2,
        maxReplicas: 7,
      },
    };
    expect(decodeAutoscaler(object)).toEqual({
      ok: true,
      value: {
        name: 'web',
        namespace: 'default',
        target: { group: 'apps', kind: 'Deployment', name: 'web' },
        maxReplicas: 7,
      },
    });
  });

  it.each([undefined, 0, -1, 1.5, '7'])('refuses %j as maxReplicas', (maxReplicas) => {
    const object = { metadata: { name: 'web' }, spec: { maxReplicas } };
    expect(decodeAutoscaler(object)).toEqual({ ok: false, error: { code: 'noBound' } });
  });

  it('refuses an object without a name', () => {
    expect(decodeAutoscaler({ spec: { maxReplicas: 1 } }).ok).toBe(false);
  });
});

describe('autoscalerOf', () => {
  it('is the one of the same namespace, kind and name that goes furthest', () => {
    const all = [
      testAutoscaler('other', { maxReplicas: 90, name: 'api' }),
      testAutoscaler('elsewhere', { maxReplicas: 80, namespace: 'team-a' }),
      testAutoscaler('sets', { maxReplicas: 70, kind: 'StatefulSet' }),
      testAutoscaler('old', { maxReplicas: 60, apiVersion: 'extensions/v1beta1' }),
      testAutoscaler('low', { maxReplicas: 5 }),
      testAutoscaler('high', { maxReplicas: 9 }),
    ];
    expect(autoscalerOf(pod, all)?.name).toBe('high');
    expect(autoscalerOf(pod, all.slice(0, 4))).toBeUndefined();
  });
});
