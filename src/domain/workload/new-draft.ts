import type {
  ContainerDraft,
  ContainerPortDraft,
  Draft,
  EnvDraft,
  KeyValue,
  NetworkDraft,
  NicDraft,
  ProbeDraft,
  RouteDraft,
  ServiceDraft,
  ServicePortDraft,
  TolerationDraft,
  UpgradeDraft,
} from './draft.ts';

/**
 * A new workload as the form first shows it: the defaults of the console that people know, all of them visible.
 * Nothing is set that the form does not show: no pull policy, no port, no resources.
 */
export function newDraft({ namespace }: { readonly namespace: string }): Draft {
  return {
    basics: { name: '', namespace, replicas: '1', description: '' },
    containers: [emptyContainer()],
    service: newService(),
    network: newNetwork(),
    dns: { policy: '', nameservers: [], searches: [], options: [], hostAliases: [] },
    upgrade: newUpgrade(),
    scheduling: { nodeSelector: [], tolerations: [] },
    metadata: {
      labels: [],
      annotations: [],
      podLabels: [],
      podAnnotations: [],
      pullSecrets: [],
      selector: { byName: true, labels: [] },
    },
  };
}

/** Addresses from a fixed pool. One elastic IP is what the default `maxSurge` of 25% needs for up to four replicas. */
export function newNetwork(): NetworkDraft {
  return {
    source: 'fixed',
    elastic: { enabled: true, count: '1', form: 'elastic' },
    keepPool: false,
    eth0: emptyNic(),
    nics: [],
    routes: [],
    deviceResources: [],
  };
}

/** The upgrade strategy that the console shows first; the same as Kubernetes' own defaults. */
export function newUpgrade(): UpgradeDraft {
  return {
    strategy: 'RollingUpdate',
    maxUnavailable: '25%',
    maxSurge: '25%',
    revisionHistoryLimit: '10',
    minReadySeconds: '0',
    progressDeadlineSeconds: '600',
    terminationGracePeriodSeconds: '30',
  };
}

/** A Service that is not asked for yet. */
export function newService(): ServiceDraft {
  return {
    enabled: false,
    name: '',
    access: 'ClusterIP',
    externalName: '',
    selector: [],
    ports: [],
    sessionAffinity: false,
    sessionTimeout: '30',
    externalTrafficPolicy: 'Cluster',
    annotations: [],
  };
}

export function emptyContainer(): ContainerDraft {
  return {
    name: '',
    image: '',
    pullPolicy: '',
    resources: { cpuRequest: '', cpuLimit: '', memoryRequest: '', memoryLimit: '', extended: [] },
    command: [],
    args: [],
    ports: [],
    env: [],
    probes: { liveness: emptyProbe(), readiness: emptyProbe(), startup: emptyProbe() },
  };
}

export function emptyProbe(): ProbeDraft {
  return {
    method: 'none',
    path: '',
    port: '',
    scheme: 'HTTP',
    command: [],
    initialDelaySeconds: '',
    timeoutSeconds: '',
    periodSeconds: '',
    successThreshold: '',
    failureThreshold: '',
  };
}

export function emptyContainerPort(): ContainerPortDraft {
  return { name: '', containerPort: '', protocol: 'TCP' };
}

/** A row of the environment. Changing the source of a row keeps its name. */
export function emptyEnv(source: EnvDraft['source'], name = ''): EnvDraft {
  switch (source) {
    case 'value':
      return { source, name, value: '' };
    case 'configMapKey':
    case 'secretKey':
      return { source, name, object: '', key: '' };
    case 'podField':
      return { source, name, fieldPath: '' };
  }
}

export function emptyServicePort(): ServicePortDraft {
  return { name: '', protocol: 'TCP', port: '', targetPort: '', nodePort: '' };
}

export function emptyToleration(): TolerationDraft {
  return { key: '', operator: 'Equal', value: '', effect: '', tolerationSeconds: '' };
}

export function emptyKeyValue(): KeyValue {
  return { key: '', value: '' };
}

export function emptyNic(): NicDraft {
  return {
    attachment: '',
    interfaceName: '',
    pools: { ipv4: [], ipv6: [] },
    subnets: { ipv4: '', ipv6: '' },
    cleanGateway: false,
    defaultRoute: false,
  };
}

export function emptyRoute(): RouteDraft {
  return { destination: '', gateway: '' };
}
