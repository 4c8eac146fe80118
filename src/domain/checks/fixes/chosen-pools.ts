import { known, type ClusterView } from '../../cluster-view.ts';
import { type AddressFamily, addressFamilies } from '../../ip/address.ts';
import { poolExplainer } from '../../spiderpool/eligibility.ts';
import { expandNames } from '../../spiderpool/expand-names.ts';
import { nicRows } from '../../spiderpool/nic-rows.ts';
import { podContextOf } from '../../spiderpool/pod-context.ts';
import { poolsByName } from '../../spiderpool/pool-index.ts';
import { type AddressOrigin, addressOrigins } from '../../spiderpool/precedence.ts';
import type { AddressStock } from '../../spiderpool/stock.ts';
import type { NicIndex } from '../../spiderpool/with-nic.ts';
import type { Draft } from '../../workload/draft.ts';
import {
  bestPool,
  type ChoiceFor,
  familiesOf,
  lacksChoice,
  served,
  stocksNamed,
  withPools,
} from './best-choice.ts';

/**
 * The draft in which the NICs have pools of their own, chosen by name (the way out of domain reference 1.2): those that
 * the attachment names, else those that they would draw from now, where they will serve; else the best of the same
 * network. A NIC for which none is left stays without.
 * @param about the NIC that asks; without it all of them do
 * @returns `undefined` where the NIC that asks gets nothing, or none of them does
 */
export function withChosenPools(draft: Draft, view: ClusterView, about?: NicIndex): Draft | undefined {
  const origins = addressOrigins(draft.network, draft.basics.namespace, view);
  const start: Draft = { ...draft, network: { ...draft.network, source: 'pools' } };
  const lacking = origins.filter(({ nic }) => lacksChoice(start, nic.index, view));
  const named = lacking.reduce((next, origin) => withNamedPools(next, origin, view), start);
  const chosen = lacking.reduce(
    (next, origin) =>
      withBestPools(next, origin, view, (family) => replacedBy(draft.network, origin, family, view)),
    named,
  );
  const left = lacking.filter(({ nic }) => lacksChoice(chosen, nic.index, view));
  const fails =
    about === undefined
      ? left.length > 0 && left.length === lacking.length
      : left.some(({ nic }) => nic.index === about);
  return fails ? undefined : chosen;
}

/** The pools that the NIC's attachment names, else those that it draws from now, as its chosen ones. */
function withNamedPools(draft: Draft, origin: AddressOrigin, view: ClusterView): Draft {
  const { nic, from, names } = origin;
  const pools = known(view.pools);
  if (pools === undefined) return draft;
  const config = nic.resolution.state === 'found' ? nic.resolution.attachment.config : undefined;
  const own = config?.kind === 'decoded' ? config.defaultPools : undefined;
  const hasOwn = own !== undefined && addressFamilies.some((family) => own[family].length > 0);
  const written = hasOwn ? own : from === 'namespace' || from === 'cluster' ? names : undefined;
  if (written === undefined) return draft;
  const byName = poolsByName(pools);
  return familiesOf(view).reduce((before, family) => {
    const explain = poolExplainer({ nic, family }, podContextOf(draft), view);
    const taken = new Set(nicRows(before.network).flatMap((row) => row.nic.pools[family]));
    const works = expandNames(written[family], family, pools).names.filter((name) => {
      const pool = byName.get(name);
      return pool?.family === family && !taken.has(name) && explain(pool).verdict === 'eligible';
    });
    return withPools(before, { index: nic.index, family }, works);
  }, draft);
}

/**
 * The best pools of every family that the NIC draws from now and has none of yet; none at all where there is none of the
 * first of them: a NIC of another family alone is another NIC.
 */
function withBestPools(
  draft: Draft,
  { nic: { index }, names }: AddressOrigin,
  view: ClusterView,
  replacedOf: (family: AddressFamily) => readonly AddressStock[],
): Draft {
  const drawn = addressFamilies.filter((family) => names[family].length > 0);
  if (drawn.length === 0) return served(draft, index, view, replacedOf) ?? draft;
  const next = drawn.reduce((before, family) => {
    const choice = { index, family };
    if (poolsOf(before, choice).length > 0) return before;
    const name = bestPool(before, choice, view, replacedOf(family));
    return name === undefined ? before : withPools(before, choice, [name]);
  }, draft);
  const [first] = drawn;
  if (first === undefined || poolsOf(next, { index, family: first }).length > 0) return next;
  return addressFamilies.reduce((before, family) => withPools(before, { index, family }, []), next);
}

function poolsOf({ network }: Draft, { index, family }: ChoiceFor): readonly string[] {
  return nicRows(network).find((row) => row.index === index)?.nic.pools[family] ?? [];
}

/** What a NIC has, or would have by default, of a family. */
function replacedBy(
  { source }: Draft['network'],
  { nic, names }: AddressOrigin,
  family: AddressFamily,
  view: ClusterView,
): readonly AddressStock[] {
  return source === 'fixed'
    ? stocksNamed('subnets', [nic.nic.subnets[family]], family, view)
    : stocksNamed('pools', names[family], family, view);
}
