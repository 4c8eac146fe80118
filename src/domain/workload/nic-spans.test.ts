import { describe, expect, it } from 'vitest';
import type { NetworkDraft } from './draft.ts';
import { emptyNic, newNetwork } from './new-draft.ts';
import { nicSpans } from './nic-spans.ts';

const K = 'ipam.spidernet.io';
const NETWORKS = 'k8s.v1.cni.cncf.io/networks';

function network(...interfaces: string[]): NetworkDraft {
  return { ...newNetwork(), nics: interfaces.map((interfaceName) => ({ ...emptyNic(), interfaceName })) };
}

const two = network('', '');

describe('nicSpans', () => {
  it.each<
    [story: string, key: string, value: string, draft: NetworkDraft, spans: [nic: number, text: string][]]
  >([
    [
      'short networks',
      NETWORKS,
      'a/b,c@x',
      two,
      [
        [1, 'a/b'],
        [2, 'c@x'],
      ],
    ],
    [
      'JSON networks',
      NETWORKS,
      '[ {"name":"a"}, {"name":"b"} ]',
      two,
      [
        [1, '{"name":"a"}'],
        [2, '{"name":"b"}'],
      ],
    ],
    [
      'subnets',
      `${K}/subnets`,
      '[{"interface":"net2"},{"interface":"eth0"}]',
      two,
      [
        [2, '{"interface":"net2"}'],
        [0, '{"interface":"eth0"}'],
      ],
    ],
    [
      'braces in a name',
      `${K}/ippools`,
      '[{"interface":"net1","ipv4":["}{\\""]}]',
      two,
      [[1, '{"interface":"net1","ipv4":["}{\\""]}']],
    ],
    [
      'custom names',
      `${K}/ippools`,
      '[{"interface":"up"},{"interface":"net2"}]',
      network('up', ''),
      [
        [1, '{"interface":"up"}'],
        [2, '{"interface":"net2"}'],
      ],
    ],
    [
      'items without names',
      `${K}/ippools`,
      '[{"ipv4":["a"]},{"ipv4":["b"]}]',
      two,
      [
        [0, '{"ipv4":["a"]}'],
        [1, '{"ipv4":["b"]}'],
      ],
    ],
    ['an unknown interface', `${K}/ippools`, '[{"interface":"net9"}]', two, []],
    ['a single subnet', `${K}/subnet`, '{"ipv4":["a"]}', two, [[0, '{"ipv4":["a"]}']]],
    ['a single pool for one NIC', `${K}/ippool`, '{"ipv4":["a"]}', network(''), [[1, '{"ipv4":["a"]}']]],
    ['a single pool for all NICs', `${K}/ippool`, '{"ipv4":["a"]}', two, []],
    ['the default network', 'v1.multus-cni.io/default-network', 'a/b', two, [[0, 'a/b']]],
    ['the default route', `${K}/default-route-nic`, 'net2', two, [[2, 'net2']]],
    ['no such NIC', `${K}/default-route-nic`, 'net7', two, []],
    ['broken JSON', `${K}/ippools`, '[{"interface":', two, []],
    ['another key', 'other', 'net1', two, []],
  ])('%s', (_, key, value, draft, spans) => {
    expect(nicSpans(key, value, draft).map(({ from, to, nic }) => [nic, value.slice(from, to)])).toEqual(
      spans,
    );
  });
});
