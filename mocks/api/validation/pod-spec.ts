import type { HostAlias, PodDNSConfig, PodSpec, PodTemplateSpec, Volume } from 'kubernetes-types/core/v1';
import { validateContainers, validateInitContainers } from './container.ts';
import { FieldErrors, GoLiteral, goStrings } from './field-errors.ts';
import { dns1123Label, dns1123Subdomain } from './names.ts';
import { validateAddress } from './numbers.ts';
import { validateAnnotations, validateLabels } from './object-meta.ts';
import { validateAffinity, validateTolerations, validateTopologySpread } from './pod-placement.ts';

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;
const LONGEST_SEARCHES = 2048;

/** The labels, annotations and spec of a Pod template. Source: `ValidatePodTemplateSpec` of pkg/apis/core/validation. */
export function validateTemplate(template: PodTemplateSpec, field: string, errors: FieldErrors): void {
  validateLabels(template.metadata?.labels, `${field}.labels`, errors);
  validateAnnotations(template.metadata?.annotations, `${field}.annotations`, errors);
  validatePodSpec(template.spec ?? ({} as PodSpec), `${field}.spec`, errors);
}

/** Source: `ValidatePodSpec`. */
export function validatePodSpec(spec: PodSpec, field: string, errors: FieldErrors): void {
  const volumes = validateVolumes(spec.volumes ?? [], `${field}.volumes`, errors);
  const containers = spec.containers ?? [];
  validateContainers(containers, volumes, `${field}.containers`, errors);
  validateInitContainers(spec.initContainers ?? [], containers, volumes, `${field}.initContainers`, errors);
  if (spec.hostNetwork === true) validateHostNetworkPorts(spec, field, errors);
  const { restartPolicy = '', dnsPolicy = '' } = spec;
  if (!RESTART_POLICIES.includes(restartPolicy)) {
    errors.notSupported(`${field}.restartPolicy`, restartPolicy, RESTART_POLICIES);
  }
  if (!DNS_POLICIES.includes(dnsPolicy)) errors.notSupported(`${field}.dnsPolicy`, dnsPolicy, DNS_POLICIES);
  validateLabels(spec.nodeSelector, `${field}.nodeSelector`, errors);
  if (spec.affinity !== undefined) validateAffinity(spec.affinity, `${field}.affinity`, errors);
  validateDnsConfig(spec.dnsConfig, dnsPolicy, `${field}.dnsConfig`, errors);
  validateTopologySpread(spec.topologySpreadConstraints ?? [], `${field}.topologySpreadConstraints`, errors);
  validateNames(spec, field, FIRST_NAMES, errors);
  const deadline = spec.activeDeadlineSeconds;
  if (deadline !== undefined && (deadline < 1 || deadline > 2147483647)) {
    errors.invalid(`${field}.activeDeadlineSeconds`, deadline, 'must be between 1 and 2147483647, inclusive');
  }
  validateTolerations(spec.tolerations ?? [], `${field}.tolerations`, errors);
  validateHostAliases(spec.hostAliases ?? [], `${field}.hostAliases`, errors);
  validateNames(spec, field, LAST_NAMES, errors);
}

const FIRST_NAMES = ['serviceAccountName', 'nodeName'] as const;
const LAST_NAMES = ['priorityClassName', 'runtimeClassName'] as const;

function validateNames(
  spec: PodSpec,
  field: string,
  names: readonly (typeof FIRST_NAMES | typeof LAST_NAMES)[number][],
  errors: FieldErrors,
): void {
  for (const name of names) {
    const value = spec[name];
    if (value) for (const text of dns1123Subdomain(value)) errors.invalid(`${field}.${name}`, value, text);
  }
  if (names !== FIRST_NAMES) return;
  for (const name of ['hostname', 'subdomain'] as const) {
    const value = spec[name];
    if (value) for (const text of dns1123Label(value)) errors.invalid(`${field}.${name}`, value, text);
  }
}

/** Source: `validateHostNetwork`: a port of a container on the host's network is that port of the host. */
function validateHostNetworkPorts(
  { containers = [] }: Partial<PodSpec>,
  field: string,
  errors: FieldErrors,
): void {
  for (const [index, { ports = [] }] of containers.entries()) {
    for (const [i, { containerPort, hostPort }] of ports.entries()) {
      if (!hostPort || hostPort === containerPort) continue;
      const at = `${field}.containers[${index}].ports[${i}].hostPort`;
      errors.invalid(at, hostPort, 'must match `containerPort` when `hostNetwork` is true');
    }
  }
}

/** Source: `validatePodDNSConfig`. */
function validateDnsConfig(
  config: PodDNSConfig | undefined,
  policy: string,
  field: string,
  errors: FieldErrors,
): void {
  if (policy === 'None') {
    if (config === undefined)
      return errors.required(field, 'must provide `dnsConfig` when `dnsPolicy` is None');
    if ((config.nameservers ?? []).length === 0) {
      const text = 'must provide at least one DNS nameserver when `dnsPolicy` is None';
      return errors.required(`${field}.nameservers`, text);
    }
  }
  const { nameservers = [], searches = [], options = [] } = config ?? {};
  if (nameservers.length > MOST_NAMESERVERS) {
    const text = `must not have more than ${MOST_NAMESERVERS} nameservers`;
    errors.invalid(`${field}.nameservers`, new GoLiteral(goStrings(nameservers)), text);
  }
  for (const [i, server] of nameservers.entries())
    validateAddress(server, `${field}.nameservers[${i}]`, errors);
  const list = new GoLiteral(goStrings(searches));
  if (searches.length > MOST_SEARCHES) {
    errors.invalid(`${field}.searches`, list, `must not have more than ${MOST_SEARCHES} search paths`);
  }
  if (searches.join(' ').length > LONGEST_SEARCHES) {
    const text = `must not have more than ${LONGEST_SEARCHES} characters (including spaces) in the search list`;
    errors.invalid(`${field}.searches`, list, text);
  }
  for (const [i, search] of searches.entries()) {
    const name = search.replace(/\.$/, '');
    for (const text of dns1123Subdomain(name)) errors.invalid(`${field}.searches[${i}]`, name, text);
  }
  for (const [i, { name }] of options.entries()) {
    if (!name) errors.required(`${field}.options[${i}]`, 'must not be empty');
  }
  return undefined;
}

function validateHostAliases(aliases: readonly HostAlias[], field: string, errors: FieldErrors): void {
  for (const [index, { ip = '', hostnames = [] }] of aliases.entries()) {
    validateAddress(ip, `${field}[${index}].ip`, errors);
    for (const [i, name] of hostnames.entries()) {
      for (const text of dns1123Subdomain(name))
        errors.invalid(`${field}[${index}].hostnames[${i}]`, name, text);
    }
  }
}

/** @returns the names of the volumes that are right. Source: `ValidateVolumes`. */
function validateVolumes(volumes: readonly Volume[], field: string, errors: FieldErrors): Set<string> {
  const names = new Set<string>();
  for (const [index, volume] of volumes.entries()) {
    const at = `${field}[${index}]`;
    const own = new FieldErrors();
    validateVolumeSource(volume, at, own);
    const { name } = volume;
    if (!name) own.required(`${at}.name`);
    else for (const text of dns1123Label(name)) own.invalid(`${at}.name`, name, text);
    if (names.has(name)) own.duplicate(`${at}.name`, name);
    if (own.empty) names.add(name);
    errors.list.push(...own.list);
  }
  return names;
}

function validateVolumeSource(volume: Volume, field: string, errors: FieldErrors): void {
  const [first, ...others] = Object.keys(volume).filter((key) => key !== 'name');
  for (const key of others) errors.forbidden(`${field}.${key}`, 'may not specify more than 1 volume type');
  switch (first) {
    case undefined:
      return errors.required(field, 'must specify a volume type');
    case 'hostPath':
      if (!volume.hostPath?.path) errors.required(`${field}.hostPath.path`);
      return undefined;
    case 'configMap':
      if (!volume.configMap?.name) errors.required(`${field}.configMap.name`);
      return undefined;
    case 'secret':
      if (!volume.secret?.secretName) errors.required(`${field}.secret.secretName`);
      return undefined;
    case 'persistentVolumeClaim':
      if (!volume.persistentVolumeClaim?.claimName)
        errors.required(`${field}.persistentVolumeClaim.claimName`);
      return undefined;
    default:
      return undefined;
  }
}
