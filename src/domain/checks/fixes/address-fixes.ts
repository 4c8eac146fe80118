import { known, type ClusterView } from '../../cluster-view.ts';
import type { AddressFamily } from '../../ip/address.ts';
import { expandNames } from '../../spiderpool/expand-names.ts';
import { familyName } from '../../spiderpool/reason.ts';
import type { AddressStock } from '../../spiderpool/stock.ts';
import type { Draft } from '../../workload/draft.ts';
import type { Finding } from '../finding.ts';
import {
  bestPool,
  bestSubnet,
  familiesOf,
  served,
  stocksNamed,
  withPools,
  withSubnet,
} from './best-choice.ts';
import { fix, type Fix, type Fixer } from './fix.ts';
import { type AddressField, addressFieldOf } from './nic-field.ts';
import { choosePools } from './network-fixes.ts';
import { restrictNodes } from './node-fixes.ts';

/** A fix of one address field. */
function atField(
  make: (field: AddressField, finding: Finding, draft: Draft, view: ClusterView) => Fix | undefined,
): Fixer {
  return (finding, draft, view) => {
    const field = addressFieldOf(finding, draft);
    return field && make(field, finding, draft, view);
  };
}

/** The best there is for a NIC that has nothing. */
const useBest = atField((field, _, draft, view) => {
  for (const family of [field.family, ...familiesOf(view)]) {
    const choice = { index: field.index, family };
    const name = field.kind === 'pools' ? bestPool(draft, choice, view) : bestSubnet(draft, choice, view);
    if (name === undefined) continue;
    const changed =
      field.kind === 'pools' ? withPools(draft, choice, [name]) : withSubnet(draft, choice, name);
    return fix('use', changed, { name });
  }
  return undefined;
});

/** Another subnet; none at all where the NIC has one of the other family. */
const replaceSubnet = atField((field, _, draft, view) => {
  const replaced = stocksNamed('subnets', [field.row.nic.subnets[field.family]], field.family, view);
  const name = bestSubnet(draft, field, view, replaced);
  if (name !== undefined) return fix('useInstead', withSubnet(draft, field, name), { name });
  const other = otherFamily(field.family);
  return field.row.nic.subnets[other] === '' ? undefined : fix('clear', withSubnet(draft, field, ''));
});

/** Another pool in place of a name; the name just goes where the NIC has others and `keepOthers` says so. */
function replacePool(others: 'firstRemove' | 'firstReplace'): Fixer {
  return atField((field, { params }, draft, view) => {
    const name = String(params['name'] ?? '');
    const written = writtenFor(name, field, view);
    const names = field.row.nic.pools[field.family];
    const rest = names.filter((each) => each !== written);
    const removal =
      rest.length > 0 || field.row.nic.pools[otherFamily(field.family)].length > 0
        ? fix('remove', withPools(draft, field, rest), { name: written })
        : undefined;
    if (others === 'firstRemove' && removal !== undefined) return removal;
    const replaced = stocksNamed('pools', [written], field.family, view);
    const better = bestPool(draft, field, view, replaced.length > 0 ? replaced : stocksOf(field, view));
    if (better === undefined) return removal;
    const changed = names.map((each) => (each === written ? better : each));
    return fix('useInstead', withPools(draft, field, changed), { name: better });
  });
}

/** All pools of the field. */
function stocksOf({ row, family }: AddressField, view: ClusterView): readonly AddressStock[] {
  return stocksNamed('pools', row.nic.pools[family], family, view);
}

/** The entry of the field that gives a pool: its own name, else the pattern that it comes by. */
function writtenFor(name: string, { row, family }: AddressField, view: ClusterView): string {
  const names = row.nic.pools[family];
  if (names.includes(name)) return name;
  const pools = known(view.pools);
  return names.find((each) => expandNames([each], family, pools).names.includes(name)) ?? name;
}

/** What is in a field of the wrong family goes where it belongs. */
const moveToFamily = atField((field, { params }, draft, view) => {
  const name = String(params['name'] ?? '');
  const other = otherFamily(field.family);
  const home = { index: field.index, family: other };
  if (!familiesOf(view).includes(other)) return undefined;
  const label = { name, family: familyName(other) };
  if (field.kind === 'subnets') {
    if (field.row.nic.subnets[other] !== '') return fix('clear', withSubnet(draft, field, ''));
    return fix('move', withSubnet(withSubnet(draft, field, ''), home, name), label);
  }
  const { pools } = field.row.nic;
  const left = withPools(
    draft,
    field,
    pools[field.family].filter((each) => each !== name),
  );
  const moved = [...pools[other].filter((each) => each !== name), name];
  return fix('move', withPools(left, home, moved), label);
});

/** Nothing in this field, and addresses from elsewhere if the NIC needs some. */
const clearField = atField((field, _, draft, view) => {
  const cleared = field.kind === 'pools' ? withPools(draft, field, []) : withSubnet(draft, field, '');
  const next = served(cleared, field.index, view);
  return next && fix('clear', next);
});

function otherFamily(family: AddressFamily): AddressFamily {
  return family === 'ipv4' ? 'ipv6' : 'ipv4';
}

const dropPool = replacePool('firstRemove');
const swapPool = replacePool('firstReplace');

/** A pool that was chosen is replaced; one that the attachment names is not the form's to change, and others are chosen. */
const replaceDrawn: Fixer = (finding, draft, view) =>
  (draft.network.source === 'pools' ? swapPool : choosePools)(finding, draft, view);

/** Fixes of the pools and subnets of a NIC. */
export const addressFixes = {
  'nic.subnetRequired': useBest,
  'nic.poolRequired': useBest,
  'nic.notManaged': clearField,
  'nic.familyOff': clearField,
  'nic.subnetUnknown': replaceSubnet,
  'nic.subnetTerminating': replaceSubnet,
  'nic.sameSubnet': replaceSubnet,
  'nic.poolUnknown': dropPool,
  'nic.poolRefused': replaceDrawn,
  'nic.poolIdle': (finding, draft, view) =>
    draft.network.source === 'pools' ? dropPool(finding, draft, view) : undefined,
  'nic.patternEmpty': dropPool,
  'nic.poolRepeated': atField((field, { params }, draft, view) => {
    const name = String(params['name'] ?? '');
    const names = field.row.nic.pools[field.family];
    const pools = known(view.pools);
    const last = names.findLastIndex((each) => expandNames([each], field.family, pools).names.includes(name));
    return fix('remove', withPools(draft, field, names.toSpliced(last, 1)), { name: names[last] ?? name });
  }),
  'nic.samePool': swapPool,
  'nic.otherFamily': moveToFamily,
  'nic.noCandidate': (finding, draft, view) => {
    if (draft.network.source !== 'pools') return choosePools(finding, draft, view);
    const field = addressFieldOf(finding, draft);
    const name = field && bestPool(draft, field, view, stocksOf(field, view));
    if (field === undefined || name === undefined) return undefined;
    return fix('useInstead', withPools(draft, field, [name]), { name });
  },
  'nic.nodesUnserved': restrictNodes,
  'nic.noDefaultPool': choosePools,
  'nic.clusterDefaultPool': choosePools,
  'nic.defaultPoolUnknown': choosePools,
  'nic.defaultPoolRepeated': choosePools,
  'nic.sameDefaultPool': choosePools,
} satisfies Partial<Record<string, Fixer>>;
