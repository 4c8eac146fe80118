import { describe, expect, it } from 'vitest';
import { interfaceNames, parseNetworks } from './network-annotation.ts';

const network = (namespace: string, name: string, interfaceName = '', mac = '') => ({
  namespace,
  name,
  interface: interfaceName,
  mac,
});

describe('the networks annotation (reference 1.9)', () => {
  it.each([
    { title: 'a bare name', text: 'net', expected: [network('shop', 'net')] },
    { title: 'a namespace', text: 'kube-system/net', expected: [network('kube-system', 'net')] },
    {
      title: 'an interface',
      text: 'kube-system/net@data0',
      expected: [network('kube-system', 'net', 'data0')],
    },
    {
      title: 'a list with blanks',
      text: ' a , b/c@x ',
      expected: [network('shop', 'a'), network('b', 'c', 'x')],
    },
    { title: 'the same twice', text: 'a,a', expected: [network('shop', 'a'), network('shop', 'a')] },
    {
      title: 'an interface of 15 characters',
      text: 'a@123456789012345',
      expected: [network('shop', 'a', '123456789012345')],
    },
    {
      title: 'JSON',
      text: '[{"name":"net","namespace":"kube-system","interface":"data0","mac":"02:00:00:00:00:01","ips":["10.6.0.9/16","10.6.0.8"]}]',
      expected: [network('kube-system', 'net', 'data0', '02:00:00:00:00:01')],
    },
    {
      title: 'JSON over several lines',
      text: '[\n  { "name": "net" }\n]',
      expected: [network('shop', 'net')],
    },
    {
      title: 'a name with a dot in JSON',
      text: '[{"name":"net.one"}]',
      expected: [network('shop', 'net.one')],
    },
    {
      title: 'keys in another case',
      text: '[{"Name":"net","NAMESPACE":"ns"}]',
      expected: [network('ns', 'net')],
    },
  ])('reads $title', ({ text, expected }) => {
    expect(parseNetworks(text, 'shop')).toEqual(expected);
  });

  const mismatch = (item: string) =>
    `parsePodNetworkAnnotation: parsePodNetworkObjectName: Failed to parse: one or more items did not match comma-delimited format (must consist of lower case alphanumeric characters). Must start and end with an alphanumeric character), mismatch @ '${item}'`;
  const json =
    'parsePodNetworkAnnotation: failed to parse pod Network Attachment Selection Annotation JSON format: ';

  it.each([
    { text: 'net.one', problem: mismatch('net.one') },
    { text: 'Net', problem: mismatch('Net') },
    { text: 'kube_system/net', problem: mismatch('kube_system') },
    { text: '-net', problem: mismatch('-net') },
    {
      text: 'a/b/c',
      problem: "parsePodNetworkAnnotation: parsePodNetworkObjectName: Invalid network object (failed at '/')",
    },
    {
      text: 'a@b@c',
      problem: "parsePodNetworkAnnotation: parsePodNetworkObjectName: Invalid network object (failed at '@')",
    },
    {
      text: 'a@1234567890123456',
      problem:
        "parsePodNetworkAnnotation: parsePodNetworkObjectName: Failed to parse interface name: must be less than 15 chars and not contain '/' or spaces. interface name '1234567890123456'",
    },
    { text: '[{"name":"net"', problem: `${json}unexpected end of JSON input` },
    {
      text: '{"name":"net"}',
      problem: `${json}json: cannot unmarshal object into Go value of type []types.NetworkSelectionElement`,
    },
    {
      text: '"net"',
      problem: `${json}json: cannot unmarshal string into Go value of type []types.NetworkSelectionElement`,
    },
    {
      text: '[{"name":5}]',
      problem: `${json}json: cannot unmarshal number into Go struct field NetworkSelectionElement.name of type string`,
    },
    {
      text: '[{"name":"a","mac":"nonsense"}]',
      problem: 'parsePodNetworkAnnotation: failed to mac: address nonsense: invalid MAC address',
    },
    { text: '[{"name":"a","ips":["10.6.0"]}]', problem: 'failed to parse IP address "10.6.0"' },
    {
      text: '[{"name":"a","ips":["10.6.0.1/99"]}]',
      problem: 'failed to parse CIDR "10.6.0.1/99": invalid CIDR address: 10.6.0.1/99',
    },
  ])('refuses $text', ({ text, problem }) => {
    expect(() => parseNetworks(text, 'shop')).toThrow(new Error(problem));
  });
});

describe('interface names (reference 1.9)', () => {
  it.each([
    { text: 'a', names: ['net1'] },
    { text: 'a,b,c', names: ['net1', 'net2', 'net3'] },
    { text: 'a@eth1,b', names: ['eth1', 'net2'] },
    { text: 'a,a', names: ['net1', 'net2'] },
  ])('of $text are $names: a name of its own takes a number, too', ({ text, names }) => {
    expect(interfaceNames(parseNetworks(text, 'shop'))).toEqual(names);
  });
});
