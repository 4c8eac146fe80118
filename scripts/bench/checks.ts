import { performance } from 'node:perf_hooks';
import { allFindings } from '../../src/domain/checks/all-findings.ts';
import { findingsChecker } from '../../src/domain/checks/findings-checker.ts';
import type { ClusterView } from '../../src/domain/cluster-view.ts';
import { decodeAttachment } from '../../src/domain/multus/attachment.ts';
import { decodeNode } from '../../src/domain/node-facts.ts';
import { decodePool } from '../../src/domain/spiderpool/decode-pool.ts';
import { poolsFor } from '../../src/domain/spiderpool/eligibility.ts';
import { podContextOf } from '../../src/domain/spiderpool/pod-context.ts';
import { decodeReserved, reservedAddresses } from '../../src/domain/spiderpool/reserved.ts';
import { resolveNics } from '../../src/domain/spiderpool/resolve-nics.ts';
import { assumedSettings } from '../../src/domain/spiderpool/settings.ts';
import type { PoolWire } from '../../src/domain/spiderpool/wire.ts';
import { emptyContainer, emptyNic, newDraft } from '../../src/domain/workload/new-draft.ts';
import type { Draft } from '../../src/domain/workload/draft.ts';
import type { Parsed } from '../../src/domain/parsed.ts';
import { percentile, type Measure } from './statistics.ts';

const poolCount = 10_000;
const nicCount = 10;
const linesOnScreen = 30;

/** What can keep a workload out of a pool, by turns. */
const restrictions: readonly NonNullable<PoolWire['spec']>[] = [
  {},
  { podAffinity: { matchLabels: { app: 'api' } } },
  { namespaceAffinity: { matchLabels: { team: 'a' } } },
  { nodeAffinity: { matchLabels: { zone: 'a' } } },
  { multusName: ['kube-system/macvlan-3'] },
];

function decoded<Value>(result: Parsed<Value, unknown>): Value {
  if (!result.ok) throw new Error('an object of the bench cannot be read');
  return result.value;
}

/** A pool of a /24 of its own, some of whose fifty addresses are held. */
function poolOf(index: number) {
  const network = `10.${index >> 8}.${index & 255}`;
  const held = Array.from({ length: index % 7 }, (_, host) => [
    `${network}.${10 + host * 3}`,
    { pod: 'a/b' },
  ]);
  return decodePool({
    metadata: { name: `pool-${index}` },
    spec: {
      ipVersion: 4,
      subnet: `${network}.0/24`,
      ips: [`${network}.10-${network}.59`],
      ...restrictions[index % restrictions.length],
    },
    status: { allocatedIPs: JSON.stringify(Object.fromEntries(held)) },
  } satisfies PoolWire);
}

/** Ten thousand pools, a hundred nodes, ten attachments with a default pool each. */
function largeView(): ClusterView {
  const known = <Value>(value: Value) => ({ state: 'known', value }) as const;
  const attachments = Array.from({ length: nicCount }, (_, index) =>
    decoded(
      decodeAttachment({
        metadata: { namespace: 'kube-system', name: `macvlan-${index}` },
        spec: {
          config: JSON.stringify({
            plugins: [
              { type: 'macvlan', ipam: { type: 'spiderpool', default_ipv4_ippool: [`pool-${index * 5}`] } },
              { type: 'coordinator' },
            ],
          }),
        },
      }),
    ),
  );
  const nodes = Array.from({ length: 100 }, (_, index) =>
    decoded(
      decodeNode({
        metadata: { name: `worker-${index}`, labels: { zone: index % 2 === 0 ? 'a' : 'b' } },
        status: { conditions: [{ type: 'Ready', status: 'True' }] },
      }),
    ),
  );
  const reserved = decoded(
    decodeReserved({ metadata: { name: 'routers' }, spec: { ipVersion: 4, ips: ['10.0.0.1-10.0.9.11'] } }),
  );
  return {
    attachments: known(attachments),
    multusConfigs: known([]),
    // By name, as lists of the API come.
    pools: known(
      Array.from({ length: poolCount }, (_, index) => decoded(poolOf(index))).toSorted((a, b) =>
        a.name < b.name ? -1 : 1,
      ),
    ),
    subnets: known([]),
    reserved: known(reservedAddresses([reserved])),
    namespaces: known([{ name: 'default', labels: {}, annotations: {}, terminating: false }]),
    nodes: known(nodes),
    coordinators: known([{ name: 'default', phase: 'Synced', reason: '' }]),
    autoscalers: known([]),
    settings: { ...assumedSettings('kube-system'), source: 'read' },
  };
}

/** A workload with ten NICs, each with three pools: one that serves it, one that will not, one of some nodes only. */
function tenNicsWithPools(): Draft {
  const draft = newDraft({ namespace: 'default' });
  const nics = Array.from({ length: nicCount }, (_, index) => ({
    ...emptyNic(),
    attachment: `kube-system/macvlan-${index}`,
    pools: { ipv4: [0, 1, 3].map((turn) => `pool-${index * 5 + turn}`), ipv6: [] },
  }));
  return {
    ...draft,
    basics: { ...draft.basics, name: 'web', replicas: '3' },
    containers: [{ ...emptyContainer(), name: 'web', image: 'nginx:1.27' }],
    network: { ...draft.network, source: 'pools', nics },
  };
}

/** The promises of the checks: explaining all pools of a cluster, checking a draft, and checking it again. */
export function measureChecks(): readonly Measure[] {
  const view = largeView();
  const draft = tenNicsWithPools();
  return [measureExplaining(draft, view), measureChecking(draft, view), measureCheckingAgain(draft, view)];
}

/**
 * As the picker does at each keystroke: every pool explained and sorted, and the lines on screen put into words. What
 * belongs to the cluster is remembered.
 */
function measureExplaining(draft: Draft, view: ClusterView): Measure {
  const [, nic] = resolveNics(draft.network, view);
  if (nic === undefined) throw new Error('the draft of the bench has no NIC');
  let words = 0;
  const figures = timed(300, 100, () => {
    const explained = poolsFor({ nic, family: 'ipv4' }, podContextOf(draft), view);
    // The last ones: those that will not serve have the most to say.
    for (const { reasons } of explained.slice(-linesOnScreen)) words += reasons.length;
  });
  if (words < figures.length * linesOnScreen) throw new Error('pools of the bench were not explained');
  return {
    what: `explain ${poolCount} pools to a NIC`,
    figure: percentile(figures, 50),
    unit: 'ms',
    limit: 10,
    how: `median of ${figures.length}, sorted, ${linesOnScreen} in words`,
  };
}

/** As for a form that has just been opened: nothing is remembered but what belongs to the cluster. */
function measureChecking(draft: Draft, view: ClusterView): Measure {
  const figures = timed(120, 20, () => {
    allFindings(draft, view);
  });
  return {
    what: `all checks, ${nicCount} NICs, ${poolCount} pools`,
    figure: percentile(figures, 50),
    unit: 'ms',
    limit: 30,
    how: `median of ${figures.length}`,
  };
}

/** As at each keystroke: the draft is a copy in which the name, or the number of replicas, is another. */
function measureCheckingAgain(draft: Draft, view: ClusterView): Measure {
  const check = findingsChecker();
  check(draft, view);
  let round = 0;
  const figures = timed(300, 50, () => {
    round += 1;
    const basics =
      round % 2 === 0
        ? { ...draft.basics, name: `web-${round}` }
        : { ...draft.basics, replicas: String(round) };
    check({ ...structuredClone(draft), basics }, view);
  });
  return {
    what: 'checks again, one field changed',
    figure: percentile(figures, 50),
    unit: 'ms',
    limit: 2,
    how: `median of ${figures.length}, name and replicas by turns`,
  };
}

/** How long it takes, without the first rounds. */
function timed(rounds: number, warmUp: number, act: () => void): readonly number[] {
  const figures: number[] = [];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const started = performance.now();
    act();
    if (round >= warmUp) figures.push(performance.now() - started);
  }
  return figures;
}
