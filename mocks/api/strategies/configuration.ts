import { goJsonSyntaxError } from '../../go/json-syntax.ts';
import type { HorizontalPodAutoscalerSpec } from 'kubernetes-types/autoscaling/v2';
import { isObject, objectOr, sameJson, textOr } from '../../store/json.ts';
import { forbidden } from '../../store/status-errors.ts';
import type { KubeObject } from '../../store/store.ts';
import type { Strategy } from '../strategy.ts';
import type { FieldErrors } from '../validation/field-errors.ts';
import { configMapKey } from '../validation/names.ts';
import { specOf } from './spec-of.ts';

const LARGEST_SECRET = 1024 * 1024;

/** Keys of the two maps of a ConfigMap, and of a Secret. */
function validateKeys(object: KubeObject, maps: readonly string[], errors: FieldErrors): void {
  let size = 0;
  for (const map of maps) {
    for (const [key, value] of Object.entries(objectOr(object[map]))) {
      for (const text of configMapKey(key)) errors.invalid(`${map}[${key}]`, key, text);
      size += textOr(value).length;
    }
  }
  const [first = '', second = ''] = maps;
  for (const key of Object.keys(objectOr(object[second]))) {
    if (key in objectOr(object[first]))
      errors.invalid(`${first}[${key}]`, key, `duplicate of key present in ${second}`);
  }
  // A ConfigMap is too long as a whole, which has no name.
  if (size > LARGEST_SECRET) errors.tooLong(maps.length > 1 ? '[]' : (maps[0] ?? ''), LARGEST_SECRET);
}

function validateImmutable(
  object: KubeObject,
  old: KubeObject,
  maps: readonly string[],
  errors: FieldErrors,
): void {
  if (old.immutable !== true) return;
  if (object.immutable !== true) errors.forbidden('immutable', 'field is immutable when `immutable` is set');
  for (const map of maps) {
    if (!sameJson(object[map], old[map])) errors.forbidden(map, 'field is immutable when `immutable` is set');
  }
}

export const configMapStrategy: Strategy = {
  comparesFirst: true,
  validate: (object, errors) => validateKeys(object, ['data', 'binaryData'], errors),
  validateUpdate: (object, old, errors) => validateImmutable(object, old, ['data', 'binaryData'], errors),
};

/** `stringData` is written into `data` and never read back. */
export const secretStrategy: Strategy = {
  comparesFirst: true,
  defaults(object) {
    object.type ||= 'Opaque';
    if (!isObject(object.stringData)) return;
    const entries = Object.entries(object.stringData).map(([key, value]) => [
      key,
      Buffer.from(textOr(value)).toString('base64'),
    ]);
    object.data = { ...objectOr(object.data), ...Object.fromEntries(entries) };
    delete object.stringData;
  },
  validate(object, errors) {
    validateKeys(object, ['data'], errors);
    validateSecretType(object, errors);
  },
  validateUpdate(object, old, errors) {
    if (object.type !== old.type) errors.invalid('type', object.type, 'field is immutable');
    validateImmutable(object, old, ['data'], errors);
  },
};

/** What a Secret of a known type has to have. */
const SECRET_KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};
const JSON_KEYS = new Set(['.dockerconfigjson', '.dockercfg']);

/** Source: `ValidateSecret` of pkg/apis/core/validation. */
function validateSecretType(object: KubeObject, errors: FieldErrors): void {
  const data = objectOr(object.data);
  for (const key of SECRET_KEYS[textOr(object.type)] ?? []) {
    const value = data[key];
    if (value === undefined) errors.required(`data[${key}]`);
    else if (JSON_KEYS.has(key)) {
      const problem = goJsonSyntaxError(Buffer.from(textOr(value), 'base64').toString('utf8'));
      if (problem !== undefined) errors.invalid(`data[${key}]`, '<secret contents redacted>', problem);
    }
  }
  if (object.type !== 'kubernetes.io/basic-auth') return;
  if (data.username === undefined && data.password === undefined) {
    errors.required('data[username]');
    errors.required('data[password]');
  }
}

/** Source: `ValidateEventCreate`, for events as clients of the core group write them. */
export const eventStrategy: Strategy = {
  defaults(object) {
    object.eventTime ??= null;
    object.reportingComponent ??= '';
    object.reportingInstance ??= '';
  },
  validate(object, errors) {
    const { namespace } = objectOr(object.involvedObject);
    const home = object.metadata.namespace ?? '';
    if (textOr(namespace) === '' ? home !== 'default' : namespace !== home) {
      errors.invalid('involvedObject.namespace', textOr(namespace), 'does not match event.namespace');
    }
  },
};

const PROTECTED = new Set(['default', 'kube-system', 'kube-public']);

/** A namespace has a finalizer of its own until its content is gone, and a label with its name. */
export const namespaceStrategy: Strategy = {
  defaults(object) {
    const labels = { ...object.metadata.labels, 'kubernetes.io/metadata.name': object.metadata.name };
    object.metadata.labels = labels;
  },
  prepareForCreate(object) {
    object.spec = { finalizers: ['kubernetes'] };
    object.status = { phase: 'Active' };
  },
  prepareForUpdate(object, old) {
    object.spec = old.spec;
  },
  beforeDelete(object) {
    const { name } = object.metadata;
    if (PROTECTED.has(name)) throw forbidden('v1/namespaces', name, 'this namespace may not be deleted');
  },
};

/** A kubelet registers its node with everything that it knows. */
export const nodeStrategy: Strategy = { createsWithStatus: true };

/** Set by the admission plugin StorageObjectInUseProtection. */
const IN_USE = 'kubernetes.io/pvc-protection';

export const claimStrategy: Strategy = {
  defaults(object) {
    objectOr(object.spec).volumeMode ??= 'Filesystem';
  },
  prepareForCreate(object) {
    object.status = { phase: 'Pending' };
    const { finalizers = [] } = object.metadata;
    if (!finalizers.includes(IN_USE)) object.metadata.finalizers = [...finalizers, IN_USE];
  },
};

/** Source: `SetDefaults_HorizontalPodAutoscaler` and `ValidateHorizontalPodAutoscaler`. */
export const autoscalerStrategy: Strategy = {
  emptyStatus: { desiredReplicas: 0, currentMetrics: null },
  defaults(object) {
    const spec = specOf('HorizontalPodAutoscaler', object);
    spec.minReplicas ??= 1;
    spec.metrics ??= [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
      },
    ];
  },
  validate(object, errors) {
    const spec: Partial<HorizontalPodAutoscalerSpec> = specOf('HorizontalPodAutoscaler', object);
    const { scaleTargetRef, minReplicas = 1, maxReplicas = 0 } = spec;
    if (minReplicas < 1)
      errors.invalid('spec.minReplicas', minReplicas, 'must be greater than or equal to 1');
    if (maxReplicas < 1) errors.invalid('spec.maxReplicas', maxReplicas, 'must be greater than 0');
    if (maxReplicas < minReplicas) {
      errors.invalid('spec.maxReplicas', maxReplicas, 'must be greater than or equal to `minReplicas`');
    }
    if (!scaleTargetRef?.kind) errors.required('spec.scaleTargetRef.kind');
    if (!scaleTargetRef?.name) errors.required('spec.scaleTargetRef.name');
  },
};
