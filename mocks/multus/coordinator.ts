import { objectOr, textOr } from '../store/json.ts';
import type { JsonObject } from '../store/json.ts';
import type { StoreReader } from '../store/memory-store.ts';
import type { KubeObject } from '../store/store.ts';
import { annotations, COORDINATORS } from '../spiderpool/names.ts';
import type { PodNetworkNamespace } from './pod-namespace.ts';

/** Spiderpool's coordinator plugin, which tunes routes after the main plugin of a chain (reference 1.9, 2.6). */

const FIRST = 'eth0';

/** What the plugin leaves behind, or why it failed (reference 7.2, 14 to 16). */
export type CoordinatorResult =
  | { readonly ok: true; readonly namespace: PodNetworkNamespace }
  | { readonly ok: false; readonly problem: string };

/**
 * @param plugin its entry in the chain, which beats the Pod's annotation, which beats the SpiderCoordinator
 * @param interfaceName the NIC that has just been added to `namespace`
 */
export function runCoordinator(
  plugin: JsonObject,
  interfaceName: string,
  namespace: PodNetworkNamespace,
  pod: KubeObject,
  store: StoreReader,
): CoordinatorResult {
  const [object] = store.peekList(COORDINATORS);
  const notReady = readiness(object);
  if (notReady !== undefined) return { ok: false, problem: `failed to GetCoordinatorConfig: ${notReady}` };
  const spec = objectOr(object?.spec);
  const mode = textOr(plugin.mode) || textOr(spec.mode) || 'auto';
  if (mode === 'disable') return { ok: true, namespace };
  const tuned = mode === 'auto' ? automatic(interfaceName, namespace) : mode;
  const clash = modeProblem(tuned, interfaceName, namespace);
  if (clash !== undefined) return { ok: false, problem: clash };
  const first = tuned === 'underlay' && interfaceName === FIRST;
  const after = first ? { ...namespace, hasVeth: true } : namespace;
  if (first || !tunesRoutes(plugin, spec)) return { ok: true, namespace: after };
  return tuneRoutes(defaultRouteNic(plugin, spec, pod), interfaceName, after);
}

function readiness(object: KubeObject | undefined): string | undefined {
  const failure = '[GET /coordinator/config][500] getCoordinatorConfigFailure  ';
  if (object === undefined) return `${failure}coordinator config not found`;
  if (objectOr(object.status).phase === 'Synced') return undefined;
  return `${failure}spidercoordinator: ${object.metadata.name} no ready`;
}

/** An underlay eth0 makes every NIC of the Pod underlay. */
function automatic(interfaceName: string, { hasVeth }: PodNetworkNamespace): 'underlay' | 'overlay' {
  return interfaceName === FIRST || hasVeth ? 'underlay' : 'overlay';
}

function modeProblem(
  mode: string,
  interfaceName: string,
  { hasVeth }: PodNetworkNamespace,
): string | undefined {
  const creating = `when creating interface ${interfaceName} in ${mode} mode, it detects that the`;
  switch (mode) {
    case 'underlay':
      return interfaceName === FIRST || hasVeth
        ? undefined
        : `${creating} auxiliary interface ${FIRST} was not created by previous interface. please enable coordinator plugin in previous interface`;
    case 'overlay':
      if (interfaceName === FIRST) {
        return `${creating} current interface is first interface named ${FIRST}, this plugin should not work for it. please modify in the CNI configuration`;
      }
      return hasVeth
        ? `${creating} auxiliary interface veth0 of underlay mode exists. It seems that the previous interface work in underlay mode. `
        : undefined;
    default:
      return `unknown tuneMode: ${mode}`;
  }
}

function tunesRoutes(plugin: JsonObject, spec: JsonObject): boolean {
  return (plugin.tunePodRoutes ?? spec.tunePodRoutes) === true;
}

function defaultRouteNic(plugin: JsonObject, spec: JsonObject, pod: KubeObject): string {
  return (
    textOr(plugin.podDefaultRouteNic) ||
    (pod.metadata.annotations?.[annotations.defaultRouteNic] ?? textOr(spec.podDefaultRouteNIC))
  );
}

/**
 * Keeps one default route in the main table. The NIC that is to have it has to be there already: the plugin runs once for each
 * NIC, in order, and knows nothing of those to come.
 */
function tuneRoutes(
  wanted: string,
  interfaceName: string,
  namespace: PodNetworkNamespace,
): CoordinatorResult {
  const current = namespace.defaultRoutes.find((name) => name !== interfaceName);
  if (current === undefined) return { ok: true, namespace };
  if (wanted === '' || wanted === current) {
    return { ok: true, namespace: withoutDefaultRoute(namespace, interfaceName) };
  }
  if (!namespace.interfaces.includes(wanted)) {
    return {
      ok: false,
      problem: `failed to tunePodRoutes: podDefaultRouteNIC: ${wanted} don't exist in pod`,
    };
  }
  return { ok: true, namespace: withoutDefaultRoute(namespace, current) };
}

function withoutDefaultRoute(namespace: PodNetworkNamespace, name: string): PodNetworkNamespace {
  return { ...namespace, defaultRoutes: namespace.defaultRoutes.filter((other) => other !== name) };
}
