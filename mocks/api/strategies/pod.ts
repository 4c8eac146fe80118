import type { PodSpec } from 'kubernetes-types/core/v1';
import { isObject, objectOr, sameJson } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { admitPod, defaultPodOnly, defaultPodSpec } from '../defaults/pod-defaults.ts';
import { qualityOfService } from '../defaults/quality-of-service.ts';
import type { Strategy } from '../strategy.ts';
import { validatePodSpec } from '../validation/pod-spec.ts';
import { admitServiceAccount } from './service-account.ts';
import { specOf } from './spec-of.ts';

/** Source: `podStrategy` of pkg/registry/core/pod, `ValidatePodCreate` and `ValidatePodUpdate`. */
export const podStrategy: Strategy = {
  defaults(object) {
    const spec = specOf('Pod', object);
    defaultPodSpec(spec);
    defaultPodOnly(spec);
  },
  prepareForCreate(object, { store }) {
    admitServiceAccount(object, specOf('Pod', object), store);
    admitPod(specOf('Pod', object));
    object.status = { phase: 'Pending', qosClass: qualityOfService(specOf('Pod', object)) };
  },
  prepareForStatus(object, old) {
    const status = objectOr(object.status);
    status.qosClass ??= objectOr(old.status).qosClass;
    if (typeof status.podIP === 'string' && status.podIPs === undefined)
      status.podIPs = [{ ip: status.podIP }];
    // Go writes the zero time as null.
    if (Array.isArray(status.conditions)) {
      status.conditions = status.conditions.map((condition) => ({
        lastProbeTime: null,
        lastTransitionTime: null,
        ...objectOr(condition),
      }));
    }
    for (const list of ['containerStatuses', 'initContainerStatuses'] as const) {
      if (Array.isArray(status[list])) status[list] = status[list].map((entry) => asWritten(objectOr(entry)));
    }
    object.status = status;
  },
  prepareForUpdate(object) {
    admitPod(specOf('Pod', object));
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
    if (containerCount(next) !== containerCount(before)) {
      errors.forbidden('spec.containers', 'pod updates may not add or remove containers');
      return;
    }
    if (sameJson(withoutMutable(next), withoutMutable(before))) return;
    errors.forbidden(
      'spec',
      'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
    );
  },
};

/** As Go writes the status of a container: its last state always, and zero times as null. */
function asWritten(status: JsonObject): JsonObject {
  return {
    ...status,
    state: withTimes(objectOr(status.state)),
    lastState: withTimes(objectOr(status.lastState)),
  };
}

function withTimes(state: JsonObject): JsonObject {
  if (!isObject(state.terminated)) return state;
  return { ...state, terminated: { startedAt: null, finishedAt: null, ...state.terminated } };
}

function containerCount({ containers }: PodSpec): number {
  return containers.length;
}

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
