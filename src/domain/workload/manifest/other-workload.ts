import type { ClusterView } from '../../cluster-view.ts';
import { POOL_IP_NUMBER } from '../../spiderpool/annotation-keys.ts';
import { asksForSubnets } from '../asks-for-subnets.ts';
import type { Draft, NetworkDraft, UpgradeDraft } from '../draft.ts';
import { newService } from '../new-draft.ts';
import type { Workload, WorkloadKind } from '../workload-kind.ts';
import { templateKeys } from '../workload-kind.ts';
import { type Edit, type EditEntry, keep, map, optional, required } from './edit.ts';
import { metadataEdit, readMetadata, selectorEdit } from './metadata.ts';
import { at, textOf } from './plain.ts';
import { podMetadataEdits, podSpecEdit, podTemplateEdit, readPodTemplate } from './pod-template.ts';
import { readTextMap } from './text-map.ts';
import type { AnnotationProblem } from '../../spiderpool/annotation-problem.ts';

/** What a manifest leaves to its surroundings. */
export interface Surroundings {
  /** For a manifest that leaves its namespace to whoever applies it. */
  readonly namespace: string;
  /** Nodes on which a DaemonSet puts its Pods; `undefined` while the nodes are not known. */
  readonly daemonNodes: (scheduling: Draft['scheduling']) => number | undefined;
  /** The cluster, which decides what some annotations mean. */
  readonly view?: ClusterView;
}

/**
 * The draft of a workload that the wizard does not edit, for the rules alone: it is never written back. Fields that its
 * kind does not have say what its controller does: no Pod above the replicas, and no way of upgrading to speak of.
 */
export function readOtherWorkload(
  object: unknown,
  { identity, kind }: Workload,
  surroundings: Surroundings,
): { readonly draft: Draft; readonly problems: readonly AnnotationProblem[] } {
  const spec = at(object, ...kind.spec);
  const template = at(object, ...templateKeys(kind));
  const namespace = textOf(at(object, 'metadata', 'namespace')) || surroundings.namespace;
  const { podAnnotations, pullSecrets, problems, ...pod } = readPodTemplate(
    template,
    namespace,
    surroundings.view,
  );
  const nodes = surroundings.daemonNodes(pod.scheduling);
  const number = at(template, 'metadata', 'annotations', POOL_IP_NUMBER);
  const numbered = kind.fixedPools === 'numbered' && number !== undefined;
  const draft: Draft = {
    ...pod,
    network: numbered ? withoutReplicas(pod.network) : pod.network,
    basics: {
      name: identity.name,
      namespace,
      replicas: podsOf(kind, spec, pod.network, nodes),
      description: '',
    },
    service: newService(),
    upgrade: upgradeOf(kind, spec, template),
    metadata: { ...ownMetadata(object, kind, template), podAnnotations, pullSecrets },
  };
  return { draft, problems };
}

/** The agent counts the replicas of a kind that it does not know as 0: `"+2"` is a pool of two (domain reference 1.4). */
function withoutReplicas(network: NetworkDraft): NetworkDraft {
  const { enabled, count } = network.elastic;
  return { ...network, elastic: { enabled: true, count: enabled ? count : '0', form: 'total' } };
}

/**
 * How many Pods want an address, as `SubnetAppController` counts them (domain reference 4.3): of a Job it makes a fixed
 * pool for all completions, whereas only the Pods that run at once hold an address.
 */
function podsOf(
  { counts }: WorkloadKind,
  spec: unknown,
  network: NetworkDraft,
  nodes: number | undefined,
): string {
  switch (counts) {
    case 'replicas':
      return textOf(at(spec, 'replicas'));
    case 'nodes':
      return nodes === undefined ? '' : String(nodes);
    case 'one':
      return '1';
    case 'job': {
      const completions = textOf(at(spec, 'completions'));
      const parallelism = textOf(at(spec, 'parallelism'));
      const followed = asksForSubnets(network) && network.elastic.form === 'elastic';
      if (followed) return nonZero(completions) || nonZero(parallelism);
      if (!isCount(completions) || !isCount(parallelism || '1')) return parallelism;
      return String(Math.min(Number(completions), Number(parallelism || '1')));
    }
  }
}

/** Spiderpool takes 0 for not set. */
function nonZero(text: string): string {
  return text === '0' ? '' : text;
}

function isCount(text: string): boolean {
  return /^\d+$/.test(text);
}

/** Only a DaemonSet may put a new Pod beside the old one; the others end one first. */
function upgradeOf({ counts }: WorkloadKind, spec: unknown, template: unknown): UpgradeDraft {
  const rolling = at(spec, 'updateStrategy', 'rollingUpdate');
  const surges = counts === 'nodes' && textOf(at(spec, 'updateStrategy', 'type')) !== 'OnDelete';
  return {
    strategy: surges ? 'RollingUpdate' : 'Recreate',
    maxSurge: surges ? textOf(at(rolling, 'maxSurge')) || '0' : '',
    maxUnavailable: surges ? textOf(at(rolling, 'maxUnavailable')) || '1' : '',
    revisionHistoryLimit: '',
    minReadySeconds: '',
    progressDeadlineSeconds: '',
    terminationGracePeriodSeconds: textOf(at(template, 'spec', 'terminationGracePeriodSeconds')),
  };
}

/** The metadata of a Pod is that of its Pods, and is read as such. */
function ownMetadata(
  object: unknown,
  { selector, spec }: WorkloadKind,
  template: unknown,
): Omit<Draft['metadata'], 'podAnnotations' | 'pullSecrets'> {
  if (selector) return readMetadata(object);
  const own = spec.length === 0 ? undefined : at(object, 'metadata');
  return {
    labels: readTextMap(at(own, 'labels')),
    annotations: readTextMap(at(own, 'annotations')),
    podLabels: readTextMap(at(template, 'metadata', 'labels')),
    selector: { byName: false, labels: [] },
  };
}

/** Where the fields of the draft live in the object: to find the place of a finding, not to write. */
export function otherWorkloadEdit(object: unknown, { kind }: Workload, draft: Draft): Edit {
  const metadata = at(object, 'metadata');
  if (kind.spec.length === 0) {
    const own = [
      required(metadata, 'name', draft.basics.name, 'basics.name'),
      optional(metadata, 'namespace', draft.basics.namespace, 'basics.namespace'),
      ...podMetadataEdits(object, draft),
    ];
    return map([
      ['metadata', map(own)],
      ['spec', podSpecEdit(object, draft)],
    ]);
  }
  const spec = at(object, ...kind.spec);
  const entries: readonly EditEntry[] = [
    ...countKeys(kind, spec).map((key): EditEntry => [key, keep('basics.replicas')]),
    ...(kind.selector ? [['selector', selectorEdit(at(spec, 'selector'), draft)] satisfies EditEntry] : []),
    ['template', podTemplateEdit(at(spec, 'template'), draft)],
  ];
  const nested = kind.spec.toReversed().reduce((inner, key) => map([[key, inner]]), map(entries));
  return map([['metadata', metadataEdit(metadata, draft)], ...(nested.kind === 'map' ? nested.entries : [])]);
}

/** The keys that say how many Pods there are, the last one counting for the place of a finding. */
function countKeys({ counts }: WorkloadKind, spec: unknown): readonly string[] {
  switch (counts) {
    case 'replicas':
      return ['replicas'];
    case 'job':
      return ['parallelism', 'completions'].filter((key) => at(spec, key) !== undefined);
    case 'nodes':
    case 'one':
      return [];
  }
}
