import type { Container, ContainerPort, SecurityContext, VolumeMount } from 'kubernetes-types/core/v1';
import { validateResources } from './container-resources.ts';
import { validateEnvironment, validateEnvironmentFrom } from './environment.ts';
import { GoLiteral } from './field-errors.ts';
import type { FieldErrors } from './field-errors.ts';
import { dns1123Label, portName, portNumber } from './names.ts';
import { validateHandler, validateProbe } from './probe.ts';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];
const MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'];

/** Source: `validateContainers` of pkg/apis/core/validation. */
export function validateContainers(
  containers: readonly Container[],
  volumes: ReadonlySet<string>,
  field: string,
  errors: FieldErrors,
): void {
  if (containers.length === 0) errors.required(field);
  const names = new Set<string>();
  for (const [index, container] of containers.entries()) {
    const at = `${field}[${index}]`;
    validateContainer(container, volumes, at, errors);
    const name = container.name ?? '';
    if (names.has(name)) errors.duplicate(`${at}.name`, name);
    names.add(name);
    if (container.restartPolicy !== undefined) {
      errors.forbidden(`${at}.restartPolicy`, 'may not be set for non-init containers');
    }
    validateProbesAndHooks(container, at, errors);
  }
  validateHostPorts(containers, field, errors);
}

/** Source: `validateInitContainers`. Their names differ from those of the other containers too. */
export function validateInitContainers(
  containers: readonly Container[],
  others: readonly Container[],
  volumes: ReadonlySet<string>,
  field: string,
  errors: FieldErrors,
): void {
  const names = new Set(others.map(({ name }) => name));
  for (const [index, container] of containers.entries()) {
    const at = `${field}[${index}]`;
    validateContainer(container, volumes, at, errors);
    if (container.name && names.has(container.name)) errors.duplicate(`${at}.name`, container.name);
    names.add(container.name);
    const { restartPolicy } = container;
    if (restartPolicy === 'Always') validateProbesAndHooks(container, at, errors);
    else if (restartPolicy !== undefined)
      errors.notSupported(`${at}.restartPolicy`, restartPolicy, ['Always']);
    else forbidProbes(container, at, errors);
  }
  validateHostPorts(containers, field, errors);
}

function validateProbesAndHooks(container: Container, field: string, errors: FieldErrors): void {
  for (const hook of ['postStart', 'preStop'] as const) {
    const handler = container.lifecycle?.[hook];
    if (handler !== undefined) validateHandler(handler, `${field}.lifecycle.${hook}`, errors);
  }
  for (const kind of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
    const probe = container[kind];
    if (probe !== undefined) validateProbe(kind, probe, `${field}.${kind}`, errors);
  }
}

function forbidProbes(container: Container, field: string, errors: FieldErrors): void {
  const text = 'may not be set for init containers without restartPolicy=Always';
  for (const name of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
    if (container[name] !== undefined) errors.forbidden(`${field}.${name}`, text);
  }
}

/** Source: `validateContainerCommon`. */
function validateContainer(
  container: Container,
  volumes: ReadonlySet<string>,
  field: string,
  errors: FieldErrors,
): void {
  const { name, image, terminationMessagePolicy = '', imagePullPolicy = '' } = container;
  if (!name) errors.required(`${field}.name`);
  else for (const text of dns1123Label(name)) errors.invalid(`${field}.name`, name, text);
  if (!image) errors.required(`${field}.image`);
  if (!MESSAGE_POLICIES.includes(terminationMessagePolicy)) {
    errors.notSupported(`${field}.terminationMessagePolicy`, terminationMessagePolicy, MESSAGE_POLICIES);
  }
  validatePorts(container.ports ?? [], `${field}.ports`, errors);
  validateEnvironment(container.env ?? [], `${field}.env`, errors);
  validateEnvironmentFrom(container.envFrom ?? [], `${field}.envFrom`, errors);
  validateMounts(container.volumeMounts ?? [], volumes, `${field}.volumeMounts`, errors);
  if (!PULL_POLICIES.includes(imagePullPolicy)) {
    errors.notSupported(`${field}.imagePullPolicy`, imagePullPolicy, PULL_POLICIES);
  }
  validateResources(container.resources ?? {}, `${field}.resources`, errors);
  validateSecurity(container.securityContext ?? {}, `${field}.securityContext`, errors);
}

const SECURITY_FIELDS = [
  ['Capabilities', 'core.Capabilities'],
  ['Privileged', 'bool'],
  ['SELinuxOptions', 'core.SELinuxOptions'],
  ['WindowsOptions', 'core.WindowsSecurityContextOptions'],
  ['RunAsUser', 'int64'],
  ['RunAsGroup', 'int64'],
  ['RunAsNonRoot', 'bool'],
  ['ReadOnlyRootFilesystem', 'bool'],
  ['AllowPrivilegeEscalation', 'bool'],
  ['ProcMount', 'core.ProcMountType'],
  ['SeccompProfile', 'core.SeccompProfile'],
  ['AppArmorProfile', 'core.AppArmorProfile'],
] as const;

/** Source: `ValidateSecurityContext`. */
function validateSecurity(context: SecurityContext, field: string, errors: FieldErrors): void {
  if (context.privileged !== true || context.allowPrivilegeEscalation !== false) return;
  const text = 'cannot set `allowPrivilegeEscalation` to false and `privileged` to true';
  errors.invalid(field, new GoLiteral(goSecurityContext(context)), text);
}

/** `%#v` of a security context. A pointer of ours has no address. */
function goSecurityContext(context: SecurityContext): string {
  const given = new Set(Object.keys(context).map((name) => name.toLowerCase()));
  const fields = SECURITY_FIELDS.map(([name, type]) => {
    const pointer = given.has(name.toLowerCase()) ? '0xc000000000' : 'nil';
    return `${name}:(*${type})(${pointer})`;
  });
  return `core.SecurityContext{${fields.join(', ')}}`;
}

function validatePorts(ports: readonly ContainerPort[], field: string, errors: FieldErrors): void {
  const names = new Set<string>();
  for (const [index, { name, containerPort, hostPort, protocol = '' }] of ports.entries()) {
    const at = `${field}[${index}]`;
    if (name) {
      const problems = portName(name);
      for (const text of problems) errors.invalid(`${at}.name`, name, text);
      if (problems.length === 0 && names.has(name)) errors.duplicate(`${at}.name`, name);
      names.add(name);
    }
    if (!containerPort) errors.required(`${at}.containerPort`);
    else
      for (const text of portNumber(containerPort))
        errors.invalid(`${at}.containerPort`, containerPort, text);
    if (hostPort) for (const text of portNumber(hostPort)) errors.invalid(`${at}.hostPort`, hostPort, text);
    if (!PROTOCOLS.includes(protocol)) errors.notSupported(`${at}.protocol`, protocol, PROTOCOLS);
  }
}

/** Source: `AccumulateUniqueHostPorts`. */
function validateHostPorts(containers: readonly Container[], field: string, errors: FieldErrors): void {
  const seen = new Set<string>();
  for (const [index, { ports = [] }] of containers.entries()) {
    for (const [i, { hostPort, hostIP = '', protocol = '' }] of ports.entries()) {
      if (!hostPort) continue;
      const key = `${protocol}/${hostIP}/${hostPort}`;
      if (seen.has(key)) errors.duplicate(`${field}[${index}].ports[${i}].hostPort`, key);
      seen.add(key);
    }
  }
}

/** Source: `ValidateVolumeMounts`. */
function validateMounts(
  mounts: readonly VolumeMount[],
  volumes: ReadonlySet<string>,
  field: string,
  errors: FieldErrors,
): void {
  const paths = new Set<string>();
  for (const [index, { name = '', mountPath = '' }] of mounts.entries()) {
    const at = `${field}[${index}]`;
    if (name === '') errors.required(`${at}.name`);
    if (!volumes.has(name)) errors.notFound(`${at}.name`, name);
    if (mountPath === '') errors.required(`${at}.mountPath`);
    if (paths.has(mountPath)) errors.invalid(`${at}.mountPath`, mountPath, 'must be unique');
    paths.add(mountPath);
  }
}
