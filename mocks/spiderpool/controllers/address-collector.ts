import { dropEndpoint, poolsOf, readEndpoint } from '../ipam/endpoint.ts';
import { releaseAddresses } from '../ipam/pool-allocation.ts';
import { isValidStatefulSetPod } from '../ipam/static-addresses.ts';
import { ENDPOINTS, PODS } from '../names.ts';
import { storedPools } from '../resources/stored-pools.ts';
import type { SpiderpoolControllerContext } from './context.ts';

/**
 * Gives back what the agent could not: addresses of a Pod that went without a CNI DEL or that never got all its NICs, and those
 * of a StatefulSet that is gone or has fewer replicas (IP garbage collection, reference 6.1).
 */
export function startAddressCollector(context: SpiderpoolControllerContext): void {
  const { store, settings } = context;

  const pods = context.queue((key) => {
    const [namespace = '', name = '', uid = ''] = key.split('/');
    const stored = store.get(ENDPOINTS, namespace, name);
    const mine = stored !== undefined && readEndpoint(stored).uid === uid ? stored : undefined;
    const isStatic =
      mine !== undefined && settings.enableStatefulSet && readEndpoint(mine).ownerType === 'StatefulSet';
    if (isStatic && isValidStatefulSetPod(namespace, name, store)) return;
    releaseAddresses(poolsHolding(uid), uid, store);
    if (mine !== undefined) dropEndpoint(mine, store);
  });

  const endpoints = context.queue((key) => {
    const [namespace = '', name = ''] = key.split('/');
    const stored = store.get(ENDPOINTS, namespace, name);
    if (stored === undefined) return;
    const { ownerType, ips, uid } = readEndpoint(stored);
    const hasPod = store.peek(PODS, namespace, name) !== undefined;
    if (ownerType !== 'StatefulSet' || hasPod || isValidStatefulSetPod(namespace, name, store)) return;
    releaseAddresses(poolsOf(ips), uid, store);
    dropEndpoint(stored, store);
  });

  context.watch(PODS, ({ type, object }) => {
    const { namespace = '', name, uid } = object.metadata;
    if (type === 'DELETED') pods.add(`${namespace}/${name}/${uid}`);
  });
  context.watch('apps/v1/statefulsets', ({ type, object }) => {
    if (type === 'ADDED') return;
    for (const { metadata } of store.peekList(ENDPOINTS)) {
      const ofSet = metadata.name.startsWith(`${object.metadata.name}-`);
      if (ofSet && metadata.namespace === object.metadata.namespace) {
        endpoints.add(`${metadata.namespace ?? ''}/${metadata.name}`);
      }
    }
  });

  function poolsHolding(uid: string): string[] {
    return storedPools(store)
      .filter(({ allocatedText }) => allocatedText?.includes(uid))
      .map(({ name }) => name);
  }
}
