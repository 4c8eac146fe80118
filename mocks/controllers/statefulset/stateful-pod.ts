import type { PersistentVolumeClaim } from 'kubernetes-types/core/v1';
import type { NewKubeObject } from '../../store/store.ts';
import { copyOf } from '../cluster.ts';
import type { Pod, Revision, StatefulSet } from '../kinds.ts';
import { podFromTemplate } from '../workload/pod-control.ts';
import { POD_REVISION, templateOf } from '../workload/revision-history.ts';

/** The number at the end of a Pod's name; undefined for a Pod that is not of this StatefulSet's making. */
export function ordinalOf(set: StatefulSet, { metadata }: Pod): number | undefined {
  const prefix = `${set.metadata.name}-`;
  const rest = metadata.name.startsWith(prefix) ? metadata.name.slice(prefix.length) : '';
  return /^\d+$/.test(rest) ? Number(rest) : undefined;
}

export function firstOrdinal({ spec }: StatefulSet): number {
  return spec.ordinals?.start ?? 0;
}

/** The revision that a Pod was made from, by name. */
export function revisionNameOf({ metadata }: Pod): string | undefined {
  return metadata.labels?.[POD_REVISION];
}

/**
 * The Pod of one ordinal: its own name, hostname and claims.
 * Source: `newStatefulSetPod` of k8s.io/kubernetes/pkg/controller/statefulset.
 */
export function draftStatefulPod(set: StatefulSet, revision: Revision, ordinal: number): NewKubeObject {
  const name = `${set.metadata.name}-${ordinal}`;
  const pod = podFromTemplate(set, templateOf(revision), { name });
  const claims = draftClaims(set, ordinal);
  const volumes = (pod.spec.volumes ?? []).filter((volume) => !claims.has(volume.name));
  const claimed = [...claims].map(([volume, claim]) => ({
    name: volume,
    persistentVolumeClaim: { claimName: claim.metadata.name ?? '' },
  }));
  const generateName = `${set.metadata.name}-`;
  return {
    ...pod,
    metadata: {
      ...pod.metadata,
      generateName,
      labels: {
        ...pod.metadata.labels,
        [POD_REVISION]: revision.metadata.name,
        'apps.kubernetes.io/pod-index': String(ordinal),
        'statefulset.kubernetes.io/pod-name': name,
      },
    },
    spec: {
      ...pod.spec,
      hostname: name,
      ...(set.spec.serviceName ? { subdomain: set.spec.serviceName } : {}),
      ...(volumes.length + claimed.length === 0 ? {} : { volumes: [...claimed, ...volumes] }),
    },
  };
}

/**
 * The claims of one ordinal, by the name of their volume. Simulated storage binds at once.
 * Source: `getPersistentVolumeClaims`.
 */
export function draftClaims(set: StatefulSet, ordinal: number): Map<string, NewKubeObject> {
  const { namespace, name } = set.metadata;
  const templates = copyOf<PersistentVolumeClaim[]>(set.spec.volumeClaimTemplates ?? []);
  return new Map(
    templates.map(({ metadata = {}, spec = {} }) => {
      const { name: volume = '', labels, annotations } = metadata;
      const capacity = spec.resources?.requests;
      const claim: NewKubeObject = {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: {
          name: `${volume}-${name}-${ordinal}`,
          ...(namespace === undefined ? {} : { namespace }),
          labels: { ...labels, ...set.spec.selector.matchLabels },
          ...(annotations === undefined ? {} : { annotations }),
        },
        spec,
        status: { phase: 'Bound', accessModes: spec.accessModes, capacity },
      };
      return [volume, claim];
    }),
  );
}
