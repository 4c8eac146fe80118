import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyManifest, copyName } from './copy-manifest.ts';
import { readDraft, writeDraft } from './draft-document.ts';
import { parseManifest, printManifest, toObject } from './manifest-document.ts';

const stored = {
  metadata: {
    name: 'web',
    namespace: 'shop',
    uid: 'u1',
    resourceVersion: '42',
    generation: 3,
    creationTimestamp: '2026-01-01T00:00:00Z',
    managedFields: [{ manager: 'kubectl' }],
    ownerReferences: [{ uid: 'o1' }],
    finalizers: ['example.com/keep'],
    labels: { app: 'web', team: 'a' },
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': '{}',
      'deployment.kubernetes.io/revision': '7',
      'example.com/mine': 'yes',
    },
  },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: {
        creationTimestamp: null,
        labels: { app: 'web' },
        annotations: {
          'k8s.v1.cni.cncf.io/networks': 'kube-system/macvlan',
          'ipam.spidernet.io/ippools': '[{"interface":"net1","ipv4":["p1"]}]',
        },
      },
      spec: {
        containers: [{ name: 'web', image: 'nginx', volumeMounts: [{ name: 'data', mountPath: '/data' }] }],
        volumes: [{ name: 'data', emptyDir: {} }],
        affinity: { nodeAffinity: {} },
      },
    },
  },
  status: { readyReplicas: 1 },
};

const { creationTimestamp: _, ...templateMetadata } = stored.spec.template.metadata;

describe('copyManifest', () => {
  it('drops what the server wrote, and nothing else', () => {
    const [document] = copyManifest(stored);
    expect(document === undefined ? undefined : toObject(document)).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'web',
        namespace: 'shop',
        labels: { app: 'web', team: 'a' },
        annotations: { 'example.com/mine': 'yes' },
      },
      spec: { ...stored.spec, template: { ...stored.spec.template, metadata: templateMetadata } },
    });
  });

  it('leaves no empty annotations behind', () => {
    const annotations = { 'deployment.kubernetes.io/revision': '7' };
    const [document] = copyManifest({ metadata: { name: 'web', annotations }, spec: {} });
    expect(document === undefined ? undefined : toObject(document)).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {},
    });
  });

  it('is a draft whose selector follows a new name, with everything that the form does not show', () => {
    const documents = copyManifest(stored);
    const { draft } = readDraft(documents);
    const [written] = writeDraft(documents, {
      ...draft,
      basics: { ...draft.basics, name: copyName(draft.basics.name) },
    });
    const object = written === undefined ? undefined : toObject(written);
    expect(object).toMatchObject({
      metadata: { name: 'web-copy' },
      spec: {
        selector: { matchLabels: { app: 'web-copy' } },
        template: {
          metadata: { labels: { app: 'web-copy' } },
          spec: stored.spec.template.spec,
        },
      },
    });
  });

  it('prints and reads back as the same object', () => {
    const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => typeof value === 'object' && value !== null);
    fc.assert(
      fc.property(json, (spec) => {
        const documents = copyManifest({ metadata: { name: 'web' }, spec });
        const read = parseManifest(printManifest(documents));
        expect(read.ok && read.value.map(toObject)).toEqual(documents.map(toObject));
      }),
    );
  });
});

describe('copyName', () => {
  it.each([
    ['web', 'web-copy'],
    ['web-copy', 'web-copy-copy'],
    ['a'.repeat(63), `${'a'.repeat(58)}-copy`],
    [`${'a'.repeat(57)}-bcdef`, `${'a'.repeat(57)}-copy`],
  ])('%s', (name, copy) => {
    expect(copyName(name)).toBe(copy);
  });
});
