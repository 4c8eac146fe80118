import type { ResourceType } from '../../api/resource-type.ts';
import type { JsonObject } from '../../store/json.ts';
import { spiderpoolResource } from './custom-resource.ts';
import {
  between,
  flag,
  integer,
  listOf,
  object,
  oneOf,
  rootObject,
  routes,
  text,
  texts,
  withDefault,
} from './schema-parts.ts';

const coordinatorSpec = object({
  mode: withDefault(oneOf(['auto', 'underlay', 'overlay', 'disabled']), 'auto'),
  podCIDRType: oneOf(['auto', 'cluster', 'calico', 'cilium', 'none']),
  hijackCIDR: texts,
  policyRoutes: routes,
  podMACPrefix: text,
  tunePodRoutes: withDefault(flag, true),
  podDefaultRouteNIC: text,
  hostRuleTable: withDefault(integer, 500),
  podRPFilter: withDefault(integer, 0),
  txQueueLen: withDefault(integer, 0),
  vethLinkAddress: text,
  vethMTU: between(1),
});

const vlanId = between(0, 4094);
const mtu = withDefault(between(0), 0);
const bond = object({ mode: between(0, 6), name: text, options: text }, ['mode', 'name']);
const pools = object({ ipv4: texts, ipv6: texts, matchMasterSubnet: withDefault(flag, false) });

/** macvlan and ipvlan are configured alike. */
const onMaster: Readonly<Record<string, JsonObject>> = {
  master: texts,
  vlanID: vlanId,
  mtu,
  bond,
  rdmaResourceName: text,
  ippools: pools,
};

export const multusConfigType: ResourceType = spiderpoolResource({
  kind: 'SpiderMultusConfig',
  plural: 'spidermultusconfigs',
  shortName: 'smc',
  namespaced: true,
  status: false,
  schema: rootObject({
    spec: object({
      cniType: withDefault(
        oneOf(['macvlan', 'ipvlan', 'vlan', 'sriov', 'ovs', 'ib-sriov', 'ipoib', 'custom']),
        'custom',
      ),
      enableCoordinator: withDefault(flag, true),
      disableIPAM: withDefault(flag, false),
      coordinator: coordinatorSpec,
      chainCNIJsonData: texts,
      customCNI: text,
      macvlan: object(onMaster, ['master']),
      ipvlan: object(onMaster, ['master']),
      vlan: object({ ...onMaster, vlanMode: withDefault(oneOf(['manual', 'auto']), 'manual') }, ['master']),
      sriov: object({
        resourceName: text,
        vlanID: vlanId,
        mtu,
        minTxRateMbps: between(0),
        maxTxRateMbps: between(0),
        rdmaIsolation: withDefault(flag, false),
        ippools: pools,
      }),
      ibsriov: object({
        resourceName: text,
        pkey: text,
        linkState: withDefault(oneOf(['auto', 'enable', 'disable']), 'enable'),
        rdmaIsolation: withDefault(flag, true),
        enableIbKubernetes: withDefault(flag, false),
        ippools: pools,
      }),
      ipoib: object({ master: text, ippools: pools }),
      ovs: object(
        {
          bridge: text,
          vlan: { type: 'integer', format: 'int32' },
          trunk: listOf(object({ id: vlanId, minID: vlanId, maxID: vlanId })),
          deviceID: text,
          ippools: pools,
        },
        ['bridge'],
      ),
    }),
  }),
});

export const coordinatorType: ResourceType = spiderpoolResource({
  kind: 'SpiderCoordinator',
  plural: 'spidercoordinators',
  shortName: 'scc',
  namespaced: false,
  status: true,
  schema: rootObject({
    spec: coordinatorSpec,
    status: object({ phase: text, reason: text, overlayPodCIDR: texts, serviceCIDR: texts }, ['phase']),
  }),
});

/** The attachment, which belongs to Multus. */
export const attachmentType: ResourceType = {
  group: 'k8s.cni.cncf.io',
  version: 'v1',
  plural: 'network-attachment-definitions',
  singular: 'network-attachment-definition',
  kind: 'NetworkAttachmentDefinition',
  listKind: 'NetworkAttachmentDefinitionList',
  shortNames: ['net-attach-def'],
  namespaced: true,
  schema: rootObject({ spec: object({ config: text }) }),
  custom: true,
};
