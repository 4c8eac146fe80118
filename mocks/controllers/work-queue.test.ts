import { describe, expect, it } from 'vitest';
import { createManualClock } from '../manual-clock.ts';
import { notFound } from '../store/status-errors.ts';
import { createWorkQueue } from './work-queue.ts';

/** A queue that writes down when it reconciles what, in milliseconds from the start. */
function create(react: (key: string, count: number) => void = () => undefined) {
  const clock = createManualClock();
  const start = clock.now();
  const log: string[] = [];
  const reports: unknown[] = [];
  const queue = createWorkQueue(
    clock,
    (key) => {
      log.push(`${clock.now() - start} ${key}`);
      react(key, log.length);
    },
    (error) => reports.push(error),
  );
  return { clock, queue, log, reports };
}

describe('the work queue', () => {
  it('reconciles later, and a key once however often it was added', () => {
    const { clock, queue, log } = create();
    for (const key of ['a', 'b', 'a', 'a']) queue.add(key);
    expect(log).toEqual([]);
    clock.advance(0);
    expect(log).toEqual(['0 a', '0 b']);
  });

  it('reconciles a key again that is added while it is reconciled', () => {
    const { clock, queue, log } = create((key, count) => {
      if (count === 1) queue.add(key);
    });
    queue.add('a');
    clock.advance(0);
    expect(log).toEqual(['0 a', '0 a']);
  });

  it('keeps the earliest of several delays', () => {
    const { clock, queue, log } = create();
    queue.addAfter('a', 500);
    queue.addAfter('a', 200);
    queue.addAfter('a', 900);
    clock.advance(2_000);
    expect(log).toEqual(['200 a']);
  });

  it('tries again with doubling delay, which starts anew after a success', () => {
    const { clock, queue, log, reports } = create((_key, count) => {
      if (count <= 3 || count === 5) throw notFound('v1/pods', 'web');
    });
    queue.add('a');
    clock.advance(1_000);
    expect(log).toEqual(['0 a', '5 a', '15 a', '35 a']);
    queue.add('a');
    clock.advance(1_000);
    expect(log.slice(4)).toEqual(['1000 a', '1005 a']);
    expect(reports).toEqual([]);
  });

  it('retries what asks for it without throwing', () => {
    const { clock, queue, log } = create((key, count) => {
      if (count <= 2) queue.retry(key);
    });
    queue.add('a');
    clock.advance(1_000);
    expect(log).toEqual(['0 a', '5 a', '15 a']);
  });

  it('reports mistakes, and goes on with the other keys', () => {
    const mistake = new Error('mistake');
    const { clock, queue, log, reports } = create((key) => {
      if (key === 'a') throw mistake;
    });
    queue.add('a');
    queue.add('b');
    clock.advance(0);
    expect(log).toEqual(['0 a', '0 b']);
    expect(reports).toEqual([mistake]);
  });

  it('reports a key that never settles', () => {
    const { clock, queue, log, reports } = create((key) => queue.add(key));
    queue.add('a');
    clock.advance(0);
    expect(reports).toEqual([new Error('reconciling does not settle: a')]);
    expect(log.length).toBeLessThan(1_100);
  });

  it('does nothing after it was stopped', () => {
    const { clock, queue, log } = create();
    queue.add('a');
    queue.addAfter('b', 10);
    queue.stop();
    queue.add('c');
    clock.advance(1_000);
    expect(log).toEqual([]);
  });
});
