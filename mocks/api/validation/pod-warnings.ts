import type { Container, PodSpec } from 'kubernetes-types/core/v1';

/**
 * What is strange about a Pod, and allowed: the server warns of it.
 * Source: `warningsForPodSpecAndMeta` of pkg/api/pod, as far as a form can cause it.
 * @param field path of the spec in the object
 */
export function podWarnings(spec: PodSpec, field: string): string[] {
  const warnings: string[] = [];
  for (const [index, { name }] of (spec.imagePullSecrets ?? []).entries()) {
    if (!name) warnings.push(`${field}.imagePullSecrets[${index}].name: invalid empty name ""`);
  }
  for (const [index, alias] of (spec.hostAliases ?? []).entries()) {
    const twice = (spec.hostAliases ?? []).findIndex(({ ip }) => ip === alias.ip) < index;
    if (twice) {
      const text = `duplicates earlier entry in list; may be dropped when using apply`;
      warnings.push(`${field}.hostAliases[${index}].ip: ${text}`);
    }
  }
  for (const [index, container] of (spec.containers ?? []).entries()) {
    warnings.push(...containerWarnings(container, `${field}.containers[${index}]`));
  }
  return warnings;
}

function containerWarnings({ env = [], ports = [] }: Container, field: string): string[] {
  const warnings: string[] = [];
  for (const [index, { name }] of env.entries()) {
    if (env.slice(0, index).some((other) => other.name === name)) {
      warnings.push(
        `${field}.env[${index}]: hides previous definition of "${name}", which may be dropped when using apply`,
      );
    }
  }
  for (const [index, port] of ports.entries()) {
    const first = ports.findIndex(
      ({ containerPort, protocol }) => containerPort === port.containerPort && protocol === port.protocol,
    );
    if (first < index) {
      warnings.push(`${field}.ports[${index}]: duplicate port definition with ${field}.ports[${first}]`);
    }
  }
  return warnings;
}
