import type { ServicePort, ServiceSpec } from 'kubernetes-types/core/v1';
import type { Cidr } from '../../../src/domain/ip/cidr.ts';
import type { KubeObject } from '../../store/store.ts';
import type { Strategy, StrategyContext } from '../strategy.ts';
import { validateService, validateServiceUpdate } from '../validation/service-rules.ts';
import {
  DEFAULT_SERVICE_NETWORK,
  freeAddress,
  freeNodePort,
  networksOf,
  takenAddresses,
  takenNodePorts,
} from './service-addresses.ts';
import type { ServiceNetwork } from './service-addresses.ts';
import { specOf } from './spec-of.ts';

const NONE = 'None';

/** Source: `SetDefaults_Service`, pkg/registry/core/service and `ValidateService`. */
export function createServiceStrategy(network: ServiceNetwork = DEFAULT_SERVICE_NETWORK): Strategy {
  const networks = networksOf(network);
  return {
    defaults: (object) => defaultService(specOf('Service', object)),
    prepareForCreate(object, context) {
      object.status = { loadBalancer: {} };
      const spec = specOf('Service', object);
      normalizeClusterIps(spec);
      allocate(object, spec, networks, context);
    },
    prepareForUpdate(object, old, context) {
      const spec = specOf('Service', object);
      const before = specOf('Service', old);
      keepAllocated(spec, before);
      normalizeClusterIps(spec);
      dropForeignFields(spec, before);
      allocate(object, spec, networks, context);
    },
    validate: (object, errors, context) =>
      validateService(object, specOf('Service', object), networks, errors, context),
    validateUpdate: (object, old, errors) =>
      validateServiceUpdate(specOf('Service', object), specOf('Service', old), errors),
  };
}

function defaultService(spec: ServiceSpec): void {
  spec.type ||= 'ClusterIP';
  spec.sessionAffinity ||= 'None';
  if (spec.sessionAffinity === 'None') delete spec.sessionAffinityConfig;
  if (spec.sessionAffinity === 'ClientIP') {
    spec.sessionAffinityConfig ??= {};
    spec.sessionAffinityConfig.clientIP ??= {};
    spec.sessionAffinityConfig.clientIP.timeoutSeconds ??= 10800;
  }
  for (const port of spec.ports ?? []) {
    port.protocol ||= 'TCP';
    if (port.targetPort === undefined || port.targetPort === 0 || port.targetPort === '')
      port.targetPort = port.port;
  }
  if (spec.type === 'NodePort' || spec.type === 'LoadBalancer') spec.externalTrafficPolicy ??= 'Cluster';
  if (spec.type !== 'ExternalName') spec.internalTrafficPolicy ??= 'Cluster';
  if (spec.type === 'LoadBalancer') spec.allocateLoadBalancerNodePorts ??= true;
}

/** `clusterIP` and `clusterIPs` say the same. Source: `normalizeClusterIPs`. */
function normalizeClusterIps(spec: ServiceSpec): void {
  if (spec.clusterIP && spec.clusterIPs === undefined) spec.clusterIPs = [spec.clusterIP];
  const [first] = spec.clusterIPs ?? [];
  if (!spec.clusterIP && first !== undefined) spec.clusterIP = first;
}

function needsNodePorts({ type, allocateLoadBalancerNodePorts }: ServiceSpec): boolean {
  return type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts !== false);
}

const samePort = (a: ServicePort, b: ServicePort) => a.port === b.port && a.protocol === b.protocol;

/** A client that leaves out what was allocated keeps it. Source: `patchAllocatedValues`. */
function keepAllocated(spec: ServiceSpec, old: ServiceSpec): void {
  if (spec.type !== 'ExternalName' && old.type !== 'ExternalName') {
    if (!spec.clusterIP && old.clusterIP !== undefined) spec.clusterIP = old.clusterIP;
    if (spec.clusterIPs === undefined && old.clusterIPs !== undefined && spec.clusterIP === old.clusterIP) {
      spec.clusterIPs = old.clusterIPs;
    }
    if (spec.ipFamilies === undefined && old.ipFamilies !== undefined) spec.ipFamilies = old.ipFamilies;
    if (spec.ipFamilyPolicy === undefined && old.ipFamilyPolicy !== undefined)
      spec.ipFamilyPolicy = old.ipFamilyPolicy;
  }
  if (!needsNodePorts(spec) || !needsNodePorts(old)) return;
  for (const port of spec.ports ?? []) {
    const before = old.ports?.find((other) => samePort(other, port));
    if (!port.nodePort && before?.nodePort) port.nodePort = before.nodePort;
  }
}

/** What belonged to the old type goes, unless the client changed it. Source: `dropTypeDependentFields`. */
function dropForeignFields(spec: ServiceSpec, old: ServiceSpec): void {
  if (spec.type === old.type) return;
  if (!needsNodePorts(spec) && needsNodePorts(old)) {
    for (const port of spec.ports ?? []) {
      if (old.ports?.some((other) => other.nodePort === port.nodePort)) delete port.nodePort;
    }
  }
  if (spec.type === 'ExternalName') {
    for (const field of [
      'clusterIP',
      'clusterIPs',
      'ipFamilies',
      'ipFamilyPolicy',
      'internalTrafficPolicy',
    ] as const) {
      delete spec[field];
    }
  }
  if (spec.type === 'ClusterIP' || spec.type === 'ExternalName') delete spec.externalTrafficPolicy;
  if (spec.type !== 'LoadBalancer') delete spec.allocateLoadBalancerNodePorts;
}

function allocate(
  object: KubeObject,
  spec: ServiceSpec,
  networks: ReadonlyMap<string, Cidr>,
  { store }: StrategyContext,
): void {
  if (spec.type === 'ExternalName') return;
  const families = chosenFamilies(spec, networks);
  // Without Pods to choose, a headless Service may have addresses of both families.
  if (spec.clusterIP === NONE && spec.selector === undefined && spec.ipFamilies === undefined) {
    const [first = 'IPv4'] = families;
    spec.ipFamilies = [first, first === 'IPv4' ? 'IPv6' : 'IPv4'];
    spec.ipFamilyPolicy ??= 'RequireDualStack';
  }
  spec.ipFamilies ??= families;
  spec.ipFamilyPolicy ??= families.length > 1 ? 'RequireDualStack' : 'SingleStack';
  if (spec.clusterIP !== NONE) {
    const taken = takenAddresses(store, object.metadata.uid);
    const addresses = [...(spec.clusterIPs ?? [])];
    for (const family of families.slice(addresses.length)) {
      const network = networks.get(family);
      const address = network === undefined ? undefined : freeAddress(network, taken, object);
      if (address !== undefined) addresses.push(address);
    }
    const [first] = addresses;
    if (first !== undefined) Object.assign(spec, { clusterIP: first, clusterIPs: addresses });
  }
  const taken = takenNodePorts(store, object.metadata.uid);
  if (needsNodePorts(spec)) allocateNodePorts(object, spec, taken);
  if (spec.type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local') {
    spec.healthCheckNodePort ||= freeNodePort(taken, object) ?? 0;
  } else delete spec.healthCheckNodePort;
}

/** Ports of one number in two protocols have one node port, others each their own. Source: `initNodePorts`. */
function allocateNodePorts(object: KubeObject, spec: ServiceSpec, taken: Set<number>): void {
  const ports = spec.ports ?? [];
  for (const { nodePort } of ports) if (nodePort) taken.add(nodePort);
  for (const port of ports) {
    if (port.nodePort) continue;
    const twin = ports.find((other) => other.nodePort && other.port === port.port);
    const chosen = twin?.nodePort ?? freeNodePort(taken, object);
    if (chosen === undefined) continue;
    port.nodePort = chosen;
    taken.add(chosen);
  }
}

/** The families of a Service, primary first. Source: `initIPFamilyFields`. */
function chosenFamilies(spec: ServiceSpec, networks: ReadonlyMap<string, Cidr>): string[] {
  const configured = [...networks.keys()];
  const given = spec.ipFamilies ?? (spec.clusterIPs ?? []).filter((ip) => ip !== NONE).map(familyOf);
  const first = given[0] ?? configured[0] ?? 'IPv4';
  const dual =
    spec.ipFamilyPolicy === 'PreferDualStack' ||
    spec.ipFamilyPolicy === 'RequireDualStack' ||
    given.length > 1;
  if (!dual) return [first];
  const second = given[1] ?? configured.find((family) => family !== first);
  return second === undefined ? [first] : [first, second];
}

function familyOf(address: string): string {
  return address.includes(':') ? 'IPv6' : 'IPv4';
}
