import { annotations } from '../../spiderpool/names.ts';
import type { NewKubeObject } from '../../store/store.ts';
import { deployment } from '../objects/workload-objects.ts';

/** A workload whose Pods hold every address of `net7-full-v4`. */
export const other: NewKubeObject = deployment('default', 'other', {
  replicas: 3,
  annotations: {
    [annotations.networks]: 'kube-system/macvlan-ens224',
    [annotations.pools]: JSON.stringify([{ interface: 'net1', ipv4: ['net7-full-v4'] }]),
  },
});

/** A workload whose annotations somebody wrote by hand, in every form but the usual one. */
export const legacy: NewKubeObject = deployment('default', 'legacy', {
  replicas: 2,
  annotations: {
    [annotations.networks]:
      '[\n  {\n    "name": "macvlan-ens192",\n    "namespace": "kube-system",\n    "interface": "net1"\n  }\n]',
    [annotations.pool]: '{ "ipv4": ["net6-shared-v4"], "ipv6": ["net6-shared-*"] }',
    [annotations.routes]: '[{"dst": "192.168.50.0/24", "gw": "10.6.0.254"}]',
    'sidecar.example.com/inject': 'true',
  },
});

/** The same without IPv6. */
export const legacyV4: NewKubeObject = deployment('default', 'legacy', {
  replicas: 2,
  annotations: {
    [annotations.networks]: '[{"name": "macvlan-ens192", "namespace": "kube-system"}]',
    [annotations.pool]: '{ "ipv4": ["net6-shared-v4"] }',
    'sidecar.example.com/inject': 'true',
  },
});
