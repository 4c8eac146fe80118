import { failed, parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { goFieldAt, isRecord, parseJson } from '../untyped.ts';
import type { UntypedRecord } from '../untyped.ts';

/** One entry of `k8s.v1.cni.cncf.io/networks` or of the default network. */
export interface NetworkSelection {
  /** `''` when the entry names none: then Multus takes the Pod's (networks) or its own (default network). */
  readonly namespace: string;
  readonly name: string;
  /** `''` when the interface is named by position. */
  readonly interfaceName: string;
  /** Fields of the JSON form that the console does not edit: `mac`, `ips`, `cni-args` ... Written back as they were. */
  readonly extra: UntypedRecord;
}

/** Why a networks annotation is refused by Multus. */
export type NetworksError =
  | { readonly code: 'badJson' }
  /** JSON, but not a list of objects with text in `name`, `namespace` and `interface`. */
  | { readonly code: 'badShape' }
  /** More than one `/` or `@`, or a part that is no lower-case DNS label (a dot needs the JSON form). */
  | { readonly code: 'badEntry'; readonly entry: string }
  | { readonly code: 'noName'; readonly entry: string }
  /** 16 characters or more, or with `/` or a blank. */
  | { readonly code: 'badInterface'; readonly entry: string }
  /** The default network must be exactly one. */
  | { readonly code: 'notOne'; readonly count: number };

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const knownFields = ['name', 'namespace', 'interface'];

/**
 * Reads both forms of the annotation as Multus does (`parsePodNetworkAnnotation`): JSON when the text has `[`, `{`
 * or `"`, else a list with commas. An empty text is no network.
 */
export function parseNetworks(text: string): Parsed<readonly NetworkSelection[], NetworksError> {
  if (text === '') return parsed([]);
  return /[[{"]/.test(text) ? parseJsonForm(text) : parseShortForm(text);
}

/** Reads `v1.multus-cni.io/default-network`, which must name one network. */
export function parseDefaultNetwork(text: string): Parsed<NetworkSelection, NetworksError> {
  const networks = parseNetworks(text);
  if (!networks.ok) return networks;
  const [first] = networks.value;
  return first && networks.value.length === 1
    ? parsed(first)
    : failed({ code: 'notOne', count: networks.value.length });
}

function parseShortForm(text: string): Parsed<readonly NetworkSelection[], NetworksError> {
  const selections: NetworkSelection[] = [];
  for (const entry of text.split(',').map((item) => item.trim())) {
    const selection = parseShortEntry(entry);
    if (!selection.ok) return selection;
    selections.push(selection.value);
  }
  return parsed(selections);
}

function parseShortEntry(entry: string): Parsed<NetworkSelection, NetworksError> {
  const slash = entry.split('/');
  if (slash.length > 2) return failed({ code: 'badEntry', entry });
  const namespace = slash.length === 2 ? (slash[0] ?? '').trim() : '';
  const at = (slash.at(-1) ?? '').split('@');
  if (at.length > 2) return failed({ code: 'badEntry', entry });
  const name = (at[0] ?? '').trim();
  const interfaceName = (at[1] ?? '').trim();
  if (name === '') return failed({ code: 'noName', entry });
  if (!label.test(name) || (namespace !== '' && !label.test(namespace))) {
    return failed({ code: 'badEntry', entry });
  }
  if (!isInterfaceName(interfaceName)) return failed({ code: 'badInterface', entry });
  return parsed({ namespace, name, interfaceName, extra: {} });
}

function parseJsonForm(text: string): Parsed<readonly NetworkSelection[], NetworksError> {
  const json = parseJson(text);
  if (json === undefined) return failed({ code: 'badJson' });
  if (!Array.isArray(json) || !json.every(isRecord)) return failed({ code: 'badShape' });
  const selections: NetworkSelection[] = [];
  for (const item of json) {
    const name = goFieldAt(item, 'name') ?? '';
    const namespace = goFieldAt(item, 'namespace') ?? '';
    const interfaceName = goFieldAt(item, 'interface') ?? '';
    if (typeof name !== 'string' || typeof namespace !== 'string' || typeof interfaceName !== 'string') {
      return failed({ code: 'badShape' });
    }
    if (name === '') return failed({ code: 'noName', entry: JSON.stringify(item) });
    if (!isInterfaceName(interfaceName)) return failed({ code: 'badInterface', entry: interfaceName });
    selections.push({ namespace, name, interfaceName, extra: extraFields(item) });
  }
  return parsed(selections);
}

function extraFields(item: UntypedRecord): UntypedRecord {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !knownFields.includes(key.toLowerCase())));
}

/** Linux allows 15 bytes; Multus refuses `/` and blanks. `''` is the name by position. */
function isInterfaceName(name: string): boolean {
  return new TextEncoder().encode(name).length < 16 && !/[\s/]/.test(name);
}

/**
 * Writes the annotation: the short form, which every Spiderpool reads, or one line of JSON where a name has a dot or
 * an entry has fields that the short form cannot say (domain reference R20).
 */
export function formatNetworks(selections: readonly NetworkSelection[]): string {
  if (selections.every(isShort)) return selections.map(formatShortEntry).join(',');
  return JSON.stringify(
    selections.map(({ namespace, name, interfaceName, extra }) => ({
      name,
      ...(namespace === '' ? {} : { namespace }),
      ...(interfaceName === '' ? {} : { interface: interfaceName }),
      ...extra,
    })),
  );
}

function isShort({ name, namespace, extra }: NetworkSelection): boolean {
  return Object.keys(extra).length === 0 && !name.includes('.') && !namespace.includes('.');
}

function formatShortEntry({ namespace, name, interfaceName }: NetworkSelection): string {
  return `${namespace === '' ? '' : `${namespace}/`}${name}${interfaceName === '' ? '' : `@${interfaceName}`}`;
}

/**
 * The interface of each added NIC: its custom name, else `net` and its position counted from 1. Entries with a
 * custom name use up a number (Multus `getIfname`): `a@eth1,b` makes eth1 and net2.
 */
export function interfaceNames(nics: readonly { readonly interfaceName: string }[]): string[] {
  return nics.map((nic, index) => nic.interfaceName || `net${index + 1}`);
}

/** `namespace/name` of a selection; without a namespace the given one, and with none at all the bare name. */
export function selectionId(selection: NetworkSelection, defaultNamespace: string): string {
  const namespace = selection.namespace || defaultNamespace;
  return namespace === '' ? selection.name : `${namespace}/${selection.name}`;
}

/** The selection that an id `namespace/name` (or a bare name) writes. */
export function selectionOf(id: string, interfaceName: string, extra: UntypedRecord = {}): NetworkSelection {
  const slash = id.indexOf('/');
  return slash < 0
    ? { namespace: '', name: id, interfaceName, extra }
    : { namespace: id.slice(0, slash), name: id.slice(slash + 1), interfaceName, extra };
}
