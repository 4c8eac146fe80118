import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCronSchedule } from './cron-schedule.ts';

const FROM = Date.UTC(2026, 0, 15, 8, 0, 30);
const at = (time: number | undefined) =>
  time === undefined ? undefined : new Date(time).toISOString().slice(0, 16);

describe('a schedule', () => {
  it.each([
    ['* * * * *', '2026-01-15T08:01'],
    ['*/15 * * * *', '2026-01-15T08:15'],
    ['5/20 * * * *', '2026-01-15T08:05'],
    ['0 3 * * *', '2026-01-16T03:00'],
    ['30 9-17/4 * * *', '2026-01-15T09:30'],
    ['0 0 1 * *', '2026-02-01T00:00'],
    ['0 0 31 * *', '2026-01-31T00:00'],
    ['0 0 29 2 *', '2028-02-29T00:00'],
    ['0 12 * * MON-FRI', '2026-01-15T12:00'],
    ['0 7 * * sat,sun', '2026-01-17T07:00'],
    ['0 0 1 JAN *', '2027-01-01T00:00'],
    // Both day fields given: either may fit. 2026-01-16 is a Friday.
    ['0 0 20 * 5', '2026-01-16T00:00'],
    ['0 0 ? * 5', '2026-01-16T00:00'],
    // A star with a step counts as given, as in robfig/cron.
    ['0 0 */10 * 1', '2026-01-19T00:00'],
    ['@hourly', '2026-01-15T09:00'],
    ['@daily', '2026-01-16T00:00'],
    ['@weekly', '2026-01-18T00:00'],
    ['@monthly', '2026-02-01T00:00'],
    ['@yearly', '2027-01-01T00:00'],
    ['0 0 30 2 *', undefined],
  ])('%s is next due at %s', (text, expected) => {
    expect(at(parseCronSchedule(text)?.next(FROM))).toBe(expected);
  });

  it.each([
    '',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 7',
    '5-1 * * * *',
    '*/0 * * * *',
    'a * * * *',
    '1-2-3 * * * *',
    '1/2/3 * * * *',
    '-1 * * * *',
    '@often',
    '@every 1h',
  ])('"%s" is none', (text) => {
    expect(parseCronSchedule(text)).toBeUndefined();
  });

  it('finds the first minute that fits, and no other before it', () => {
    const minute = fc.integer({ min: 0, max: 59 });
    const hour = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(minute, hour, fc.integer({ min: 0, max: 6 }), fc.nat(2 ** 31), (m, h, day, seconds) => {
        const from = seconds * 1000;
        const next = parseCronSchedule(`${m} ${h} * * ${day}`)?.next(from) ?? 0;
        const date = new Date(next);
        expect([date.getUTCMinutes(), date.getUTCHours(), date.getUTCDay()]).toEqual([m, h, day]);
        expect(next % 60_000).toBe(0);
        expect(next).toBeGreaterThan(from);
        expect(next - from).toBeLessThanOrEqual(7 * 86_400_000);
      }),
    );
  });
});
