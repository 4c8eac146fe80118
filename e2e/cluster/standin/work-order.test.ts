import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/api-client.ts';
import { createWorkOrder } from './work-order.ts';

describe('work for objects', () => {
  it('is done in order for one, and side by side for several', async () => {
    const done: string[] = [];
    const order = createWorkOrder(() => undefined);
    const work = (name: string, time: number) => async () => {
      await delay(time);
      done.push(name);
    };
    order.add('a', work('a1', 40));
    order.add('a', work('a2', 0));
    order.add('b', work('b1', 0));
    await order.idle();
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });

  it('is tried again while nobody answers', async () => {
    let tries = 0;
    const order = createWorkOrder(() => undefined);
    order.add('a', async () => {
      tries += 1;
      if (tries < 3) throw tries === 1 ? new Error('connect ECONNREFUSED') : new ApiError(503, '', 'later');
    });
    await order.idle();
    expect(tries).toBe(3);
  });

  it.each([
    { code: 422, told: 1 },
    { code: 404, told: 0 },
    { code: 409, told: 0 },
  ])('is given up when the answer is $code', async ({ code, told }) => {
    const reports: unknown[] = [];
    let tries = 0;
    const order = createWorkOrder((error) => reports.push(error));
    order.add('a', async () => {
      tries += 1;
      throw new ApiError(code, '', 'no');
    });
    await order.idle();
    expect([tries, reports.length]).toEqual([1, told]);
  });

  it('is tried a few times more when somebody else wrote at the same moment', async () => {
    let tries = 0;
    const order = createWorkOrder(() => undefined);
    order.add('a', async () => {
      tries += 1;
      throw new ApiError(409, 'Conflict', 'the object has been modified');
    });
    await order.idle();
    expect(tries).toBe(3);
  });

  it('ends with the stand-in', async () => {
    let tries = 0;
    const order = createWorkOrder(() => undefined);
    order.add('a', async () => {
      tries += 1;
      throw new Error('connect ECONNREFUSED');
    });
    await delay(20);
    order.stop();
    order.add('a', async () => void (tries += 1));
    await order.idle();
    expect(tries).toBe(1);
  });
});
