import { afterEach, describe, expect, it, vi } from 'vitest';
import { createManualClock } from './manual-clock.ts';
import { createRealClock } from './real-clock.ts';

describe('a manual clock', () => {
  it('runs tasks at their time and in order, also those that tasks add', () => {
    const clock = createManualClock(1000);
    const ran: string[] = [];
    const note = (name: string) => () => void ran.push(`${name}@${clock.now()}`);
    clock.after(20, note('c'));
    clock.after(10, note('a'));
    clock.after(10, note('b'));
    clock.after(5, () => clock.after(10, note('later')));
    clock.after(15, note('cancelled')).cancel();
    clock.advance(19);
    expect(ran).toEqual(['a@1010', 'b@1010', 'later@1015']);
    expect(clock.now()).toBe(1019);
    clock.advance(1);
    expect(ran.at(-1)).toBe('c@1020');
  });
});

describe('a real clock', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('lives through what lies before now at once, and runs on from there', () => {
    vi.useFakeTimers({ now: 100_000 });
    const clock = createRealClock({ behind: 60_000 });
    const ran: string[] = [];
    const every = (name: string, delay: number) => {
      clock.after(delay, () => {
        ran.push(`${name}@${clock.now()}`);
        every(name, delay);
      });
    };
    every('tick', 25_000);
    clock.after(59_000, () => clock.after(2_000, () => ran.push('across')));
    expect(clock.now()).toBe(40_000);
    clock.catchUp();
    expect(ran).toEqual(['tick@65000', 'tick@90000']);
    expect(clock.now()).toBe(100_000);
    vi.advanceTimersByTime(999);
    expect(ran).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(ran.at(-1)).toBe('across');
    vi.advanceTimersByTime(14_000);
    expect(ran.at(-1)).toBe('tick@115000');
    clock.stop();
    vi.advanceTimersByTime(60_000);
    expect(ran.at(-1)).toBe('tick@115000');
  });

  it('can be faster than the wall', () => {
    vi.useFakeTimers({ now: 0 });
    const clock = createRealClock({ speed: 10 });
    let at = 0;
    clock.after(10_000, () => (at = clock.now()));
    vi.advanceTimersByTime(1_000);
    expect(at).toBe(10_000);
    clock.after(10, () => (at = -1)).cancel();
    vi.advanceTimersByTime(1_000);
    expect(at).toBe(10_000);
  });
});
