import { describe, expect, it } from 'vitest';
import { createBench, refusal } from '../bench.ts';
import { bareCluster, pool6 } from '../bench-objects.ts';
import { POOLS } from '../names.ts';
import type { SpiderpoolSettings } from '../settings.ts';

const ENVELOPE = 'admission webhook "spiderippool.spiderpool.spidernet.io" denied the request: ';
const DETERMINED =
  "total IP addresses of an IPPool are jointly determined by 'spec.ips' and 'spec.excludeIPs'";

const neighbour = pool6('neighbour', 1);

describe('changing a SpiderIPPool (reference 2.2)', () => {
  const changed = (change: Record<string, unknown>, allocated?: string) => {
    const bench = createBench([...bareCluster, neighbour]);
    bench.run(1);
    if (allocated !== undefined) {
      bench.store.modify(
        POOLS,
        undefined,
        'neighbour',
        (object) => {
          object.status = {
            allocatedIPs: JSON.stringify({ [allocated]: { pod: 'default/web-1', podUid: 'u' } }),
          };
        },
        { subresource: 'status' },
      );
    }
    return refusal(() =>
      bench.change(POOLS, undefined, 'neighbour', (object) => {
        object.spec = { ...(object.spec as object), ...change };
      }),
    ).message;
  };
  const invalid = `${ENVELOPE}SpiderIPPool.spiderpool.spidernet.io "neighbour" is invalid: `;

  it.each([
    { title: 'the family', change: { ipVersion: 6 }, text: 'spec.ipVersion: Forbidden: is not changeable' },
    {
      title: 'the CIDR',
      change: { subnet: '10.7.0.0/16' },
      text: 'spec.subnet: Forbidden: is not changeable',
    },
  ])('never touches $title', ({ change, text }) => {
    expect(changed(change)).toBe(`${invalid}${text}`);
  });

  it('takes no address away that a Pod holds', () => {
    expect(changed({ ips: ['10.6.1.5-10.6.1.10'] }, '10.6.1.4')).toBe(
      `${invalid}spec.ips: Forbidden: remove an IP address 10.6.1.4 that is being used by Pod default/web-1, ${DETERMINED}`,
    );
  });
});

describe('the end of a SpiderIPPool (reference 2.2)', () => {
  const held = (settings: Partial<SpiderpoolSettings> = {}) => {
    const bench = createBench([...bareCluster, neighbour], settings);
    bench.run(1);
    const hold = (status: object) =>
      bench.store.modify(
        POOLS,
        undefined,
        'neighbour',
        (object) => {
          object.status = status;
        },
        { subresource: 'status' },
      );
    hold({
      totalIPCount: 10,
      allocatedIPCount: 1,
      allocatedIPs: '{"10.6.1.1":{"pod":"default/web-1","podUid":"u"}}',
    });
    return { bench, hold };
  };

  it('waits for the last address', () => {
    const { bench, hold } = held();
    bench.remove(POOLS, undefined, 'neighbour');
    bench.run(5);
    expect(bench.store.get(POOLS, undefined, 'neighbour')?.metadata.deletionTimestamp).toBeDefined();
    hold({ totalIPCount: 10, allocatedIPCount: 0 });
    bench.run(5);
    expect(bench.store.get(POOLS, undefined, 'neighbour')).toBeUndefined();
  });

  it('allows no change while it waits', () => {
    const { bench } = held();
    bench.remove(POOLS, undefined, 'neighbour');
    const status = refusal(() =>
      bench.change(POOLS, undefined, 'neighbour', (object) => {
        object.spec = { ...(object.spec as object), disable: true };
      }),
    );
    expect(status).toMatchObject({
      code: 403,
      message: `${ENVELOPE}forbidden: cannot update a terminating IPPool`,
    });
  });

  it('is refused while addresses are held, if the operator wants that', () => {
    const { bench } = held({ enableValidatingResourcesDeletedWebhook: true });
    expect(refusal(() => bench.remove(POOLS, undefined, 'neighbour')).message).toBe(
      `${ENVELOPE}spiderippools.spiderpool.spidernet.io "neighbour" is forbidden: cannot delete an IPPool with allocated IPs(1)`,
    );
  });
});
