import { expect, it } from 'vitest';
import { createRotation } from './rotation.ts';

const settled = () => new Promise(setImmediate);

/** Things that are started and renewed when the test says so: `a1` is the first of kind `a`. */
function byHand(most: number, startsAtOnce = 1) {
  const log: string[] = [];
  const starts: (() => void)[] = [];
  const renewals: ((isNew: boolean) => void)[] = [];
  let count = 0;
  const rotation = createRotation<string, string>({
    most,
    startsAtOnce,
    start(kind) {
      count += 1;
      const name = `${kind}${count}`;
      log.push(`start ${name}`);
      return new Promise((resolve, reject) => {
        starts.push(() => (kind === 'bad' ? reject(new Error('no port')) : resolve(name)));
      });
    },
    renew(thing) {
      log.push(`renew ${thing}`);
      return new Promise((resolve) => {
        renewals.push(resolve);
      });
    },
    end(thing) {
      log.push(`end ${thing}`);
      return Promise.resolve();
    },
  });
  return {
    rotation,
    log,
    /** The one that is starting is ready, or does not start. */
    started: async () => {
      await settled();
      starts.shift()?.();
      await settled();
    },
    renewed: async (isNew = true) => {
      await settled();
      renewals.shift()?.(isNew);
      await settled();
    },
  };
}

it('gives one that was given back to the next, when it is as good as new', async () => {
  const { rotation, log, started, renewed } = byHand(2);
  const first = rotation.take('a');
  await started();
  rotation.giveBack(await first);
  await renewed();
  expect(await rotation.take('a')).toBe('a1');
  expect(log).toEqual(['start a1', 'renew a1']);
});

it('starts one only for who has no renewal to wait for', async () => {
  const { rotation, log, started, renewed } = byHand(3);
  const first = rotation.take('a');
  await started();
  rotation.giveBack(await first);
  const second = rotation.take('a');
  const third = rotation.take('a');
  await settled();
  expect(log).toEqual(['start a1', 'renew a1', 'start a2']);
  await started();
  // What is ready first goes to who came first.
  expect(await second).toBe('a2');
  await renewed();
  expect(await third).toBe('a1');
});

it('starts as many side by side as it may', async () => {
  const { rotation, log, started } = byHand(3, 2);
  const all = ['a', 'b', 'c'].map((kind) => rotation.take(kind));
  await settled();
  expect(log).toEqual(['start a1', 'start b2']);
  await started();
  expect(log).toEqual(['start a1', 'start b2', 'start c3']);
  await started();
  await started();
  expect(await Promise.all(all)).toEqual(['a1', 'b2', 'c3']);
});

it('starts one at a time where no more are allowed', async () => {
  const { rotation, log, started } = byHand(3);
  const both = [rotation.take('a'), rotation.take('b')];
  await settled();
  expect(log).toEqual(['start a1']);
  await started();
  expect(log).toEqual(['start a1', 'start b2']);
  await started();
  expect(await Promise.all(both)).toEqual(['a1', 'b2']);
});

it('ends one that can not be renewed, and starts another for who waits', async () => {
  const { rotation, log, started, renewed } = byHand(1);
  const first = rotation.take('a');
  await started();
  rotation.giveBack(await first);
  const second = rotation.take('a');
  await renewed(false);
  await started();
  expect(await second).toBe('a2');
  expect(log).toEqual(['start a1', 'renew a1', 'end a1', 'start a2']);
});

it('ends one of another kind to make room', async () => {
  const { rotation, log, started, renewed } = byHand(1);
  const first = rotation.take('a');
  await started();
  const other = rotation.take('b');
  rotation.giveBack(await first);
  await renewed();
  await started();
  expect(await other).toBe('b2');
  expect(log).toEqual(['start a1', 'renew a1', 'end a1', 'start b2']);
});

it('starts nothing, and ends nothing, for who has got another meanwhile', async () => {
  const { rotation, log, started, renewed } = byHand(3);
  const first = rotation.take('a');
  await started();
  const other = rotation.take('b');
  const second = rotation.take('a');
  rotation.giveBack(await first);
  await renewed();
  expect(await second).toBe('a1');
  await started();
  expect(await other).toBe('b2');
  await settled();
  expect(log).toEqual(['start a1', 'start b2', 'renew a1']);
});

it('ends the kind that was asked for longest ago', async () => {
  const { rotation, log, started, renewed } = byHand(2);
  const all = [rotation.take('a'), rotation.take('b')];
  await started();
  await started();
  for (const taken of all) rotation.giveBack(await taken);
  await renewed();
  await renewed();
  rotation.giveBack(await rotation.take('a'));
  await renewed();
  const other = rotation.take('c');
  await started();
  expect(await other).toBe('c3');
  expect(log.filter((line) => line.startsWith('end'))).toEqual(['end b2']);
});

it('tells who waits when one does not start, and goes on', async () => {
  const { rotation, started } = byHand(1);
  const bad = rotation.take('bad');
  const good = rotation.take('a');
  await Promise.all([expect(bad).rejects.toThrow('no port'), started()]);
  await started();
  expect(await good).toBe('a2');
});
