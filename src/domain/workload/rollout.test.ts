import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCountOrPercent, rolloutOf } from './rollout.ts';

const rolling = (maxSurge: string, maxUnavailable: string) =>
  ({ strategy: 'RollingUpdate', maxSurge, maxUnavailable }) as const;

describe('parseCountOrPercent', () => {
  it.each([
    ['0', { kind: 'count', value: 0 }],
    ['12', { kind: 'count', value: 12 }],
    ['25%', { kind: 'percent', value: 25 }],
    ['150%', { kind: 'percent', value: 150 }],
  ])('reads %s', (text, value) => {
    expect(parseCountOrPercent(text)).toEqual({ ok: true, value });
  });

  it.each(['', '-1', '01', '1.5', '2.5%', '%', '25 %', '25%%', 'x', '99999999999'])('refuses %j', (text) => {
    expect(parseCountOrPercent(text)).toEqual({ ok: false, error: 'syntax' });
  });
});

describe('rolloutOf', () => {
  it.each([
    [1, '25%', '25%', { surge: 1, unavailable: 0, peak: 2 }],
    [3, '25%', '25%', { surge: 1, unavailable: 0, peak: 4 }],
    [4, '25%', '25%', { surge: 1, unavailable: 1, peak: 5 }],
    [5, '25%', '25%', { surge: 2, unavailable: 1, peak: 7 }],
    [8, '', '', { surge: 2, unavailable: 2, peak: 10 }],
    [3, '0', '0', { surge: 0, unavailable: 1, peak: 3 }],
    [3, '0', '25%', { surge: 0, unavailable: 1, peak: 3 }],
    [3, '2', '5', { surge: 2, unavailable: 3, peak: 5 }],
    [0, '25%', '25%', { surge: 0, unavailable: 1, peak: 0 }],
    [10, '110%', '100%', { surge: 11, unavailable: 10, peak: 21 }],
    [3, '0%', '1', { surge: 0, unavailable: 1, peak: 3 }],
  ])('%d replicas, surge %j, unavailable %j', (replicas, maxSurge, maxUnavailable, rollout) => {
    expect(rolloutOf(replicas, rolling(maxSurge, maxUnavailable))).toEqual({ ok: true, value: rollout });
  });

  it('starts nothing before the end of all under Recreate, whatever the numbers say', () => {
    const value = { surge: 0, unavailable: 3, peak: 3 };
    expect(rolloutOf(3, { ...rolling('x', 'y'), strategy: 'Recreate' })).toEqual({ ok: true, value });
  });

  it.each([
    ['x', '1'],
    ['1', 'x'],
  ])('refuses surge %s and unavailable %s', (maxSurge, maxUnavailable) => {
    expect(rolloutOf(3, rolling(maxSurge, maxUnavailable))).toEqual({ ok: false, error: 'syntax' });
  });

  it('always makes progress and rounds each percentage towards more Pods', () => {
    const percent = fc.nat({ max: 100 });
    fc.assert(
      fc.property(fc.nat({ max: 500 }), percent, percent, (replicas, surge, unavailable) => {
        const rollout = rolloutOf(replicas, rolling(`${surge}%`, `${unavailable}%`));
        if (!rollout.ok) throw new Error(rollout.error);
        expect(rollout.value.surge + rollout.value.unavailable).toBeGreaterThan(0);
        expect(rollout.value.surge * 100).toBeGreaterThanOrEqual(surge * replicas);
        expect(rollout.value.surge * 100).toBeLessThan(surge * replicas + 100);
      }),
    );
  });
});
