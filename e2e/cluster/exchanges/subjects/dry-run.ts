import { get, merge, post, put, remove, script, apply } from '../script.ts';
import type { Script } from '../script.ts';
import { configMap, deployment, pool, service } from './objects.ts';
import { CONFIG_MAPS, DEPLOYMENTS, POOLS, SERVICES } from './paths.ts';

export const dryRun: readonly Script[] = [
  script('dry-run', [
    post(`${CONFIG_MAPS}?dryRun=All`, configMap('a', { x: 'y' })),
    get(`${CONFIG_MAPS}/a`),
    post(`${CONFIG_MAPS}?dryRun=Some`, configMap('a')),
    post(`${CONFIG_MAPS}?dryRun=`, configMap('empty')),
    post(`${CONFIG_MAPS}?dryRun=All&dryRun=All`, configMap('a')),
    post(CONFIG_MAPS, configMap('a', { x: 'y' })),
    post(`${CONFIG_MAPS}?dryRun=All`, configMap('a')),
    put(`${CONFIG_MAPS}/a?dryRun=All`, configMap('a', { x: 'z' })),
    merge(`${CONFIG_MAPS}/a?dryRun=All`, { data: { x: 'w' } }),
    apply(`${CONFIG_MAPS}/new?dryRun=All&fieldManager=me`, configMap('new')),
    remove(`${CONFIG_MAPS}/a?dryRun=All`),
    remove(`${CONFIG_MAPS}/a`, { dryRun: ['All'] }),
    remove(`${CONFIG_MAPS}/a?dryRun=Some`),
    get(`${CONFIG_MAPS}/a`),
    post(`${CONFIG_MAPS}?dryRun=All`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { generateName: 'made-' },
    }),
    post(`${DEPLOYMENTS}?dryRun=All`, deployment('web')),
    post(`${SERVICES}?dryRun=All`, service('web', { type: 'NodePort' })),
  ]),
  script('dry-run-custom', [
    post(`${POOLS}?dryRun=All`, pool('{ns}', { subnet: '10.43.1.0/24', ips: ['10.43.1.5'] })),
    get(`${POOLS}/{ns}`),
    post(`${POOLS}?dryRun=All`, pool('{ns}', { subnet: '10.43.1.0/24', ips: ['10.44.1.5'] })),
  ]),
];
