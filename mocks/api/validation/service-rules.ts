import type { ServiceSpec } from 'kubernetes-types/core/v1';
import { formatCidr, parseCidr } from '../../../src/domain/ip/cidr.ts';
import type { Cidr } from '../../../src/domain/ip/cidr.ts';
import type { KubeObject } from '../../store/store.ts';
import type { StrategyContext } from '../strategy.ts';
import { isInNetwork, NODE_PORTS, takenAddresses, takenNodePorts } from '../strategies/service-addresses.ts';
import { GoLiteral, goStrings } from './field-errors.ts';
import type { FieldErrors } from './field-errors.ts';
import { dns1123Subdomain } from './names.ts';
import { validateAddress } from './numbers.ts';
import { validateLabels } from './object-meta.ts';
import { validateNodePorts, validateNoKubeletPort, validatePorts } from './service-ports.ts';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const AFFINITIES = ['ClientIP', 'None'];
const POLICIES = ['Cluster', 'Local'];
const FAMILY_POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
const SPECIAL = [
  { pattern: /^(0\.0\.0\.0|::)$/, text: 'may not be unspecified (%)' },
  { pattern: /^(127\.|::1$)/, text: 'may not be in the loopback range (127.0.0.0/8, ::1/128)' },
  {
    pattern: /^(169\.254\.|fe[89ab])/i,
    text: 'may not be in the link-local range (169.254.0.0/16, fe80::/10)',
  },
  {
    pattern: /^(224\.0\.0\.|ff02:)/i,
    text: 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)',
  },
] as const;
const LONGEST_STICKINESS = 86400;

/**
 * Source: `ValidateService` of pkg/apis/core/validation, then the allocators of pkg/registry/core/service.
 * @param networks of the cluster, by family
 */
export function validateService(
  object: KubeObject,
  spec: ServiceSpec,
  networks: ReadonlyMap<string, Cidr>,
  errors: FieldErrors,
  context: StrategyContext,
): void {
  const { type = '', ports = [], sessionAffinity = '' } = spec;
  const headless = spec.clusterIPs?.[0] === 'None';
  if (ports.length === 0 && !headless && type !== 'ExternalName') errors.required('spec.ports');
  if ((type === 'LoadBalancer' || type === 'NodePort') && headless) {
    errors.invalid('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${type} services`);
  }
  if (type === 'ExternalName') validateExternalName(spec, errors);
  if (type === 'LoadBalancer') validateNoKubeletPort(ports, errors);
  validatePorts(ports, errors);
  validateLabels(spec.selector, 'spec.selector', errors);
  if (!AFFINITIES.includes(sessionAffinity))
    errors.notSupported('spec.sessionAffinity', sessionAffinity, AFFINITIES);
  validateAffinityConfig(spec, errors);
  if (type !== 'ExternalName') validateClusterIps(spec, networks, errors);
  validateExternalIps(spec.externalIPs ?? [], errors);
  validateSourceRanges(spec, errors);
  if (!TYPES.includes(type)) errors.notSupported('spec.type', type, TYPES);
  validateNodePorts(type, ports, errors);
  validateTraffic(spec, errors);
  if (errors.empty) validateAllocation(object, spec, networks, errors, context);
}

function validateExternalName(
  { clusterIPs = [], ipFamilies = [], ipFamilyPolicy, externalName = '' }: ServiceSpec,
  errors: FieldErrors,
): void {
  const text = 'may not be set for ExternalName services';
  if (clusterIPs.length > 0) errors.forbidden('spec.clusterIPs', text);
  if (ipFamilies.length > 0) errors.forbidden('spec.ipFamilies', text);
  if (ipFamilyPolicy !== undefined) errors.forbidden('spec.ipFamilyPolicy', text);
  const name = externalName.replace(/\.$/, '');
  if (name === '') errors.required('spec.externalName');
  else for (const problem of dns1123Subdomain(name)) errors.invalid('spec.externalName', name, problem);
}

function validateAffinityConfig(
  { sessionAffinity, sessionAffinityConfig }: ServiceSpec,
  errors: FieldErrors,
): void {
  const field = 'spec.sessionAffinityConfig';
  if (sessionAffinity === 'None' && sessionAffinityConfig !== undefined) {
    errors.forbidden(field, 'must not be set when session affinity is None');
  }
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (
    sessionAffinity === 'ClientIP' &&
    seconds !== undefined &&
    (seconds <= 0 || seconds > LONGEST_STICKINESS)
  ) {
    errors.invalid(
      `${field}.clientIP.timeoutSeconds`,
      seconds,
      `must be greater than 0 and less than ${LONGEST_STICKINESS}`,
    );
  }
}

/** Source: `ValidateServiceClusterIPsRelatedFields` and `initIPFamilyFields`. */
function validateClusterIps(
  spec: ServiceSpec,
  networks: ReadonlyMap<string, Cidr>,
  errors: FieldErrors,
): void {
  const { clusterIP = '', clusterIPs = [], ipFamilies = [], ipFamilyPolicy } = spec;
  const list = new GoLiteral(goStrings(clusterIPs));
  if (clusterIP !== '' && clusterIPs[0] !== clusterIP) {
    errors.invalid('spec.clusterIPs', list, 'first value must match `clusterIP`');
  }
  for (const [i, family] of ipFamilies.entries()) {
    const at = `spec.ipFamilies[${i}]`;
    if (family !== 'IPv4' && family !== 'IPv6') errors.notSupported(at, family, ['IPv4', 'IPv6']);
    else if (!networks.has(family)) errors.invalid(at, family, 'not configured on this cluster');
    if (ipFamilies.indexOf(family) < i) errors.duplicate(at, family);
  }
  if (ipFamilyPolicy !== undefined && !FAMILY_POLICIES.includes(ipFamilyPolicy)) {
    errors.notSupported('spec.ipFamilyPolicy', ipFamilyPolicy, FAMILY_POLICIES);
  }
  if (ipFamilyPolicy === 'RequireDualStack' && networks.size < 2) {
    const text = 'this cluster is not configured for dual-stack services';
    errors.invalid('spec.ipFamilyPolicy', ipFamilyPolicy, text);
  }
  for (const [i, ip] of clusterIPs.entries()) {
    if (ip !== 'None') validateAddress(ip, `spec.clusterIPs[${i}]`, errors);
    else if (clusterIPs.length > 1)
      errors.invalid('spec.clusterIPs', list, "'None' must be the first and only value");
  }
  if (clusterIPs.length > 2) errors.invalid('spec.clusterIPs', list, 'may only hold up to 2 values');
}

/** Source: `ValidateNonSpecialIP`. */
function validateExternalIps(addresses: readonly string[], errors: FieldErrors): void {
  for (const [i, ip] of addresses.entries()) {
    const at = `spec.externalIPs[${i}]`;
    const before = errors.list.length;
    validateAddress(ip, at, errors);
    if (errors.list.length > before) continue;
    const special = SPECIAL.find(({ pattern }) => pattern.test(ip));
    if (special !== undefined) errors.invalid(at, ip, special.text.replace('%', ip));
  }
}

function validateSourceRanges(
  { type, loadBalancerSourceRanges: ranges = [] }: ServiceSpec,
  errors: FieldErrors,
): void {
  // The path is written like this in Kubernetes as well.
  const field = 'spec.LoadBalancerSourceRanges';
  if (ranges.length > 0 && type !== 'LoadBalancer') {
    errors.forbidden(field, "may only be used when `type` is 'LoadBalancer'");
  }
  for (const [i, range] of ranges.entries()) {
    if (parseCidr(range.trim()).ok) continue;
    errors.invalid(
      `${field}[${i}]`,
      range.trim(),
      'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
    );
  }
}

/** Source: `validateServiceExternalTrafficPolicy` and its neighbours. */
function validateTraffic(spec: ServiceSpec, errors: FieldErrors): void {
  const { type, externalTrafficPolicy: external, internalTrafficPolicy: internal } = spec;
  if (type === 'NodePort' || type === 'LoadBalancer') {
    const value = external ?? '';
    if (!POLICIES.includes(value)) errors.notSupported('spec.externalTrafficPolicy', value, POLICIES);
  } else if (external !== undefined && (spec.externalIPs ?? []).length === 0) {
    errors.invalid(
      'spec.externalTrafficPolicy',
      external,
      'may only be set for externally-accessible services',
    );
  }
  if (internal !== undefined && !POLICIES.includes(internal)) {
    errors.notSupported('spec.internalTrafficPolicy', internal, POLICIES);
  }
  if (spec.allocateLoadBalancerNodePorts !== undefined && type !== 'LoadBalancer') {
    errors.forbidden('spec.allocateLoadBalancerNodePorts', "may only be used when `type` is 'LoadBalancer'");
  }
}

/** What only shows when addresses and ports are handed out. */
function validateAllocation(
  object: KubeObject,
  { clusterIPs = [], ports = [], type }: ServiceSpec,
  networks: ReadonlyMap<string, Cidr>,
  errors: FieldErrors,
  { store }: StrategyContext,
): void {
  const { uid } = object.metadata;
  const addresses = takenAddresses(store, uid);
  const list = new GoLiteral(goStrings(clusterIPs));
  for (const ip of clusterIPs) {
    if (ip === 'None' || type === 'ExternalName') continue;
    const network = networks.get(ip.includes(':') ? 'IPv6' : 'IPv4');
    const fail = (why: string) =>
      errors.invalid('spec.clusterIPs', list, `failed to allocate IP ${ip}: ${why}`);
    if (network === undefined || !isInNetwork(network, ip)) {
      fail(
        `the provided IP (${ip}) is not in the valid range. The range of valid IPs is ${rangeText(network)}`,
      );
    } else if (addresses.has(ip)) fail('provided IP is already allocated');
  }
  const taken = takenNodePorts(store, uid);
  for (const [index, { nodePort }] of ports.entries()) {
    if (!nodePort) continue;
    const at = `spec.ports[${index}].nodePort`;
    if (nodePort < NODE_PORTS.first || nodePort > NODE_PORTS.last) {
      const range = `${NODE_PORTS.first}-${NODE_PORTS.last}`;
      errors.invalid(
        at,
        nodePort,
        `provided port is not in the valid range. The range of valid ports is ${range}`,
      );
    } else if (taken.has(nodePort)) {
      errors.invalid(at, nodePort, 'provided port is already allocated');
    }
  }
}

function rangeText(network: Cidr | undefined): string {
  return network === undefined ? '' : formatCidr(network);
}

/** Source: `validateUpgradeDowngradeClusterIPs`. */
export function validateServiceUpdate(spec: ServiceSpec, old: ServiceSpec, errors: FieldErrors): void {
  if (spec.type === 'ExternalName' || old.type === 'ExternalName') return;
  const next = spec.clusterIPs ?? [];
  const before = old.clusterIPs ?? [];
  const list = new GoLiteral(goStrings(next));
  for (const [i, ip] of before.entries()) {
    const kept = next[i];
    if (kept !== undefined && kept !== ip)
      errors.invalid(`spec.clusterIPs[${i}]`, list, 'may not change once set');
  }
  if (before.length > 0 && next.length === 0) {
    errors.invalid('spec.clusterIPs[0]', list, 'primary clusterIP can not be unset');
  }
}
