import type { Column, ResourceType } from '../../api/resource-type.ts';
import { objectOr } from '../../store/json.ts';
import { appAffinity } from '../names.ts';
import { printed, spiderpoolResource } from './custom-resource.ts';
import {
  count,
  flag,
  ipVersion,
  labelSelector,
  object,
  rootObject,
  routes,
  text,
  texts,
  withDefault,
} from './schema-parts.ts';

const WIDE = 10;

const addressColumns: readonly Column[] = [
  printed('VERSION', 'string', '.spec.ipVersion'),
  printed('SUBNET', 'string', '.spec.subnet'),
  printed('ALLOCATED-IP-COUNT', 'integer', '.status.allocatedIPCount'),
  printed('TOTAL-IP-COUNT', 'integer', '.status.totalIPCount'),
];

const addressBlock = { ipVersion, subnet: text, ips: texts, excludeIPs: texts, gateway: text, routes };

export const poolType: ResourceType = spiderpoolResource({
  kind: 'SpiderIPPool',
  plural: 'spiderippools',
  shortName: 'sp',
  namespaced: false,
  status: true,
  columns: [
    ...addressColumns,
    printed('DEFAULT', 'boolean', '.spec.default'),
    printed('DISABLE', 'boolean', '.spec.disable', WIDE),
    printed('NodeName', 'string', '.spec.nodeName', WIDE),
    printed('MultusName', 'string', '.spec.multusName', WIDE),
    printed(
      'APP-NAMESPACE',
      'string',
      (pool) => objectOr(objectOr(objectOr(pool.spec).podAffinity).matchLabels)[appAffinity.namespace],
      WIDE,
    ),
  ],
  schema: rootObject({
    spec: object(
      {
        ...addressBlock,
        default: withDefault(flag, false),
        disable: withDefault(flag, false),
        podAffinity: labelSelector,
        namespaceAffinity: labelSelector,
        namespaceName: texts,
        nodeAffinity: labelSelector,
        nodeName: texts,
        multusName: texts,
      },
      ['subnet'],
    ),
    status: object({ allocatedIPCount: count, allocatedIPs: text, totalIPCount: count }),
  }),
});

export const subnetType: ResourceType = spiderpoolResource({
  kind: 'SpiderSubnet',
  plural: 'spidersubnets',
  shortName: 'ss',
  namespaced: false,
  status: true,
  columns: addressColumns,
  schema: rootObject({
    spec: object(addressBlock, ['subnet']),
    status: object({ allocatedIPCount: count, controlledIPPools: text, totalIPCount: count }),
  }),
});

export const reservedIpType: ResourceType = spiderpoolResource({
  kind: 'SpiderReservedIP',
  plural: 'spiderreservedips',
  shortName: 'sr',
  namespaced: false,
  status: false,
  columns: [printed('VERSION', 'string', '.spec.ipVersion')],
  schema: rootObject({ spec: object({ ipVersion, ips: texts }) }),
});
