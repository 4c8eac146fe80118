import { useMemo } from 'react';
import { decodeAll, decodeOnce, standingOf } from '../cluster/knowledge.ts';
import type { ListResult, ListState } from '../cluster/list-state.ts';
import { resources } from '../cluster/resources.ts';
import { useList, type ListFilter } from '../cluster/useList.ts';
import { parsed } from '../domain/parsed.ts';
import { decodePool } from '../domain/spiderpool/decode-pool.ts';
import { decodeSubnet } from '../domain/spiderpool/decode-subnet.ts';
import { decodeEndpoint } from '../domain/spiderpool/endpoint.ts';
import { podOwners, type PodOwners } from '../domain/spiderpool/pod-owner.ts';
import type { Pool } from '../domain/spiderpool/pool.ts';
import { decodeReserved, type Reserved } from '../domain/spiderpool/reserved.ts';
import { stockDetails, type StockDetails } from '../domain/spiderpool/stock-details.ts';
import type { Subnet } from '../domain/spiderpool/subnet.ts';

/** A pool with what only its pages show. */
export interface PoolRecord {
  readonly pool: Pool;
  readonly details: StockDetails;
}

export interface SubnetRecord {
  readonly subnet: Subnet;
  readonly details: StockDetails;
}

const poolRecord = decodeOnce((object) => {
  const pool = decodePool(object);
  return pool.ok ? parsed({ pool: pool.value, details: stockDetails(object, pool.value) }) : pool;
});
const subnetRecord = decodeOnce((object) => {
  const subnet = decodeSubnet(object);
  return subnet.ok ? parsed({ subnet: subnet.value, details: stockDetails(object, subnet.value) }) : subnet;
});
const reserved = decodeOnce(decodeReserved);
const endpoint = decodeOnce(decodeEndpoint);

/** The pools of a cluster, or the one of a name, decoded and live. */
export function usePools(cluster: string, name?: string): ListResult<PoolRecord> {
  const { items, state } = useList(cluster, resources.ipPools, byName(name));
  return { items: useMemo(() => decodeAll(items, poolRecord), [items]), state };
}

/** The subnets of a cluster, or the one of a name. */
export function useSubnets(cluster: string, name?: string): ListResult<SubnetRecord> {
  const { items, state } = useList(cluster, resources.subnets, byName(name));
  return { items: useMemo(() => decodeAll(items, subnetRecord), [items]), state };
}

function byName(name: string | undefined): ListFilter {
  return name === undefined ? {} : { fieldSelector: `metadata.name=${name}` };
}

/** Every SpiderReservedIP of the cluster; `known` is false while none may be counted on. */
export interface ReservedList {
  readonly items: readonly Reserved[];
  readonly state: ListState;
  readonly known: boolean;
}

export function useReserved(cluster: string): ReservedList {
  const { items, state } = useList(cluster, resources.reservedIps);
  return {
    items: useMemo(() => decodeAll(items, reserved), [items]),
    state,
    known: standingOf(state).state === 'known',
  };
}

/** Who owns the Pods of the cluster, and whether anybody could tell. */
export interface Owners {
  readonly ownerOf: PodOwners;
  readonly readable: boolean;
}

/** By SpiderEndpoints; by the Pods themselves only where endpoints cannot be read, for there are many. */
export function useOwners(cluster: string): Owners {
  const endpoints = useList(cluster, resources.endpoints);
  const unreadable = ['forbidden', 'absent', 'failed'].includes(endpoints.state.phase);
  const pods = useList(cluster, resources.pods, { enabled: unreadable });
  const ownerOf = useMemo(
    () => podOwners(decodeAll(endpoints.items, endpoint), pods.items),
    [endpoints.items, pods.items],
  );
  return { ownerOf, readable: !unreadable || !['forbidden', 'absent', 'failed'].includes(pods.state.phase) };
}
