import { expect, it } from 'vitest';
import { createSpares } from './spares.ts';

/** Things that are started when the test says so. */
function startedByHand() {
  const log: string[] = [];
  const waiting: (() => void)[] = [];
  const spares = createSpares<string, string>(
    'a',
    (kind) => {
      log.push(`start ${kind}`);
      const name = `${kind}${log.length}`;
      return new Promise((resolve) => {
        waiting.push(() => resolve(name));
      });
    },
    (thing) => {
      log.push(`end ${thing}`);
      return Promise.resolve();
    },
  );
  /** Lets the one that is starting be ready. */
  const ready = async () => {
    await new Promise(setImmediate);
    waiting.shift()?.();
    await new Promise(setImmediate);
  };
  return { spares, log, ready };
}

it('starts the next one when one has been taken, one at a time', async () => {
  const { spares, log, ready } = startedByHand();
  const first = spares.take('a');
  await new Promise(setImmediate);
  expect(log).toEqual(['start a']);
  await ready();
  expect(await first).toBe('a1');
  expect(log).toEqual(['start a', 'start a']);
  await ready();
  // It was ready before it was asked for.
  expect(await spares.take('a')).toBe('a2');
});

it('starts one of another kind when it is asked for, and keeps the spare', async () => {
  const { spares, log, ready } = startedByHand();
  void spares.take('a');
  await ready();
  const other = spares.take('b');
  await ready();
  await ready();
  expect(await other).toBe('b3');
  expect(log).toEqual(['start a', 'start a', 'start b']);
  expect(await spares.take('a')).toBe('a2');
});

it('goes on after one that did not start', async () => {
  let count = 0;
  const spares = createSpares<string, string>(
    'a',
    () => {
      count += 1;
      return count === 1 ? Promise.reject(new Error('no port')) : Promise.resolve(`started ${count}`);
    },
    () => Promise.resolve(),
  );
  await expect(spares.take('a')).rejects.toThrow('no port');
  expect(await spares.take('a')).toBe('started 2');
});

it('ends the spare at the end, and starts nothing any more', async () => {
  const { spares, log, ready } = startedByHand();
  void spares.take('a');
  await ready();
  const closing = spares.close();
  await ready();
  await closing;
  expect(log).toEqual(['start a', 'start a', 'end a2']);
  await expect(spares.take('a')).rejects.toThrow('nothing is started any more');
});
