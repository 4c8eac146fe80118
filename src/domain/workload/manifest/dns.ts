import type { DnsDraft, KeyValue } from '../draft.ts';
import { hostnamesOf } from '../hostnames.ts';
import { type EditEntry, map, optional } from './edit.ts';
import { listEdit, readRows, readTextRow, rowOf, textListEdit } from './list-edit.ts';
import { at, listOf, textOf } from './plain.ts';
import { chosen, oneOf } from './text-form.ts';

const policies: readonly DnsDraft['policy'][] = [
  'Default',
  'ClusterFirst',
  'ClusterFirstWithHostNet',
  'None',
];

type HostAlias = DnsDraft['hostAliases'][number];

const readOption = rowOf((item): KeyValue => ({
  key: textOf(item.get('name')),
  value: textOf(item.get('value')),
}));

const readAlias = rowOf((item): HostAlias => ({
  ip: textOf(item.get('ip')),
  hostnames: listOf(item.get('hostnames')).map(textOf).filter(Boolean).join(' '),
}));

/** @param spec the plain Pod spec */
export function readDns(spec: unknown): DnsDraft {
  const config = at(spec, 'dnsConfig');
  return {
    policy: chosen(at(spec, 'dnsPolicy'), policies, ''),
    nameservers: readRows(at(config, 'nameservers'), readTextRow),
    searches: readRows(at(config, 'searches'), readTextRow),
    options: readRows(at(config, 'options'), readOption),
    hostAliases: readRows(at(spec, 'hostAliases'), readAlias),
  };
}

/** @param spec the plain Pod spec */
export function dnsEdits(spec: unknown, draft: DnsDraft): readonly EditEntry[] {
  const config = at(spec, 'dnsConfig');
  return [
    optional(spec, 'dnsPolicy', draft.policy, 'dns.policy', oneOf(policies)),
    [
      'dnsConfig',
      map([
        ['nameservers', textListEdit(at(config, 'nameservers'), draft.nameservers, 'dns.nameservers')],
        ['searches', textListEdit(at(config, 'searches'), draft.searches, 'dns.searches')],
        [
          'options',
          listEdit<KeyValue>({
            current: at(config, 'options'),
            rows: draft.options,
            field: 'dns.options',
            read: readOption,
            identity: ({ key }) => key,
            edit: (row, item, field) =>
              map(
                [
                  optional(item, 'name', row.key, `${field}.key`),
                  optional(item, 'value', row.value, `${field}.value`),
                ],
                field,
              ),
          }),
        ],
      ]),
    ],
    [
      'hostAliases',
      listEdit<HostAlias>({
        current: at(spec, 'hostAliases'),
        rows: draft.hostAliases,
        field: 'dns.hostAliases',
        read: readAlias,
        identity: ({ ip }) => ip,
        edit: (row, item, field) =>
          map([optional(item, 'ip', row.ip, `${field}.ip`), hostnamesEntry(item, row, field)], field),
      }),
    ],
  ];
}

function hostnamesEntry(item: unknown, row: HostAlias, field: string): EditEntry {
  const rows = hostnamesOf(row.hostnames).map((value) => ({ value }));
  return ['hostnames', textListEdit(at(item, 'hostnames'), rows, `${field}.hostnames`, { oneField: true })];
}
