import { describe, expect, it } from 'vitest';
import type { NewKubeObject } from '../../store/store.ts';
import { createBench, refusal } from '../bench.ts';
import { bareCluster } from '../bench-objects.ts';

describe('SpiderCoordinator (reference 2.6)', () => {
  const coordinator = (spec: unknown): NewKubeObject => ({
    apiVersion: 'spiderpool.spidernet.io/v2beta1',
    kind: 'SpiderCoordinator',
    metadata: { name: 'x' },
    spec,
  });

  it.each([
    {
      spec: {},
      text: 'spec.podCIDRType: Unsupported value: "": supported values: "auto", "cluster", "calico", "cilium", "none"',
    },
    {
      spec: { podCIDRType: 'none', hijackCIDR: ['everything'] },
      text: 'spec.extraCIDR[0]: Invalid value: "everything": ParseAddr("everything"): unable to parse IP',
    },
    {
      spec: { podCIDRType: 'none', hijackCIDR: ['every/thing'] },
      text: 'spec.extraCIDR[0]: Invalid value: "every/thing": invalid CIDR address: every/thing',
    },
    {
      spec: { podCIDRType: 'none', policyRoutes: [{ dst: '10.0.0.0/8', gw: 'fd00::1' }] },
      text: 'spec.policyRoutes[0]: Invalid value: v2beta1.Route{Dst:"10.0.0.0/8", Gw:"fd00::1"}: dst and gw must use the same IP family',
    },
    {
      spec: { podCIDRType: 'none', podMACPrefix: '0a' },
      text: 'spec.podMACPrefix: Invalid value: "0a": not a valid MAC prefix',
    },
    {
      spec: { podCIDRType: 'none', txQueueLen: -1 },
      text: "spec.txQueueLen: Invalid value: -1: txQueueLen can't be less than 0",
    },
    {
      spec: { podCIDRType: 'none', podRPFilter: 3 },
      text: 'spec.podRPFilter: Unsupported value: 3: supported values: "0", "1", "2"',
    },
    {
      spec: { podCIDRType: 'none', vethLinkAddress: 'x' },
      text: 'spec.vethLinkAddress: Invalid value: "x": vethLinkAddress is an invalid IP address',
    },
  ])('refuses $spec', ({ spec, text }) => {
    const bench = createBench(bareCluster);
    expect(refusal(() => bench.create(coordinator(spec))).message).toBe(
      `admission webhook "spidercoordinator.spiderpool.spidernet.io" denied the request: SpiderCoordinator.spiderpool.spidernet.io "x" is invalid: ${text}`,
    );
  });

  it('is filled in, and Synced soon', () => {
    const bench = createBench([
      ...bareCluster,
      coordinator({ podCIDRType: 'auto', hijackCIDR: ['169.254.0.1', '10.0.0.0/8'] }),
    ]);
    bench.run(1);
    expect(
      bench.store.get('spiderpool.spidernet.io/v2beta1/spidercoordinators', undefined, 'x'),
    ).toMatchObject({
      spec: {
        mode: 'auto',
        tunePodRoutes: true,
        hostRuleTable: 500,
        vethMTU: 1500,
        hijackCIDR: ['169.254.0.1/32', '10.0.0.0/8'],
      },
      status: { phase: 'Synced' },
    });
  });
});
