import type { ResourceType } from '../../api/resource-type.ts';
import { printed, spiderpoolResource } from './custom-resource.ts';
import { flag, listOf, object, rootObject, routes, text } from './schema-parts.ts';

const nic = object(
  {
    interface: text,
    ipv4: text,
    ipv4Pool: text,
    ipv4Gateway: text,
    ipv6: text,
    ipv6Pool: text,
    ipv6Gateway: text,
    vlan: { type: 'integer', format: 'int64', minimum: 0, maximum: 4094, default: 0 },
    cleanGateway: flag,
    routes,
    mac: text,
  },
  ['interface'],
);

/** The columns show one NIC, whichever comes first in the record. `status` is an ordinary field here. */
export const endpointType: ResourceType = spiderpoolResource({
  kind: 'SpiderEndpoint',
  plural: 'spiderendpoints',
  shortName: 'se',
  namespaced: true,
  status: false,
  columns: [
    printed('INTERFACE', 'string', '.status.current.ips[0].interface'),
    printed('IPV4POOL', 'string', '.status.current.ips[0].ipv4Pool'),
    printed('IPV4', 'string', '.status.current.ips[0].ipv4'),
    printed('IPV6POOL', 'string', '.status.current.ips[0].ipv6Pool'),
    printed('IPV6', 'string', '.status.current.ips[0].ipv6'),
    printed('NODE', 'string', '.status.current.node'),
  ],
  schema: rootObject({
    status: object(
      {
        current: object({ uid: text, node: text, ips: listOf(nic) }, ['ips', 'node', 'uid']),
        ownerControllerType: text,
        ownerControllerName: text,
      },
      ['current', 'ownerControllerName', 'ownerControllerType'],
    ),
  }),
});
