import { get, post, script } from '../script.ts';
import type { Script } from '../script.ts';

const ACCESS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const RULES = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
const SELF = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
const review = (spec: unknown) => ({
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SelfSubjectAccessReview',
  spec,
});

export const access: readonly Script[] = [
  script('access', [
    post(ACCESS, review({ resourceAttributes: { verb: 'list', resource: 'pods', namespace: '{ns}' } })),
    post(ACCESS, review({ resourceAttributes: { verb: 'create', group: 'apps', resource: 'deployments' } })),
    post(ACCESS, review({ nonResourceAttributes: { verb: 'get', path: '/version' } })),
    post(ACCESS, review({})),
    post(ACCESS, review({ resourceAttributes: { verb: 'get' }, nonResourceAttributes: { verb: 'get' } })),
    post(ACCESS, { ...review({}), kind: 'Other' }),
    post(ACCESS, '{', { type: 'application/json' }),
    post(ACCESS, {
      ...review({ resourceAttributes: { verb: 'get' } }),
      metadata: { namespace: 'x', name: 'y' },
    }),
    post(`${ACCESS}?dryRun=All`, review({ resourceAttributes: { verb: 'list', resource: 'pods' } })),
    post(
      `${ACCESS}?fieldValidation=Strict`,
      review({ resourceAttributes: { verb: 'list', resources: 'pods' } }),
    ),
    post(SELF, { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' }),
    post(RULES, {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectRulesReview',
      spec: { namespace: '{ns}' },
    }),
    post(RULES, { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: {} }),
    get(`${ACCESS}/a`),
  ]),
];
