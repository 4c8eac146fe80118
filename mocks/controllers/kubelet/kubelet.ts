import { keyOf, nameOf } from '../cluster.ts';
import type { KubeletContext } from './kubelet-context.ts';
import type { Pod } from '../kinds.ts';
import { isTerminating } from '../workload/pod-state.ts';
import { createPodWorker } from './pod-worker.ts';
import type { PodWorker } from './pod-worker.ts';

/** Runs the Pods that are bound to a node, as the kubelets of all nodes together. */
export function startKubelet(context: KubeletContext): void {
  const { cluster } = context;
  const workers = new Map<string, PodWorker>();
  const images = new Map<string, Set<string>>();
  const queue = context.queue(sync);

  context.watch('v1/pods', ({ type, object }) => {
    if (type === 'DELETED') forget(object);
    else if (object.spec.nodeName) queue.add(keyOf(object));
    else if (isTerminating(object)) cluster.delete('v1/pods', object, { gracePeriodSeconds: 0 });
  });
  context.watch('v1/nodes', ({ type, object }) => {
    if (type !== 'ADDED') return;
    for (const pod of cluster.list('v1/pods')) {
      if (pod.spec.nodeName === object.metadata.name) queue.add(keyOf(pod));
    }
  });

  function sync(key: string): void {
    const { namespace, name } = nameOf(key);
    const pod = cluster.get('v1/pods', namespace, name);
    const node = pod?.spec.nodeName;
    if (pod === undefined || node === undefined || cluster.get('v1/nodes', undefined, node) === undefined)
      return;
    const worker = workers.get(pod.metadata.uid) ?? begin(pod, node);
    if (isTerminating(pod)) worker.stop();
  }

  function begin(pod: Pod, node: string): PodWorker {
    const onNode = images.get(node) ?? new Set<string>();
    images.set(node, onNode);
    const worker = createPodWorker(context, pod, onNode);
    workers.set(pod.metadata.uid, worker);
    worker.start();
    return worker;
  }

  function forget(pod: Pod): void {
    workers.get(pod.metadata.uid)?.forget();
    workers.delete(pod.metadata.uid);
  }
}
