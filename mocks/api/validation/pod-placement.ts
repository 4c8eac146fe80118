import type {
  Affinity,
  NodeSelectorTerm,
  PodAffinityTerm,
  Toleration,
  TopologySpreadConstraint,
} from 'kubernetes-types/core/v1';
import type { FieldErrors } from './field-errors.ts';
import { validateLabelSelector } from './label-selector-rules.ts';
import { dns1123Label, labelValue, qualifiedName } from './names.ts';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Source: `ValidateTolerations` of pkg/apis/core/validation. */
export function validateTolerations(
  tolerations: readonly Toleration[],
  field: string,
  errors: FieldErrors,
): void {
  for (const [
    index,
    { key, operator = '', value = '', effect = '', tolerationSeconds },
  ] of tolerations.entries()) {
    const at = `${field}[${index}]`;
    if (key) for (const text of qualifiedName(key)) errors.invalid(`${at}.key`, key, text);
    if (!key && operator !== 'Exists') {
      const text = 'operator must be Exists when `key` is empty, which means "match all values and all keys"';
      errors.invalid(`${at}.operator`, operator, text);
    }
    if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
      errors.invalid(`${at}.effect`, effect, "effect must be 'NoExecute' when `tolerationSeconds` is set");
    }
    if (operator === '' || operator === 'Equal') {
      const problems = labelValue(value);
      if (problems.length > 0) errors.invalid(`${at}.operator`, value, problems.join(';'));
    } else if (operator !== 'Exists') {
      errors.notSupported(`${at}.operator`, operator, ['Equal', 'Exists']);
    } else if (value !== '') {
      errors.invalid(`${at}.operator`, value, "value must be empty when `operator` is 'Exists'");
    }
    if (effect !== '' && !EFFECTS.includes(effect)) errors.notSupported(`${at}.effect`, effect, EFFECTS);
  }
}

/** Source: `validateAffinity`. */
export function validateAffinity(affinity: Affinity, field: string, errors: FieldErrors): void {
  const { nodeAffinity, podAffinity, podAntiAffinity } = affinity;
  const required = nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (required !== undefined) {
    const at = `${field}.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms`;
    const terms = required.nodeSelectorTerms ?? [];
    if (terms.length === 0) errors.required(at, 'must have at least one node selector term');
    for (const [index, term] of terms.entries()) validateNodeTerm(term, `${at}[${index}]`, errors);
  }
  for (const [index, term] of (
    nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
  ).entries()) {
    const at = `${field}.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[${index}]`;
    validateWeight(term.weight, at, errors);
    validateNodeTerm(term.preference, `${at}.preference`, errors);
  }
  for (const [name, pods] of Object.entries({ podAffinity, podAntiAffinity })) {
    for (const [index, term] of (pods?.requiredDuringSchedulingIgnoredDuringExecution ?? []).entries()) {
      const at = `${field}.${name}.requiredDuringSchedulingIgnoredDuringExecution[${index}]`;
      validatePodTerm(term, at, errors);
    }
    for (const [index, term] of (pods?.preferredDuringSchedulingIgnoredDuringExecution ?? []).entries()) {
      const at = `${field}.${name}.preferredDuringSchedulingIgnoredDuringExecution[${index}]`;
      validateWeight(term.weight, at, errors);
      validatePodTerm(term.podAffinityTerm, `${at}.podAffinityTerm`, errors);
    }
  }
}

function validateWeight(weight: number | undefined, field: string, errors: FieldErrors): void {
  const value = weight ?? 0;
  if (value <= 0 || value > 100) errors.invalid(`${field}.weight`, value, 'must be in the range 1-100');
}

/** Source: `ValidateNodeSelectorTerm`. Values are not checked: what no label can have fits no node. */
function validateNodeTerm(term: NodeSelectorTerm | undefined, field: string, errors: FieldErrors): void {
  for (const [index, { key = '', operator, values = [] }] of (term?.matchExpressions ?? []).entries()) {
    const at = `${field}.matchExpressions[${index}]`;
    validateNodeOperator(operator, values, at, errors);
    for (const text of qualifiedName(key)) errors.invalid(`${at}.key`, key, text);
  }
}

function validateNodeOperator(
  operator: string,
  values: readonly string[],
  field: string,
  errors: FieldErrors,
): void {
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0)
        errors.required(`${field}.values`, "must be specified when `operator` is 'In' or 'NotIn'");
      return;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) {
        errors.forbidden(
          `${field}.values`,
          "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
        );
      }
      return;
    case 'Gt':
    case 'Lt':
      if (values.length !== 1) {
        errors.required(`${field}.values`, "must be specified single value when `operator` is 'Lt' or 'Gt'");
      }
      return;
    default:
      errors.invalid(`${field}.operator`, operator ?? '', 'not a valid selector operator');
  }
}

/** Source: `validatePodAffinityTerm`. */
function validatePodTerm(term: PodAffinityTerm | undefined, field: string, errors: FieldErrors): void {
  const { labelSelector, namespaces = [], topologyKey = '' } = term ?? {};
  if (labelSelector !== undefined) validateLabelSelector(labelSelector, `${field}.labelSelector`, errors);
  for (const name of namespaces)
    for (const text of dns1123Label(name)) errors.invalid(`${field}.namespace`, name, text);
  if (topologyKey === '') errors.required(`${field}.topologyKey`, 'can not be empty');
  for (const text of qualifiedName(topologyKey)) errors.invalid(`${field}.topologyKey`, topologyKey, text);
}

/** Source: `validateTopologySpreadConstraints`. */
export function validateTopologySpread(
  constraints: readonly Partial<TopologySpreadConstraint>[],
  field: string,
  errors: FieldErrors,
): void {
  const supported = ['DoNotSchedule', 'ScheduleAnyway'];
  for (const [index, constraint] of constraints.entries()) {
    const at = `${field}[${index}]`;
    const { maxSkew = 0, topologyKey = '', whenUnsatisfiable = '' } = constraint;
    if (maxSkew <= 0) errors.invalid(`${at}.maxSkew`, maxSkew, 'must be greater than zero');
    if (topologyKey === '') errors.required(`${at}.topologyKey`, 'can not be empty');
    else
      for (const text of qualifiedName(topologyKey)) errors.invalid(`${at}.topologyKey`, topologyKey, text);
    if (!supported.includes(whenUnsatisfiable)) {
      errors.notSupported(`${at}.whenUnsatisfiable`, whenUnsatisfiable, supported);
    }
    const same = constraints
      .slice(index + 1)
      .some((other) => other.topologyKey === topologyKey && other.whenUnsatisfiable === whenUnsatisfiable);
    if (same)
      errors.duplicate(`${at}.{topologyKey, whenUnsatisfiable}`, `{${topologyKey}, ${whenUnsatisfiable}}`);
    if (constraint.labelSelector !== undefined) {
      validateLabelSelector(constraint.labelSelector, `${at}.labelSelector`, errors);
    }
  }
}
