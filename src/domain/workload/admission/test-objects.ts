/** Objects for tests. */

export const container = { name: 'web', image: 'nginx:1.27' };
export const pod = { containers: [container] };

/** A Deployment of one container, as far as a test does not say otherwise. */
export function deployment(
  podSpec: object = pod,
  template: object = {},
  spec: object = {},
): Record<string, unknown> {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'default' },
    spec: { ...spec, template: { ...template, spec: podSpec } },
  };
}

export function service(spec: object): Record<string, unknown> {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'default' }, spec };
}
