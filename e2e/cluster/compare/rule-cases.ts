import { macvlan } from '../../../mocks/scenarios/objects/attachment-objects.ts';
import { annotations } from '../../../mocks/spiderpool/names.ts';
import { NET1 as net1, pools, subnets } from './case-objects.ts';
import type { ToldCase } from './cases.ts';
import type { Change } from './compared-case.ts';

const one = { networks: net1 };
const only = (name: string) => ({ [annotations.pool]: JSON.stringify({ ipv4: [name] }) });

/** Default pools of a Namespace, as they are written there. */
function namespaceDefault(id: string, value: string): Change {
  return {
    kind: 'patch',
    of: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: id } },
    body: { metadata: { annotations: { [annotations.namespacePoolsV4]: value } } },
  };
}

/** An attachment `own` in the namespace of the case, with default pools. */
function ownAttachment(id: string, pool: string): Change {
  return { kind: 'create', object: macvlan(`${id}/own`, { master: 'ens192', pools: { ipv4: [pool] } }) };
}

/** Which of the rules that choose pools is followed. */
export const ruleCases: readonly ToldCase[] = [
  {
    id: 'one-family',
    section: '1.2',
    fact: 'A NIC may take one family alone in a dual-stack cluster',
    steps: (o) => [[o.pool('a', 1, 9), o.web(pools({ interface: 'net1', ipv4: [o.named('a')] }), one)]],
  },
  {
    id: 'rules-in-order',
    section: '1.2',
    fact: '`subnets` comes before `ippools`, `ippools` before `ippool`, `ippool` before the default pools of the Namespace',
    steps: (o, id) => {
      const ippools = pools({ interface: 'net1', ipv4: [o.named('many')] });
      return [
        [
          o.pool('many', 1, 9),
          o.pool('one', 11, 19),
          o.pool('ns', 21, 29),
          o.subnet('s', 1, 20, 2),
          namespaceDefault(id, JSON.stringify([o.named('ns')])),
          o.web(
            {
              ...subnets('+0', { interface: 'net1', ipv4: [o.named('s')] }),
              ...ippools,
              ...only(o.named('one')),
            },
            one,
          ),
          o.web({ ...ippools, ...only(o.named('one')) }, { ...one, name: 'many' }),
          o.web(only(o.named('one')), { ...one, name: 'one' }),
        ],
      ];
    },
  },
  {
    id: 'namespace-beats-nad',
    section: '1.2',
    fact: 'Default pools of the Namespace come before those of the attachment',
    steps: (o, id) => [
      [
        o.pool('ns', 1, 9),
        o.pool('nad', 11, 19),
        ownAttachment(id, o.named('nad')),
        namespaceDefault(id, JSON.stringify([o.named('ns')])),
        o.web({}, { networks: 'own' }),
      ],
    ],
  },
  {
    id: 'nad-beats-cluster',
    section: '1.2',
    fact: 'Default pools of the attachment come before those of the cluster, which serve where there are no others',
    // A pool for the whole cluster would serve other cases too: it comes when they are over, and for one namespace.
    steps: (o, id) => [
      [],
      [],
      [],
      [],
      [
        o.pool('cluster', 1, 9, { default: true, namespaceName: [id] }),
        o.pool('nad', 11, 19),
        ownAttachment(id, o.named('nad')),
        o.web({}, { networks: 'own' }),
        o.web({}, { ...one, name: 'nothing' }),
      ],
    ],
  },
  {
    id: 'namespace-bad-json',
    section: '1.11',
    fact: 'Malformed default pools of a Namespace fail every Pod with a bare JSON error',
    steps: (o, id) => [[namespaceDefault(id, '"a"'), o.web({}, one)]],
  },
  {
    id: 'no-rules',
    section: '1.2',
    fact: 'No pool selection rules at all',
    steps: (o) => [[o.web({}, one)]],
  },
];
