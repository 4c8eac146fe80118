import { isObject, objectOr, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';
import { annotations } from '../names.ts';
import { configKeyOf } from '../resources/multus-config.ts';
import { setLabel } from '../resources/metadata.ts';

/** Empty lists are not written. What Go leaves open, the defaults of the definition fill in afterwards. */
const NO_POOLS = {};

/** What the mutating webhook of SpiderMultusConfig fills in for each kind of CNI (reference 2.5). */
const defaults: Readonly<Record<string, JsonObject>> = {
  macvlan: { vlanID: 0, mtu: 0, rdmaResourceName: '', ippools: NO_POOLS },
  ipvlan: { vlanID: 0, mtu: 0, rdmaResourceName: '', ippools: NO_POOLS },
  vlan: { vlanMode: 'manual', mtu: 0, rdmaResourceName: '', ippools: NO_POOLS },
  sriov: {
    vlanID: 0,
    mtu: 0,
    minTxRateMbps: 0,
    maxTxRateMbps: 0,
    rdmaIsolation: false,
    resourceName: '',
    ippools: NO_POOLS,
  },
  'ib-sriov': {
    pkey: '',
    enableIbKubernetes: false,
    rdmaIsolation: true,
    resourceName: '',
    linkState: 'enable',
    ippools: NO_POOLS,
  },
  ipoib: { ippools: NO_POOLS },
  ovs: { vlan: 0, deviceID: '', ippools: NO_POOLS },
};

const noCoordinator = {
  mode: 'auto',
  vethLinkAddress: '',
  podMACPrefix: '',
  podDefaultRouteNIC: '',
  podRPFilter: 0,
  tunePodRoutes: true,
};

const givenCoordinator = {
  mode: 'auto',
  podMACPrefix: '',
  podDefaultRouteNIC: '',
  tunePodRoutes: false,
  txQueueLen: 0,
  podRPFilter: 0,
};

/** Fills in what the spec leaves open, and repeats the injection tags as labels, by which the Pod webhook finds them. */
export function mutateMultusConfig(object: KubeObject): void {
  const spec = objectOr(object.spec);
  object.spec = spec;
  spec.cniType ??= 'custom';
  const type = textOr(spec.cniType);
  fillConfig(spec, type);
  if (type === 'custom') {
    spec.customCNI ??= '';
    delete spec.coordinator;
    spec.enableCoordinator = false;
  } else {
    spec.enableCoordinator ??= true;
    spec.coordinator = isObject(spec.coordinator)
      ? { ...givenCoordinator, ...spec.coordinator }
      : { ...noCoordinator };
    dropEmptyLists(objectOr(spec.coordinator));
  }
  spec.disableIPAM ??= false;
  spec.chainCNIJsonData ??= [];
  for (const key of [annotations.rdmaResourceInject, annotations.networkResourceInject]) {
    const tag = object.metadata.annotations?.[key];
    if (tag !== undefined) setLabel(object, key, tag);
  }
}

function fillConfig(spec: JsonObject, type: string): void {
  const key = configKeyOf(type);
  const config = key === undefined ? undefined : spec[key];
  if (key === undefined || !isObject(config)) return;
  const filled: JsonObject = { ...structuredClone(defaults[type] ?? {}), ...config };
  // Go writes a list that is not there as null, and the schema refuses that.
  if (type === 'macvlan' || type === 'ipvlan' || type === 'vlan') filled.master ??= null;
  if (type === 'vlan' && filled.vlanMode === 'manual') filled.vlanID ??= 0;
  if (isObject(filled.ippools)) dropEmptyLists(filled.ippools);
  if (isObject(filled.bond)) filled.bond = { options: '', ...filled.bond };
  spec[key] = filled;
}

function dropEmptyLists(object: JsonObject): void {
  for (const [key, value] of Object.entries(object)) {
    if (Array.isArray(value) && value.length === 0) delete object[key];
  }
}
