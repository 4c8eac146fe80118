import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownedAnnotationKeys, readAnnotations } from './annotations.ts';
import type { AnnotationProblemCode } from './annotation-problem.ts';
import { parseGoBoolean, parsePoolNumber } from './pool-number.ts';

const K = 'ipam.spidernet.io';

function problemsOf(annotations: Record<string, string>): string[] {
  return readAnnotations(annotations).problems.map(({ key, code, detail }) =>
    [key.replace(`${K}/`, ''), code, detail].filter(Boolean).join(' '),
  );
}

describe('subnets and subnet (domain reference 1.3)', () => {
  const rows: [text: string, problem: AnnotationProblemCode, detail: string][] = [
    ['[{"interface":"net1","ipv4":["a"]}', 'badJson', ''],
    ['{"interface":"net1","ipv4":["a"]}', 'badJson', ''],
    ['[{"interface":"net1","ipv4":"a"}]', 'badJson', ''],
    ['[]', 'emptyList', ''],
    ['[{"ipv4":["a"]}]', 'noInterface', ''],
    ['[{"interface":"net1"}]', 'emptyItem', 'net1'],
    ['[{"interface":"net1","ipv4":[],"ipv6":null}]', 'emptyItem', 'net1'],
    ['[{"interface":"net1","ipv4":[""]}]', 'emptyName', 'net1'],
    ['[{"interface":"net1","ipv4":["a"]},{"interface":"net2","ipv4":["a"]}]', 'duplicateSubnet', 'a'],
    ['[{"interface":"net1","ipv4":["a"]},{"interface":"net1","ipv4":["b"]}]', 'duplicateInterface', 'net1'],
    ['[{"interface":"net1","ipv4":["a","b"]}]', 'extraSubnet', 'net1'],
  ];
  it.each(rows)('%s is %s %s', (text, code, detail) => {
    expect(readAnnotations({ [`${K}/subnets`]: text }).problems).toEqual([
      { key: `${K}/subnets`, code, detail },
    ]);
  });

  it('takes the same name in two families for two subnets', () => {
    expect(problemsOf({ [`${K}/subnets`]: '[{"interface":"net1","ipv4":["a"],"ipv6":["a"]}]' })).toEqual([]);
  });

  it('reads subnet as one item, eth0 unless it says another', () => {
    const read = (text: string) => readAnnotations({ [`${K}/subnet`]: text }).addresses;
    expect(read('{"ipv4":["a"]}')).toMatchObject({ kind: 'subnets', items: [{ interfaceName: 'eth0' }] });
    expect(read('{"interface":"net1","ipv6":["b"]}')).toMatchObject({
      items: [{ interfaceName: 'net1', names: { ipv4: [], ipv6: ['b'] } }],
    });
  });
});

describe('ippools and ippool (domain reference 1.6)', () => {
  const rows: [text: string, problem: AnnotationProblemCode, detail: string][] = [
    ['[{"interface":"net1"', 'badJson', ''],
    ['[{"interface":"net1","ipv4":["a"],"cleangateway":"yes"}]', 'badJson', ''],
    ['', 'badJson', ''],
    ['[]', 'emptyList', ''],
    ['null', 'emptyList', ''],
    ['[{"interface":"net1","ipv4":["a"]},{"ipv4":["b"]}]', 'mixedInterfaces', ''],
    ['[{"interface":"net1","ipv4":["a"]},{"interface":"net1","ipv4":["b"]}]', 'duplicateInterface', 'net1'],
    ['[{"ipv4":["a"]},{"ipv4":["b"]}]', 'unnamedItems', ''],
    ['[{"interface":"net1","ipv4":["a",""]}]', 'emptyName', 'net1'],
  ];
  it.each(rows)('%s is %s %s', (text, code, detail) => {
    expect(readAnnotations({ [`${K}/ippools`]: text }).problems).toEqual([
      { key: `${K}/ippools`, code, detail },
    ]);
  });

  it('reads items, wildcards and keys in any case as Go does', () => {
    const text = '[\n {"Interface":"net1", "IPv4":["p-*","q"], "cleanGateway":true, "comment":"?"}\n]';
    expect(readAnnotations({ [`${K}/ippools`]: text })).toMatchObject({
      addresses: {
        kind: 'pools',
        items: [{ interfaceName: 'net1', names: { ipv4: ['p-*', 'q'], ipv6: [] }, cleanGateway: true }],
      },
      problems: [],
    });
  });

  it('reads ippool for every NIC, its interface ignored as Spiderpool does', () => {
    const read = readAnnotations({ [`${K}/ippool`]: '{"interface":"net1","ipv4":["testingippool"]}' });
    expect(read.addresses).toEqual({ kind: 'poolsOfAll', names: { ipv4: ['testingippool'], ipv6: [] } });
    expect(problemsOf({ [`${K}/ippool`]: '{"interface":"net1","ipv4":["a"]}' })).toEqual([
      'ippool singularForm',
      'ippool interfaceIgnored net1',
    ]);
    expect(problemsOf({ [`${K}/ippool`]: '["a"]' })).toEqual(['ippool singularForm', 'ippool badJson']);
  });
});

describe('which annotation wins (domain reference 1.2, rows 1 to 3)', () => {
  const item = '{"interface":"net1","ipv4":["a"]}';
  const all: Record<string, string> = {
    [`${K}/subnets`]: `[${item}]`,
    [`${K}/subnet`]: item,
    [`${K}/ippools`]: `[${item}]`,
    [`${K}/ippool`]: item,
  };
  const keys = Object.keys(all);
  it.each([
    [0, 'subnets'],
    [1, 'subnets'],
    [2, 'pools'],
    [3, 'poolsOfAll'],
  ])('from position %i on: %s', (from, kind) => {
    const annotations = Object.fromEntries(keys.slice(from).map((key) => [key, all[key] ?? '']));
    const read = readAnnotations(annotations);
    expect(read.addresses.kind).toBe(kind);
    expect(read.problems.filter(({ code }) => code === 'shadowed')).toEqual(
      keys.slice(from + 1).map((key) => ({ key, code: 'shadowed', detail: keys[from] })),
    );
  });

  it('number and reclaim say nothing without a subnet', () => {
    expect(problemsOf({ [`${K}/ippool-ip-number`]: '+1', [`${K}/ippool-reclaim`]: 'true' })).toEqual([
      `ippool-ip-number shadowed ${K}/subnets`,
      `ippool-reclaim shadowed ${K}/subnets`,
    ]);
  });
});

describe('ippool-ip-number (domain reference 1.4)', () => {
  it.each([
    ['+2', { ok: true, value: { form: 'elastic', count: 2 } }],
    ['5', { ok: true, value: { form: 'total', count: 5 } }],
    ['0', { ok: true, value: { form: 'total', count: 0 } }],
    ['+0', { ok: true, value: { form: 'elastic', count: 0 } }],
    ['abc+2', { ok: true, value: { form: 'elastic', count: 2 } }],
    ['+', { ok: false, error: 'badNumber' }],
    ['', { ok: false, error: 'badNumber' }],
    ['1+2+3', { ok: false, error: 'badNumber' }],
    ['+ 2', { ok: false, error: 'badNumber' }],
    ['2.5', { ok: false, error: 'badNumber' }],
    ['99999999999999999999', { ok: false, error: 'badNumber' }],
    ['-1', { ok: false, error: 'negativeNumber' }],
    ['+-1', { ok: false, error: 'negativeNumber' }],
  ])('%j', (text, result) => {
    expect(parsePoolNumber(text)).toEqual(result);
  });
});

it('ippool-reclaim is a Go boolean, true by default (domain reference 1.5)', () => {
  for (const text of ['1', 't', 'T', 'TRUE', 'true', 'True']) expect(parseGoBoolean(text)).toBe(true);
  for (const text of ['0', 'f', 'F', 'FALSE', 'false', 'False']) expect(parseGoBoolean(text)).toBe(false);
  for (const text of ['', 'yes', 'tRUE', ' true']) expect(parseGoBoolean(text)).toBeUndefined();
  const subnets = { [`${K}/subnets`]: '[{"interface":"net1","ipv4":["a"]}]' };
  expect(readAnnotations(subnets).reclaim).toBe(true);
  expect(readAnnotations({ ...subnets, [`${K}/ippool-reclaim`]: 'f' }).reclaim).toBe(false);
  expect(readAnnotations({ ...subnets, [`${K}/ippool-reclaim`]: 'no' }).reclaim).toBe(true);
  expect(problemsOf({ ...subnets, [`${K}/ippool-reclaim`]: 'no' })).toEqual(['ippool-reclaim badBoolean no']);
});

describe('routes (domain reference 1.10)', () => {
  const one = (dst: unknown, gw: unknown) => ({ [`${K}/routes`]: JSON.stringify([{ dst, gw }]) });
  it.each([
    ['192.168.50.0/24', '10.6.0.254'],
    ['192.168.50.1/24', '10.6.0.254'],
    ['0.0.0.0/0', '10.6.0.1'],
    ['fd01::/64', 'fd00::1'],
  ])('accepts %s through %s', (dst, gw) => {
    expect(problemsOf(one(dst, gw))).toEqual([]);
    expect(readAnnotations(one(dst, gw)).routes).toEqual([{ destination: dst, gateway: gw }]);
  });

  it.each([
    ['192.168.50.1', '10.6.0.254'],
    ['192.168.50.0/24', 'fd00::1'],
    ['192.168.50.0/24', '10.6.0.254/16'],
    ['', ''],
  ])('keeps and reports %j through %j', (dst, gw) => {
    expect(problemsOf(one(dst, gw))).toEqual([`routes badRoute dst: ${dst}, gw: ${gw}`]);
    expect(readAnnotations(one(dst, gw)).routes).toEqual([{ destination: dst, gateway: gw }]);
  });

  it('is not read when it is no list of texts', () => {
    expect(problemsOf(one(5, '10.6.0.1'))).toEqual(['routes badJson']);
    expect(problemsOf({ [`${K}/routes`]: '{"dst":"a","gw":"b"}' })).toEqual(['routes badJson']);
  });
});

it('never throws, whatever the annotations', () => {
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('[{"interface":"net1","ipv4":["a"]}]', 'a/x,b/y'),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...ownedAnnotationKeys), text), (annotations) => {
      expect(Array.isArray(readAnnotations(annotations).problems)).toBe(true);
    }),
  );
});
