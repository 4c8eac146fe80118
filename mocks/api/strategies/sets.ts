import type { DaemonSetSpec, StatefulSetSpec } from 'kubernetes-types/apps/v1';
import { sameJson } from '../../store/json.ts';
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

/** Source: `SetDefaults_StatefulSet` and `ValidateStatefulSet` of pkg/apis/apps. */
export const statefulSetStrategy: Strategy = {
  emptyStatus: { replicas: 0, availableReplicas: 0 },
  defaults(object) {
    const spec = specOf('StatefulSet', object);
    spec.podManagementPolicy ||= 'OrderedReady';
    spec.updateStrategy ??= { type: 'RollingUpdate' };
    spec.updateStrategy.type ||= 'RollingUpdate';
    if (spec.updateStrategy.type === 'RollingUpdate') {
      spec.updateStrategy.rollingUpdate ??= {};
      spec.updateStrategy.rollingUpdate.partition ??= 0;
    }
    spec.persistentVolumeClaimRetentionPolicy = {
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
      ...spec.persistentVolumeClaimRetentionPolicy,
    };
    spec.replicas ??= 1;
    spec.revisionHistoryLimit ??= 10;
    defaultTemplate((spec.template ??= {}));
  },
  validate(object, errors) {
    const spec = specOf('StatefulSet', object);
    const { podManagementPolicy, updateStrategy } = spec;
    if (podManagementPolicy !== 'OrderedReady' && podManagementPolicy !== 'Parallel') {
      errors.invalid('spec.podManagementPolicy', podManagementPolicy, "must be 'OrderedReady' or 'Parallel'");
    }
    if (updateStrategy?.type !== 'RollingUpdate' && updateStrategy?.type !== 'OnDelete') {
      errors.invalid(
        'spec.updateStrategy',
        goStrategy('StatefulSet', updateStrategy?.type),
        "must be 'RollingUpdate' or 'OnDelete'",
      );
    }
    const partition = updateStrategy?.rollingUpdate?.partition;
    validateNonNegative(partition, 'spec.updateStrategy.rollingUpdate.partition', errors);
    validateNonNegative(spec.replicas, 'spec.replicas', errors);
    validateNonNegative(spec.minReadySeconds, 'spec.minReadySeconds', errors);
    validateSelectorAndTemplate(spec.selector, withClaims(spec), 'statefulset', errors);
  },
  validateUpdate(object, old, errors) {
    const frozen = (spec: StatefulSetSpec) => ({
      ...spec,
      replicas: 0,
      template: {},
      updateStrategy: {},
      minReadySeconds: 0,
      ordinals: {},
      persistentVolumeClaimRetentionPolicy: {},
    });
    if (sameJson(frozen(specOf('StatefulSet', object)), frozen(specOf('StatefulSet', old)))) return;
    errors.forbidden(
      'spec',
      "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    );
  },
};

/** The template with the volumes that the claim templates will give each Pod, so that their mounts are found. */
function withClaims({ template, volumeClaimTemplates = [] }: StatefulSetSpec): StatefulSetSpec['template'] {
  const { spec } = template;
  if (spec === undefined) return template;
  const own = spec.volumes ?? [];
  const claimed = volumeClaimTemplates
    .map(({ metadata }) => metadata?.name ?? '')
    .filter((name) => !own.some((volume) => volume.name === name))
    .map((name) => ({ name, persistentVolumeClaim: { claimName: name } }));
  return { ...template, spec: { ...spec, volumes: [...own, ...claimed] } };
}

const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

/** Source: `SetDefaults_DaemonSet` and `ValidateDaemonSet`. */
export const daemonSetStrategy: Strategy = {
  emptyStatus: {
    currentNumberScheduled: 0,
    numberMisscheduled: 0,
    desiredNumberScheduled: 0,
    numberReady: 0,
  },
  defaults(object) {
    const spec = specOf('DaemonSet', object);
    spec.updateStrategy ??= {};
    spec.updateStrategy.type ||= 'RollingUpdate';
    if (spec.updateStrategy.type === 'RollingUpdate') {
      spec.updateStrategy.rollingUpdate ??= {};
      spec.updateStrategy.rollingUpdate.maxUnavailable ??= 1;
      spec.updateStrategy.rollingUpdate.maxSurge ??= 0;
    }
    spec.revisionHistoryLimit ??= 10;
    defaultTemplate((spec.template ??= {}));
    object.metadata.annotations = { [TEMPLATE_GENERATION]: '1', ...object.metadata.annotations };
  },
  prepareForUpdate(object, old) {
    const before = Number(old.metadata.annotations?.[TEMPLATE_GENERATION] ?? 1);
    const changed = !sameJson(specOf('DaemonSet', object).template, specOf('DaemonSet', old).template);
    object.metadata.annotations = {
      ...object.metadata.annotations,
      [TEMPLATE_GENERATION]: String(changed ? before + 1 : before),
    };
  },
  validate(object, errors) {
    const spec = specOf('DaemonSet', object);
    validateSelectorAndTemplate(spec.selector, spec.template, 'daemonset', errors);
    validateNonNegative(spec.minReadySeconds, 'spec.minReadySeconds', errors);
    validateDaemonUpdate(spec, errors);
    validateNonNegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit', errors);
  },
  validateUpdate(object, old, errors) {
    validateSameSelector(specOf('DaemonSet', object).selector, specOf('DaemonSet', old).selector, errors);
  },
};

/** Source: `ValidateDaemonSetUpdateStrategy`. */
function validateDaemonUpdate({ updateStrategy }: DaemonSetSpec, errors: FieldErrors): void {
  const { type, rollingUpdate } = updateStrategy ?? {};
  if (type === 'OnDelete') return;
  if (type !== 'RollingUpdate') {
    errors.notSupported('spec.updateStrategy', goStrategy('DaemonSet', type), ['RollingUpdate', 'OnDelete']);
    return;
  }
  const field = 'spec.updateStrategy.rollingUpdate';
  const { maxUnavailable, maxSurge } = rollingUpdate ?? {};
  validateIntOrPercent(maxUnavailable, `${field}.maxUnavailable`, errors);
  validateIntOrPercent(maxSurge, `${field}.maxSurge`, errors);
  validateAtMost100Percent(maxUnavailable, `${field}.maxUnavailable`, errors);
  validateAtMost100Percent(maxSurge, `${field}.maxSurge`, errors);
  const unavailable = intOrPercentValue(maxUnavailable) !== 0;
  const surge = intOrPercentValue(maxSurge) !== 0;
  if (unavailable && surge) {
    errors.invalid(
      `${field}.maxSurge`,
      goIntOrString(maxSurge),
      'may not be set when maxUnavailable is non-zero',
    );
  } else if (!unavailable && !surge) {
    errors.required(`${field}.maxUnavailable`, 'cannot be 0 when maxSurge is 0');
  }
}

/** An update strategy of an unknown type as Go prints it in errors. */
function goStrategy(kind: 'StatefulSet' | 'DaemonSet', type = ''): GoLiteral {
  const rolling = kind === 'StatefulSet' ? 'RollingUpdateStatefulSetStrategy' : 'RollingUpdateDaemonSet';
  const fields = `Type:${JSON.stringify(type)}, RollingUpdate:(*apps.${rolling})(nil)`;
  return new GoLiteral(`apps.${kind}UpdateStrategy{${fields}}`);
}
