import { isObject, objectOr, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import type { KubeObject, NewKubeObject } from '../../store/store.ts';
import { badRequest, invalid } from '../../store/status-errors.ts';
import type { Catalogue } from '../catalogue.ts';
import { decodeObject } from '../decode/decode-object.ts';
import { recordManager } from '../managed-fields/record.ts';
import type { ResourceType } from '../resource-type.ts';
import { loadDefinitions, schemaReference } from '../schema/definitions.ts';
import type { WriteOptions } from '../write-options.ts';
import { isAllowed, USER } from './permissions.ts';

/** A kind that is only ever posted, and answered at once. */
export interface Review {
  group: string;
  version: string;
  plural: string;
  kind: string;
  /** Whether the answer says when it was given. */
  dated?: boolean;
  answer(body: JsonObject, context: ReviewContext): JsonObject;
}

export interface ReviewContext {
  forbidden: ReadonlySet<string>;
  catalogue: Catalogue;
}

/** `kubectl auth can-i` and `kubectl auth whoami`. */
export const reviews: readonly Review[] = [
  {
    group: 'authorization.k8s.io',
    version: 'v1',
    plural: 'selfsubjectaccessreviews',
    kind: 'SelfSubjectAccessReview',
    answer: accessReview,
  },
  {
    group: 'authorization.k8s.io',
    version: 'v1',
    plural: 'selfsubjectrulesreviews',
    kind: 'SelfSubjectRulesReview',
    answer: rulesReview,
  },
  {
    group: 'authentication.k8s.io',
    version: 'v1',
    plural: 'selfsubjectreviews',
    kind: 'SelfSubjectReview',
    dated: true,
    answer: () => ({ status: { userInfo: USER } }),
  },
];

/** Kubernetes leaves out the kind in these errors. */
const UNNAMED = '.authorization.k8s.io';

/**
 * The body of a review, by the schema of its kind; with who has written it, where Kubernetes tells.
 * @param now milliseconds since 1970
 * @throws StatusError 400, 422
 */
export function decodeReview(
  review: Review,
  body: unknown,
  options: WriteOptions,
  now: number,
): NewKubeObject {
  const { kind } = review;
  const type = typeOf(review);
  const decoded = decodeObject(type, body, options);
  if (kind !== 'SelfSubjectAccessReview') return decoded;
  const { name = '', namespace = '' } = decoded.metadata;
  if (name !== '' || namespace !== '') {
    const message = `Invalid value: v1.ObjectMeta{Name:${JSON.stringify(name)}, Namespace:${JSON.stringify(namespace)}}: must be empty`;
    throw invalid(UNNAMED, '', [{ reason: 'FieldValueInvalid', field: 'metadata', message }]);
  }
  recordManager(type, undefined, decoded as KubeObject, options, now);
  return decoded;
}

function typeOf({ group, version, kind, plural }: Review): ResourceType {
  const module = `${group.replace(/\..*$/, '')}/${version}`;
  loadDefinitions(module);
  return {
    group,
    version,
    kind,
    plural,
    singular: kind.toLowerCase(),
    listKind: `${kind}List`,
    namespaced: false,
    schema: schemaReference(module, kind),
  };
}

function accessReview(body: JsonObject, { forbidden }: ReviewContext): JsonObject {
  const spec = objectOr(body.spec);
  const attributes = spec.resourceAttributes;
  if (isObject(attributes) && isObject(spec.nonResourceAttributes)) {
    const { path, verb } = spec.nonResourceAttributes;
    const go = `authorization.NonResourceAttributes{Path:${JSON.stringify(textOr(path))}, Verb:${JSON.stringify(textOr(verb))}}`;
    const message = `Invalid value: ${go}: cannot be specified in combination with resourceAttributes`;
    throw invalid(UNNAMED, '', [
      { reason: 'FieldValueInvalid', field: 'spec.nonResourceAttributes', message },
    ]);
  }
  if (!isObject(attributes) && !isObject(spec.nonResourceAttributes)) {
    throw invalid(UNNAMED, '', [
      {
        reason: 'FieldValueInvalid',
        field: 'spec.resourceAttributes',
        message:
          'Invalid value: "null": exactly one of nonResourceAttributes or resourceAttributes must be specified',
      },
    ]);
  }
  const { verb, group, resource, namespace } = objectOr(attributes);
  const question = {
    verb: textOr(verb),
    group: textOr(group),
    resource: textOr(resource),
    namespace: textOr(namespace),
  };
  const allowed = !isObject(attributes) || isAllowed(forbidden, question);
  return { spec, status: { allowed } };
}

const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

function rulesReview(body: JsonObject, { catalogue, forbidden }: ReviewContext): JsonObject {
  const namespace = textOr(objectOr(body.spec).namespace);
  if (namespace === '') throw badRequest('no namespace on request');
  const resourceRules = catalogue.groups().flatMap(({ group, versions }) => {
    const resources = versions
      .flatMap((version) => catalogue.inVersion(group, version))
      .map(({ plural }) => plural)
      .filter((resource) => isAllowed(forbidden, { verb: 'get', group, resource, namespace }));
    return resources.length === 0 ? [] : [{ verbs: VERBS, apiGroups: [group], resources }];
  });
  return {
    spec: {},
    status: {
      resourceRules,
      nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['*'] }],
      incomplete: false,
    },
  };
}
