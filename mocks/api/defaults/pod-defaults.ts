import type { PodSpec, PodTemplateSpec, Toleration, Volume } from 'kubernetes-types/core/v1';
import { defaultContainer } from './container-defaults.ts';

/** Mode of the files of a projected volume, octal 0644. */
const FILE_MODE = 420;

/** Names under which a volume says what it is. */
const VOLUME_FIELDS = new Set(['name']);

/**
 * Fills in what a Pod spec leaves out. Changes it.
 * Source: `SetDefaults_PodSpec` and its parts of pkg/apis/core/v1.
 */
export function defaultPodSpec(spec: PodSpec): void {
  for (const container of [...(spec.initContainers ?? []), ...(spec.containers ?? [])]) {
    defaultContainer(container);
  }
  spec.restartPolicy ||= 'Always';
  spec.terminationGracePeriodSeconds ??= 30;
  spec.dnsPolicy ||= 'ClusterFirst';
  spec.securityContext ??= {};
  spec.schedulerName ||= 'default-scheduler';
  // The old name of the field follows the new one.
  const account = spec.serviceAccountName || spec.serviceAccount;
  if (account) Object.assign(spec, { serviceAccountName: account, serviceAccount: account });
  for (const volume of spec.volumes ?? []) defaultVolume(volume);
}

function defaultVolume(volume: Volume): void {
  if (Object.keys(volume).every((key) => VOLUME_FIELDS.has(key))) volume.emptyDir = {};
  if (volume.secret !== undefined) volume.secret.defaultMode ??= FILE_MODE;
  if (volume.configMap !== undefined) volume.configMap.defaultMode ??= FILE_MODE;
  if (volume.downwardAPI !== undefined) volume.downwardAPI.defaultMode ??= FILE_MODE;
  if (volume.projected !== undefined) volume.projected.defaultMode ??= FILE_MODE;
  if (volume.hostPath !== undefined) volume.hostPath.type ??= '';
}

/** The defaults of a Pod template, which a workload creates its Pods from. */
export function defaultTemplate(template: PodTemplateSpec | undefined): void {
  if (template === undefined) return;
  // Go writes the zero time of a template as null, and so does every real API server.
  template.metadata = { creationTimestamp: null as unknown as string, ...template.metadata };
  template.spec ??= { containers: [] };
  defaultPodSpec(template.spec);
}

const NOT_READY = 'node.kubernetes.io/not-ready';
const UNREACHABLE = 'node.kubernetes.io/unreachable';

/** What only Pods get, not the templates: ports of the host on its network, requests from limits. */
export function defaultPodOnly(spec: PodSpec): void {
  if (spec.hostNetwork === true) {
    for (const port of (spec.containers ?? []).flatMap(({ ports = [] }) => ports))
      port.hostPort ||= port.containerPort;
  }
  for (const container of [...(spec.initContainers ?? []), ...(spec.containers ?? [])]) {
    const { limits } = container.resources ?? {};
    if (limits !== undefined) {
      container.resources = {
        ...container.resources,
        requests: { ...limits, ...container.resources?.requests },
      };
    }
  }
  spec.enableServiceLinks ??= true;
}

/** What the admission plugins Priority and DefaultTolerationSeconds add to a Pod. */
export function admitPod(spec: PodSpec): void {
  spec.priority ??= 0;
  spec.preemptionPolicy ??= 'PreemptLowerPriority';
  const tolerations = spec.tolerations ?? [];
  const added = [NOT_READY, UNREACHABLE]
    .filter((key) => !tolerations.some((toleration) => tolerates(toleration, key)))
    .map((key) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }));
  spec.tolerations = [...tolerations, ...added];
}

function tolerates({ key, effect }: Toleration, taint: string): boolean {
  return (key === taint || !key) && (effect === 'NoExecute' || !effect);
}
