import type { DeploymentStatus, DeploymentStrategy } from 'kubernetes-types/apps/v1';
import { objectOr } from '../../store/json.ts';
import { defaultTemplate } from '../defaults/pod-defaults.ts';
import type { Strategy } from '../strategy.ts';
import { GoLiteral } from '../validation/field-errors.ts';
import type { FieldErrors } from '../validation/field-errors.ts';
import {
  goIntOrString,
  intOrPercentValue,
  validateAtMost100Percent,
  validateIntOrPercent,
  validateNonNegative,
} from '../validation/numbers.ts';
import { specOf } from './spec-of.ts';
import { validateSameSelector, validateSelectorAndTemplate } from './workload-rules.ts';

/** Source: `SetDefaults_Deployment` and `ValidateDeployment` of pkg/apis/apps. */
export const deploymentStrategy: Strategy = {
  emptyStatus: {},
  defaults(object) {
    const spec = specOf('Deployment', object);
    spec.replicas ??= 1;
    spec.strategy ??= {};
    defaultUpdate(spec.strategy);
    spec.revisionHistoryLimit ??= 10;
    spec.progressDeadlineSeconds ??= 600;
    defaultTemplate((spec.template ??= {}));
  },
  validate(object, errors) {
    const spec = specOf('Deployment', object);
    validateNonNegative(spec.replicas, 'spec.replicas', errors);
    validateSelectorAndTemplate(spec.selector, spec.template, 'deployment', errors);
    validateUpdateStrategy(spec.strategy ?? {}, errors);
    validateNonNegative(spec.minReadySeconds, 'spec.minReadySeconds', errors);
    validateNonNegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit', errors);
    const { progressDeadlineSeconds: deadline = 0, minReadySeconds = 0 } = spec;
    validateNonNegative(deadline, 'spec.progressDeadlineSeconds', errors);
    if (deadline <= minReadySeconds) {
      errors.invalid('spec.progressDeadlineSeconds', deadline, 'must be greater than minReadySeconds');
    }
  },
  validateStatus: ({ status }, errors) => validateDeploymentStatus(objectOr(status), errors),
  validateUpdate(object, old, errors) {
    validateSameSelector(specOf('Deployment', object).selector, specOf('Deployment', old).selector, errors);
  },
};

function defaultUpdate(strategy: DeploymentStrategy): void {
  strategy.type ||= 'RollingUpdate';
  if (strategy.type !== 'RollingUpdate') return;
  strategy.rollingUpdate ??= {};
  strategy.rollingUpdate.maxUnavailable ??= '25%';
  strategy.rollingUpdate.maxSurge ??= '25%';
}

/** Source: `ValidateDeploymentStrategy`. */
function validateUpdateStrategy({ type, rollingUpdate }: DeploymentStrategy, errors: FieldErrors): void {
  const field = 'spec.strategy.rollingUpdate';
  switch (type) {
    case 'Recreate':
      if (rollingUpdate !== undefined) {
        errors.forbidden(field, "may not be specified when strategy `type` is 'Recreate'");
      }
      return;
    case 'RollingUpdate': {
      const { maxUnavailable, maxSurge } = rollingUpdate ?? {};
      validateIntOrPercent(maxUnavailable, `${field}.maxUnavailable`, errors);
      validateIntOrPercent(maxSurge, `${field}.maxSurge`, errors);
      if (intOrPercentValue(maxUnavailable) === 0 && intOrPercentValue(maxSurge) === 0) {
        errors.invalid(
          `${field}.maxUnavailable`,
          goIntOrString(maxUnavailable),
          'may not be 0 when `maxSurge` is 0',
        );
      }
      validateAtMost100Percent(maxUnavailable, `${field}.maxUnavailable`, errors);
      return;
    }
    default:
      errors.notSupported('spec.strategy', goStrategy(type), ['Recreate', 'RollingUpdate']);
  }
}

/** Source: `ValidateDeploymentStatus`. */
function validateDeploymentStatus(status: DeploymentStatus, errors: FieldErrors): void {
  const count = (name: keyof DeploymentStatus) => Number(status[name] ?? 0);
  const counted = ['updatedReplicas', 'readyReplicas', 'availableReplicas'] as const;
  for (const name of ['observedGeneration', 'replicas', ...counted, 'collisionCount'] as const) {
    validateNonNegative(count(name), `status.${name}`, errors);
  }
  const atMost = (name: (typeof counted)[number], most: 'replicas' | 'readyReplicas') => {
    if (count(name) > count(most)) {
      errors.invalid(
        `status.${name}`,
        count(name),
        `cannot be greater than ${most === 'replicas' ? 'status.' : ''}${most}`,
      );
    }
  };
  for (const name of counted) atMost(name, 'replicas');
  atMost('availableReplicas', 'readyReplicas');
}

/** A strategy of an unknown type as Go prints it in errors. */
function goStrategy(type = ''): GoLiteral {
  const fields = `Type:${JSON.stringify(type)}, RollingUpdate:(*apps.RollingUpdateDeployment)(nil)`;
  return new GoLiteral(`apps.DeploymentStrategy{${fields}}`);
}

/** Source: `SetDefaults_ReplicaSet` and `ValidateReplicaSet`. */
export const replicaSetStrategy: Strategy = {
  emptyStatus: { replicas: 0 },
  defaults(object) {
    const spec = specOf('ReplicaSet', object);
    spec.replicas ??= 1;
    defaultTemplate((spec.template ??= {}));
  },
  validate(object, errors) {
    const spec = specOf('ReplicaSet', object);
    validateNonNegative(spec.replicas, 'spec.replicas', errors);
    validateNonNegative(spec.minReadySeconds, 'spec.minReadySeconds', errors);
    // Kubernetes has this text for ReplicaSets as well.
    validateSelectorAndTemplate(spec.selector, spec.template ?? {}, 'deployment', errors);
  },
  validateUpdate(object, old, errors) {
    validateSameSelector(specOf('ReplicaSet', object).selector, specOf('ReplicaSet', old).selector, errors);
  },
};
