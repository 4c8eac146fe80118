import type { PodTemplateSpec } from 'kubernetes-types/core/v1';
import { copyOf } from '../cluster.ts';
import type { Job, Pod } from '../kinds.ts';

/** Keeps a finished Pod until its Job has counted it. */
export const TRACKING = 'batch.kubernetes.io/job-tracking';
const INDEX = 'batch.kubernetes.io/job-completion-index';

export function isIndexed({ spec }: Job): boolean {
  return spec.completionMode === 'Indexed';
}

export function completionIndexOf({ metadata }: Pod): number | undefined {
  const index = metadata.annotations?.[INDEX];
  return index === undefined ? undefined : Number(index);
}

export function isTracked({ metadata }: Pod): boolean {
  return metadata.finalizers?.includes(TRACKING) ?? false;
}

/** Whether a Pod counts as a failure: also when it was deleted before it could succeed. Source: `isPodFailed`. */
export function isFailure(pod: Pod): boolean {
  if (pod.status?.phase === 'Succeeded') return false;
  return pod.status?.phase === 'Failed' || pod.metadata.deletionTimestamp !== undefined;
}

/**
 * The template of the next Pod of a Job.
 * @param index completion index of an Indexed Job
 */
export function jobTemplate(job: Job, index: number | undefined): PodTemplateSpec {
  const { metadata = {}, spec = { containers: [] } } = copyOf<PodTemplateSpec>(job.spec.template);
  const { name, uid } = job.metadata;
  const labels = {
    ...metadata.labels,
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': uid,
    'job-name': name,
  };
  const finalizers = [...(metadata.finalizers ?? []).filter((other) => other !== TRACKING), TRACKING];
  if (index === undefined) return { metadata: { ...metadata, labels, finalizers }, spec };
  const numbered = { [INDEX]: String(index) };
  const env = {
    name: 'JOB_COMPLETION_INDEX',
    valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: `metadata.labels['${INDEX}']` } },
  };
  const containers = spec.containers.map((container) => ({
    ...container,
    env: [...(container.env ?? []), env],
  }));
  return {
    metadata: {
      ...metadata,
      labels: { ...labels, ...numbered },
      annotations: { ...metadata.annotations, ...numbered },
      finalizers,
    },
    spec: { ...spec, containers, hostname: `${name}-${index}` },
  };
}
