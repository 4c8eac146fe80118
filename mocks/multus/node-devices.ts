import { isObject, listOr, textOr } from '../store/json.ts';
import type { KubeObject } from '../store/store.ts';

/**
 * The annotation of a simulated Node that says which network interfaces it has, as JSON: `[{"name":"ens192","addresses":
 * ["10.6.0.11"],"virtualFunctionsOf":"spidernet.io/sriov_netdevice"}]`. Only the simulated cluster reads it.
 */
export const INTERFACES_ANNOTATION = 'simulation.podnic.io/interfaces';

/** A network interface of a node. */
export interface NodeInterface {
  name: string;
  addresses: string[];
  /** The extended resource that its virtual functions are offered as, for SR-IOV. */
  virtualFunctionsOf?: string;
}

/** The interfaces of a node; undefined when the node does not say, and then it has whatever is asked for. */
function interfacesOf(node: KubeObject): NodeInterface[] | undefined {
  const text = node.metadata.annotations?.[INTERFACES_ANNOTATION];
  const list = text === undefined ? undefined : readJson(text);
  if (!Array.isArray(list)) return undefined;
  return list.filter(isObject).map((item) => ({
    name: textOr(item.name),
    addresses: listOr(item.addresses).map(textOr),
    ...(typeof item.virtualFunctionsOf === 'string' ? { virtualFunctionsOf: item.virtualFunctionsOf } : {}),
  }));
}

/** The annotation can be edited by anybody; what is no JSON says nothing. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a node has an interface. `ens192.100` is a VLAN interface of `ens192`, made when it is needed. */
export function hasInterface(node: KubeObject | undefined, name: string): boolean {
  const interfaces = node === undefined ? undefined : interfacesOf(node);
  if (interfaces === undefined) return true;
  const base = name.replace(/\.[0-9]+$/, '');
  return interfaces.some((known) => known.name === name || known.name === base);
}

/** The physical function of a node's virtual functions. */
export function physicalFunctionOf(node: KubeObject): NodeInterface | undefined {
  return interfacesOf(node)?.find((known) => known.virtualFunctionsOf !== undefined);
}
