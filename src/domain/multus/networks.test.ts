import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatNetworks,
  interfaceNames,
  parseDefaultNetwork,
  parseNetworks,
  selectionId,
  selectionOf,
} from './networks.ts';
import type { NetworkSelection, NetworksError } from './networks.ts';

const selection = (id: string, interfaceName = '', extra = {}) => selectionOf(id, interfaceName, extra);

describe('parseNetworks (domain reference 1.9)', () => {
  const accepted: [text: string, networks: NetworkSelection[], story: string][] = [
    ['', [], 'no annotation'],
    ['macvlan', [selection('macvlan')], 'a bare name: the namespace of the Pod'],
    ['kube-system/macvlan', [selection('kube-system/macvlan')], 'with a namespace'],
    ['a/x@eth1,b', [selection('a/x', 'eth1'), selection('b')], 'a custom interface'],
    [' a/x ,  b/y@net9 ', [selection('a/x'), selection('b/y', 'net9')], 'blanks around entries'],
    ['a/x,a/x', [selection('a/x'), selection('a/x')], 'the same attachment twice is legal'],
    ['[]', [], 'an empty JSON list'],
    ['[{"name":"x","namespace":"a"}]', [selection('a/x')], 'the JSON form'],
    [
      '[\n  {"name": "x.y", "namespace": "a", "interface": "eth1"}\n]',
      [selection('a/x.y', 'eth1')],
      'pretty JSON, a name with a dot',
    ],
    ['[{"Name":"x","NAMESPACE":"a"}]', [selection('a/x')], 'Go takes keys in any case'],
    [
      '[{"name":"x","mac":"02:00:00:00:00:01","ips":["10.6.0.5/16"],"cni-args":{"a":[1]}}]',
      [selection('x', '', { mac: '02:00:00:00:00:01', ips: ['10.6.0.5/16'], 'cni-args': { a: [1] } })],
      'fields that the form does not show',
    ],
  ];
  it.each(accepted)('reads %j: %s', (text, networks) => {
    expect(parseNetworks(text)).toEqual({ ok: true, value: networks });
  });

  const refused: [text: string, code: NetworksError['code'], story: string][] = [
    ['a/b/c', 'badEntry', 'two slashes'],
    ['x@a@b', 'badEntry', 'two @'],
    ['a/x.y', 'badEntry', 'a dot needs the JSON form'],
    ['kube-system/Macvlan', 'badEntry', 'a capital letter'],
    ['-x', 'badEntry', 'a dash in front'],
    ['a_b/x', 'badEntry', 'an underscore in the namespace'],
    ['a/x,', 'noName', 'a comma at the end'],
    ['a/', 'noName', 'a namespace alone'],
    ['x@0123456789abcdef', 'badInterface', 'sixteen characters'],
    ['x@a b', 'badInterface', 'a blank in the interface'],
    ['[{"name":"x"}', 'badJson', 'a bracket is missing'],
    ['{"name":"x"}', 'badShape', 'an object where a list belongs'],
    ['["x"]', 'badShape', 'a list of names'],
    ['[{"name":5}]', 'badShape', 'a number for a name'],
    ['[{"name":"x","namespace":["a"]}]', 'badShape', 'a list for a namespace'],
    ['[{"namespace":"a"}]', 'noName', 'no name'],
    ['[{"name":"x","interface":"a/b"}]', 'badInterface', 'a slash in the interface'],
  ];
  it.each(refused)('refuses %j as %s: %s', (text, code) => {
    expect(parseNetworks(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof parseNetworks(text).ok).toBe('boolean');
      }),
    );
  });
});

describe('parseDefaultNetwork', () => {
  it.each([
    ['kube-system/calico', 'kube-system/calico'],
    ['calico', 'calico'],
    ['[{"name":"a.b","namespace":"ns"}]', 'ns/a.b'],
  ])('reads %s', (text, id) => {
    const network = parseDefaultNetwork(text);
    expect(network.ok && selectionId(network.value, '')).toBe(id);
  });

  it.each([
    ['a/x,a/y', 2],
    ['[]', 0],
  ])('refuses %s: exactly one', (text, count) => {
    expect(parseDefaultNetwork(text)).toEqual({ ok: false, error: { code: 'notOne', count } });
  });
});

describe('formatNetworks', () => {
  it('writes the short form', () => {
    expect(formatNetworks([selection('kube-system/macvlan-ens192'), selection('a/x', 'eth1')])).toBe(
      'kube-system/macvlan-ens192,a/x@eth1',
    );
  });

  it('writes one line of JSON when a name has a dot or an entry has more fields', () => {
    expect(formatNetworks([selection('a/x.y'), selection('a/z', 'eth1')])).toBe(
      '[{"name":"x.y","namespace":"a"},{"name":"z","namespace":"a","interface":"eth1"}]',
    );
    expect(formatNetworks([selection('a/x', '', { mac: '02:00:00:00:00:01' })])).toBe(
      '[{"name":"x","namespace":"a","mac":"02:00:00:00:00:01"}]',
    );
  });

  it('is read back as the same networks', () => {
    const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,8}[a-z0-9])?$/);
    const networks = fc.array(
      fc.record({
        namespace: fc.oneof(fc.constant(''), label),
        name: fc.oneof(
          label,
          fc.tuple(label, label).map((parts) => parts.join('.')),
        ),
        interfaceName: fc.oneof(fc.constant(''), fc.stringMatching(/^[a-z][a-z0-9]{0,14}$/)),
        extra: fc.oneof(
          fc.constant({}),
          fc.record({ mac: fc.constant('02:00:00:00:00:01'), ips: fc.array(fc.ipV4()) }),
        ),
      }),
    );
    fc.assert(
      fc.property(networks, (given) => {
        expect(parseNetworks(formatNetworks(given))).toEqual({ ok: true, value: given });
      }),
    );
  });
});

describe('interfaceNames', () => {
  it.each([
    [
      ['', ''],
      ['net1', 'net2'],
    ],
    [
      ['eth1', ''],
      ['eth1', 'net2'],
    ],
    [
      ['', 'data', ''],
      ['net1', 'data', 'net3'],
    ],
    [[], []],
  ])('%j makes %j', (given, names) => {
    expect(interfaceNames(given.map((interfaceName) => ({ interfaceName })))).toEqual(names);
  });
});

it('a bare name belongs to the namespace that its annotation takes', () => {
  expect(selectionId(selection('macvlan'), 'prod')).toBe('prod/macvlan');
  expect(selectionId(selection('a/macvlan'), 'prod')).toBe('a/macvlan');
  expect(selectionId(selection('calico'), '')).toBe('calico');
});
