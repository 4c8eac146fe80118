import { describe, expect, it } from 'vitest';
import { newestFailure, sandboxFailure, type PodEvent } from './newest-failure.ts';
import { agentMessage, combined } from './test-envelopes.ts';

const exhausted = agentMessage(
  'failed to allocate any IPv4 IP address to NIC net1 from IPPools [p]: all IP addresses used out',
);
const reserved =
  'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to reserve sandbox name "a": name "a" is reserved for "b"';
const timeout =
  'Failed to create pod sandbox: rpc error: code = DeadlineExceeded desc = context deadline exceeded';
const dead = agentMessage('dead Pod default/web-1, we cannot allocate IP addresees to it');

function event(message: string, minute: number, reason = 'FailedCreatePodSandBox', warning = true): PodEvent {
  return { reason, message, warning, last: `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z` };
}

describe('newestFailure', () => {
  it.each([
    ['the newest', [event(exhausted, 2), event(timeout, 1)], 'exhausted'],
    ['what was before a reserved name', [event(reserved, 3), event(exhausted, 1)], 'exhausted'],
    ['what was before combined noise', [event(combined(reserved), 3), event(exhausted, 1)], 'exhausted'],
    ['what was before the Pod was dead', [event(dead, 3), event(exhausted, 1)], 'exhausted'],
    ['what was before a time-out', [event(timeout, 3), event(exhausted, 1)], 'exhausted'],
    [
      'the time-out among noise',
      [event(reserved, 3), event(timeout, 2), event(reserved, 1)],
      'sandboxTimeout',
    ],
    ['the newest time-out', [event(timeout, 3), event(timeout, 2)], 'sandboxTimeout'],
    ['noise when there is nothing else', [event(reserved, 3)], 'sandboxNameReserved'],
  ] as const)('%s', (_, events, cause) => {
    expect(newestFailure(events, 'FailedCreatePodSandBox')?.failure.cause).toBe(cause);
  });

  it('gives the event with it', () => {
    const events = [event(timeout, 3), event(timeout, 2)];
    expect(newestFailure(events, 'FailedCreatePodSandBox')?.event).toBe(events[0]);
  });

  it('looks at warnings of the reason alone', () => {
    const events = [
      event('0/1 nodes are available: 1 x.', 2, 'FailedScheduling'),
      event('y', 1, 'FailedCreatePodSandBox', false),
    ];
    expect(newestFailure(events, 'FailedCreatePodSandBox')).toBeUndefined();
  });
});

describe('sandboxFailure', () => {
  it('forgets a failure that was overcome, noise or not', () => {
    const later = event('Created container web', 5, 'Created', false);
    expect(sandboxFailure([later, event(reserved, 4), event(exhausted, 1)])).toBeUndefined();
    expect(sandboxFailure([event(reserved, 6), later, event(exhausted, 1)])?.failure.cause).toBe('exhausted');
  });
});
