import * as fc from 'fast-check';
import type { DeviceNeed } from '../../multus/device-need.ts';
import { interfaceNames } from '../../multus/networks.ts';
import { neededDevices } from '../device-resources.ts';
import type { ElasticDraft, NetworkDraft, NicDraft } from '../draft.ts';
import { emptyNic, newNetwork } from '../new-draft.ts';
import { someNumberText, someText } from './values.ts';

const attachment = fc
  .tuple(
    fc.constantFrom('kube-system', 'net-a'),
    fc.constantFrom('macvlan', 'ipvlan-1', 'sriov-a', 'sriov-b', 'dot.ted'),
  )
  .map((parts) => parts.join('/'));

/** The attachments of the generated drafts that need a device. */
export function resourceOf(id: string): DeviceNeed | undefined {
  if (id.endsWith('ipvlan-1')) return { name: 'example.com/rdma', shared: true };
  const name = /sriov-[ab]$/.exec(id)?.[0].replace('sriov-', 'example.com/');
  return name === undefined ? undefined : { name, shared: false };
}

const names = fc.uniqueArray(someText, { maxLength: 2 });

function nic(source: NetworkDraft['source']): fc.Arbitrary<NicDraft> {
  const common = { attachment, interfaceName: fc.constantFrom('', '', '', 'uplink', 'eth1') };
  switch (source) {
    case 'default':
      return fc.record(common).map((row) => ({ ...emptyNic(), ...row }));
    case 'pools':
      return fc
        .record({ ...common, pools: fc.record({ ipv4: names, ipv6: names }), cleanGateway: fc.boolean() })
        .map(({ cleanGateway, ...row }) => ({
          ...emptyNic(),
          ...row,
          cleanGateway: cleanGateway && row.pools.ipv4.length + row.pools.ipv6.length > 0,
        }));
    case 'fixed': {
      const subnet = fc.oneof(fc.constant(''), someText);
      return fc
        .record({ ...common, subnets: fc.record({ ipv4: subnet, ipv6: subnet }) })
        .map((row) => ({ ...emptyNic(), ...row }));
    }
  }
}

/** `"+0"` and "switched off" are the same text; off is the one that is read. */
const elastic: fc.Arbitrary<ElasticDraft> = fc.oneof(
  fc.constant<ElasticDraft>({ ...newNetwork().elastic, enabled: false }),
  fc.record<ElasticDraft>({
    enabled: fc.constant(true),
    count: fc.nat({ max: 99 }).map((count) => String(count + 1)),
    form: fc.constantFrom('elastic', 'total'),
  }),
);

function hasAddresses({ source, nics, eth0 }: NetworkDraft): boolean {
  const rows = [eth0, ...nics];
  if (source === 'fixed') return rows.some(({ subnets }) => subnets.ipv4 !== '' || subnets.ipv6 !== '');
  return source === 'default' || rows.some(({ pools }) => pools.ipv4.length + pools.ipv6.length > 0);
}

function withNics(source: NetworkDraft['source'], maxNics: number): fc.Arbitrary<NetworkDraft> {
  const route = fc.record({ destination: someText, gateway: someText });
  const network = fc
    .record({
      elastic,
      keepPool: fc.boolean(),
      eth0: fc.tuple(nic(source), fc.boolean()),
      nics: fc.array(nic(source), { minLength: 1, maxLength: maxNics }),
      routes: fc.array(route, { maxLength: 2 }),
      defaultRoute: fc.integer({ min: -1, max: maxNics }),
    })
    .map(({ defaultRoute, eth0: [eth0, chosen], ...rest }): NetworkDraft => {
      const nics = rest.nics.map((row, index) => ({ ...row, defaultRoute: defaultRoute === index + 1 }));
      return {
        ...rest,
        source,
        nics,
        eth0: {
          ...eth0,
          attachment: chosen ? eth0.attachment : '',
          interfaceName: '',
          defaultRoute: defaultRoute === 0,
        },
        deviceResources: [],
        ...(source === 'fixed' ? {} : { elastic: newNetwork().elastic, keepPool: false }),
      };
    })
    .filter((draft) => hasAddresses(draft) && new Set(interfaceNames(draft.nics)).size === draft.nics.length);
  return network.chain((draft) =>
    fc.array(someNumberText, { minLength: 3, maxLength: 3 }).map((counts) => ({
      ...draft,
      deviceResources: neededDevices(draft, resourceOf).map(({ name }, index) => ({
        name,
        count: counts[index] ?? '1',
      })),
    })),
  );
}

/** Networks in the form in which they are read: what has no effect in a mode has its first value. */
export function arbitraryNetwork(maxNics = 4): fc.Arbitrary<NetworkDraft> {
  return fc.oneof(
    fc.constant(newNetwork()),
    withNics('fixed', maxNics),
    withNics('pools', maxNics),
    withNics('default', maxNics),
  );
}
