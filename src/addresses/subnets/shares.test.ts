import { expect, it } from 'vitest';
import { testPool, testSubnet } from '../../domain/test-cluster.ts';
import { sharesOf } from './shares.ts';

it('says of each pool what it has got, and how much of that Pods hold', () => {
  const controlledIPPools = JSON.stringify({
    q: { ips: ['10.7.0.13'] },
    p: { ips: ['10.7.0.10-10.7.0.12'], application: 'apps_v1_Deployment_default_web' },
  });
  const subnet = testSubnet('s', {}, { controlledIPPools });
  const held = { '10.7.0.11': { pod: 'a/b', podUid: 'u' }, '10.7.9.9': { pod: 'a/c', podUid: 'v' } };
  const p = testPool(
    'p',
    { subnet: '10.7.0.0/16', ips: ['10.7.0.10-10.7.0.12'] },
    { allocatedIPs: JSON.stringify(held) },
  );
  const shares = sharesOf(subnet, new Map([['p', p]]));
  expect(shares.map(({ pool, count, used, application }) => [pool, count, used, application?.name])).toEqual([
    ['p', 3n, 1n, 'web'],
    ['q', 1n, undefined, undefined],
  ]);
});
