import { describe, expect, it } from 'vitest';
import { addressesAsCsv, addressesAsText } from './address-table.ts';
import { matchesPod, type PodRow } from './pod-rows.ts';

const row: PodRow = {
  uid: 'u',
  name: 'web-1',
  node: 'worker1',
  restarts: 0,
  template: {},
  state: { phase: 'running' },
  nics: [
    {
      interfaceName: 'eth0',
      attachment: 'calico',
      ipv4: { address: '10.233.1.1', pool: '' },
      vlan: 0,
      state: 'up',
    },
    {
      interfaceName: 'net1',
      attachment: 'kube-system/macvlan',
      ipv4: { address: '10.6.0.5/16', pool: 'p4', gateway: '10.6.0.1' },
      ipv6: { address: 'fd00::5/64', pool: 'p6' },
      vlan: 12,
      mac: 'aa:bb',
      state: 'up',
    },
  ],
};

describe('addresses as text', () => {
  it('has a header and one line for each NIC', () => {
    expect(addressesAsText([row]).split('\n')).toEqual([
      'pod\tnode\tinterface\tattachment\tipv4\tipv4Pool\tipv4Gateway\tipv6\tipv6Pool\tipv6Gateway\tvlan\tmac\tdevice',
      'web-1\tworker1\teth0\tcalico\t10.233.1.1\t\t\t\t\t\t\t\t',
      'web-1\tworker1\tnet1\tkube-system/macvlan\t10.6.0.5/16\tp4\t10.6.0.1\tfd00::5/64\tp6\t\t12\taa:bb\t',
    ]);
  });

  it('quotes CSV cells that need it and disarms formulas', () => {
    const odd: PodRow = { ...row, name: '=1+1', node: 'a"b,c', nics: row.nics.slice(0, 1) };
    expect(addressesAsCsv([odd]).split('\r\n')[1]).toBe(`'=1+1,"a""b,c",eth0,calico,10.233.1.1,,,,,,,,`);
  });
});

describe('matchesPod', () => {
  it.each([
    ['', true],
    ['WEB', true],
    ['worker1', true],
    ['10.6.0.5', true],
    ['fd00::5', true],
    [' 10.233 ', true],
    ['10.7', false],
  ])('"%s" finds it: %s', (filter, found) => {
    expect(matchesPod(row, filter)).toBe(found);
  });
});
