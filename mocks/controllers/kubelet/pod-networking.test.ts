import { describe, expect, it } from 'vitest';
import type { PodNetwork, PodSandbox, SetUpResult } from '../pod-network.ts';
import { createTestCluster, testNode, testPod } from '../test-cluster.ts';

const READY: SetUpResult = {
  outcome: 'ready',
  podIPs: ['10.6.1.7', 'fd00::7'],
  annotations: { 'k8s.v1.cni.cncf.io/network-status': '[]' },
  events: [
    {
      type: 'Normal',
      reason: 'AddedInterface',
      message: 'Add eth0 [10.6.1.7/16] from kube-system/macvlan',
      source: 'multus',
    },
  ],
};

/** A network that answers as told, the last answer for ever, and remembers what it was asked. */
function script(...answers: ((sandbox: PodSandbox) => SetUpResult)[]) {
  const sandboxes: PodSandbox[] = [];
  const tornDown: string[] = [];
  const network: PodNetwork = {
    setUp(_pod, sandbox) {
      const answer = answers[Math.min(sandboxes.length, answers.length - 1)];
      sandboxes.push(sandbox);
      if (answer === undefined) throw new Error('no answer');
      return answer(sandbox);
    },
    tearDown: (pod) => void tornDown.push(pod.metadata.name),
  };
  return { network, sandboxes, tornDown };
}

function failure(sandbox: PodSandbox): SetUpResult {
  return {
    outcome: 'failed',
    message: `rpc error: code = Unknown desc = failed to setup network for sandbox "${sandbox.id}": no addresses`,
    events: [],
  };
}

function run(network: PodNetwork) {
  const test = createTestCluster({ nodes: [testNode('node-1')], network });
  test.create('v1/pods', testPod('web'));
  return test;
}

describe('the network of a Pod', () => {
  it('gives addresses, annotations and events', () => {
    const { network } = script(() => READY);
    const test = run(network);
    test.clock.advance(2_000);
    const [pod] = test.pods();
    expect(pod?.status).toMatchObject({
      phase: 'Running',
      podIP: '10.6.1.7',
      podIPs: [{ ip: '10.6.1.7' }, { ip: 'fd00::7' }],
    });
    expect(pod?.metadata.annotations).toEqual({ 'k8s.v1.cni.cncf.io/network-status': '[]' });
    expect(test.events('web')[1]).toBe(
      'Normal AddedInterface x1: Add eth0 [10.6.1.7/16] from kube-system/macvlan',
    );
  });

  it('may take its time with one sandbox', () => {
    const { network, sandboxes } = script(
      () => ({ outcome: 'wait', milliseconds: 2_000 }),
      () => ({ outcome: 'wait', milliseconds: 2_000 }),
      () => READY,
    );
    const test = run(network);
    test.clock.advance(4_000);
    expect(test.pods()[0]?.status?.containerStatuses?.[0]?.state).toEqual({
      waiting: { reason: 'ContainerCreating' },
    });
    test.clock.advance(2_000);
    expect(test.pods()[0]?.status?.phase).toBe('Running');
    expect(sandboxes).toHaveLength(3);
    expect(new Set(sandboxes.map(({ id }) => id)).size).toBe(1);
    expect(sandboxes[0]?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(test.clock.now() - (sandboxes[2]?.startedAt ?? 0)).toBe(5_500);
  });

  it('is tried again with a new sandbox and growing back-off, until it works', () => {
    const { network, sandboxes } = script(failure, failure, failure, () => READY);
    const test = run(network);
    const attempts: number[] = [];
    for (let time = 0; time < 10_000; time += 100) {
      test.clock.advance(100);
      attempts[sandboxes.length] ??= time + 100;
    }
    expect(attempts.slice(1)).toEqual([500, 1_500, 3_500, 7_500]);
    expect(sandboxes.map(({ attempt }) => attempt)).toEqual([0, 1, 2, 3]);
    expect(new Set(sandboxes.map(({ id }) => id)).size).toBe(4);
    expect(test.pods()[0]?.status?.phase).toBe('Running');
  });

  it('tells of each failed sandbox, and combines what is similar', () => {
    const { network } = script(failure);
    const test = run(network);
    test.clock.advance(120_000);
    const failures = test.events('web').filter((text) => text.includes('FailedCreatePodSandBox'));
    expect(failures).toHaveLength(10);
    for (const text of failures.slice(0, 9)) {
      expect(text).toMatch(
        /^Warning FailedCreatePodSandBox x1: Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "[0-9a-f]{64}": no addresses$/,
      );
    }
    expect(failures[9]).toMatch(
      /^Warning FailedCreatePodSandBox x\d: \(combined from similar events\): Failed to create pod sandbox: /,
    );
    expect(test.pods()[0]?.status?.phase).toBe('Pending');
  });

  it('is torn down before the Pod leaves, once it has stopped', () => {
    const { network, tornDown } = script(() => READY);
    const test = run(network);
    test.clock.advance(2_000);
    test.store.observe(({ type, resource }) => {
      if (resource === 'v1/pods' && type === 'DELETED') expect(tornDown).toEqual(['web']);
    });
    test.store.delete('v1/pods', 'default', 'web');
    test.clock.advance(500);
    expect(tornDown).toEqual([]);
    test.clock.advance(500);
    expect(tornDown).toEqual(['web']);
    expect(test.pods()).toEqual([]);
  });

  it.each([
    { what: 'never got one', answer: failure },
    { what: 'still waits for it', answer: (): SetUpResult => ({ outcome: 'wait', milliseconds: 2_000 }) },
    { what: 'is removed by force', answer: () => READY },
  ])('is torn down for a Pod that $what', ({ answer }) => {
    const { network, tornDown, sandboxes } = script(answer);
    const test = run(network);
    test.clock.advance(3_000);
    const asked = sandboxes.length;
    test.store.delete('v1/pods', 'default', 'web', { gracePeriodSeconds: 0 });
    test.clock.advance(20_000);
    expect(test.pods()).toEqual([]);
    expect(tornDown).toContain('web');
    expect(sandboxes).toHaveLength(asked);
  });
});
