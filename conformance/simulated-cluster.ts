import { createSimulatedCluster } from '../mocks/cluster.ts';
import { createManualClock } from '../mocks/manual-clock.ts';
import { coordinator } from '../mocks/scenarios/objects/attachment-objects.ts';
import { spiderpoolConf } from '../mocks/scenarios/objects/cluster-objects.ts';
import { chartSettings } from '../mocks/spiderpool/settings.ts';
import { loadScenario } from '../mocks/scenarios/load-scenario.ts';
import type { NewKubeObject } from '../mocks/store/store.ts';
import type { CaseSettings, ClusterObject } from './conformance-case.ts';
import type { ConformanceCluster, ListedKind } from './conformance-cluster.ts';

const resourceOf: Readonly<Record<ListedKind, string>> = {
  Node: 'v1/nodes',
  Namespace: 'v1/namespaces',
  ConfigMap: 'v1/configmaps',
  Pod: 'v1/pods',
  Event: 'v1/events',
  NetworkAttachmentDefinition: 'k8s.cni.cncf.io/v1/network-attachment-definitions',
  SpiderIPPool: 'spiderpool.spidernet.io/v2beta1/spiderippools',
  SpiderSubnet: 'spiderpool.spidernet.io/v2beta1/spidersubnets',
  SpiderReservedIP: 'spiderpool.spidernet.io/v2beta1/spiderreservedips',
  SpiderEndpoint: 'spiderpool.spidernet.io/v2beta1/spiderendpoints',
};

/** How long the controllers get to see new objects, in milliseconds of the cluster's clock. */
const SEEN = 1_000;
/** The agent waits 50 seconds for a pool that never comes; Multus gives up after two minutes. */
const STEPS = [1_200, ...Array.from({ length: 27 }, () => 5_000)];
/** Long enough for the first retries of what has failed. */
const AFTERWARDS = 2_500;

/** The simulated cluster, without HTTP: time is moved by hand, and nothing waits. */
export async function openSimulatedCluster(
  settings: CaseSettings,
  chance: number,
): Promise<ConformanceCluster> {
  const clock = createManualClock();
  const installed = { ...chartSettings, ...settings };
  const faults: unknown[] = [];
  const cluster = createSimulatedCluster({
    scenario: {
      title: 'Conformance',
      description: 'What one case needs.',
      spiderpool: installed,
      warmUp: 0,
      content: () => ({ created: [] }),
    },
    clock,
    seed: chance,
    report: (error) => faults.push(error),
  });
  const { store, api } = cluster;
  const create = (objects: readonly ClusterObject[]) =>
    loadScenario({ created: objects as readonly NewKubeObject[] }, api, store);
  const advance = (milliseconds: number) => {
    clock.advance(milliseconds);
    if (faults.length > 0) throw faults[0];
  };
  return {
    async fill(objects, deleted) {
      create([...(objects as NewKubeObject[]), coordinator(), spiderpoolConf(installed)] as ClusterObject[]);
      advance(SEEN);
      for (const name of deleted) {
        const [kind, rest = ''] = name.split(/\/(.*)/s);
        api.delete(resourceOf[kind as ListedKind], undefined, rest);
      }
      if (deleted.length > 0) advance(SEEN);
    },
    list: async (kind) => store.peekList(resourceOf[kind]),
    async submit(manifest) {
      create([manifest as ClusterObject]);
    },
    async settle(settled) {
      for (const step of STEPS) {
        advance(step);
        if (!(await settled())) continue;
        advance(AFTERWARDS);
        return true;
      }
      return false;
    },
    async close() {
      cluster.close();
    },
  };
}
