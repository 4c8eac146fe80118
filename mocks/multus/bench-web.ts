import { attachment } from '../scenarios/objects/attachment-objects.ts';
import { deployment } from '../scenarios/objects/workload-objects.ts';
import { createBench } from '../spiderpool/bench.ts';
import type { Bench } from '../spiderpool/bench.ts';
import { bareCluster, pool6, pool7 } from '../spiderpool/bench-objects.ts';
import type { NewKubeObject } from '../store/store.ts';

/** What the cluster of `web` has beside the usual. */
interface Options {
  objects?: readonly NewKubeObject[];
  devices?: Record<string, string>;
  clusterNetwork?: string;
}

/** Runs `web` with these annotations; pools 6 and 7 are the defaults of the cluster. */
export function web(
  pod: Record<string, string>,
  { objects = [], devices, clusterNetwork = '' }: Options = {},
) {
  const bench = createBench(
    [
      ...bareCluster,
      attachment('kube-system/calico'),
      pool6('six', 1, { multusName: ['kube-system/net-a', 'kube-system/vf', 'default/mine'], default: true }),
      pool7('seven', 1, { multusName: ['kube-system/net-b'], default: true }),
      ...objects,
    ],
    { clusterNetwork },
  );
  bench.run(1);
  bench.create(
    deployment('default', 'web', { annotations: pod, ...(devices === undefined ? {} : { devices }) }),
  );
  bench.run(5);
  return bench;
}

/** What follows the sandbox in the failure of `web`, without what differs from Pod to Pod. */
export function failureOf(bench: Bench): string | undefined {
  const [pod] = bench.pods('web');
  const key = `default/${pod?.metadata.name}/${pod?.metadata.uid}`;
  return bench
    .failure('web')
    ?.replace(/^.*failed \(add\): /, '')
    .replace(key, 'POD');
}
