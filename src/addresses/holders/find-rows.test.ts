import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../domain/ip/address.ts';
import type { AddressRow } from '../../domain/spiderpool/address-rows.ts';
import { addressOf, findRows, type RowQuery } from './find-rows.ts';

const value = (text: string) => {
  const address = parseAddress(text);
  if (!address.ok) throw new Error(text);
  return address.value;
};

const held = (text: string, pod: string, workload: string): AddressRow => ({
  family: 'ipv4',
  first: value(text).value,
  last: value(text).value,
  state: 'used',
  names: [],
  holder: {
    address: value(text),
    namespace: 'default',
    pod,
    interfaceName: 'net1',
    workload: { kind: 'Deployment', namespace: 'default', name: workload },
    stray: false,
  },
});
const run = (first: string, last: string, state: AddressRow['state'], ...names: string[]): AddressRow => ({
  family: value(first).family,
  first: value(first).value,
  last: value(last).value,
  state,
  names,
});

const rows = [
  held('10.6.0.10', 'web-1', 'web'),
  held('10.6.0.100', 'db-0', 'db'),
  run('10.6.0.101', '10.6.0.120', 'free'),
  run('10.6.0.121', '10.6.0.130', 'reserved', 'routers'),
  run('fd00::1', 'fd00::ff', 'free'),
];

const all: RowQuery = { address: undefined, state: '', text: '' };

describe('findRows', () => {
  it.each<[string, Partial<RowQuery>, number[]]>([
    ['nothing asked', {}, [0, 1, 2, 3, 4]],
    ['a whole address is that address, not its beginning', { text: '10.6.0.10' }, [0]],
    ['an address inside of a run', { text: '10.6.0.115' }, [2]],
    ['an address in another spelling', { text: 'FD00:0::7' }, [4]],
    ['a part of an address', { text: '10.6.0.1' }, []],
    ['a beginning that is no address', { text: '10.6.0.1.' }, []],
    ['the end of a range', { text: '.130' }, [3]],
    ['a Pod with its namespace', { text: 'default/WEB' }, [0]],
    ['a workload', { text: 'db' }, [1]],
    ['a reservation', { text: 'routers' }, [3]],
    ['a state', { state: 'free' }, [2, 4]],
    ['the address of the map', { address: value('10.6.0.102').value }, [2]],
    ['all of it together', { address: value('10.6.0.102').value, state: 'used' }, []],
  ])('%s', (_, query, expected) => {
    expect(findRows(rows, { ...all, ...query }).map((row) => rows.indexOf(row))).toEqual(expected);
  });
});

describe('addressOf', () => {
  it.each([
    ['10.6.0.10', value('10.6.0.10').value],
    ['fd00::1', undefined],
    ['x', undefined],
    ['', undefined],
  ])('of %s', (text, expected) => {
    expect(addressOf(text, 'ipv4')).toBe(expected);
  });
});
