import type { ClusterView } from '../cluster-view.ts';
import { DEFAULT_NETWORK, NETWORKS } from '../multus/annotation-keys.ts';
import { interfaceNames, selectionId } from '../multus/networks.ts';
import type { NetworkSelection } from '../multus/networks.ts';
import type { ElasticDraft, NetworkDraft, NicDraft } from '../workload/draft.ts';
import { emptyNic, newNetwork } from '../workload/new-draft.ts';
import { DEFAULT_ROUTE_NIC, IP_POOL, IP_POOLS, SUBNET, SUBNETS } from './annotation-keys.ts';
import type { NamesItem } from './annotation-items.ts';
import { ownedAnnotationKeys, readAnnotations } from './annotations.ts';
import type { PodAnnotations, SpiderpoolAnnotations } from './annotations.ts';
import { unmanagedKeys } from './annotation-problem.ts';
import type { AnnotationProblem } from './annotation-problem.ts';
import { resolveNics } from './resolve-nics.ts';

/** A Pod template's network as the form shows it. */
export interface NetworkReading {
  /** `deviceResources` is empty: they stand in the containers, not in annotations. */
  readonly network: NetworkDraft;
  readonly problems: readonly AnnotationProblem[];
  /** Annotations that hold more than the draft says. They stay as they are until the user changes what they are about. */
  readonly unmanaged: readonly string[];
}

/**
 * The draft that says what the annotations say, whatever form they were written in (`subnets` or `subnet`, `ippools`
 * or `ippool`, named or not, short or JSON networks). A Pod template without any of them is a new draft.
 * @param namespace the Pod's namespace: a bare name in `networks` belongs to it.
 * @param view tells which NICs ask Spiderpool, where that decides (`ippool`); without it they are guessed
 */
export function toNetworkDraft(
  annotations: PodAnnotations,
  namespace: string,
  view?: ClusterView,
): NetworkReading {
  if (ownedAnnotationKeys.every((key) => annotations[key] === undefined)) {
    return { network: newNetwork(), problems: [], unmanaged: [] };
  }
  const read = readAnnotations(annotations);
  const problems = [...read.problems, ...extraFieldProblems(read)];
  const rows = rowsOf(read, namespace);
  placeAddresses(annotations, read, rows, problems, view);
  placeDefaultRoute(read.defaultRouteNic, rows, problems);
  const [eth0 = emptyRow('eth0'), ...added] = rows;
  const fixed = read.addresses.kind === 'subnets';
  const network: NetworkDraft = {
    source: fixed ? 'fixed' : read.addresses.kind === 'none' ? 'default' : 'pools',
    elastic: fixed ? readElastic(read.ipNumber) : newNetwork().elastic,
    keepPool: fixed && !read.reclaim,
    eth0: eth0.nic,
    nics: added.map(({ nic }) => nic),
    routes: read.routes.map((route) => ({ ...route })),
    deviceResources: [],
  };
  return { network, problems, unmanaged: unmanagedKeys(problems) };
}

/**
 * The network of a workload that exists: one that asks for nothing gets the default pools, if its eth0 is Spiderpool's
 * (domain reference 1.2, rows 4 to 6). A new one has yet to be asked.
 */
export function ofExisting(network: NetworkDraft): NetworkDraft {
  const { eth0, nics } = network;
  const asks = [...Object.values(eth0.pools).flat(), ...Object.values(eth0.subnets)].some(Boolean);
  return asks || nics.length > 0 ? network : { ...network, source: 'default' };
}

interface Row {
  readonly interfaceName: string;
  readonly nic: NicDraft;
}

function emptyRow(interfaceName: string): Row {
  return { interfaceName, nic: emptyNic() };
}

/** eth0 first, then the added NICs. */
function rowsOf(read: SpiderpoolAnnotations, namespace: string): Row[] {
  const eth0: Row = {
    interfaceName: 'eth0',
    nic: { ...emptyNic(), attachment: read.defaultNetwork ? selectionId(read.defaultNetwork, '') : '' },
  };
  const names = interfaceNames(read.networks);
  const added = read.networks.map((selection, index): Row => ({
    interfaceName: names[index] ?? '',
    nic: {
      ...emptyNic(),
      attachment: selectionId(selection, namespace),
      interfaceName: selection.interfaceName,
    },
  }));
  return [eth0, ...added];
}

function placeAddresses(
  annotations: PodAnnotations,
  { addresses }: SpiderpoolAnnotations,
  rows: readonly Row[],
  problems: AnnotationProblem[],
  view: ClusterView | undefined,
): void {
  switch (addresses.kind) {
    case 'subnets': {
      const key = annotations[SUBNETS] === undefined ? SUBNET : SUBNETS;
      placeItems(key, addresses.items, rows, problems, (nic, { names }) => {
        nic.subnets = { ipv4: names.ipv4[0] ?? '', ipv6: names.ipv6[0] ?? '' };
      });
      return;
    }
    case 'pools':
      placeItems(IP_POOLS, nameByPosition(addresses.items, rows), rows, problems, (nic, item) =>
        placePools(nic, item.names, item.cleanGateway),
      );
      return;
    case 'poolsOfAll': {
      const asking = poolsOfAllRows(rows, view);
      for (const { nic } of asking) placePools(nic, addresses.names, false);
      if (asking.length === 0) problems.push({ key: IP_POOL, code: 'unusedPools', detail: '' });
      return;
    }
    case 'none':
      return;
  }
}

function placePools(nic: NicDraft, names: NamesItem['names'], cleanGateway: boolean): void {
  nic.pools = { ipv4: [...names.ipv4], ipv6: [...names.ipv6] };
  nic.cleanGateway = cleanGateway;
}

function placeItems(
  key: string,
  items: readonly NamesItem[],
  rows: readonly Row[],
  problems: AnnotationProblem[],
  place: (nic: NicDraft, item: NamesItem) => void,
): void {
  for (const item of items) {
    const row = rows.find(({ interfaceName }) => interfaceName === item.interfaceName);
    if (row) place(row.nic, item);
    else if (item.interfaceName !== '') {
      problems.push({ key, code: 'unknownInterface', detail: item.interfaceName });
    }
  }
}

/** Items of the unnamed mode belong to eth0, net1, ... in this order; beyond the last NIC they belong to none. */
function nameByPosition(items: readonly NamesItem[], rows: readonly Row[]): readonly NamesItem[] {
  if (items.some(({ interfaceName }) => interfaceName !== '')) return items;
  return items.map((item, index) => ({
    ...item,
    interfaceName: rows[index]?.interfaceName ?? `net${index}`,
  }));
}

/**
 * The rows that `ippool` is shown on: the NICs that ask Spiderpool (domain reference 1.2, row 3). That is not in the
 * annotations; where the cluster does not tell either, eth0 is taken for an overlay as soon as there are added NICs
 * (1.7).
 */
function poolsOfAllRows(rows: readonly Row[], view: ClusterView | undefined): readonly Row[] {
  const guessed = rows.length > 1 ? rows.slice(1) : rows;
  if (view === undefined) return guessed;
  const [eth0 = emptyRow('eth0'), ...added] = rows;
  const nics = resolveNics({ ...newNetwork(), eth0: eth0.nic, nics: added.map(({ nic }) => nic) }, view);
  return rows.filter((row, index) => {
    const asks = nics[index]?.spiderpool ?? 'unknown';
    return asks === 'unknown' ? guessed.includes(row) : asks === 'yes';
  });
}

function placeDefaultRoute(name: string, rows: readonly Row[], problems: AnnotationProblem[]): void {
  if (name === '') return;
  const row = rows.find(({ interfaceName }) => interfaceName === name);
  if (row) row.nic.defaultRoute = true;
  else problems.push({ key: DEFAULT_ROUTE_NIC, code: 'unknownInterface', detail: name });
}

/** `"+0"` is elastic switched off. A text that is no number stays, to be shown with its error. */
function readElastic(text: string | undefined): ElasticDraft {
  if (text === undefined || text === '+0') return { ...newNetwork().elastic, enabled: false };
  const elastic = /^[^+]*\+([^+]*)$/.exec(text);
  return elastic
    ? { enabled: true, count: elastic[1] ?? '', form: 'elastic' }
    : { enabled: true, count: text, form: 'total' };
}

function extraFieldProblems(read: SpiderpoolAnnotations): AnnotationProblem[] {
  const problemOf = (key: string) => (selection: NetworkSelection) => {
    const fields = Object.keys(selection.extra);
    return fields.length === 0 ? [] : [{ key, code: 'extraFields' as const, detail: fields.join(', ') }];
  };
  return [
    ...read.networks.flatMap(problemOf(NETWORKS)),
    ...(read.defaultNetwork ? problemOf(DEFAULT_NETWORK)(read.defaultNetwork) : []),
  ];
}
