import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterView } from '../../cluster-view.ts';
import { parseManifest, printManifest } from '../../workload/manifest-document.ts';
import { K, manifestView, NETWORKS, reportsOf, workloadObject } from './test-manifests.ts';

const annotations = {
  [NETWORKS]: 'kube-system/macvlan,kube-system/sriov@data',
  [`${K}/subnets`]: '[{"interface":"net1","ipv4":["subnet-a"]},{"interface":"data","ipv4":["gone"]}]',
  [`${K}/ippool-ip-number`]: '+1',
  [`${K}/routes`]: '[{"dst":"10.1.0.0/16","gw":"10.7.0.1"}]',
};

const container = {
  name: 'c',
  image: 'nginx',
  env: [{ name: 'A', value: 'b' }],
  ports: [{ containerPort: 80 }],
  resources: { limits: { cpu: '1' } },
  livenessProbe: { httpGet: { port: 80 } },
};

const roots = [
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['apps/v1', 'DaemonSet'],
  ['batch/v1', 'Job'],
  ['batch/v1', 'CronJob'],
  ['v1', 'Pod'],
  ['apps.kruise.io/v1', 'CloneSet'],
] as const;

const objects: readonly object[] = roots.map(([apiVersion, kind]) =>
  workloadObject(apiVersion, kind, {
    annotations,
    metadata: { annotations: { a: 'b' }, labels: { app: 'web' } },
    podSpec: { containers: [container], nodeSelector: { a: 'b' }, hostNetwork: true },
  }),
);

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'service', namespace: 'default' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
};

const odd = fc.constantFrom<unknown>(
  null,
  '',
  'x',
  '\u0000',
  '__proto__',
  '[',
  '[{"interface":"net1"}]',
  0,
  -1,
  1.5,
  1e300,
  true,
  [],
  {},
  [[]],
  [null],
  { a: null },
  [{ name: {} }],
);

/** Puts a value at the place of an object that a number picks. */
function replaceAt(root: object, place: number, value: unknown): object {
  const copy = structuredClone(root);
  const holders: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      const holder = node as Record<string, unknown>;
      holders.push([holder, key]);
      walk(holder[key]);
    }
  };
  walk(copy);
  const found = holders[place % holders.length];
  if (found !== undefined) found[0][found[1]] = value;
  return copy;
}

const nothing: ClusterView = {
  ...manifestView(),
  attachments: { state: 'forbidden' },
  pools: { state: 'absent' },
  subnets: { state: 'unknown', problem: 'x' },
  reserved: { state: 'loading' },
  namespaces: { state: 'forbidden' },
  nodes: { state: 'forbidden' },
};

describe('a manifest with anything in the place of anything', () => {
  it('is reported on, each finding within its text', () => {
    const changed = fc.tuple(fc.constantFrom(...objects), fc.nat(), odd, fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(changed, ([object, place, value, blocks, known]) => {
        const parts = [replaceAt(object, place, value), service].map((each) => JSON.stringify(each));
        const flow = parts.join('\n---\n');
        const read = parseManifest(flow);
        const text = blocks && read.ok ? printManifest(read.value) : flow;
        for (const { findings } of reportsOf(text, known ? manifestView() : nothing)) {
          for (const { place: found } of findings ?? []) {
            expect(found.offset).toBeGreaterThanOrEqual(0);
            expect(found.offset).toBeLessThan(text.length);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
