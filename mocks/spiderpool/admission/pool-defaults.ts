import { objectOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';
import { labels, SPIDERPOOL_API, SUBNETS } from '../names.ts';
import { cidrLabel, readAddressBlock } from '../resources/address-block.ts';
import { addFinalizer, setLabel } from '../resources/metadata.ts';
import { readSubnet } from '../resources/subnet.ts';
import type { Subnet } from '../resources/subnet.ts';
import type { SpiderpoolSettings } from '../settings.ts';
import { cidrProblem } from './address-rules.ts';
import { defaultBlock, mergeList } from './block-rules.ts';

/**
 * The mutating webhook of SpiderIPPool: finalizer, family, CIDR label, adoption by the subnet of the same CIDR, merged and
 * sorted ranges. It stops quietly at the first thing that it cannot read; the validating webhook reports that.
 */
export function mutatePool(object: KubeObject, store: MemoryStore, settings: SpiderpoolSettings): void {
  addFinalizer(object);
  const spec = objectOr(object.spec);
  object.spec = spec;
  const block = readAddressBlock(spec);
  const family = defaultBlock(spec, block);
  if (family === undefined || cidrProblem(family, block.subnet) !== undefined) return;
  setLabel(object, labels.poolCidr, cidrLabel(block.subnet));
  if (settings.enableSpiderSubnet) {
    const subnet = subnetToAdopt(object, block.subnet, store);
    if (subnet !== undefined) adopt(object, subnet);
  }
  if (mergeList(spec, 'ips', family)) mergeList(spec, 'excludeIPs', family);
}

/** The subnet of the same CIDR, unless it controls the pool already. */
function subnetToAdopt(object: KubeObject, cidr: string, store: MemoryStore): Subnet | undefined {
  const owner = object.metadata.ownerReferences?.find(({ controller }) => controller === true);
  if (owner !== undefined && object.metadata.labels?.[labels.ownerSubnet] === owner.name) return undefined;
  const stored = store
    .peekList(SUBNETS)
    .find(({ metadata }) => metadata.labels?.[labels.subnetCidr] === cidrLabel(cidr));
  return stored === undefined ? undefined : readSubnet(stored);
}

/**
 * Makes a subnet the controller of a pool: owner reference, label, and the gateway and routes that the pool does not have. An
 * empty list of routes is an answer, and is kept.
 */
export function adopt(object: KubeObject, subnet: Subnet): void {
  const others = (object.metadata.ownerReferences ?? []).filter(({ uid }) => uid !== subnet.uid);
  object.metadata.ownerReferences = [
    ...others,
    {
      apiVersion: SPIDERPOOL_API,
      kind: 'SpiderSubnet',
      name: subnet.name,
      uid: subnet.uid,
      controller: true,
      blockOwnerDeletion: true,
    },
  ];
  setLabel(object, labels.ownerSubnet, subnet.name);
  const spec: JsonObject = objectOr(object.spec);
  if (subnet.gateway !== undefined && spec.gateway === undefined) spec.gateway = subnet.gateway;
  if (subnet.routes !== undefined && subnet.routes.length > 0 && spec.routes === undefined) {
    spec.routes = subnet.routes.map((route) => ({ ...route }));
  }
  object.spec = spec;
}
