import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/api-client.ts';
import { AgentRefusal, AgentUnreachable } from './agent-client.ts';
import { createWorkOrder } from './work-order.ts';

const refused = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

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

  it.each([refused(), new AgentUnreachable('no socket'), new ApiError(503, '', 'later')])(
    'is tried again while nobody answers, and told of once: %s',
    async (failure) => {
      const reports: unknown[] = [];
      let tries = 0;
      const order = createWorkOrder((error) => reports.push(error));
      order.add('a', async () => {
        tries += 1;
        if (tries < 3) throw failure;
      });
      await order.idle();
      expect([tries, reports]).toEqual([3, [failure]]);
    },
  );

  it.each([
    { error: new ApiError(422, 'Invalid', 'no'), told: 1 },
    { error: new ApiError(404, 'NotFound', 'no'), told: 0 },
    { error: new ApiError(409, 'AlreadyExists', 'no'), told: 0 },
    { error: new AgentRefusal('no'), told: 1 },
    { error: new TypeError('a mistake here'), told: 1 },
  ])('is given up: $error', async ({ error: failure, told }) => {
    const reports: unknown[] = [];
    let tries = 0;
    const order = createWorkOrder((error) => reports.push(error));
    order.add('a', async () => {
      tries += 1;
      throw failure;
    });
    await order.idle();
    expect([tries, reports.length]).toEqual([1, told]);
  });

  it('is tried a few times more when somebody else wrote at the same moment, and told of when it is given up', async () => {
    const reports: unknown[] = [];
    let tries = 0;
    const order = createWorkOrder((error) => reports.push(error));
    const conflict = new ApiError(409, 'Conflict', 'the object has been modified');
    order.add('a', async () => {
      tries += 1;
      throw conflict;
    });
    await order.idle();
    expect([tries, reports]).toEqual([3, [conflict]]);
  });

  it('ends with the stand-in', async () => {
    let tries = 0;
    const order = createWorkOrder(() => undefined);
    order.add('a', async () => {
      tries += 1;
      throw refused();
    });
    await delay(20);
    order.stop();
    order.add('a', async () => void (tries += 1));
    await order.idle();
    expect(tries).toBe(1);
  });
});
