import { describe, expect, it } from 'vitest';
import { findingTexts } from '../../../i18n/texts/findings.ts';
import { pathOfKeys } from './test-places.ts';
import { codesOf, K, manifestView, NETWORKS, reportsOf, workload } from './test-manifests.ts';

const nics = {
  [NETWORKS]: 'kube-system/macvlan',
  [`${K}/ippools`]: '[{"interface":"net1","ipv4":["pool-a"]}]',
};

const deployment = (wire: Parameters<typeof workload>[2]) => workload('apps/v1', 'Deployment', wire);

/** For each rule of manifests alone: one that it speaks of and where, and near ones that it lets pass. */
const rules: readonly [code: string, fires: string, path: string, silent: readonly string[]][] = [
  [
    'error manifest.hostNetwork',
    deployment({ annotations: nics, podSpec: { hostNetwork: true } }),
    'spec.template.spec.hostNetwork',
    [
      deployment({ podSpec: { hostNetwork: true } }),
      deployment({ annotations: nics, podSpec: { hostNetwork: false } }),
    ],
  ],
  [
    'error annotation.misplaced',
    deployment({ metadata: { annotations: nics } }),
    `metadata.annotations.${NETWORKS}`,
    [workload('v1', 'Pod', { annotations: nics }), deployment({ metadata: { annotations: { a: 'b' } } })],
  ],
  [
    'error manifest.annotationElsewhere',
    JSON.stringify({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'web', namespace: 'default' },
      spec: {
        jobTemplate: {
          metadata: { annotations: { [NETWORKS]: 'a/b' } },
          spec: { template: { spec: { containers: [{ name: 'c', image: 'c' }] } } },
        },
      },
    }),
    `spec.jobTemplate.metadata.annotations.${NETWORKS}`,
    [workload('batch/v1', 'CronJob', { annotations: nics })],
  ],
  [
    'warning manifest.namespaceAnnotation',
    deployment({ annotations: { [`${K}/default-ipv4-ippool`]: '["p"]' } }),
    `spec.template.metadata.annotations.${K}/default-ipv4-ippool`,
    [deployment({ annotations: nics })],
  ],
  [
    'warning manifest.unknownAnnotation',
    deployment({ annotations: { [`${K}/ipool`]: '["p"]' } }),
    `spec.template.metadata.annotations.${K}/ipool`,
    [deployment({ annotations: { 'cni.spidernet.io/ipool': '' } })],
  ],
  [
    'error manifest.notText',
    deployment({ metadata: { labels: { on: true } } }),
    'metadata.labels.on',
    [deployment({ metadata: { labels: { on: 'true' }, annotations: { empty: null } } })],
  ],
  [
    'error manifest.notText',
    deployment({ podSpec: { containers: [{ name: 'c', image: 'c', env: [{ name: 'A', value: 1 }] }] } }),
    'spec.template.spec.containers.0.env.0.value',
    [deployment({ podSpec: { containers: [{ name: 'c', image: 'c', env: [{ name: 'A' }] }] } })],
  ],
  [
    'error manifest.selectorRequired',
    workload('apps/v1', 'StatefulSet', { spec: { selector: undefined } }),
    'spec',
    [
      workload('batch/v1', 'Job'),
      deployment({ spec: { selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } } }),
    ],
  ],
  [
    'error manifest.selectorMisses',
    workload('apps/v1', 'DaemonSet', { spec: { selector: { matchLabels: { app: 'web', tier: 'x' } } } }),
    'spec.template.metadata.labels',
    [workload('apps/v1', 'DaemonSet')],
  ],
];

describe.each(rules)('%s', (code, fires, path, silent) => {
  it('is said, and where', () => {
    const [report] = reportsOf(fires);
    const found = (report?.findings ?? []).find(
      ({ finding }) => `${finding.severity} ${finding.code}` === code,
    );
    expect(found && pathOfKeys(found.place.keys)).toBe(path);
    const text = found && findingTexts[`finding.${found.finding.code}`].en;
    const asked = [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
    expect(Object.keys(found?.finding.params ?? {})).toEqual(expect.arrayContaining(asked));
  });

  it.each(silent.map((text, index) => [index, text] as const))('lets case %i pass', (_, text) => {
    expect(codesOf(text)).not.toContain(code);
  });
});

describe('a required node affinity', () => {
  const zone = (operator: string, ...values: string[]) => ({
    matchExpressions: [{ key: 'zone', operator, ...(values.length === 0 ? {} : { values }) }],
  });
  const wanting = (terms: readonly object[], more: object = {}) =>
    deployment({
      podSpec: {
        affinity: {
          nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } },
        },
        ...more,
      },
    });
  const said = ['warning manifest.affinityNoNode'];

  // Nodes n1, and n2 of zone a.
  it.each([
    [[zone('In', 'c')], said],
    [[zone('In', 'c'), zone('In', 'b', 'a')], []],
    [[zone('NotIn', 'a')], []],
    [
      [{ matchExpressions: [...zone('NotIn', 'a').matchExpressions, ...zone('Exists').matchExpressions] }],
      said,
    ],
    [[zone('DoesNotExist')], []],
    [[{ ...zone('Exists'), matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1'] }] }], said],
    [[{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n2'] }] }], []],
    [[zone('Gt', '1')], said],
    [[zone('Unheard', '1')], []],
    [[{}], said],
  ])('%j gives %j', (terms, found) => {
    expect(codesOf(wanting(terms))).toEqual(found);
  });

  it('is held against the nodes that the node selector leaves', () => {
    const nodeSelector = { zone: 'a' };
    expect(codesOf(wanting([zone('DoesNotExist')], { nodeSelector }))).toEqual(said);
    expect(codesOf(wanting([zone('In', 'a')], { nodeSelector }))).toEqual([]);
    expect(codesOf(wanting([zone('In', 'c')], { nodeSelector: { zone: 'x' } }))).toEqual([
      'warning scheduling.noNode',
    ]);
  });

  it('is silent where it is only preferred, and where nodes may not be read', () => {
    const preferred = { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } };
    expect(codesOf(deployment({ podSpec: { affinity: preferred } }))).toEqual([]);
    const unread = { ...manifestView(), nodes: { state: 'forbidden' } } as const;
    expect(codesOf(wanting([zone('In', 'c')]), unread)).toEqual([]);
  });

  it('is found at its place', () => {
    const [report] = reportsOf(wanting([zone('In', 'c')]));
    expect(report?.findings?.map(({ place }) => pathOfKeys(place.keys))).toEqual([
      'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution',
    ]);
  });
});

describe('an unquoted number of addresses', () => {
  it('is what YAML makes of +2', () => {
    const text = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: default }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata:
      labels: { app: web }
      annotations:
        k8s.v1.cni.cncf.io/networks: kube-system/macvlan
        ipam.spidernet.io/subnets: '[{"interface":"net1","ipv4":["subnet-a"]}]'
        ipam.spidernet.io/ippool-ip-number: +2
    spec: { containers: [{ name: c, image: c }] }
`;
    expect(codesOf(text)).toContain('error manifest.notText');
    expect(codesOf(text.replace('+2', '"+2"'))).toEqual([]);
  });
});

describe('names', () => {
  const long = (length: number) => `${'a'.repeat(length - 2)}.b`;
  it.each([
    ['apps/v1', 'Deployment', 'web.v1', []],
    ['apps/v1', 'Deployment', long(70), []],
    ['apps/v1', 'Deployment', long(253), []],
    ['apps/v1', 'Deployment', long(254), ['error manifest.nameSyntax']],
    ['apps/v1', 'Deployment', 'Web', ['error manifest.nameSyntax']],
    ['apps/v1', 'ReplicaSet', long(253), []],
    ['apps/v1', 'DaemonSet', long(253), []],
    ['apps/v1', 'StatefulSet', 'a'.repeat(52), []],
    ['apps/v1', 'StatefulSet', 'a'.repeat(53), ['error manifest.nameLength']],
    ['apps/v1', 'StatefulSet', 'web.v1', ['error name.syntax']],
    ['apps/v1', 'StatefulSet', 'a'.repeat(64), ['error name.syntax']],
    ['batch/v1', 'Job', long(63), []],
    ['batch/v1', 'Job', long(64), ['error manifest.nameLength']],
    ['batch/v1', 'CronJob', long(52), []],
    ['batch/v1', 'CronJob', long(53), ['error manifest.nameLength']],
    ['v1', 'Pod', long(253), []],
    ['apps.kruise.io/v1alpha1', 'CloneSet', long(70), []],
  ] as const)('%s %s may be called %s: %o', (apiVersion, kind, name, found) => {
    expect(codesOf(workload(apiVersion, kind, { metadata: { name }, annotations: nics }))).toEqual(found);
  });

  it('may be left to the API', () => {
    const job = (metadata: object) =>
      codesOf(workload('batch/v1', 'Job', { metadata: { name: '', ...metadata } }));
    expect(job({ generateName: 'run-' })).toEqual([]);
    expect(job({})).toEqual(['error name.required']);
  });
});

describe('Services', () => {
  const service = (name: string, spec: object, namespace = 'default') =>
    JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec });
  const web = deployment({});
  const other = workload('apps/v1', 'StatefulSet', { metadata: { name: 'other' } }).replaceAll(
    '"app":"web"',
    '"app":"other"',
  );
  const ports = [{ port: 80, targetPort: 'http' }];
  const manifest = (...parts: readonly string[]) => parts.join('\n---\n');

  it('are checked with the workload whose Pods they select', () => {
    expect(codesOf(manifest(other, web, service('web', { selector: { app: 'web' }, ports })))).toEqual([
      'warning service.targetPortUnknown',
    ]);
  });

  it('are checked with the only workload where they miss it', () => {
    const text = service('web', { selector: { app: 'wbe' }, ports: [{ port: 80 }] });
    expect(codesOf(manifest(web, text))).toEqual(['warning service.selectorMisses']);
    expect(reportsOf(manifest(web, other, text)).at(-1)?.findings).toBeNull();
  });

  it('of another namespace, or without a selector, are none of the workload’s', () => {
    const foreign = service('web', { selector: { app: 'web' }, ports }, 'team');
    expect(reportsOf(manifest(web, foreign)).at(-1)?.findings).toBeNull();
    expect(reportsOf(manifest(web, service('web', { ports }))).at(-1)?.findings).toBeNull();
  });
});
