import { describe, expect, it } from 'vitest';
import { mentionInWarning, mentionsInDecodeError } from './field-mentions.ts';

describe('mentionInWarning', () => {
  it.each([
    [
      'spec.template.spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply',
      'spec.template.spec.containers[0].env[1]',
    ],
    [
      'spec.template.spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead',
      'spec.template.spec.nodeSelector[beta.kubernetes.io/os]',
    ],
    [
      'spec.template.metadata.annotations[scheduler.alpha.kubernetes.io/critical-pod]: non-functional in v1.16+; use the "priorityClassName" field instead',
      'spec.template.metadata.annotations[scheduler.alpha.kubernetes.io/critical-pod]',
    ],
    [
      'spec.template.spec.imagePullSecrets[1].name: duplicate name "a"',
      'spec.template.spec.imagePullSecrets[1].name',
    ],
    ['spec.SessionAffinity is ignored for headless services', 'spec.sessionAffinity'],
    ['unknown field "spec.template.spec.containers[0].imagee"', 'spec.template.spec.containers[0].imagee'],
    ['duplicate field "spec.replicas"', 'spec.replicas'],
    ['apps/v1beta1 Deployment is deprecated in v1.9+, unavailable in v1.16+; use apps/v1 Deployment', ''],
    [
      'would violate PodSecurity "restricted:latest": runAsNonRoot != true (pod or container "web" must set …)',
      '',
    ],
    ['specification is old', ''],
    ['', ''],
  ])('%s', (text, field) => expect(mentionInWarning(text)).toEqual({ field, message: text }));
});

describe('mentionsInDecodeError', () => {
  const prefix = 'Deployment in version "v1" cannot be handled as a Deployment: ';

  it('tells unknown and duplicate fields apart', () => {
    const text = `${prefix}strict decoding error: unknown field "spec.template.spec.containers[0].imagee", duplicate field "spec.replicas"`;
    expect(mentionsInDecodeError(text)).toEqual([
      {
        field: 'spec.template.spec.containers[0].imagee',
        message: 'unknown field "spec.template.spec.containers[0].imagee"',
      },
      { field: 'spec.replicas', message: 'duplicate field "spec.replicas"' },
    ]);
  });

  it('reads the field of a wrong type', () => {
    const why =
      'json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32';
    expect(mentionsInDecodeError(`${prefix}${why}`)).toEqual([
      { field: 'spec.replicas', message: why.replace('json: ', '') },
    ]);
  });

  it.each([
    `${prefix}quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`,
    'admission webhook "a" denied the request: unknown field "spec.x"',
    '',
  ])('finds none in %j', (text) => expect(mentionsInDecodeError(text)).toEqual([]));
});
