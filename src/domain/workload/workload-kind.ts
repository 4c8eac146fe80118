import type { WorkloadIdentity } from '../spiderpool/pod-context.ts';
import { at, isPlainMap, listOf, textOf } from './manifest/plain.ts';

/** What the rules need to know of a kind of workload. */
export interface WorkloadKind {
  readonly counts: PodCount;
  /** Keys from the object to the spec that holds the template; none for a Pod, which is its own template. */
  readonly spec: readonly string[];
  /** The API asks for a `selector` that the labels of the template satisfy. */
  readonly selector: boolean;
  readonly fixedPools: FixedPools;
  readonly name: NameRule;
}

/** What Kubernetes takes for the name of a kind. */
export interface NameRule {
  /** `IsDNS1123Subdomain`, with dots and 253 characters at most; `IsDNS1123Label`, 63 and no dots. */
  readonly syntax: 'subdomain' | 'label';
  readonly max: number;
}

/** What says how many Pods there are. */
export type PodCount =
  | 'replicas'
  /** One on every node that its node selector allows. */
  | 'nodes'
  /** `parallelism` at once, until there are `completions`. */
  | 'job'
  | 'one';

/** How Spiderpool makes fixed pools for a kind (domain reference 1.4 and 4.3). */
export type FixedPools =
  /** The controller follows the workload and keeps the pool at its size. */
  | 'followed'
  /** The agent makes the pool, of the number that is named: there must be one, and replicas are not counted. */
  | 'numbered'
  /** `SpiderSubnet feature doesn't support no-controller pod`. */
  | 'noController'
  /** The owner is of the core group, and the affinity of its pool never matches it. */
  | 'coreController';

/** A workload in a manifest: who it is for Spiderpool, and its kind. */
export interface Workload {
  readonly identity: WorkloadIdentity;
  readonly kind: WorkloadKind;
}

/** Deployments, ReplicaSets, DaemonSets, Pods, ReplicationControllers, custom resources (`NameIsDNSSubdomain`). */
const subdomain: NameRule = { syntax: 'subdomain', max: 253 };

/**
 * The names of the Pods are their host names and so labels (`ValidateStatefulSetName` since Kubernetes 1.27; before,
 * the Pods were refused). The Pods' label `controller-revision-hash` is the name, `-` and a hash of ten characters.
 */
const ofStatefulSet: NameRule = { syntax: 'label', max: 52 };

/** The Pods' label `batch.kubernetes.io/job-name` is the name, and is validated with the Job. */
const ofJob: NameRule = { syntax: 'subdomain', max: 63 };

/** `ValidateCronJobCreate`: its Jobs are called by its name, `-` and ten digits. */
const ofCronJob: NameRule = { syntax: 'subdomain', max: 52 };

const replicated: WorkloadKind = {
  counts: 'replicas',
  spec: ['spec'],
  selector: true,
  fixedPools: 'followed',
  name: subdomain,
};

const kinds: Readonly<Record<string, WorkloadKind>> = {
  'apps/Deployment': replicated,
  'apps/ReplicaSet': replicated,
  'apps/StatefulSet': { ...replicated, name: ofStatefulSet },
  'apps/DaemonSet': { ...replicated, counts: 'nodes' },
  'batch/Job': { counts: 'job', spec: ['spec'], selector: false, fixedPools: 'followed', name: ofJob },
  'batch/CronJob': {
    counts: 'job',
    spec: ['spec', 'jobTemplate', 'spec'],
    selector: false,
    fixedPools: 'followed',
    name: ofCronJob,
  },
  '/Pod': { counts: 'one', spec: [], selector: false, fixedPools: 'noController', name: subdomain },
  '/ReplicationController': { ...replicated, selector: false, fixedPools: 'coreController' },
};

/** CloneSet and whatever else holds a Pod template where Kubernetes' own kinds do. */
const thirdParty: WorkloadKind = { ...replicated, selector: false, fixedPools: 'numbered' };

/**
 * The workload that an object is, `null` for one without Pods. A kind that is not Kubernetes' own is one when it has
 * containers at `spec.template.spec`.
 * @param object a plain value
 */
export function workloadOf(object: unknown): Workload | null {
  const apiVersion = textOf(at(object, 'apiVersion'));
  const slash = apiVersion.indexOf('/');
  const identity: WorkloadIdentity = {
    group: slash === -1 ? '' : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind: textOf(at(object, 'kind')),
    name: textOf(at(object, 'metadata', 'name')),
  };
  const name = `${identity.group}/${identity.kind}`;
  const own = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (own !== undefined) return { identity, kind: own };
  const containers = listOf(at(object, 'spec', 'template', 'spec', 'containers'));
  const holdsPods = identity.kind !== '' && identity.group !== '' && containers.some(isPlainMap);
  return holdsPods ? { identity, kind: thirdParty } : null;
}

/**
 * Whether a controller made the object, such as the ReplicaSet of a Deployment: what it is made from decides, and
 * Spiderpool looks at that (`GetPodTopController`).
 */
export function isMade(object: unknown): boolean {
  return listOf(at(object, 'metadata', 'ownerReferences')).some((owner) => at(owner, 'controller') === true);
}

/** Whether it is the kind that the wizard edits. */
export function isDeployment({ identity }: Workload): boolean {
  return identity.group === 'apps' && identity.kind === 'Deployment';
}

/** Keys from the object to its Pod template. */
export function templateKeys({ spec }: WorkloadKind): readonly string[] {
  return spec.length === 0 ? [] : [...spec, 'template'];
}
