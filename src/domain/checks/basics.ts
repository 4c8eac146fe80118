import type { Draft } from '../workload/draft.ts';
import type { CheckContext } from './check-context.ts';
import type { Finding } from './finding.ts';
import { checkInteger } from './integer.ts';
import { error, when } from './report.ts';
import { isDnsLabel } from './syntax.ts';

const MAX_DESCRIPTION = 512;

/**
 * The workload's name: a DNS label of at most 63 characters. The API would allow 253, but the name is the value of the
 * Pods' label `app` and of a label of every fixed pool (Spiderpool `owner-application-name`, R10).
 */
export function checkName({ basics }: Draft): readonly Finding[] {
  if (basics.name === '') return [error('name.required', 'basics.name')];
  return when(!isDnsLabel(basics.name), error('name.syntax', 'basics.name'));
}

/** An existing namespace that is not being deleted (`NamespaceLifecycle` admission). */
export function checkNamespace({ basics }: Draft, { view }: CheckContext): readonly Finding[] {
  const { namespace } = basics;
  const path = 'basics.namespace';
  if (namespace === '') return [error('namespace.required', path)];
  if (!isDnsLabel(namespace)) return [error('namespace.syntax', path)];
  if (view.namespaces.state !== 'known') return [];
  const found = view.namespaces.value.find(({ name }) => name === namespace);
  if (found === undefined) return [error('namespace.unknown', path, { namespace })];
  return when(found.terminating, error('namespace.terminating', path, { namespace }));
}

/** `spec.replicas`: a 32-bit integer, not negative. Empty is Kubernetes' default of 1. */
export function checkReplicas({ basics }: Draft): readonly Finding[] {
  return checkInteger(basics.replicas, 'basics.replicas', { field: 'replicas', min: 0 });
}

/** The console's limit. */
export function checkDescription({ basics }: Draft): readonly Finding[] {
  const length = basics.description.length;
  const params = { length, max: MAX_DESCRIPTION };
  return when(length > MAX_DESCRIPTION, error('description.tooLong', 'basics.description', params));
}
