import type { NewKubeObject } from '../../store/store.ts';

interface WorkloadOptions {
  replicas?: number;
  image?: string;
  /** Labels of the Pods beside `app`. */
  labels?: Readonly<Record<string, string>>;
  /** Annotations of the Pods. */
  annotations?: Readonly<Record<string, string>>;
  /** Extended resources of the container: `{ 'spidernet.io/sriov_netdevice': '1' }`. */
  devices?: Readonly<Record<string, string>>;
  /** Further fields of the Pod's spec. */
  podSpec?: Readonly<Record<string, unknown>>;
  /** Further fields of the workload's spec. */
  spec?: Readonly<Record<string, unknown>>;
}

/** A Deployment with one container; its Pods carry the label `app`. */
export function deployment(namespace: string, name: string, options: WorkloadOptions = {}): NewKubeObject {
  const { replicas = 1, spec } = options;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels: { app: name } },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: podTemplate(name, options),
      ...spec,
    },
  };
}

/** The template of a workload's Pods. */
export function podTemplate(name: string, options: WorkloadOptions) {
  const {
    image = 'registry.example.com/library/nginx:1.27',
    labels,
    annotations,
    devices,
    podSpec,
  } = options;
  const resources =
    devices === undefined ? {} : { resources: { limits: { ...devices }, requests: { ...devices } } };
  return {
    metadata: {
      labels: { app: name, ...labels },
      ...(annotations === undefined ? {} : { annotations: { ...annotations } }),
    },
    spec: { containers: [{ name, image, ...resources }], ...podSpec },
  };
}
