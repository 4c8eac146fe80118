import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFailure } from './failure.ts';

/** The envelope that kubelet, Multus and the IPAM plugin put around the agent's words (domain reference 7.1). */
function sandboxMessage(agentText: string): string {
  return (
    'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "5f0c": ' +
    'plugin type="multus" name="multus-cni-network" failed (add): [default/web-1/uid-1:macvlan-ens192]: error adding ' +
    'container to network "macvlan-ens192": spiderpool IP allocation error: [POST /ipam/ip][500] postIpamIpFailure  ' +
    agentText
  );
}

const standard = 'failed to allocate IP addresses in standard mode: ';

describe('readFailure', () => {
  it.each([
    [
      'exhausted',
      'net1',
      ['p1', 'p2'],
      `${standard}failed to allocate any IPv4 IP address to NIC net1 from IPPools [p1 p2]: all IP addresses used out`,
    ],
    [
      'exhausted',
      'net2',
      ['p6'],
      `${standard}failed to allocate any IPv6 IP address to NIC net2 from IPPools [p6]: [all IP addresses used out, x]`,
    ],
    [
      'filteredOut',
      'net1',
      ['a', 'b'],
      `${standard}no IPPool available, all IPv4 IPPools [a b] of net1 filtered out: [disabled IPPool a, terminating IPPool b]`,
    ],
    [
      'poolNotFound',
      undefined,
      ['p9'],
      `${standard}failed to get original IPPool p9: SpiderIPPool.spiderpool.spidernet.io "p9" not found`,
    ],
    ['duplicatePool', 'net1', ['p1'], `${standard}wrong input, duplicate IPPool p1 specified for NIC net1`],
    [
      'interfaceNotListed',
      'eth0',
      [],
      `${standard}wrong input, invalid format of Pod annotation 'ipam.spidernet.io/ippools': interface eth0 must be specified`,
    ],
    [
      'badAnnotation',
      undefined,
      ['ipam.spidernet.io/routes'],
      `${standard}wrong input, invalid format of Pod annotation 'ipam.spidernet.io/routes': invalid route format 'dst: x, gw: y'`,
    ],
    [
      'noAutoPool',
      undefined,
      [],
      `${standard}failed to get IPPool candidates from Subnet: no matching auto-created IPPool candidate with matchLables 'map[a:b]'`,
    ],
    [
      'noRule',
      undefined,
      [],
      `${standard}no IPPool available, no pool selection rules of any type are specified`,
    ],
    [
      'noClusterNetwork',
      undefined,
      [],
      `${standard}cluster-network multus isn't set, the IPPool p specified multusName [] unmatched`,
    ],
  ] as const)('%s', (cause, nic, names, agentText) => {
    const failure = readFailure(sandboxMessage(agentText));
    expect(failure).toEqual({
      cause,
      ...(nic === undefined ? {} : { interfaceName: nic }),
      names,
      text: agentText.replace(standard, ''),
    });
  });

  it('sees through the prefix that repeated events get', () => {
    const message = `(combined from similar events): ${sandboxMessage(`${standard}x`)}`;
    expect(readFailure(message)).toEqual({ cause: 'other', names: [], text: 'x' });
  });

  it.each([
    ['unschedulable', '0/3 nodes are available: 3 Insufficient spidernet.io/sriov_netdevice.'],
    [
      'noDevice',
      'Failed to create pod sandbox: rpc error: code = Unknown desc = SRIOV-CNI failed to load netconf: LoadConf(): VF pci addr is required',
    ],
    [
      'attachmentNotFound',
      'Failed to create pod sandbox: rpc error: code = Unknown desc = Multus: [a/b/c]: cannot find a network-attachment-definition (x) in namespace (y): not found',
    ],
    [
      'masterNotFound',
      'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to lookup master "ens224": Link not found',
    ],
  ] as const)('%s outside the IPAM envelope', (cause, message) => {
    expect(readFailure(message).cause).toBe(cause);
  });

  it('is total: any text gives an answer that keeps the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (message) => {
        const failure = readFailure(message);
        expect(failure.cause === 'other' ? message.includes(failure.text) : true).toBe(true);
      }),
    );
  });
});
