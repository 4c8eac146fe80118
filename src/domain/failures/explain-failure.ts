import type { ClusterView } from '../cluster-view.ts';
import type { PodNic } from '../spiderpool/pod-addresses.ts';
import { ofExisting, toNetworkDraft } from '../spiderpool/read-network.ts';
import type { Coordinator } from '../spiderpool/coordinator.ts';
import { resolveNics } from '../spiderpool/resolve-nics.ts';
import type { ResolvedNic } from '../spiderpool/resolve-nics.ts';
import type { NetworkDraft } from '../workload/draft.ts';
import { diagnoseAutoPool, type AutoPoolDiagnosis, type PoolOwnerFacts } from './auto-pool.ts';
import { failingNic } from './failing-nic.ts';
import type { NetworkFailure } from './failure.ts';
import { nodeOffers, type NodeOffer } from './node-offers.ts';
import { addressField, mendPath } from './mend-path.ts';
import { stockCounts, type StockCount } from './stock-counts.ts';

type CoordinatorState = Pick<Coordinator, 'phase' | 'reason'>;

/** A Pod that does not run, as far as the cluster tells of it. */
export interface WaitingPod {
  readonly namespace: string;
  readonly owner: PoolOwnerFacts;
  /** Its NICs as they are by now. */
  readonly nics: readonly PodNic[];
}

/** What the cluster adds to the words of an Event. */
export interface FailureExplanation {
  /** The NIC that failed, as the Pod template asks for it. */
  readonly nic?: ResolvedNic;
  /** How full the pools are that the text names, or that the NIC may use. */
  readonly stocks: readonly StockCount[];
  /** Why the workload's own pool is not there, or too small. */
  readonly autoPool?: AutoPoolDiagnosis;
  /** The SpiderCoordinator, where it is not ready: then no NIC of an attachment with a coordinator comes up. */
  readonly coordinator?: CoordinatorState;
  /** What the nodes have of the devices that the scheduler finds too few of. */
  readonly offers: readonly NodeOffer[];
  /** Other NICs that have got their addresses already. */
  readonly given: readonly string[];
  /** Path of the draft where it is mended. */
  readonly mend?: string;
}

/**
 * Puts a failure beside what is known of the cluster, in the order of the last paragraph of domain reference 7: coordinator,
 * the Event, the diagnosis of its number 10, and what the Pod has got so far.
 *
 * @param coordinator `undefined` where it may not be read or there is none
 */
export function explainFailure(
  failure: NetworkFailure,
  pod: WaitingPod,
  view: ClusterView,
  coordinator: CoordinatorState | undefined,
): FailureExplanation {
  const network = ofExisting(toNetworkDraft(pod.owner.annotations, pod.namespace).network);
  const nics = resolveNics(network, view);
  const nic = failingNic(failure, nics, view);
  const autoPool = autoPoolOf(failure, pod, network, nics, view);
  const offers = failure.refusals === undefined ? [] : nodeOffers(failure.names, view);
  const mend = mendOf(failure, nic, autoPool, nics, network);
  return {
    ...(nic === undefined ? {} : { nic }),
    stocks: stockCounts(namedPools(failure), view),
    ...(autoPool === undefined ? {} : { autoPool }),
    ...(coordinator === undefined || coordinator.phase === 'Synced' ? {} : { coordinator }),
    offers,
    given: pod.nics
      .filter(({ interfaceName, state }) => state === 'allocated' && interfaceName !== nic?.interfaceName)
      .map(({ interfaceName }) => interfaceName),
    ...(mend === undefined ? {} : { mend }),
  };
}

function namedPools(failure: NetworkFailure): readonly string[] {
  if (failure.shortages !== undefined) return failure.shortages.flatMap(({ pools }) => pools);
  switch (failure.cause) {
    case 'filteredOut':
    case 'tooManyRecords':
    case 'writeConflicts':
    case 'duplicatePool':
    case 'severalAutoPools':
      return failure.names;
    default:
      return [];
  }
}

function autoPoolOf(
  failure: NetworkFailure,
  { owner }: WaitingPod,
  { source }: NetworkDraft,
  nics: readonly ResolvedNic[],
  view: ClusterView,
): AutoPoolDiagnosis | undefined {
  if (view.pools.state === 'loading' || view.subnets.state === 'loading') return undefined;
  const diagnose = () =>
    diagnoseAutoPool(
      owner,
      failure.interfaceName,
      nics.map(({ interfaceName }) => interfaceName),
      view,
    );
  if (failure.cause === 'noAutoPool') return diagnose();
  if (source !== 'fixed') return undefined;
  const found = diagnose();
  switch (failure.cause) {
    case 'exhausted':
      return found.kind === 'cannotGrow' ? found : undefined;
    case 'sandboxTimeout':
    case 'sandboxNameReserved':
      // The NICs that wait for their pools may take longer than the kubelet, which then has no other words.
      return found.kind === 'controller' ? undefined : found;
    default:
      return undefined;
  }
}

/** The diagnosis knows better than the text which NIC keeps the others waiting. */
function mendOf(
  failure: NetworkFailure,
  nic: ResolvedNic | undefined,
  autoPool: AutoPoolDiagnosis | undefined,
  nics: readonly ResolvedNic[],
  { source }: NetworkDraft,
): string | undefined {
  if (autoPool === undefined || !('subnet' in autoPool)) {
    return mendPath(failure, { nicPath: nic?.path, family: failure.family, source });
  }
  const asked = nics.find(({ interfaceName }) => interfaceName === autoPool.interfaceName);
  return addressField({ nicPath: asked?.path, family: autoPool.family, source });
}
