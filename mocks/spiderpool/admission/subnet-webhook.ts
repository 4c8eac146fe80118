import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { fromRanges, isEmptySet, subtract } from '../../../src/domain/ip/range-set.ts';
import type { AdmissionRequest } from '../../store/admission.ts';
import { objectOr } from '../../store/json.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';
import { labels, SPIDER_FINALIZER, SUBNETS } from '../names.ts';
import { cidrLabel, readAddressBlock } from '../resources/address-block.ts';
import { poolAddresses } from '../resources/pool.ts';
import type { Pool } from '../resources/pool.ts';
import { storedPools } from '../resources/stored-pools.ts';
import { readPreAllocations, readSubnet, subnetAddresses } from '../resources/subnet.ts';
import type { Subnet } from '../resources/subnet.ts';
import type { SpiderpoolSettings } from '../settings.ts';
import { cidrProblem, overlapping } from './address-rules.ts';
import {
  defaultBlock,
  familyRule,
  gatewayRule,
  immutableRule,
  mergeList,
  rangesRule,
  routesRule,
  subnetFieldRule,
} from './block-rules.ts';
import {
  deniedDelete,
  deniedExisting,
  deniedForbidden,
  deniedInvalid,
  forbiddenField,
  invalidField,
} from './denial.ts';
import type { FieldDenial, Webhook } from './denial.ts';
import { subnetSpec, throughGo } from './go-object.ts';
import { addFinalizer, setLabel } from '../resources/metadata.ts';
import { rangesText } from './ranges-text.ts';

const webhook: Webhook = { name: 'spidersubnet.spiderpool.spidernet.io', kind: 'SpiderSubnet' };
const MISSING_FAMILY = "is not generated correctly, 'spec.subnet' may be invalid";

/** The mutating webhook of SpiderSubnet (reference 2.3; `SubnetWebhook` of Spiderpool). */
export function mutateSubnetRequest({ object, oldObject }: AdmissionRequest): void {
  if (oldObject?.metadata.deletionTimestamp !== undefined) return;
  throughGo({ webhook, spec: subnetSpec, always: ['subnet'] }, object, mutateSubnet);
}

/** The validating webhook of SpiderSubnet. */
export function admitSubnet(
  request: AdmissionRequest,
  store: MemoryStore,
  settings: SpiderpoolSettings,
): void {
  const { object, oldObject, operation } = request;
  const { name } = object.metadata;
  switch (operation) {
    case 'CREATE':
      if (store.peek(SUBNETS, undefined, name) !== undefined) throw deniedExisting(webhook, name);
      refuse(name, createDenial(object, store, settings));
      return;
    case 'UPDATE':
      if (oldObject === undefined) return;
      if (oldObject.metadata.deletionTimestamp !== undefined) {
        if ((object.metadata.finalizers ?? []).includes(SPIDER_FINALIZER)) {
          throw deniedForbidden(webhook, 'cannot update a terminaing Subnet');
        }
        return;
      }
      refuse(name, updateDenial(oldObject, object, settings));
      return;
    case 'DELETE': {
      const count = objectOr(object.status).allocatedIPCount;
      if (settings.enableValidatingResourcesDeletedWebhook && typeof count === 'number' && count > 0) {
        throw deniedDelete(
          webhook,
          'spidersubnets',
          name,
          `cannot delete an Subnet with allocated IPs(${count})`,
        );
      }
    }
  }
}

function refuse(name: string, denial: FieldDenial | undefined): void {
  if (denial !== undefined) throw deniedInvalid(webhook, name, [denial]);
}

function mutateSubnet(object: KubeObject): void {
  addFinalizer(object);
  const spec = objectOr(object.spec);
  object.spec = spec;
  const block = readAddressBlock(spec);
  const family = defaultBlock(spec, block);
  if (family === undefined || cidrProblem(family, block.subnet) !== undefined) return;
  setLabel(object, labels.subnetCidr, cidrLabel(block.subnet));
  if (mergeList(spec, 'ips', family)) mergeList(spec, 'excludeIPs', family);
}

function createDenial(
  object: KubeObject,
  store: MemoryStore,
  settings: SpiderpoolSettings,
): FieldDenial | undefined {
  const subnet = readSubnet(object);
  const early = familyRule(objectOr(object.spec).ipVersion, MISSING_FAMILY, settings);
  if (early !== undefined || subnet.family === undefined) return early;
  return (
    subnetFieldRule(subnet, subnet.family) ??
    neighboursRule(subnet, store) ??
    poolsRule(subnet, store) ??
    specRule(subnet, subnet.family)
  );
}

function updateDenial(
  oldObject: KubeObject,
  object: KubeObject,
  settings: SpiderpoolSettings,
): FieldDenial | undefined {
  const subnet = readSubnet(object);
  const early =
    immutableRule(readSubnet(oldObject), subnet) ??
    familyRule(objectOr(object.spec).ipVersion, MISSING_FAMILY, settings);
  if (early !== undefined || subnet.family === undefined) return early;
  return specRule(subnet, subnet.family) ?? inUseRule(subnet, readSubnet(oldObject));
}

function specRule(subnet: Subnet, family: AddressFamily): FieldDenial | undefined {
  return (
    rangesRule('spec.ips', subnet, family) ??
    rangesRule('spec.excludeIPs', subnet, family) ??
    gatewayRule(subnet, family) ??
    routesRule(subnet, family)
  );
}

/** No other subnet shares an address with this CIDR, an equal one included. */
function neighboursRule(subnet: Subnet, store: MemoryStore): FieldDenial | undefined {
  const other = store
    .peekList(SUBNETS)
    .map(readSubnet)
    .find(({ family, subnet: cidr }) => family === subnet.family && overlapping(cidr, subnet.subnet));
  if (other === undefined) return undefined;
  return invalidField(
    'spec.subnet',
    subnet.subnet,
    `overlap with Subnet ${other.name} which 'spec.subnet' is ${other.subnet}`,
  );
}

/** Pools that exist already have the same CIDR and lie inside, or touch nothing of it. */
function poolsRule(subnet: Subnet, store: MemoryStore): FieldDenial | undefined {
  for (const pool of storedPools(store)) {
    if (pool.family !== subnet.family) continue;
    const denial = pool.subnet === subnet.subnet ? containsRule(subnet, pool) : apartRule(subnet, pool);
    if (denial !== undefined) return denial;
  }
  return undefined;
}

function apartRule(subnet: Subnet, pool: Pool): FieldDenial | undefined {
  if (!overlapping(pool.subnet, subnet.subnet)) return undefined;
  const detail = `overlap with SpiderIPPool '${pool.name}' resource 'spec.subnet' ${pool.subnet}`;
  return invalidField('spec.subnet', subnet.subnet, detail);
}

function containsRule(subnet: Subnet, pool: Pool): FieldDenial | undefined {
  if (isEmptySet(subtract(poolAddresses(pool), subnetAddresses(subnet)))) return undefined;
  const ips =
    subnet.ips.length === 0
      ? '[]string(nil)'
      : `[]string{${subnet.ips.map((ip) => JSON.stringify(ip)).join(', ')}}`;
  return invalidField(
    'spec.ips',
    { go: ips },
    `SpiderIPPool '${pool.name}' owns some IP addresses that SpiderSubnet '${subnet.name}' can't control`,
  );
}

/** No range that a pool holds leaves the subnet. */
function inUseRule(subnet: Subnet, stored: Subnet): FieldDenial | undefined {
  const addresses = subnetAddresses(subnet);
  for (const [pool, { ips }] of Object.entries(readPreAllocations(stored.controlledText))) {
    const lost = subtract(fromRanges(addresses.family, ips).set, addresses);
    if (isEmptySet(lost)) continue;
    return forbiddenField(
      'spec.ips',
      `remove some IP ranges ${rangesText(lost)} that is being used by IPPool ${pool}, total IP addresses of an Subnet are jointly determined by 'spec.ips' and 'spec.excludeIPs'`,
    );
  }
  return undefined;
}
