import type { ClusterView } from '../../cluster-view.ts';
import type { AnnotationProblem } from '../../spiderpool/annotation-problem.ts';
import type { Draft, KeyValue } from '../draft.ts';
import { emptyContainer } from '../new-draft.ts';
import { containersEdit, readContainers } from './container.ts';
import { dnsEdits, readDns } from './dns.ts';
import { type Edit, type EditEntry, map } from './edit.ts';
import { podLabelsEdit } from './metadata.ts';
import { at } from './plain.ts';
import { podAnnotationsEdit, readPodAnnotations } from './pod-annotations.ts';
import { pullSecretsEdit, readPullSecrets } from './pull-secrets.ts';
import { readScheduling, schedulingEdits } from './scheduling.ts';
import { gracePeriodEdit } from './upgrade.ts';

/** What of a draft stands in the Pod template, whatever kind of workload the template is of. */
export interface PodTemplateReading extends Pick<Draft, 'containers' | 'network' | 'dns' | 'scheduling'> {
  readonly podAnnotations: KeyValue[];
  readonly pullSecrets: Draft['metadata']['pullSecrets'];
  readonly problems: readonly AnnotationProblem[];
}

/**
 * @param template the plain template, or Pod
 * @param namespace that of the Pods: a bare name in `networks` belongs to it
 * @param view where the cluster is known, which decides what some annotations mean
 */
export function readPodTemplate(
  template: unknown,
  namespace: string,
  view?: ClusterView,
): PodTemplateReading {
  const podSpec = at(template, 'spec');
  const containers = readContainers(at(podSpec, 'containers'));
  const { network, podAnnotations, problems } = readPodAnnotations(
    at(template, 'metadata', 'annotations'),
    namespace,
    view,
  );
  return {
    containers: containers.length === 0 ? [emptyContainer()] : containers,
    network,
    dns: readDns(podSpec),
    scheduling: readScheduling(podSpec),
    podAnnotations,
    pullSecrets: readPullSecrets(podSpec),
    problems,
  };
}

export function podTemplateEdit(template: unknown, draft: Draft): Edit {
  return map([
    ['metadata', map(podMetadataEdits(template, draft))],
    ['spec', podSpecEdit(template, draft)],
  ]);
}

export function podMetadataEdits(template: unknown, draft: Draft): readonly EditEntry[] {
  const metadata = at(template, 'metadata');
  return [
    ['labels', podLabelsEdit(at(metadata, 'labels'), draft)],
    ['annotations', podAnnotationsEdit(at(metadata, 'annotations'), draft)],
  ];
}

export function podSpecEdit(template: unknown, draft: Draft): Edit {
  const podSpec = at(template, 'spec');
  return map([
    [
      'containers',
      containersEdit(at(podSpec, 'containers'), draft.containers, draft.network.deviceResources),
    ],
    pullSecretsEdit(podSpec, draft.metadata.pullSecrets),
    ...schedulingEdits(podSpec, draft.scheduling),
    ...dnsEdits(podSpec, draft.dns),
    gracePeriodEdit(podSpec, draft.upgrade),
  ]);
}
