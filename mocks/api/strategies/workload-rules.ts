import type { PodTemplateSpec } from 'kubernetes-types/core/v1';
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import { sameJson } from '../../store/json.ts';
import { GoLiteral, goStringMap } from '../validation/field-errors.ts';
import type { FieldErrors } from '../validation/field-errors.ts';
import {
  goSelector,
  isSelectorValid,
  meetsSelector,
  validateLabelSelector,
} from '../validation/label-selector-rules.ts';
import { validateTemplate } from '../validation/pod-spec.ts';

/**
 * The selector of a workload, and the template that it must match.
 * Source: `ValidateDeploymentSpec` and its neighbours of pkg/apis/apps/validation.
 * @param kindInText as Kubernetes words it: `empty selector is invalid for deployment`
 */
export function validateSelectorAndTemplate(
  selector: LabelSelector | undefined,
  template: PodTemplateSpec,
  kindInText: string,
  errors: FieldErrors,
): void {
  const field = 'spec.selector';
  if (selector === undefined) errors.required(field);
  else {
    validateLabelSelector(selector, field, errors);
    if (isEmptySelector(selector)) {
      errors.invalid(field, goSelector(selector), `empty selector is invalid for ${kindInText}`);
    }
  }
  if (selector !== undefined && !isSelectorValid(selector)) {
    errors.invalid(field, goSelector(selector), 'invalid label selector');
    return;
  }
  const labels = template.metadata?.labels;
  // No selector selects nothing, an empty one everything.
  if (selector === undefined || (!isEmptySelector(selector) && !meetsSelector(selector, labels))) {
    const value = new GoLiteral(goStringMap(labels));
    errors.invalid('spec.template.metadata.labels', value, '`selector` does not match template `labels`');
  }
  validateTemplate(template, 'spec.template', errors);
  validateRunsAlways(template, kindInText, errors);
}

function isEmptySelector({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  return Object.keys(matchLabels).length + matchExpressions.length === 0;
}

const KIND_NAMES: Record<string, string> = { statefulset: 'StatefulSet', daemonset: 'DaemonSet' };

/** Only Jobs run Pods that end. */
function validateRunsAlways({ spec }: PodTemplateSpec, kindInText: string, errors: FieldErrors): void {
  const policy = spec?.restartPolicy ?? '';
  if (policy !== 'Always') errors.notSupported('spec.template.spec.restartPolicy', policy, ['Always']);
  if (spec?.activeDeadlineSeconds !== undefined) {
    const kind = KIND_NAMES[kindInText] ?? 'ReplicaSet';
    errors.forbidden(
      'spec.template.spec.activeDeadlineSeconds',
      `activeDeadlineSeconds in ${kind} is not Supported`,
    );
  }
}

/** A selector never changes. */
export function validateSameSelector(
  selector: LabelSelector | undefined,
  old: LabelSelector | undefined,
  errors: FieldErrors,
): void {
  if (sameJson(selector, old)) return;
  errors.invalid('spec.selector', selector === undefined ? null : goSelector(selector), 'field is immutable');
}
