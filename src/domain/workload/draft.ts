import type { AddressFamily } from '../ip/address.ts';

export type { AddressFamily } from '../ip/address.ts';

/**
 * The draft of a workload: the values of the fields on screen, and nothing else.
 *
 * Every value that a person types is a string, integers included: a half-typed or wrong number is kept as it
 * was typed, shown with its error, and never silently replaced. `''` means "not set". The draft is the value of
 * the one React Hook Form; `readDraft` and `writeDraft` are the only doors between it and the manifest document.
 */
export interface Draft {
  basics: BasicsDraft;
  /** At least one. */
  containers: ContainerDraft[];
  service: ServiceDraft;
  network: NetworkDraft;
  dns: DnsDraft;
  upgrade: UpgradeDraft;
  scheduling: SchedulingDraft;
  metadata: MetadataDraft;
}

export interface BasicsDraft {
  name: string;
  namespace: string;
  /** Integer >= 0. */
  replicas: string;
  /** At most 512 characters; kept in the annotation `podnic.io/description`. */
  description: string;
}

export interface KeyValue {
  key: string;
  value: string;
}

export type PullPolicy = 'Always' | 'IfNotPresent' | 'Never' | '';

export interface ContainerDraft {
  name: string;
  image: string;
  pullPolicy: PullPolicy;
  resources: ResourcesDraft;
  /** `command` of the container, one argument an entry. */
  command: { value: string }[];
  args: { value: string }[];
  ports: ContainerPortDraft[];
  env: EnvDraft[];
  probes: Record<ProbeKind, ProbeDraft>;
}

export interface ResourcesDraft {
  /** Kubernetes quantities. */
  cpuRequest: string;
  cpuLimit: string;
  memoryRequest: string;
  memoryLimit: string;
  /**
   * Extended resources (SR-IOV, RDMA, hugepages ...) typed by the user. Those that the NIC step needs are derived
   * from the attachments and are not repeated here; see `deviceResources` in `NetworkDraft`.
   */
  extended: { name: string; count: string }[];
}

export interface ContainerPortDraft {
  name: string;
  containerPort: string;
  protocol: 'TCP' | 'UDP' | 'SCTP';
}

export type EnvDraft =
  | { source: 'value'; name: string; value: string }
  | { source: 'configMapKey'; name: string; object: string; key: string }
  | { source: 'secretKey'; name: string; object: string; key: string }
  | { source: 'podField'; name: string; fieldPath: string };

export type ProbeKind = 'liveness' | 'readiness' | 'startup';

export interface ProbeDraft {
  method: 'none' | 'http' | 'tcp' | 'exec';
  path: string;
  port: string;
  scheme: 'HTTP' | 'HTTPS';
  command: { value: string }[];
  initialDelaySeconds: string;
  timeoutSeconds: string;
  periodSeconds: string;
  successThreshold: string;
  failureThreshold: string;
}

export type ServiceAccess = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'Headless' | 'ExternalName';

export interface ServiceDraft {
  enabled: boolean;
  name: string;
  access: ServiceAccess;
  /** Only for ExternalName. */
  externalName: string;
  selector: KeyValue[];
  ports: ServicePortDraft[];
  sessionAffinity: boolean;
  /** Seconds, 1 to 86400. */
  sessionTimeout: string;
  externalTrafficPolicy: 'Cluster' | 'Local';
  annotations: KeyValue[];
}

export interface ServicePortDraft {
  name: string;
  protocol: 'TCP' | 'UDP' | 'SCTP';
  port: string;
  targetPort: string;
  nodePort: string;
}

/** Where the addresses of the added NICs come from: one answer for the whole Pod (R1). */
export type AddressSource = 'pools' | 'fixed' | 'default';

export interface NetworkDraft {
  source: AddressSource;
  /** Fixed mode: extra addresses beyond the replicas. Off is written as `"+0"`. */
  elastic: ElasticDraft;
  /** Fixed mode: keep the pool when the workload is deleted (`ippool-reclaim: "false"`). */
  keepPool: boolean;
  /** The NIC that the cluster network makes. `attachment: ''` is the cluster's default. */
  eth0: NicDraft;
  /** net1, net2, ...: the interface name follows the position. */
  nics: NicDraft[];
  routes: RouteDraft[];
  /**
   * Extended resources that the chosen attachments need (SR-IOV: one for each NIC that uses it; R12), written on
   * the first container. Kept equal to what the attachments say by the NIC step's own actions.
   */
  deviceResources: { name: string; count: string }[];
}

export interface ElasticDraft {
  enabled: boolean;
  /** Integer >= 0. */
  count: string;
  /**
   * How the number was written: `elastic` is `"+N"`, `total` is `"N"`, a fixed total. The console writes `elastic`
   * only; `total` is read from existing manifests, shown as such, and kept.
   */
  form: 'elastic' | 'total';
}

export interface NicDraft {
  /** `namespace/name` of the NetworkAttachmentDefinition; `''` is none yet (added NICs) or the default (eth0). */
  attachment: string;
  /** Custom interface name from an existing `ns/name@ifname`; `''` is the name by position. */
  interfaceName: string;
  /** Manual mode: alternatives, in no order of preference (R19). Empty where the NIC draws nothing from Spiderpool. */
  pools: Record<AddressFamily, string[]>;
  /** Fixed mode: one subnet a family, `''` for none. */
  subnets: Record<AddressFamily, string>;
  /** `cleangateway` of the item in `ippools`. */
  cleanGateway: boolean;
  /** This NIC keeps the Pod's default route (`default-route-nic`). At most one NIC, eth0 included. */
  defaultRoute: boolean;
}

export interface RouteDraft {
  destination: string;
  gateway: string;
}

export interface DnsDraft {
  /** `''` leaves the cluster's default (ClusterFirst). */
  policy: 'Default' | 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'None' | '';
  nameservers: { value: string }[];
  searches: { value: string }[];
  options: KeyValue[];
  hostAliases: { ip: string; hostnames: string }[];
}

export interface UpgradeDraft {
  strategy: 'RollingUpdate' | 'Recreate';
  /** Integer or percentage; `''` leaves Kubernetes' default of 25%. */
  maxUnavailable: string;
  maxSurge: string;
  revisionHistoryLimit: string;
  minReadySeconds: string;
  progressDeadlineSeconds: string;
  terminationGracePeriodSeconds: string;
}

export interface SchedulingDraft {
  nodeSelector: KeyValue[];
  tolerations: TolerationDraft[];
}

export interface TolerationDraft {
  key: string;
  operator: 'Equal' | 'Exists';
  value: string;
  effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute' | '';
  tolerationSeconds: string;
}

/** Labels and annotations that the user owns; those that other fields write are not repeated here. */
export interface MetadataDraft {
  labels: KeyValue[];
  annotations: KeyValue[];
  podLabels: KeyValue[];
  podAnnotations: KeyValue[];
  /** Names of Secrets, `spec.template.spec.imagePullSecrets`. */
  pullSecrets: { value: string }[];
  selector: SelectorDraft;
}

/** How the Deployment finds its Pods (`spec.selector.matchLabels`, on its Pods as well). Kubernetes never lets it change. */
export interface SelectorDraft {
  /** The one label `app: <workload name>`, which follows the name. So every workload made here. */
  byName: boolean;
  /** The labels of a selector that was read and is of another kind; empty while `byName`. */
  labels: KeyValue[];
}
