import { readCustomRoutes } from '../annotations/custom-routes.ts';
import { aggregate, goList } from '../../go/text.ts';
import { versionOf } from '../names.ts';
import { storedPool } from '../resources/stored-pools.ts';
import type { Pool } from '../resources/pool.ts';
import { shuffled } from '../shuffle.ts';
import type { AddRequest, AgentContext, Candidate, NicDemand } from './add-request.ts';
import { withCustomRoutes } from './allocation-result.ts';
import type { AllocationResult } from './allocation-result.ts';
import { findCandidates } from './candidates.ts';
import { filterReason } from './eligibility.ts';
import { IpamError } from './ipam-error.ts';
import { allocate } from './pool-allocation.ts';
import { byPriority } from './priority.ts';

/** What a failed ADD found for some NICs: a later attempt of the same Pod uses it again. */
export interface FailureCache {
  of(podUid: string): readonly AllocationResult[];
  keep(podUid: string, results: readonly AllocationResult[]): void;
  forget(podUid: string): void;
}

export function createFailureCache(): FailureCache {
  const kept = new Map<string, readonly AllocationResult[]>();
  return {
    of: (podUid) => kept.get(podUid) ?? [],
    keep: (podUid, results) => void kept.set(podUid, [...(kept.get(podUid) ?? []), ...results]),
    forget: (podUid) => void kept.delete(podUid),
  };
}

/** What was found, or that the pool is not there yet. */
export type Standard = { kind: 'results'; results: AllocationResult[] } | { kind: 'wait' };

/**
 * The stages of an allocation (reference 3.1): candidates, family gate, pre-check, filter, order, addresses, custom routes.
 * @param looks how often the agent has looked for auto-created pools before
 * @throws IpamError
 */
export function allocateInStandardMode(
  request: AddRequest,
  context: AgentContext,
  cache: FailureCache,
  looks: number,
): Standard {
  const routes = readCustomRoutes(request.pod.metadata.annotations ?? {});
  const found = findCandidates(request, context, looks);
  if (found.kind === 'wait') return found;
  const demands = found.demands.map((demand) => enabled(demand, context));
  for (const demand of demands) precheck(demand, context);
  const ordered = demands.map((demand) => filtered(demand, request, context));
  const results = allocateAll(ordered, request, context, cache);
  return { kind: 'results', results: withCustomRoutes(shuffled(results, context.random), routes) };
}

/** Drops the families that are switched off, quietly. */
function enabled(demand: NicDemand, { settings }: AgentContext): NicDemand {
  const candidates = demand.candidates.filter(({ family }) =>
    family === 'ipv4' ? settings.enableIPv4 : settings.enableIPv6,
  );
  return { ...demand, candidates };
}

/** One name that is repeated or that does not exist ends it all. */
function precheck({ nic, candidates }: NicDemand, { store }: AgentContext): void {
  for (const { pools } of candidates) {
    const seen = new Set<string>();
    for (const name of pools) {
      if (seen.has(name))
        throw new IpamError(`wrong input, duplicate IPPool ${name} specified for NIC ${nic}`);
      seen.add(name);
      if (storedPool(store, name) !== undefined) continue;
      const missing = `SpiderIPPool.spiderpool.spidernet.io "${name}" not found`;
      throw new IpamError(`failed to get original IPPool ${name}: ${missing}`);
    }
  }
}

/** Keeps the eligible pools and puts them in order. No pool left for a NIC and family ends it all. */
function filtered(demand: NicDemand, request: AddRequest, context: AgentContext): NicDemand {
  const candidates = demand.candidates.map(({ family, pools }): Candidate => {
    const reasons: string[] = [];
    const eligible: Pool[] = [];
    for (const name of pools) {
      const pool = storedPool(context.store, name);
      if (pool === undefined) continue;
      const reason = filterReason(pool, { request, nic: demand.nic, family }, context);
      if (reason === undefined) eligible.push(pool);
      else reasons.push(reason);
    }
    if (eligible.length === 0) {
      throw new IpamError(
        `no IPPool available, all IPv${versionOf(family)} IPPools ${goList(pools)} of ${demand.nic} filtered out: ${aggregate(reasons)}`,
      );
    }
    return { family, pools: byPriority(eligible, context.random).map(({ name }) => name) };
  });
  return { ...demand, candidates };
}

/** Finds every address that it can; when one is missing, what was found is kept for the next attempt. */
function allocateAll(
  demands: readonly NicDemand[],
  request: AddRequest,
  context: AgentContext,
  cache: FailureCache,
): AllocationResult[] {
  const { uid } = request.pod.metadata;
  const results: AllocationResult[] = [];
  const failures: string[] = [];
  for (const { nic, cleanGateway, candidates } of demands) {
    for (const candidate of candidates) {
      try {
        results.push(allocateOne(nic, cleanGateway, candidate, request, context, cache));
      } catch (error) {
        if (!(error instanceof IpamError)) throw error;
        failures.push(error.message);
      }
    }
  }
  cache.forget(uid);
  if (failures.length === 0) return results;
  cache.keep(uid, results);
  throw new IpamError(aggregate(failures));
}

function allocateOne(
  nic: string,
  cleanGateway: boolean,
  { family, pools }: Candidate,
  request: AddRequest,
  context: AgentContext,
  cache: FailureCache,
): AllocationResult {
  const earlier = cache
    .of(request.pod.metadata.uid)
    .find((result) => result.nic === nic && result.family === family && pools.includes(result.pool));
  if (earlier !== undefined) return { ...earlier, cleanGateway };
  const failures: string[] = [];
  for (const name of pools) {
    try {
      const address = allocate(name, request.pod, context);
      return { nic, family, address, pool: name, cleanGateway, ...poolNetwork(name, context) };
    } catch (error) {
      if (!(error instanceof IpamError)) throw error;
      failures.push(error.message);
    }
  }
  throw new IpamError(
    `failed to allocate any IPv${versionOf(family)} IP address to NIC ${nic} from IPPools ${goList(pools)}: ${aggregate(failures)}`,
  );
}

function poolNetwork(name: string, { store }: AgentContext): Pick<AllocationResult, 'gateway' | 'routes'> {
  const pool = storedPool(store, name);
  return { gateway: pool?.gateway, routes: [...(pool?.routes ?? [])] };
}
