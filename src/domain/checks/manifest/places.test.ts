import { describe, expect, it } from 'vitest';
import { NETWORKS, K, reportsOf } from './test-manifests.ts';
import { pathOfKeys } from './test-places.ts';

/** The text from the place of each finding on, as far as the line goes, with its code and path. */
function placesOf(text: string): readonly (readonly [code: string, path: string, there: string])[] {
  return reportsOf(text).flatMap(({ findings }) =>
    (findings ?? []).map(
      ({ finding, place }) =>
        [finding.code, pathOfKeys(place.keys), text.slice(place.offset).split('\n')[0] ?? ''] as const,
    ),
  );
}

const head = (kind: string) => `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
  namespace: default
spec:
  replicas: 2
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
`;
const tail = `    spec:
      containers:
      - name: web
        image: nginx
`;
const annotations = `spec.template.metadata.annotations`;
const two = `        ${NETWORKS}: kube-system/macvlan,kube-system/macvlan-b\n`;

describe('places', () => {
  it('are in the words about the NIC: a plain text, a quoted one', () => {
    const text = `${head('Deployment')}      annotations:
        ${NETWORKS}: kube-system/gone,kube-system/macvlan-b
        ${K}/ippools: '[{"interface":"net1","ipv4":["pool-a"]},{"interface":"net2","ipv4":["gone"]}]'
${tail}`;
    expect(placesOf(text)).toEqual([
      ['nic.attachmentUnknown', `${annotations}.${NETWORKS}`, 'kube-system/gone,kube-system/macvlan-b'],
      ['nic.poolUnknown', `${annotations}.${K}/ippools`, `{"interface":"net2","ipv4":["gone"]}]'`],
    ]);
  });

  it('are in a block of pretty JSON', () => {
    const text = `${head('Deployment')}      annotations:
${two}        ${K}/ippools: |
          [
            {"interface": "net1", "ipv4": ["pool-a"]},
            {
              "interface": "net2",
              "ipv4": ["gone"]
            }
          ]
${tail}`;
    expect(placesOf(text)).toEqual([['nic.poolUnknown', `${annotations}.${K}/ippools`, '{']]);
    const [found] = reportsOf(text)[0]?.findings ?? [];
    expect(found?.place.offset).toBe(text.indexOf('{\n              "interface": "net2"'));
  });

  it('are the annotation where its text is written in other characters', () => {
    const text = `${head('Deployment')}      annotations:
${two}        ${K}/ippools: "[{\\"interface\\":\\"net1\\",\\"ipv4\\":[\\"pool-a\\"]},
          {\\"interface\\":\\"net2\\",\\"ipv4\\":[\\"gone\\"]}]"
${tail}`;
    expect(placesOf(text).map(([code, , there]) => [code, there.slice(0, 4)])).toEqual([
      ['nic.poolUnknown', '"[{\\'],
    ]);
  });

  it('of a NIC without addresses are in the list of addresses, else in that of the networks', () => {
    const pools = `        ${K}/ippools: '[{"interface":"net1","ipv4":["pool-a"]}]'\n`;
    expect(placesOf(`${head('Deployment')}      annotations:\n${two}${pools}${tail}`)).toEqual([
      ['nic.poolRequired', `${annotations}.${K}/ippools`, `'[{"interface":"net1","ipv4":["pool-a"]}]'`],
    ]);
    expect(placesOf(`${head('Deployment')}      annotations:\n${two}${tail}`)).toEqual([
      ['nic.noDefaultPool', `${annotations}.${NETWORKS}`, 'kube-system/macvlan,kube-system/macvlan-b'],
      ['nic.noDefaultPool', `${annotations}.${NETWORKS}`, 'kube-system/macvlan-b'],
    ]);
  });

  it('of what is not written are around it', () => {
    const text = `${head('StatefulSet')}      annotations: {}
    spec:
      containers:
      - name: web
`;
    expect(placesOf(text)).toEqual([
      ['container.imageRequired', 'spec.template.spec.containers.0', 'name: web'],
    ]);
    const nowhere = text.replace('namespace: default', 'namespace: gone');
    expect(placesOf(nowhere).map(([code, path, there]) => [code, path, there])).toContainEqual([
      'namespace.unknown',
      'metadata.namespace',
      'gone',
    ]);
  });

  it('are in their own object, item of a List or document', () => {
    const list = `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata: {name: one}
  spec: {containers: [{name: c, image: c}]}
- apiVersion: v1
  kind: Pod
  metadata: {name: two}
  spec: {containers: [{name: C, image: c}]}
---
${head('Deployment').replace('replicas: 2', 'replicas: -2')}${tail}`;
    const reports = reportsOf(list);
    expect(reports.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'Pod one',
      'Pod two',
      'Deployment web',
    ]);
    expect(reports.map(({ offset }) => list.slice(offset).split('\n')[0])).toEqual([
      'apiVersion: v1',
      'apiVersion: v1',
      'apiVersion: apps/v1',
    ]);
    expect(placesOf(list)).toEqual([
      ['container.nameSyntax', 'spec.containers.0.name', 'C, image: c}]}'],
      ['integer.range', 'spec.replicas', '-2'],
    ]);
  });

  it('of an alias are where it was written out', () => {
    const text = `${head('Deployment')}      annotations:
        ${NETWORKS}: &one kube-system/gone
        copy: *one
${tail}`;
    expect(placesOf(text)).toEqual([
      ['nic.attachmentUnknown', `${annotations}.${NETWORKS}`, expect.stringContaining('kube-system/gone')],
    ]);
  });

  it('of device resources are in the resources of the first container', () => {
    const text = `${head('Deployment')}      annotations:
        ${NETWORKS}: kube-system/sriov
        ${K}/ippools: '[{"interface":"net1","ipv4":["pool-a"]}]'
${tail}        resources:
          limits: {cpu: 1}
`;
    expect(placesOf(text)).toEqual([
      ['devices.missing', 'spec.template.spec.containers.0.resources', 'resources:'],
      ['devices.noNode', 'spec.template.spec.containers.0.resources', 'resources:'],
    ]);
  });
});
