import type { Pod, PodStatus } from 'kubernetes-types/core/v1';
import { describe, expect, it } from 'vitest';
import type { EventSummary } from '../events/event-summary.ts';
import { podState, restartsOf } from './pod-state.ts';

function pod(status: PodStatus, more: { node?: string; deleting?: boolean } = { node: 'worker1' }): Pod {
  return {
    metadata: {
      name: 'web-1',
      ...(more.deleting === true ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {}),
    },
    spec: { containers: [], ...(more.node === undefined ? {} : { nodeName: more.node }) },
    status,
  };
}

function event(reason: string, message: string, last = '2026-01-01T00:00:10Z', warning = true): EventSummary {
  return {
    uid: reason + last,
    warning,
    reason,
    message,
    object: { kind: 'Pod', name: 'web-1', uid: 'u' },
    count: 1,
    last,
  };
}

function waitingFor(reason: string): PodStatus {
  return {
    phase: 'Pending',
    containerStatuses: [
      { name: 'web', image: 'x', imageID: '', ready: false, restartCount: 2, state: { waiting: { reason } } },
    ],
  };
}

const ready: PodStatus = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] };
const exhausted = event(
  'FailedCreatePodSandBox',
  'spiderpool IP allocation error: failed to allocate any IPv4 IP address to NIC net1 from IPPools [p]: all IP addresses used out',
);

describe('podState', () => {
  it.each([
    ['running', pod(ready), []],
    ['notReady', pod({ phase: 'Running' }), []],
    ['succeeded', pod({ phase: 'Succeeded' }), []],
    ['failed', pod({ phase: 'Failed' }), []],
    ['ending', pod(ready, { node: 'worker1', deleting: true }), []],
    ['scheduling', pod({ phase: 'Pending' }, {}), []],
    ['creating', pod({ phase: 'Pending' }), []],
    ['image', pod(waitingFor('ImagePullBackOff')), []],
    ['crashing', pod(waitingFor('CrashLoopBackOff')), []],
    ['address', pod(waitingFor('ContainerCreating')), [exhausted]],
    ['network', pod(waitingFor('ContainerCreating')), [event('FailedCreatePodSandBox', 'something else')]],
  ] as const)('%s', (phase, subject, events) => {
    expect(podState(subject, events).phase).toBe(phase);
  });

  it('says why, with the event that says so', () => {
    expect(podState(pod({ phase: 'Pending' }), [exhausted]).failure).toMatchObject({
      failure: { cause: 'exhausted', interfaceName: 'net1', names: ['p'] },
      event: exhausted,
    });
  });

  it('explains a Pod that no node takes', () => {
    const event1 = event('FailedScheduling', '0/2 nodes are available: 2 Insufficient cpu.');
    expect(podState(pod({ phase: 'Pending' }, {}), [event1]).failure?.failure.cause).toBe('unschedulable');
  });

  it('forgets a failure that was overcome', () => {
    const later = event('Created', 'Created container', '2026-01-01T00:00:20Z', false);
    expect(podState(pod({ phase: 'Pending' }), [later, exhausted])).toEqual({ phase: 'creating' });
  });
});

describe('restartsOf', () => {
  it('adds up the containers', () => {
    expect(restartsOf(pod(waitingFor('x')))).toBe(2);
    expect(restartsOf(pod({}))).toBe(0);
  });
});
