import type { PodSpec } from 'kubernetes-types/core/v1';
import { sameJson } from '../../store/json.ts';
import { defaultPodOnly, defaultPodSpec } from '../defaults/pod-defaults.ts';
import { qualityOfService } from '../defaults/quality-of-service.ts';
import type { Strategy } from '../strategy.ts';
import { validatePodSpec } from '../validation/pod-spec.ts';
import { specOf } from './spec-of.ts';

/** Source: `podStrategy` of pkg/registry/core/pod, `ValidatePodCreate` and `ValidatePodUpdate`. */
export const podStrategy: Strategy = {
  defaults(object) {
    const spec = specOf('Pod', object);
    defaultPodSpec(spec);
    defaultPodOnly(spec);
  },
  prepareForCreate(object) {
    object.status = { phase: 'Pending', qosClass: qualityOfService(specOf('Pod', object)) };
  },
  validate(object, errors) {
    validatePodSpec(specOf('Pod', object), 'spec', errors);
  },
  validateUpdate(object, old, errors) {
    const next = specOf('Pod', object);
    const before = specOf('Pod', old);
    const added = next.tolerations ?? [];
    const kept = (before.tolerations ?? []).every((toleration) =>
      added.some((other) => sameJson(other, toleration)),
    );
    if (!kept)
      errors.forbidden(
        'spec.tolerations',
        'existing toleration can not be modified except its tolerationSeconds',
      );
    if (sameJson(withoutMutable(next), withoutMutable(before))) return;
    errors.forbidden(
      'spec',
      'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
    );
  },
};

function withoutMutable(spec: PodSpec): PodSpec {
  const {
    activeDeadlineSeconds: _deadline,
    tolerations: _tolerations,
    schedulingGates: _gates,
    ...rest
  } = spec;
  const withoutImage = <C extends { image?: string }>(container: C) => ({ ...container, image: '' });
  return {
    ...rest,
    containers: (spec.containers ?? []).map(withoutImage),
    initContainers: (spec.initContainers ?? []).map(withoutImage),
  };
}
