import { POOLS, SPIDERPOOL_API, SUBNETS } from '../../spiderpool/names.ts';
import type { StoredObject } from '../scenario.ts';

/** Pools and subnets that no webhook would let in, as an older version, a restored backup or a broken disk leaves them. */

function pool(name: string, spec: unknown, status?: unknown): StoredObject {
  const object = { apiVersion: SPIDERPOOL_API, kind: 'SpiderIPPool', metadata: { name }, spec };
  return { resource: POOLS, object: status === undefined ? object : { ...object, status } };
}

function subnet(name: string, spec: unknown, status?: unknown): StoredObject {
  const object = { apiVersion: SPIDERPOOL_API, kind: 'SpiderSubnet', metadata: { name }, spec };
  return { resource: SUBNETS, object: status === undefined ? object : { ...object, status } };
}

const NET6 = { ipVersion: 4, subnet: '10.6.0.0/16' };
const LAST_V6 = 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff';

export const hostilePools: readonly StoredObject[] = [
  pool('everything-v6', {
    ipVersion: 6,
    subnet: '::/0',
    ips: [`::-${LAST_V6}`],
    default: false,
    disable: false,
  }),
  pool('everything-v4', { ipVersion: 4, subnet: '0.0.0.0/0', ips: ['0.0.0.0-255.255.255.255'] }),
  pool(
    'allocations-not-json',
    { ...NET6, ips: ['10.6.1.1-10.6.1.9'] },
    { allocatedIPs: '{"10.6.1.1":', totalIPCount: 9 },
  ),
  pool('allocations-a-list', { ...NET6, ips: ['10.6.2.1-10.6.2.9'] }, { allocatedIPs: '[1,2,3]' }),
  pool('counts-of-the-moon', { ...NET6, ips: ['10.6.3.1'] }, { totalIPCount: -1, allocatedIPCount: 1e30 }),
  pool('without-status', { ...NET6, ips: ['10.6.4.1-10.6.4.9'] }),
  pool('without-family', { subnet: '10.6.0.0/16', ips: ['10.6.5.1-10.6.5.9'] }),
  pool('without-addresses', { ...NET6 }),
  pool('without-spec', undefined),
  pool('spec-of-null', null),
  pool('bad-ranges', {
    ...NET6,
    ips: ['10.6.6.1 - 10.6.6.9', '10.6.6.300', '10.6.6.9-10.6.6.1', 'a-b-c', '10.6.0.0/24', ''],
  }),
  pool('bad-cidr', { ipVersion: 4, subnet: '10.6.0.1/16', ips: ['10.6.7.1-10.6.7.9'] }),
  pool('other-family', { ipVersion: 4, subnet: 'fd00::/64', ips: ['fd00::1-fd00::9'], gateway: '10.6.0.1' }),
  pool('bad-selector', {
    ...NET6,
    ips: ['10.6.8.1-10.6.8.9'],
    podAffinity: { matchExpressions: [{ key: 'app', operator: 'Like', values: ['web%'] }] },
  }),
  pool('wrong-types', {
    ...NET6,
    ips: '10.6.9.1',
    default: 'yes',
    multusName: 'kube-system/macvlan-ens192',
    nodeName: {},
  }),
  pool(`long-${'x'.repeat(240)}`, { ...NET6, ips: ['10.6.10.1-10.6.10.9'] }),
  pool('1e3', { ...NET6, ips: ['10.6.11.1-10.6.11.9'] }),
  pool('null', { ...NET6, ips: ['10.6.12.1-10.6.12.9'] }),
];

export const hostileSubnets: readonly StoredObject[] = [
  subnet('everything', { ipVersion: 6, subnet: '::/0', ips: [`::-${LAST_V6}`] }),
  subnet(
    'handed-out-not-json',
    { ipVersion: 4, subnet: '10.8.0.0/16', ips: ['10.8.0.1-10.8.0.9'] },
    { controlledIPPools: 'oops' },
  ),
  subnet('without-addresses', { ipVersion: 4, subnet: '10.10.0.0/16' }),
  subnet('without-spec', undefined),
];
