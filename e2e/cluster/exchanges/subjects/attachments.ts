import { get, merge, post, put, remove, script } from '../script.ts';
import type { Script } from '../script.ts';
import { attachment, multusConfig } from './objects.ts';
import { ATTACHMENTS, COORDINATORS, ENDPOINTS, MULTUS_CONFIGS } from './paths.ts';

const dry = (spec: Record<string, unknown>, meta: Record<string, unknown> = {}) =>
  post(`${MULTUS_CONFIGS}?dryRun=All`, multusConfig('net', spec, meta));
const coordinator = (name: string, spec: object) => ({
  apiVersion: 'spiderpool.spidernet.io/v2beta1',
  kind: 'SpiderCoordinator',
  metadata: { name },
  spec,
});
const dryCoordinator = (spec: object, name = '{ns}') =>
  post(`${COORDINATORS}?dryRun=All`, coordinator(name, spec));
const CONFIG = '{"cniVersion":"0.3.1","type":"macvlan","master":"ens192"}';

/** Spiderpool's webhooks for attachments and coordinators, and what its controller makes of a configuration. */
export const attachments: readonly Script[] = [
  script('multus-config', [
    post(
      MULTUS_CONFIGS,
      multusConfig('macvlan', {
        cniType: 'macvlan',
        macvlan: { master: ['ens192'], ippools: { ipv4: ['a'], ipv6: ['b'] } },
      }),
    ),
    get(`${ATTACHMENTS}/macvlan`, { until: { status: 200 } }),
    post(
      MULTUS_CONFIGS,
      multusConfig('vlan', {
        cniType: 'macvlan',
        macvlan: { master: ['ens192'], vlanID: 100, mtu: 1400 },
        enableCoordinator: false,
      }),
    ),
    get(`${ATTACHMENTS}/vlan`, { until: { status: 200 } }),
    post(
      MULTUS_CONFIGS,
      multusConfig('bond', {
        cniType: 'ipvlan',
        ipvlan: { master: ['ens192', 'ens224'], bond: { name: 'bond0', mode: 1 } },
        disableIPAM: true,
      }),
    ),
    get(`${ATTACHMENTS}/bond`, { until: { status: 200 } }),
    post(
      MULTUS_CONFIGS,
      multusConfig('sriov', { cniType: 'sriov', sriov: { resourceName: 'spidernet.io/sriov', vlanID: 5 } }),
    ),
    get(`${ATTACHMENTS}/sriov`, { until: { status: 200 } }),
    post(
      MULTUS_CONFIGS,
      multusConfig('ib', { cniType: 'ib-sriov', ibsriov: { resourceName: 'spidernet.io/ib' } }),
    ),
    get(`${ATTACHMENTS}/ib`, { until: { status: 200 } }),
    post(MULTUS_CONFIGS, multusConfig('ipoib', { cniType: 'ipoib', ipoib: { master: 'ib0' } })),
    get(`${ATTACHMENTS}/ipoib`, { until: { status: 200 } }),
    post(MULTUS_CONFIGS, multusConfig('ovs', { cniType: 'ovs', ovs: { bridge: 'br1', vlan: 100 } })),
    get(`${ATTACHMENTS}/ovs`, { until: { status: 200 } }),
    post(MULTUS_CONFIGS, multusConfig('custom', { cniType: 'custom', customCNI: CONFIG })),
    get(`${ATTACHMENTS}/custom`, { until: { status: 200 } }),
    post(
      MULTUS_CONFIGS,
      multusConfig('chained', {
        cniType: 'macvlan',
        macvlan: { master: ['ens192'] },
        chainCNIJsonData: ['{"type":"tuning"}'],
        coordinator: { mode: 'underlay', hijackCIDR: ['10.0.0.0/8'], podDefaultRouteNIC: 'net1' },
      }),
    ),
    get(`${ATTACHMENTS}/chained`, { until: { status: 200 } }),
    post(
      MULTUS_CONFIGS,
      multusConfig(
        'named',
        { cniType: 'macvlan', macvlan: { master: ['ens192'] } },
        {
          annotations: {
            'multus.spidernet.io/cr-name': 'other-name',
            'multus.spidernet.io/cni-version': '0.4.0',
          },
        },
      ),
    ),
    get(`${ATTACHMENTS}/other-name`, { until: { status: 200 } }),
    merge(`${MULTUS_CONFIGS}/macvlan`, { spec: { macvlan: { master: ['ens224'] } } }),
    merge(`${MULTUS_CONFIGS}/macvlan`, { spec: { cniType: 'ipvlan' } }),
    merge(`${MULTUS_CONFIGS}/macvlan`, { metadata: { annotations: { 'multus.spidernet.io/cr-name': 'x' } } }),
    remove(`${MULTUS_CONFIGS}/macvlan`),
    get(`${ATTACHMENTS}/macvlan`, { until: { status: 404 } }),
  ]),
  script('multus-rules', [
    dry({}),
    dry({ cniType: 'macvlan' }),
    dry({ cniType: 'macvlan', macvlan: { master: [] } }),
    dry({ cniType: 'macvlan', macvlan: { master: [''] } }),
    dry({ cniType: 'macvlan', macvlan: { master: ['a', 'b'] } }),
    dry({ cniType: 'macvlan', macvlan: { master: ['a', 'b'], bond: { name: '', mode: 1 } } }),
    dry({ cniType: 'macvlan', macvlan: { master: ['a'] }, ipvlan: { master: ['a'] } }),
    dry({
      cniType: 'macvlan',
      macvlan: { master: ['a'], ippools: { ipv4: ['x'], matchMasterSubnet: true } },
    }),
    dry({ cniType: 'ipvlan', macvlan: { master: ['a'] } }),
    dry({ cniType: 'vlan', vlan: { master: ['a'] } }),
    dry({ cniType: 'vlan', vlan: { master: ['a'], vlanID: 7 } }),
    dry({ cniType: 'sriov', sriov: {} }),
    dry({ cniType: 'sriov', sriov: { resourceName: 'a/b', minTxRateMbps: 5, maxTxRateMbps: 2 } }),
    dry({ cniType: 'ib-sriov', ibsriov: {} }),
    dry({ cniType: 'ib-sriov', ibsriov: { resourceName: 'a/b', pkey: '1', linkState: 'on' } }),
    dry({ cniType: 'ipoib', ipoib: {} }),
    dry({ cniType: 'ovs', ovs: { bridge: '' } }),
    dry({ cniType: 'ovs', ovs: { bridge: 'b', trunk: [{ minID: 5, maxID: 2 }], vlan: 5000 } }),
    dry({ cniType: 'custom', customCNI: 'not json' }),
    dry({ cniType: 'custom', customCNI: '' }),
    dry({ cniType: 'custom', macvlan: { master: ['a'] } }),
    dry({ cniType: 'macvlan', macvlan: { master: ['a'] }, chainCNIJsonData: ['not json'] }),
    dry({ cniType: 'macvlan', macvlan: { master: ['a'] }, coordinator: { podMACPrefix: 'zz:1' } }),
    dry({ cniType: 'macvlan', macvlan: { master: ['a'] }, coordinator: { hijackCIDR: ['x'] } }),
    dry({ cniType: 'macvlan', macvlan: { master: ['a'] }, coordinator: { mode: 'sideways' } }),
    dry(
      { cniType: 'macvlan', macvlan: { master: ['a'] } },
      { annotations: { 'multus.spidernet.io/cni-version': '9.9' } },
    ),
    dry(
      { cniType: 'macvlan', macvlan: { master: ['a'] } },
      { annotations: { 'multus.spidernet.io/cr-name': 'Not_A_Name' } },
    ),
  ]),
  script('coordinator', [
    get(`${COORDINATORS}/default`, { until: { at: { 'status.phase': true } } }),
    post(COORDINATORS, coordinator('default', { podCIDRType: 'auto' })),
    dryCoordinator({ podCIDRType: 'auto' }),
    dryCoordinator({}),
    dryCoordinator({ podCIDRType: 'none', mode: 'sideways' }),
    dryCoordinator({ podCIDRType: 'none', podMACPrefix: 'x' }),
    dryCoordinator({ podCIDRType: 'none', podMACPrefix: '0a:1b' }),
    dryCoordinator({ podCIDRType: 'none', podMACPrefix: '01:1b' }),
    dryCoordinator({ podCIDRType: 'none', hijackCIDR: ['10.0.0.0/8', 'x'] }),
    dryCoordinator({ podCIDRType: 'none', podRPFilter: 5 }),
    dryCoordinator({ podCIDRType: 'none', txQueueLen: -1 }),
    dryCoordinator({ podCIDRType: 'none', vethLinkAddress: 'x' }),
    dryCoordinator({ podCIDRType: 'none', vethLinkAddress: '169.254.100.1' }),
    dryCoordinator({ podCIDRType: 'none', policyRoutes: [{ dst: 'x', gw: 'y' }] }),
    merge(`${COORDINATORS}/default?dryRun=All`, { spec: { podCIDRType: null } }),
    merge(`${COORDINATORS}/default?dryRun=All`, { spec: { podMACPrefix: 'x' } }),
  ]),
  script('attachment', [
    post(ATTACHMENTS, attachment('net', CONFIG)),
    post(ATTACHMENTS, attachment('net', CONFIG)),
    post(ATTACHMENTS, attachment('Bad_Name', CONFIG)),
    post(ATTACHMENTS, { ...attachment('bad'), spec: { config: 7 } }),
    post(ATTACHMENTS, { ...attachment('null'), spec: { config: null } }),
    post(ATTACHMENTS, { ...attachment('extra'), spec: { config: CONFIG, more: 1 } }),
    put(`${ATTACHMENTS}/net`, attachment('net', '{}')),
    merge(`${ATTACHMENTS}/net`, { spec: { config: '{}' } }),
    get(`${ATTACHMENTS}/net/status`),
    remove(`${ATTACHMENTS}/net`),
    get(`${ATTACHMENTS}/net`),
  ]),
  script('endpoint', [
    post(ENDPOINTS, {
      apiVersion: 'spiderpool.spidernet.io/v2beta1',
      kind: 'SpiderEndpoint',
      metadata: { name: 'a' },
    }),
    post(ENDPOINTS, {
      apiVersion: 'spiderpool.spidernet.io/v2beta1',
      kind: 'SpiderEndpoint',
      metadata: { name: 'b' },
      status: {},
    }),
    post(ENDPOINTS, {
      apiVersion: 'spiderpool.spidernet.io/v2beta1',
      kind: 'SpiderEndpoint',
      metadata: { name: 'b' },
      status: {
        ownerControllerName: '',
        ownerControllerType: '',
        current: { uid: '', node: '', ips: [{ interface: 'eth0' }] },
      },
    }),
    post(ENDPOINTS, {
      apiVersion: 'spiderpool.spidernet.io/v2beta1',
      kind: 'SpiderEndpoint',
      metadata: { name: 'c' },
      status: {
        ownerControllerName: null,
        ownerControllerType: '',
        current: { uid: '', node: '', ips: null },
      },
    }),
    get(`${ENDPOINTS}/b`),
    remove(`${ENDPOINTS}/b`),
  ]),
];
