import type { Pod } from 'kubernetes-types/core/v1';
import { describe, expect, it } from 'vitest';
import { podSummary } from '../resources/pod-status.ts';
import { humanDuration, since } from './duration.ts';
import { readJsonPath } from './json-path.ts';
import { formatSelector } from './labels.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

it.each([
  [-2 * SECOND, '<invalid>'],
  [-1 * SECOND, '0s'],
  [999, '0s'],
  [119 * SECOND, '119s'],
  [2 * MINUTE, '2m'],
  [9 * MINUTE + 59 * SECOND, '9m59s'],
  [10 * MINUTE + 59 * SECOND, '10m'],
  [179 * MINUTE, '179m'],
  [3 * HOUR, '3h'],
  [7 * HOUR + 59 * MINUTE, '7h59m'],
  [47 * HOUR, '47h'],
  [2 * DAY, '2d'],
  [7 * DAY + 23 * HOUR, '7d23h'],
  [8 * DAY, '8d'],
  [729 * DAY, '729d'],
  [730 * DAY, '2y'],
  [3 * 365 * DAY + 5 * DAY, '3y5d'],
  [9 * 365 * DAY, '9y'],
])('%i ms are %s', (milliseconds, text) => {
  expect(humanDuration(milliseconds)).toBe(text);
});

it('says so when there is no time, or none that can be read', () => {
  expect([since(undefined, 0), since('', 0), since('never', 0), since(5, 0)]).toEqual([
    '<unknown>',
    '<unknown>',
    '<invalid>',
    '<invalid>',
  ]);
});

it.each([
  ['.spec.ips', ['a', 'b']],
  ['.spec.ips[0]', 'a'],
  ['.spec.ips[-1]', 'b'],
  ['.spec.ips[*]', 'a'],
  ["{.spec['ips'][1]}", 'b'],
  ['.status.conditions[?(@.type=="Ready")].status', 'True'],
  ['.status.conditions[?(@.type=="Gone")].status', undefined],
  [String.raw`.metadata.labels.a\.b/c`, 'd'],
  ['.nothing.here[0].x', undefined],
  ['.spec.count', 0],
])('JSONPath %s', (path, expected) => {
  const object = {
    metadata: { labels: { 'a.b/c': 'd' } },
    spec: { ips: ['a', 'b'], count: 0 },
    status: {
      conditions: [
        { type: 'Other', status: 'False' },
        { type: 'Ready', status: 'True' },
      ],
    },
  };
  expect(readJsonPath(path, object)).toEqual(expected);
});

it('writes selectors', () => {
  const matchExpressions = [
    { key: 'b', operator: 'In', values: ['2', '1'] },
    { key: 'c', operator: 'NotIn', values: ['3'] },
    { key: 'd', operator: 'Exists' },
    { key: 'e', operator: 'DoesNotExist' },
  ];
  expect(formatSelector({ matchLabels: { a: '1' }, matchExpressions })).toBe(
    '!e,a=1,b in (1,2),c notin (3),d',
  );
  expect(formatSelector({})).toBe('<none>');
});

describe('the status of a Pod', () => {
  const NOW = Date.parse('2026-01-01T01:00:00Z');
  const spec = { containers: [{ name: 'a' }, { name: 'b' }] };
  const running = { ready: true, state: { running: {} }, image: '', imageID: '' };
  const status = (pod: Pod, deleted = false) => podSummary(pod, deleted, NOW);

  it.each<[string, Pod, boolean, string, string]>([
    ['Pending', { spec, status: { phase: 'Pending' } }, false, '0/2', 'Pending'],
    [
      'gated',
      {
        spec,
        status: {
          phase: 'Pending',
          conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated' }],
        },
      },
      false,
      '0/2',
      'SchedulingGated',
    ],
    [
      'creating',
      {
        spec,
        status: {
          phase: 'Pending',
          containerStatuses: [
            {
              name: 'a',
              ready: false,
              restartCount: 0,
              image: '',
              imageID: '',
              state: { waiting: { reason: 'ContainerCreating' } },
            },
          ],
        },
      },
      false,
      '0/2',
      'ContainerCreating',
    ],
    [
      'running',
      {
        spec,
        status: {
          phase: 'Running',
          containerStatuses: [
            { name: 'a', restartCount: 0, ...running },
            { name: 'b', restartCount: 0, ...running },
          ],
        },
      },
      false,
      '2/2',
      'Running',
    ],
    ['terminating', { spec, status: { phase: 'Running' } }, true, '0/2', 'Terminating'],
    ['done and deleted', { spec, status: { phase: 'Succeeded' } }, true, '0/2', 'Succeeded'],
    ['lost', { spec, status: { phase: 'Running', reason: 'NodeLost' } }, true, '0/2', 'Unknown'],
    [
      'ended',
      {
        spec,
        status: {
          phase: 'Failed',
          containerStatuses: [
            {
              name: 'a',
              ready: false,
              restartCount: 0,
              image: '',
              imageID: '',
              state: { terminated: { exitCode: 3 } },
            },
          ],
        },
      },
      false,
      '0/2',
      'ExitCode:3',
    ],
    [
      'initializing',
      {
        spec: { ...spec, initContainers: [{ name: 'i' }, { name: 'j' }] },
        status: {
          phase: 'Pending',
          initContainerStatuses: [
            {
              name: 'i',
              ready: true,
              restartCount: 0,
              image: '',
              imageID: '',
              state: { terminated: { exitCode: 0 } },
            },
            { name: 'j', ready: false, restartCount: 0, image: '', imageID: '', state: { running: {} } },
          ],
        },
      },
      false,
      '0/2',
      'Init:1/2',
    ],
    [
      'failing to initialize',
      {
        spec: { ...spec, initContainers: [{ name: 'i' }] },
        status: {
          phase: 'Pending',
          initContainerStatuses: [
            {
              name: 'i',
              ready: false,
              restartCount: 2,
              image: '',
              imageID: '',
              state: { waiting: { reason: 'CrashLoopBackOff' } },
            },
          ],
        },
      },
      false,
      '0/2',
      'Init:CrashLoopBackOff',
    ],
  ])('%s', (_, pod, deleted, ready, text) => {
    expect(status(pod, deleted)).toMatchObject({ ready, status: text });
  });

  it('counts restarts, and says when the last one was', () => {
    const containerStatuses = [
      {
        name: 'a',
        restartCount: 2,
        ...running,
        lastState: { terminated: { exitCode: 1, finishedAt: '2026-01-01T00:55:00Z' } },
      },
      { name: 'b', restartCount: 1, ...running },
    ];
    expect(status({ spec, status: { phase: 'Running', containerStatuses } }).restarts).toBe('3 (5m ago)');
  });

  it('counts sidecars among the containers', () => {
    const initContainers = [{ name: 's', restartPolicy: 'Always' }];
    const initContainerStatuses = [{ name: 's', restartCount: 1, started: true, ...running }];
    const containerStatuses = [{ name: 'a', restartCount: 0, ...running }];
    const summary = status({
      spec: { ...spec, initContainers },
      status: { phase: 'Running', initContainerStatuses, containerStatuses },
    });
    expect(summary).toEqual({ ready: '2/3', status: 'Running', restarts: '1' });
  });
});
