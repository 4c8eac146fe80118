/** Objects that the exchanges send. */

interface Meta {
  [key: string]: unknown;
}

export function configMap(name: string, data?: Readonly<Record<string, string>>, meta: Meta = {}) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, ...meta },
    ...(data === undefined ? {} : { data }),
  };
}

export function podTemplate(app: string, spec: Meta = {}) {
  return {
    metadata: { labels: { app } },
    spec: { containers: [{ name: 'web', image: 'nginx:1.27' }], ...spec },
  };
}

/** Without Pods, unless the spec says so: what controllers do in between would be a matter of time. */
export function deployment(name: string, spec: Meta = {}, meta: Meta = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, ...meta },
    spec: {
      replicas: 0,
      selector: { matchLabels: { app: name } },
      template: podTemplate(name),
      ...spec,
    },
  };
}

/** One that no scheduler takes, so that it stays as it is. */
export function pod(name: string, spec: Meta = {}, meta: Meta = {}) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, ...meta },
    spec: { schedulerName: 'nobody', containers: [{ name: 'web', image: 'nginx:1.27' }], ...spec },
  };
}

export function service(name: string, spec: Meta = {}) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: { app: name }, ports: [{ port: 80 }], ...spec },
  };
}

const SPIDERPOOL = 'spiderpool.spidernet.io/v2beta1';

export function pool(name: string, spec: Meta, meta: Meta = {}) {
  return { apiVersion: SPIDERPOOL, kind: 'SpiderIPPool', metadata: { name, ...meta }, spec };
}

export function subnet(name: string, spec: Meta, meta: Meta = {}) {
  return { apiVersion: SPIDERPOOL, kind: 'SpiderSubnet', metadata: { name, ...meta }, spec };
}

export function reservedIp(name: string, spec: Meta) {
  return { apiVersion: SPIDERPOOL, kind: 'SpiderReservedIP', metadata: { name }, spec };
}

export function multusConfig(name: string, spec: Meta, meta: Meta = {}) {
  return { apiVersion: SPIDERPOOL, kind: 'SpiderMultusConfig', metadata: { name, ...meta }, spec };
}

export function attachment(name: string, config?: string, meta: Meta = {}) {
  return {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: { name, ...meta },
    spec: config === undefined ? {} : { config },
  };
}
