import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDraft } from './arbitrary/draft.ts';
import { resourceOf } from './arbitrary/network.ts';
import { writeDraft } from './draft-document.ts';
import type { Draft } from './draft.ts';
import { describeLines, type ManifestLine } from './line-map.ts';
import { newDocument, printManifest } from './manifest-document.ts';
import { emptyNic, newDraft } from './new-draft.ts';

function linesOf(draft: Draft): readonly ManifestLine[] {
  return describeLines(writeDraft([newDocument()], draft), draft, resourceOf);
}

function sample(): Draft {
  const draft = newDraft({ namespace: 'default' });
  draft.basics.name = 'web';
  draft.basics.description = 'two\nlines';
  Object.assign(draft.containers[0] ?? {}, { name: 'app', image: 'busybox' });
  draft.containers[0]?.env.push({ source: 'secretKey', name: 'KEY', object: 'keys', key: 'a' });
  draft.network.nics = [
    { ...emptyNic(), attachment: 'kube-system/macvlan', subnets: { ipv4: 's-1', ipv6: '' } },
    {
      ...emptyNic(),
      attachment: 'kube-system/sriov-a',
      subnets: { ipv4: 's-2', ipv6: '' },
      defaultRoute: true,
    },
  ];
  draft.network.eth0.attachment = 'kube-system/calico';
  draft.network.deviceResources = [{ name: 'example.com/a', count: '1' }];
  draft.service = {
    ...draft.service,
    enabled: true,
    name: 'web-svc',
    ports: [{ name: '', protocol: 'TCP', port: '80', targetPort: '', nodePort: '' }],
  };
  return draft;
}

function lineWith(lines: readonly ManifestLine[], text: string): ManifestLine {
  const found = lines.find((line) => line.text.includes(text));
  if (found === undefined) throw new Error(`no line with ${text}`);
  return found;
}

describe('describeLines', () => {
  const lines = linesOf(sample());

  it('is the text of the manifest', () => {
    const draft = sample();
    const documents = writeDraft([newDocument()], draft);
    expect(lines.map(({ text }) => `${text}\n`).join('')).toBe(printManifest(documents));
  });

  it.each([
    ['apiVersion: apps/v1', null],
    ['replicas: 1', 'basics.replicas'],
    ['matchLabels:', 'basics.name'],
    ['podnic.io/description', 'basics.description'],
    ['      two', 'basics.description'],
    ['      lines', 'basics.description'],
    ['image: busybox', 'containers.0.image'],
    ['- name: KEY', 'containers.0.env.0.name'],
    ['secretKeyRef', 'containers.0.env.0'],
    ['            name: keys', 'containers.0.env.0.object'],
    ['maxSurge', 'upgrade.maxSurge'],
    ['terminationGracePeriodSeconds', 'upgrade.terminationGracePeriodSeconds'],
    ['ippool-ip-number', 'network.elastic.count'],
    ['default-network', 'network.eth0.attachment'],
    ['example.com/a', 'network.deviceResources.0.count'],
    ['---', null],
    ['web-svc', 'service.name'],
    ['type: ClusterIP', 'service.access'],
    ['port: 80', 'service.ports.0.port'],
  ])('%s shows %s', (text, field) => {
    expect(lineWith(lines, text).field).toBe(field);
  });

  it.each([
    ['k8s.v1.cni.cncf.io/networks', [1, 2], ['kube-system/macvlan', 'kube-system/sriov-a']],
    [
      'ipam.spidernet.io/subnets',
      [1, 2],
      ['{"interface":"net1","ipv4":["s-1"]}', '{"interface":"net2","ipv4":["s-2"]}'],
    ],
    ['default-network', [0], ['kube-system/calico']],
    ['default-route-nic', [2], ['net2']],
    ['example.com/a', [2], []],
    ['replicas', [], []],
    ['ippool-ip-number', [], []],
  ])('%s is about the NICs %j', (text, nics, parts) => {
    const line = lineWith(lines, text);
    expect(line.nics).toEqual(nics);
    expect(line.spans.map(({ from, to }) => line.text.slice(from, to))).toEqual(parts);
  });

  it('tells the documents apart', () => {
    expect(lineWith(lines, 'kind: Deployment').document).toBe(0);
    expect(lineWith(lines, 'kind: Service').document).toBe(1);
  });

  it('prints any draft as it is copied, with spans inside their lines', () => {
    fc.assert(
      fc.property(arbitraryDraft(), (draft) => {
        const documents = writeDraft([newDocument()], draft);
        const described = describeLines(documents, draft, resourceOf);
        expect(described.map(({ text }) => `${text}\n`).join('')).toBe(printManifest(documents));
        for (const { text, spans } of described) {
          for (const { from, to } of spans) expect(0 <= from && from < to && to <= text.length).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
