import type { AdmissionRequest } from '../../store/admission.ts';
import { objectOr, textOr } from '../../store/json.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';
import { annotations, MULTUS_CONFIGS, NAMESPACES } from '../names.ts';
import { injectionProblem } from '../resources/injection.ts';
import { deviceResourceOf, mastersOf, readMultusConfig } from '../resources/multus-config.ts';
import type { MultusConfig } from '../resources/multus-config.ts';
import type { SpiderpoolSettings } from '../settings.ts';
import { deniedPlain } from './denial.ts';
import type { Webhook } from './denial.ts';

const webhook: Webhook = { name: 'pods.spiderpool.spidernet.io', kind: 'Pod' };
const EXCLUDED = ['kube-system', 'spiderpool', 'metallb-system', 'istio-system'];

/**
 * The Pod webhook (reference 1.9): a tag on the Pod or on its Namespace selects SpiderMultusConfigs of all namespaces; they
 * replace the Pod's networks, and their device resources are added to its first container. Off unless the chart says so.
 */
export function admitPod(request: AdmissionRequest, store: MemoryStore, settings: SpiderpoolSettings): void {
  const { object, operation } = request;
  const namespace = object.metadata.namespace ?? '';
  if (!settings.podResourceInject || operation !== 'CREATE' || EXCLUDED.includes(namespace)) return;
  for (const key of [annotations.rdmaResourceInject, annotations.networkResourceInject]) {
    const tag =
      object.metadata.annotations?.[key] ??
      store.peek(NAMESPACES, undefined, namespace)?.metadata.annotations?.[key];
    if (tag === undefined) continue;
    inject(object, tagged(store, key, tag), key === annotations.rdmaResourceInject ? 'required' : 'optional');
    return;
  }
}

function tagged(store: MemoryStore, key: string, tag: string): MultusConfig[] {
  const configs = store
    .peekList(MULTUS_CONFIGS)
    .filter(({ metadata }) => metadata.labels?.[key] === tag)
    .map(readMultusConfig);
  if (configs.length === 0) {
    throw deniedPlain(webhook, `no spidermultusconfigs with annotation: ${key}:${tag} found`);
  }
  const rank = (config: MultusConfig) => `${sortKey(config)}\n${config.namespace}/${config.name}`;
  return configs.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** The bond, else the first master, else the SR-IOV resource. */
function sortKey({ cniType, config }: MultusConfig): string {
  if (cniType === 'sriov') return textOr(config.resourceName);
  if (!['macvlan', 'ipvlan', 'vlan'].includes(cniType)) return '';
  const masters = mastersOf(config);
  const bond = textOr(objectOr(config.bond).name);
  return masters.length > 1 && bond !== '' ? bond : (masters[0] ?? '');
}

function inject(pod: KubeObject, configs: readonly MultusConfig[], need: 'required' | 'optional'): void {
  for (const config of configs) {
    const problem = injectProblem(config, need);
    if (problem !== undefined) throw deniedPlain(webhook, problem);
  }
  pod.metadata.annotations = {
    ...pod.metadata.annotations,
    [annotations.networks]: configs.map(({ namespace, name }) => `${namespace}/${name}`).join(','),
  };
  const resources = new Set(configs.map(deviceResourceOf).filter(Boolean));
  for (const resource of resources) addResource(pod, resource);
}

function injectProblem(config: MultusConfig, need: 'required' | 'optional'): string | undefined {
  if (config.cniType === 'ovs' || config.cniType === 'custom') {
    return `RDMA resource injection does not support cniType: ${config.cniType}`;
  }
  const resource = config.cniType === 'ipoib' ? textOr(config.config.master) : deviceResourceOf(config);
  return injectionProblem(config, resource, need);
}

/** Adds one device to the first container, unless some container asks for it already. */
function addResource(pod: KubeObject, resource: string): void {
  const spec = objectOr(pod.spec);
  const containers = (Array.isArray(spec.containers) ? spec.containers : []).map(objectOr);
  const limitsOf = (container: Record<string, unknown>) => objectOr(objectOr(container.resources).limits);
  if (containers.some((container) => resource in limitsOf(container))) return;
  const [first, ...others] = containers;
  if (first === undefined) return;
  const limits = { ...limitsOf(first), [resource]: '1' };
  const requests = { ...objectOr(objectOr(first.resources).requests), [resource]: '1' };
  pod.spec = {
    ...spec,
    containers: [{ ...first, resources: { ...objectOr(first.resources), limits, requests } }, ...others],
  };
}
