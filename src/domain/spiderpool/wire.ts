/**
 * The fields of the cluster's objects that the console reads, as the API sends them. Everything is optional: the
 * decoders take `unknown` and trust none of it. Group `spiderpool.spidernet.io/v2beta1` unless said otherwise
 * (domain reference 2).
 */
export interface MetadataWire {
  name?: string;
  namespace?: string;
  uid?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  deletionTimestamp?: string;
}

export interface LabelSelectorWire {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

/** `SpiderIPPool`. */
export interface PoolWire {
  metadata: MetadataWire;
  spec?: {
    ipVersion?: number;
    subnet?: string;
    ips?: string[];
    excludeIPs?: string[];
    gateway?: string;
    /** Releases before 1.0. */
    vlan?: number;
    default?: boolean;
    disable?: boolean;
    podAffinity?: LabelSelectorWire;
    namespaceName?: string[];
    namespaceAffinity?: LabelSelectorWire;
    nodeName?: string[];
    nodeAffinity?: LabelSelectorWire;
    multusName?: string[];
  };
  status?: {
    totalIPCount?: number;
    allocatedIPCount?: number;
    /** JSON: address -> `{pod, podUid}`. */
    allocatedIPs?: string;
  };
}

/** `SpiderSubnet`. */
export interface SubnetWire {
  metadata: MetadataWire;
  spec?: {
    ipVersion?: number;
    subnet?: string;
    ips?: string[];
    excludeIPs?: string[];
    gateway?: string;
    /** Releases before 1.0. */
    vlan?: number;
  };
  status?: {
    totalIPCount?: number;
    allocatedIPCount?: number;
    /** JSON: pool -> `{ips, application?}`. */
    controlledIPPools?: string;
  };
}

/** `SpiderReservedIP`. */
export interface ReservedWire {
  metadata: MetadataWire;
  spec?: { ipVersion?: number; ips?: string[] };
}

/** `SpiderEndpoint`. */
export interface EndpointWire {
  metadata: MetadataWire;
  status?: {
    current?: { uid?: string; node?: string; ips?: EndpointIpWire[] };
    ownerControllerType?: string;
    ownerControllerName?: string;
  };
}

export interface EndpointIpWire {
  interface: string;
  ipv4?: string;
  ipv4Pool?: string;
  ipv4Gateway?: string;
  ipv6?: string;
  ipv6Pool?: string;
  ipv6Gateway?: string;
  vlan?: number;
  cleanGateway?: boolean;
  mac?: string;
}

/** `SpiderCoordinator`. */
export interface CoordinatorWire {
  metadata: MetadataWire;
  status?: { phase?: string; reason?: string };
}

/** `NetworkAttachmentDefinition`, `k8s.cni.cncf.io/v1`. */
export interface AttachmentWire {
  metadata: MetadataWire;
  spec?: { config?: string };
}

/** `Node`, `v1`. */
export interface NodeWire {
  metadata: MetadataWire;
  spec?: { unschedulable?: boolean; taints?: { key: string; value?: string; effect: string }[] };
  status?: {
    allocatable?: Record<string, string>;
    conditions?: { type: string; status: string }[];
  };
}

/** `ConfigMap` `spiderpool-conf`, `v1`. */
export interface SettingsWire {
  metadata: MetadataWire;
  data?: { 'conf.yml'?: string; clusterNetwork?: string };
}
