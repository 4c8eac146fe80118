import { expect, it } from 'vitest';
import { neededDevices, type ResourceOf, splitDeviceResources } from './device-resources.ts';
import { podLabels, selectorLabels } from './labels.ts';
import { emptyNic, newDraft } from './new-draft.ts';

const draft = newDraft({ namespace: 'default' });
draft.basics.name = 'web';

it('leads from the workload to its Pods by the name', () => {
  expect(selectorLabels(draft)).toEqual([{ key: 'app', value: 'web' }]);
  expect(selectorLabels(newDraft({ namespace: '' }))).toEqual([]);
});

it('gives the Pods the labels of the selector and the user’s, the first of two', () => {
  const rows = [
    { key: 'a', value: '1' },
    { key: 'a', value: '2' },
    { key: '', value: 'x' },
  ];
  expect(podLabels({ ...draft, metadata: { ...draft.metadata, podLabels: rows } })).toEqual({
    app: 'web',
    a: '1',
  });
});

it('gives the Pods the labels of a selector of another kind', () => {
  const selector = { byName: false, labels: [{ key: 'k', value: 'v' }] };
  expect(podLabels({ ...draft, metadata: { ...draft.metadata, selector } })).toEqual({ k: 'v' });
});

const resourceOf: ResourceOf = (id) => {
  if (id.endsWith('rdma')) return { name: 'a.b/rdma', shared: true };
  return id.endsWith('sriov') ? { name: 'a.b/vf', shared: false } : undefined;
};
const sriov = { ...emptyNic(), attachment: 'ns/sriov' };

it('needs a device for each NIC that uses one, eth0 included', () => {
  const network = {
    ...draft.network,
    eth0: sriov,
    nics: [sriov, { ...emptyNic(), attachment: 'ns/macvlan' }, emptyNic()],
  };
  expect(neededDevices(network, resourceOf)).toEqual([{ name: 'a.b/vf', count: '2' }]);
  expect(neededDevices(draft.network, resourceOf)).toEqual([]);
});

it('needs one device for all NICs that share it, and one for each where somebody needs one of the same', () => {
  const rdma = { ...emptyNic(), attachment: 'ns/rdma' };
  const needed = (nics: (typeof rdma)[], of = resourceOf) => neededDevices({ ...draft.network, nics }, of);
  expect(needed([rdma, rdma])).toEqual([{ name: 'a.b/rdma', count: '1' }]);
  expect(needed([rdma, sriov])).toEqual([
    { name: 'a.b/rdma', count: '1' },
    { name: 'a.b/vf', count: '1' },
  ]);
  const same: ResourceOf = (id) => ({ name: 'a.b/hca', shared: id.endsWith('rdma') });
  expect(needed([rdma, sriov, sriov], same)).toEqual([{ name: 'a.b/hca', count: '2' }]);
  expect(needed([sriov, sriov, rdma], same)).toEqual([{ name: 'a.b/hca', count: '2' }]);
});

it('takes the devices of the chosen attachments out of the first container, and no other resources', () => {
  const both = [
    { name: 'a.b/vf', count: '3' },
    { name: 'a.b/other', count: '1' },
  ];
  const [container] = draft.containers;
  if (container === undefined) throw new Error('a draft has a container');
  const withBoth = { ...container, resources: { ...container.resources, extended: both } };
  const read = { ...draft, containers: [withBoth, withBoth], network: { ...draft.network, nics: [sriov] } };
  const split = splitDeviceResources(read, resourceOf);
  expect(split.network.deviceResources).toEqual([both[0]]);
  expect(split.containers.map(({ resources }) => resources.extended)).toEqual([[both[1]], both]);
  expect(
    splitDeviceResources({ ...read, network: draft.network }, resourceOf).network.deviceResources,
  ).toEqual([]);
});
