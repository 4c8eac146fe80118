import { merge, post, put, script, settle, strategic } from '../script.ts';
import type { Script } from '../script.ts';
import { configMap, deployment, multusConfig, podTemplate, pool } from './objects.ts';
import { CONFIG_MAPS, DEPLOYMENTS, MULTUS_CONFIGS, POOLS } from './paths.ts';

const wrong = (name: string) => ({
  ...deployment(name, {
    replica: 1,
    template: podTemplate(name, {
      containers: [{ name: 'web', image: 'nginx', imagePolicy: 'Always' }],
      hostNetworks: true,
    }),
  }),
  speck: {},
});
const TWICE =
  '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"twice"},"data":{"a":"1","a":"2"},"data":{"b":"3"}}';
const TWICE_YAML =
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: twice-yaml\ndata:\n  a: "1"\n  a: "2"\n';

export const fieldValidation: readonly Script[] = [
  script('strict', [
    post(`${DEPLOYMENTS}?fieldValidation=Strict`, wrong('web')),
    post(`${DEPLOYMENTS}?fieldValidation=Warn`, wrong('web')),
    settle(`${DEPLOYMENTS}/web`),
    post(`${DEPLOYMENTS}?fieldValidation=Ignore`, wrong('silent')),
    post(DEPLOYMENTS, wrong('unsaid')),
    post(`${DEPLOYMENTS}?fieldValidation=Loud`, wrong('loud')),
    put(`${DEPLOYMENTS}/web?fieldValidation=Strict`, wrong('web')),
    put(`${DEPLOYMENTS}/web?fieldValidation=Warn`, wrong('web')),
    settle(`${DEPLOYMENTS}/web`),
    merge(`${DEPLOYMENTS}/web?fieldValidation=Strict`, { spec: { replica: 1 } }),
    merge(`${DEPLOYMENTS}/web`, { spec: { replica: 1 } }),
    strategic(`${DEPLOYMENTS}/web?fieldValidation=Strict`, { spec: { replica: 1 } }),
    strategic(`${DEPLOYMENTS}/web`, { metadata: { label: {} } }),
    post(`${CONFIG_MAPS}?fieldValidation=Strict`, TWICE),
    post(`${CONFIG_MAPS}?fieldValidation=Warn`, TWICE),
    post(`${CONFIG_MAPS}?fieldValidation=Strict`, TWICE_YAML, { type: 'application/yaml' }),
    post(`${CONFIG_MAPS}?fieldValidation=Warn`, TWICE_YAML, { type: 'application/yaml' }),
    post(`${CONFIG_MAPS}?fieldValidation=Strict`, { ...configMap('case'), Data: { a: 'b' } }),
    post(`${CONFIG_MAPS}?fieldValidation=Strict`, configMap('meta', undefined, { nothing: 1 })),
  ]),
  script('strict-custom', [
    post(
      `${POOLS}?fieldValidation=Strict`,
      pool('{ns}', { subnet: '10.42.1.0/24', vlan: 0, nothing: { deep: 1 } }),
    ),
    post(
      `${POOLS}?fieldValidation=Warn`,
      pool('{ns}', { subnet: '10.42.1.0/24', vlan: 0, nothing: { deep: 1 } }),
    ),
    post(`${POOLS}?fieldValidation=Strict`, pool('{ns}-meta', { subnet: '10.42.2.0/24' }, { nothing: 1 })),
    post(`${POOLS}?fieldValidation=Warn`, pool('{ns}-meta', { subnet: '10.42.2.0/24' }, { nothing: 1 })),
    post(
      `${MULTUS_CONFIGS}?fieldValidation=Strict`,
      multusConfig('net', { cniType: 'macvlan', macvlan: { master: ['eth1'], vlan: 1 } }),
    ),
    post(
      `${POOLS}?fieldValidation=Strict`,
      '{"apiVersion":"spiderpool.spidernet.io/v2beta1","kind":"SpiderIPPool","metadata":{"name":"{ns}-twice"},"spec":{"subnet":"10.42.3.0/24","subnet":"10.42.3.0/24"}}',
    ),
  ]),
  script('wrong-types', [
    post(DEPLOYMENTS, deployment('web', { replicas: '1' })),
    post(DEPLOYMENTS, deployment('web', { replicas: 1.5 })),
    post(DEPLOYMENTS, deployment('web', { template: [] })),
    post(DEPLOYMENTS, deployment('web', { template: podTemplate('web', { containers: {} }) })),
    post(DEPLOYMENTS, deployment('web', {}, { labels: { a: 1 } })),
    post(DEPLOYMENTS, deployment('web', {}, { labels: ['a'] })),
    post(DEPLOYMENTS, deployment('web', { paused: 'no' })),
    post(
      DEPLOYMENTS,
      deployment('web', {
        template: podTemplate('web', {
          containers: [{ name: 'web', image: 'x', resources: { limits: { cpu: 'lots' } } }],
        }),
      }),
    ),
    post(
      DEPLOYMENTS,
      deployment('web', {
        template: podTemplate('web', {
          containers: [{ name: 'web', image: 'x', env: [{ name: 'A', value: 1 }] }],
        }),
      }),
    ),
    post(DEPLOYMENTS, { ...deployment('web'), metadata: 'web' }),
    post(DEPLOYMENTS, { ...deployment('web'), spec: null }),
    post(POOLS, pool('{ns}', { subnet: 1, ips: 'x', ipVersion: '4' })),
    post(POOLS, pool('{ns}', { subnet: '10.42.4.0/24', ipVersion: 5 })),
    post(POOLS, pool('{ns}', { subnet: '10.42.4.0/24', routes: [{ dst: '1.0.0.0/8' }] })),
    post(POOLS, pool('{ns}', {})),
    post(POOLS, {
      apiVersion: 'spiderpool.spidernet.io/v2beta1',
      kind: 'SpiderIPPool',
      metadata: { name: '{ns}' },
    }),
    post(POOLS, pool('{ns}', { subnet: '10.42.4.0/24' }, { labels: { a: 1 } })),
    post(MULTUS_CONFIGS, multusConfig('net', { cniType: 'bridge' })),
    post(
      MULTUS_CONFIGS,
      multusConfig('net', { cniType: 'macvlan', macvlan: { master: ['eth1'], vlanID: 5000 } }),
    ),
    post(MULTUS_CONFIGS, multusConfig('net', { cniType: 'macvlan', macvlan: {} })),
  ]),
];
