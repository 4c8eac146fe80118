import type { ClusterView } from '../cluster-view.ts';
import { addressFamilies } from '../ip/address.ts';
import type { NodeFacts } from '../node-facts.ts';
import { isSoundRoute } from '../spiderpool/annotation-items.ts';
import { ROUTES } from '../spiderpool/annotation-keys.ts';
import type { PodContext } from '../spiderpool/pod-context.ts';
import type { AddressOrigin } from '../spiderpool/precedence.ts';
import { isOverlayResolution } from '../spiderpool/resolve-nics.ts';
import type { ResolvedNic } from '../spiderpool/resolve-nics.ts';
import type { NetworkDraft } from '../workload/draft.ts';
import { noNics, runCoordinator } from './coordinator-run.ts';
import type { Chance } from './coordinator-run.ts';
import { failureWords } from './failure-words.ts';
import { askForPools, askForSubnets, askTogether, askUnlisted } from './ask-for-addresses.ts';
import type { Asked } from './ask-for-addresses.ts';
import { deviceFailure, loadFailure } from './multus-failures.ts';
import type { Allocation, ChanceEnd, Demand, FailureWords, FixedPool, PodCourse } from './prediction.ts';

/** What is the same on every node. */
export interface CourseFacts {
  readonly network: NetworkDraft;
  readonly pod: PodContext;
  readonly view: ClusterView;
  /** Of every NIC, eth0 first. */
  readonly origins: readonly AddressOrigin[];
  /** The items of `ippools`, with NICs that do not ask Spiderpool. */
  readonly listed: readonly AddressOrigin[];
  readonly fixedPools: readonly FixedPool[];
  readonly devices: ReadonlyMap<string, number>;
}

/** Follows one Pod on a node from NIC to NIC, as Multus does, up to the first thing that fails whatever else happens. */
export function podCourse(facts: CourseFacts, node: NodeFacts): PodCourse {
  const view: ClusterView = { ...facts.view, nodes: { state: 'known', value: [node] } };
  const nics = facts.origins.map(({ nic }) => nic);
  const allocations: Allocation[] = [];
  const mayEnd: ChanceEnd[] = [];
  const ends = (end: FailureWords | undefined, drawsAgain = false): PodCourse => ({
    allocations,
    end,
    mayEnd,
    drawsAgain,
  });
  const unloadable = loadFailure(nics, view);
  if (unloadable) return ends(unloadable);
  const wanted = nics.find(({ nic }) => nic.defaultRoute)?.interfaceName ?? '';
  let soFar = noNics;
  for (const [index, origin] of facts.origins.entries()) {
    const { nic } = origin;
    if (nic.resolution.state === 'none') continue;
    const noDevice = deviceFailure(nic, nics.slice(0, index), facts.devices);
    if (noDevice) return ends(noDevice);
    if (nic.spiderpool === 'yes') {
      const asked = badRoute(facts.network) ?? ask(origin, facts, view, allocations);
      if (asked.kind === 'failure') return ends(asked.failure, asked.drawsAgain);
      if (asked.demands.length > 0) allocations.push({ nic: nic.interfaceName, demands: asked.demands });
      if (asked.afterwards) return ends(asked.afterwards, true);
    }
    const run = runCoordinator(nic, soFar, defaultRouteOf(nic, facts.network, allocations), wanted);
    if (run.failure && !run.isChance) return ends(run.failure);
    if (run.failure) mayEnd.push({ after: allocations.length, failure: run.failure });
    soFar = run.after;
  }
  return ends(undefined);
}

/** What the agent does for the NIC that is being added. */
function ask(
  origin: AddressOrigin,
  facts: CourseFacts,
  view: ClusterView,
  before: readonly Allocation[],
): Asked {
  switch (origin.from) {
    case 'subnets':
      return askForSubnets(origin, facts.fixedPools, view);
    case 'pools':
      return askTogether(origin, facts.listed, facts.pod, view, before);
    case 'namespace':
    case 'attachment':
    case 'cluster':
      return askForPools(origin, facts.pod, view);
    case 'nowhere':
    case 'otherIpam':
    case 'unknown':
      return askUnlisted(origin, facts.listed);
  }
}

/** One bad route, and the agent gives no address at all (domain reference 1.10). */
function badRoute({ routes }: NetworkDraft): Asked | undefined {
  const written = routes.filter(({ destination, gateway }) => destination !== '' || gateway !== '');
  const bad = written.find((route) => !isSoundRoute(route));
  if (!bad) return undefined;
  const text = `wrong input, invalid format of Pod annotation '${ROUTES}': invalid route format 'dst: ${bad.destination}, gw: ${bad.gateway}'`;
  return { kind: 'failure', failure: failureWords([], text) };
}

/** Whether the NIC has a default route: the overlay's, or one by the gateway of its pool. */
function defaultRouteOf(nic: ResolvedNic, network: NetworkDraft, allocations: readonly Allocation[]): Chance {
  if (nic.spiderpool !== 'yes') {
    return nic.index === 'eth0' && isOverlayResolution(nic.resolution) ? 'yes' : 'no';
  }
  const demands = allocations
    .flatMap((each) => each.demands)
    .filter((each) => each.nic === nic.interfaceName);
  const gateways = addressFamilies.map((family) => gatewayOf(demands.find((each) => each.family === family)));
  if (gateways.every((chance) => chance === 'no')) return 'no';
  if (network.source === 'pools' && nic.nic.cleanGateway) return gateways.includes('maybe') ? 'maybe' : 'no';
  return gateways.includes('yes') ? 'yes' : 'maybe';
}

function gatewayOf(demand: Demand | undefined): Chance {
  const offers = demand?.tiers.flat() ?? [];
  if (!offers.some(({ hasGateway }) => hasGateway)) return 'no';
  return offers.every(({ hasGateway }) => hasGateway) ? 'yes' : 'maybe';
}
