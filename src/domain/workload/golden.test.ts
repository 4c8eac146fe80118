import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDraft, writeDraft } from './draft-document.ts';
import type { ResourceOf } from './device-resources.ts';
import type { Draft } from './draft.ts';
import { parseManifest, printManifest, type ManifestDocuments } from './manifest-document.ts';

const folder = new URL('./golden/', import.meta.url);
const names = readdirSync(folder).sort();

function textOf(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

function documentsOf(name: string): ManifestDocuments {
  const documents = parseManifest(textOf(name));
  if (!documents.ok) throw new Error(documents.error.detail);
  return documents.value;
}

describe('manifests as people write them', () => {
  it.each(names)('%s is printed as it was written', (name) => {
    expect(printManifest(documentsOf(name))).toBe(textOf(name));
  });

  it.each(names)('%s is not changed by writing what was read', (name) => {
    const documents = documentsOf(name);
    expect(writeDraft(documents, readDraft(documents).draft)).toBe(documents);
  });

  it.each([
    ['fixed-pool.yaml', 'fixed', ['kube-system/macvlan-ens192', 'kube-system/sriov-ens224']],
    ['manual-pools.yaml', 'pools', ['kube-system/macvlan-ens192', 'kube-system/macvlan-ens224']],
    ['underlay-eth0.yaml', 'pools', ['kube-system/macvlan-ens224']],
    ['dual-stack-fallback.yaml', 'pools', ['kube-system/macvlan-ens192', 'kube-system/macvlan-ens224']],
    ['elastic-two.yaml', 'fixed', ['kube-system/macvlan-ens192']],
    ['default-pools.yaml', 'default', ['kube-system/macvlan-ens192', 'kube-system/macvlan-ens224']],
    ['single-pool.yaml', 'pools', []],
    ['with-service.yaml', 'fixed', []],
  ] as const)('%s is read: addresses from %s', (name, source, attachments) => {
    const { network } = readDraft(documentsOf(name)).draft;
    expect(network.source).toBe(source);
    expect(network.nics.map(({ attachment }) => attachment)).toEqual(attachments);
  });
});

describe('an edit changes its own lines and no others', () => {
  const resourceOf: ResourceOf = (id) =>
    id === 'kube-system/sriov-ens224' ? { name: 'spidernet.io/sriov_netdevice', shared: false } : undefined;

  function linesAfter(name: string, edit: (draft: Draft) => void): { gone: string[]; fresh: string[] } {
    const documents = documentsOf(name);
    const { draft } = readDraft(documents, resourceOf);
    edit(draft);
    const before = textOf(name).split('\n');
    const after = printManifest(writeDraft(documents, draft)).split('\n');
    return {
      gone: before.filter((line) => !after.includes(line)),
      fresh: after.filter((line) => !before.includes(line)),
    };
  }

  it('replicas', () => {
    expect(linesAfter('fixed-pool.yaml', (draft) => (draft.basics.replicas = '5'))).toEqual({
      gone: ['  replicas: 3'],
      fresh: ['  replicas: 5'],
    });
  });

  it('elastic addresses keep the quotes that are there', () => {
    expect(linesAfter('elastic-two.yaml', (draft) => (draft.network.elastic.count = '3'))).toEqual({
      gone: ["        ipam.spidernet.io/ippool-ip-number: '+2'"],
      fresh: ["        ipam.spidernet.io/ippool-ip-number: '+3'"],
    });
  });

  it('a renamed workload renames the label of its Pods', () => {
    expect(linesAfter('elastic-two.yaml', (draft) => (draft.basics.name = 'new'))).toEqual({
      gone: ['  name: elastic', '      app: elastic', '        app: elastic'],
      fresh: ['  name: new', '      app: new', '        app: new'],
    });
  });

  it('a selector of another kind stays when the workload is renamed', () => {
    expect(linesAfter('with-service.yaml', (draft) => (draft.basics.name = 'new')).fresh).toEqual([
      '  name: new',
    ]);
  });

  it('a container put first leaves the keys of the other with it', () => {
    const { gone, fresh } = linesAfter('fixed-pool.yaml', (draft) => {
      const [first] = draft.containers;
      if (first)
        draft.containers.unshift({ ...structuredClone(first), name: 'side', image: 'side:1', env: [] });
      draft.network.deviceResources = [];
    });
    expect(gone).toEqual(
      [
        '          requests: {spidernet.io/sriov_netdevice: "1"}',
        '          limits: {spidernet.io/sriov_netdevice: "1", memory: 512Mi}',
      ].toSorted(),
    );
    expect(fresh).toContain('      - name: side');
  });

  it('device resources are read as those of the NICs, and all others as the user’s', () => {
    const { draft } = readDraft(documentsOf('fixed-pool.yaml'), resourceOf);
    expect(draft.network.deviceResources).toEqual([{ name: 'spidernet.io/sriov_netdevice', count: '1' }]);
    expect(draft.containers[0]?.resources.extended).toEqual([]);
    expect(readDraft(documentsOf('fixed-pool.yaml')).draft.containers[0]?.resources.extended).toHaveLength(1);
  });

  it('notes what the form does not show', () => {
    const { notes } = readDraft(documentsOf('fixed-pool.yaml'));
    expect(notes.map(({ code, path, params }) => [code, path, params.path])).toEqual([
      ['reading.notShown', 'containers.0.env', 'spec.template.spec.containers[0].env[0]'],
      ['reading.notShown', 'containers.0.probes.liveness', 'spec.template.spec.containers[0].livenessProbe'],
    ]);
    expect(readDraft(documentsOf('single-pool.yaml')).notes.map(({ code }) => code)).toEqual([
      'reading.singularForm',
    ]);
  });
});
