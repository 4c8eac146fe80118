import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { fromRanges, intersect, isEmptySet, subtract } from '../../../src/domain/ip/range-set.ts';
import type { AdmissionRequest } from '../../store/admission.ts';
import { objectOr } from '../../store/json.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';
import { POOLS, SPIDER_FINALIZER, SUBNETS } from '../names.ts';
import { countedAddresses } from '../resources/address-block.ts';
import { isAutoPool, poolAddresses, readAllocations, readPool } from '../resources/pool.ts';
import type { Pool } from '../resources/pool.ts';
import { storedPools } from '../resources/stored-pools.ts';
import { readPreAllocations, readSubnet, subnetAddresses } from '../resources/subnet.ts';
import type { SpiderpoolSettings } from '../settings.ts';
import { overlapping, poolRangesProblem } from './address-rules.ts';
import { familyRule, gatewayRule, immutableRule, routesRule, subnetFieldRule } from './block-rules.ts';
import {
  deniedDelete,
  deniedExisting,
  deniedForbidden,
  deniedInvalid,
  forbiddenField,
  internalField,
  invalidField,
} from './denial.ts';
import type { FieldDenial, Webhook } from './denial.ts';
import { poolSpec, throughGo } from './go-object.ts';
import { affinityRules } from './pool-affinity.ts';
import { mutatePool } from './pool-defaults.ts';
import { rangesText } from './ranges-text.ts';

const webhook: Webhook = { name: 'spiderippool.spiderpool.spidernet.io', kind: 'SpiderIPPool' };
const MISSING_FAMILY = "is not generated correctly, 'spec.subnet' may be invalid";
const DETERMINED =
  "total IP addresses of an IPPool are jointly determined by 'spec.ips' and 'spec.excludeIPs'";

/** The mutating webhook of SpiderIPPool (reference 2.2; `IPPoolWebhook` of Spiderpool). A pool that goes is left alone. */
export function mutatePoolRequest(
  { object, oldObject }: AdmissionRequest,
  store: MemoryStore,
  settings: SpiderpoolSettings,
): void {
  if (oldObject?.metadata.deletionTimestamp !== undefined) return;
  throughGo({ webhook, spec: poolSpec, always: ['subnet'] }, object, () =>
    mutatePool(object, store, settings),
  );
}

/** The validating webhook of SpiderIPPool. */
export function admitPool(request: AdmissionRequest, store: MemoryStore, settings: SpiderpoolSettings): void {
  const { object, oldObject, operation } = request;
  const { name } = object.metadata;
  switch (operation) {
    case 'CREATE': {
      if (store.peek(POOLS, undefined, name) !== undefined) throw deniedExisting(webhook, name);
      refuse(name, createDenials(object, store, settings));
      return;
    }
    case 'UPDATE': {
      if (oldObject === undefined) return;
      if (oldObject.metadata.deletionTimestamp !== undefined) {
        if ((object.metadata.finalizers ?? []).includes(SPIDER_FINALIZER)) {
          throw deniedForbidden(webhook, 'cannot update a terminating IPPool');
        }
        return;
      }
      refuse(name, updateDenials(oldObject, object, store, settings));
      return;
    }
    case 'DELETE': {
      const count = objectOr(object.status).allocatedIPCount;
      if (settings.enableValidatingResourcesDeletedWebhook && typeof count === 'number' && count > 0) {
        throw deniedDelete(
          webhook,
          'spiderippools',
          name,
          `cannot delete an IPPool with allocated IPs(${count})`,
        );
      }
    }
  }
}

function refuse(name: string, denials: readonly FieldDenial[]): void {
  if (denials.length > 0) throw deniedInvalid(webhook, name, denials);
}

function createDenials(object: KubeObject, store: MemoryStore, settings: SpiderpoolSettings): FieldDenial[] {
  const pool = readPool(object);
  const early = familyRule(objectOr(object.spec).ipVersion, MISSING_FAMILY, settings);
  if (early !== undefined || pool.family === undefined) return compact([early]);
  const cidr = subnetFieldRule(pool, pool.family) ?? cidrOverlapRule(pool, store);
  if (cidr !== undefined) return [cidr];
  const denials = [...compact([specRule(pool, pool.family, store)]), ...affinityRules(pool)];
  return denials.length > 0 ? denials : compact([subnetContainsRule(object, pool, store, settings)]);
}

function updateDenials(
  oldObject: KubeObject,
  object: KubeObject,
  store: MemoryStore,
  settings: SpiderpoolSettings,
): FieldDenial[] {
  const pool = readPool(object);
  const early =
    immutableRule(readPool(oldObject), pool) ??
    familyRule(objectOr(object.spec).ipVersion, MISSING_FAMILY, settings);
  if (early !== undefined || pool.family === undefined) return compact([early]);
  const spec = specRule(pool, pool.family, store);
  if (spec !== undefined) return [spec];
  const affinity = affinityRules(pool);
  if (affinity.length > 0) return affinity;
  return compact([inUseRule(pool, readPool(oldObject)) ?? subnetContainsRule(object, pool, store, settings)]);
}

function specRule(pool: Pool, family: AddressFamily, store: MemoryStore): FieldDenial | undefined {
  return addressesRule(pool, family, store) ?? gatewayRule(pool, family) ?? routesRule(pool, family);
}

/** The CIDR of a pool equals those of its neighbours, or touches none of them. */
function cidrOverlapRule(pool: Pool, store: MemoryStore): FieldDenial | undefined {
  const other = storedPools(store).find(
    ({ family, subnet }) =>
      family === pool.family && subnet !== pool.subnet && overlapping(subnet, pool.subnet),
  );
  if (other === undefined) return undefined;
  return invalidField(
    'spec.subnet',
    pool.subnet,
    `overlap with IPPool ${other.name} which 'spec.subnet' is ${other.subnet}`,
  );
}

/** Addresses are sound, inside the CIDR, and in no other pool of the same CIDR. */
function addressesRule(pool: Pool, family: AddressFamily, store: MemoryStore): FieldDenial | undefined {
  const problem = poolRangesProblem(pool.subnet, pool.ips, pool.excludeIPs);
  if (problem !== undefined) return invalidField('spec.subnet', pool.subnet, problem);
  const addresses = countedAddresses(pool, family);
  for (const other of storedPools(store)) {
    if (other.name === pool.name || other.subnet !== pool.subnet) continue;
    const taken = countedAddresses(other, family);
    const shared = other.ips.filter(
      (range) =>
        !isEmptySet(
          intersect(intersect(countedAddresses({ ips: [range], excludeIPs: [] }, family), taken), addresses),
        ),
    );
    if (shared.length > 0) {
      return forbiddenField(
        'spec.ips',
        `overlap with IPPool ${other.name} in IP ranges [${shared.join(' ')}], ${DETERMINED}`,
      );
    }
  }
  return undefined;
}

/** No address that a Pod holds leaves the pool. */
function inUseRule(pool: Pool, stored: Pool): FieldDenial | undefined {
  if (pool.family === undefined) return undefined;
  const addresses = poolAddresses(pool);
  for (const [address, record] of Object.entries(readAllocations(stored.allocatedText))) {
    if (isEmptySet(subtract(fromRanges(pool.family, [address]).set, addresses))) continue;
    return forbiddenField(
      'spec.ips',
      `remove an IP address ${address} that is being used by Pod ${record.pod}, ${DETERMINED}`,
    );
  }
  return undefined;
}

/** A pool that a subnet controls stays inside it; an auto-created one is exactly what the subnet has handed to it. */
function subnetContainsRule(
  object: KubeObject,
  pool: Pool,
  store: MemoryStore,
  settings: SpiderpoolSettings,
): FieldDenial | undefined {
  const owner = object.metadata.ownerReferences?.find(({ controller }) => controller === true);
  const addresses = poolAddresses(pool);
  if (!settings.enableSpiderSubnet || owner === undefined || isEmptySet(addresses)) return undefined;
  const stored = store.peek(SUBNETS, undefined, owner.name);
  if (stored === undefined) {
    const text = `failed to get controller Subnet ${owner.name}: SpiderSubnet.spiderpool.spidernet.io "${owner.name}" not found`;
    return internalField('spec.subnet', text);
  }
  const subnet = readSubnet(stored);
  const outside = subtract(addresses, subnetAddresses(subnet));
  if (!isEmptySet(outside)) {
    return forbiddenField(
      'spec.ips',
      `add some IP ranges ${rangesText(outside)} that are not contained in controller Subnet ${subnet.name}, ${DETERMINED}`,
    );
  }
  return isAutoPool(pool) ? autoPoolRule(pool, subnet.controlledText) : undefined;
}

function autoPoolRule(pool: Pool, controlledText: string | undefined): FieldDenial | undefined {
  const handed = readPreAllocations(controlledText)[pool.name];
  const given = fromRanges(pool.family ?? 'ipv4', handed?.ips ?? []).set;
  if (rangesText(given) === rangesText(poolAddresses(pool))) return undefined;
  return forbiddenField(
    'spec.ips',
    "it's illegal to update AutoPool.Spec.IPs that are different from corresponding SpiderSubnet.Status.ControlledIPPools",
  );
}

function compact(denials: readonly (FieldDenial | undefined)[]): FieldDenial[] {
  return denials.filter((denial) => denial !== undefined);
}
