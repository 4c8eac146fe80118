import type { CaseSettings, ClusterObject } from '../../../conformance/conformance-case.ts';
import type {
  ConformanceCluster,
  ListedKind,
  OpenCluster,
} from '../../../conformance/conformance-cluster.ts';
import { coordinator } from '../../../mocks/scenarios/objects/attachment-objects.ts';
import { spiderpoolConf } from '../../../mocks/scenarios/objects/cluster-objects.ts';
import { chartSettings } from '../../../mocks/spiderpool/settings.ts';
import type { SpiderpoolSettings } from '../../../mocks/spiderpool/settings.ts';
import type { NewKubeObject } from '../../../mocks/store/store.ts';
import type { ApiClient } from '../api/api-client.ts';
import { pathOf, resourceOf } from '../api/resources.ts';
import type { BuiltPrograms } from '../build/build-programs.ts';
import { startControlPlane } from '../control-plane.ts';
import { fillCluster } from '../seed/scenario.ts';
import { emptyCluster } from './empty-cluster.ts';
import { controllersHaveSeen, pause } from './seen.ts';

/** A real control plane that one case after the other is played in. */
interface RealConformance {
  /** Readies it for a case. One at a time. */
  readonly open: OpenCluster;
  close(): Promise<void>;
}

/** Old addresses of former Pods are part of the cases: nobody collects them. A pool that never comes is not waited for so long. */
const VARIABLES = {
  SPIDERPOOL_GC_IP_ENABLED: 'false',
  SPIDERPOOL_WAIT_SUBNET_POOL_TIME_IN_SECOND: '2',
  SPIDERPOOL_WAIT_SUBNET_POOL_MAX_RETRIES: '10',
};
const LOOK = 250;
const LONGEST = 90_000;
/** Long enough for the first retries of what has failed. */
const AFTERWARDS = 2_500;

/**
 * Starts Kubernetes once. Spiderpool is started again when a case has it installed in another way, and what a case has left is
 * removed before the next.
 */
export async function startRealConformance(
  built: BuiltPrograms,
  onProblem: (error: unknown) => void,
): Promise<RealConformance> {
  const plane = await startControlPlane({ built, dualStack: true, report: () => undefined, onProblem });
  /** How Spiderpool is installed now, as JSON. */
  let installed: string | undefined;
  let hasCoordinator = false;

  async function install(settings: SpiderpoolSettings): Promise<void> {
    const wanted = JSON.stringify(settings);
    if (installed === wanted) return;
    installed = undefined;
    await plane.startSpiderpool(settings, VARIABLES);
    await plane.startNodes();
    if (!hasCoordinator) await fillCluster(plane.client, { created: [coordinator()] });
    hasCoordinator = true;
    installed = wanted;
  }

  return {
    async open(settings) {
      const wanted = { ...chartSettings, ...settings };
      await install(wanted);
      return caseCluster(plane.client, wanted);
    },
    close: () => plane.close(),
  };
}

function caseCluster(client: ApiClient, settings: CaseSettings & SpiderpoolSettings): ConformanceCluster {
  const create = (objects: readonly ClusterObject[]) =>
    fillCluster(client, { created: objects as readonly NewKubeObject[] });
  return {
    async fill(objects, deleted) {
      await emptyCluster(client);
      await create([spiderpoolConf(settings) as ClusterObject, ...objects]);
      await controllersHaveSeen(client);
      for (const name of deleted) {
        const [kind = '', rest = ''] = name.split(/\/(.*)/s);
        await client.delete(`${pathOf(listed[kind as ListedKind])}/${rest}`);
      }
      if (deleted.length > 0) await controllersHaveSeen(client);
    },
    async list(kind) {
      const resource = listed[kind];
      const { items } = (await client.get(pathOf(resource))) as { items: object[] };
      const apiVersion = resource.slice(0, resource.lastIndexOf('/'));
      return items.map((item) => ({ apiVersion, kind, ...item }));
    },
    submit: (manifest) => create([manifest as ClusterObject]),
    async settle(settled) {
      for (const deadline = Date.now() + LONGEST; Date.now() < deadline; await pause(LOOK)) {
        if (!(await settled())) continue;
        await pause(AFTERWARDS);
        return true;
      }
      return false;
    },
    close: () => emptyCluster(client),
  };
}

const listed: Readonly<Record<ListedKind, string>> = {
  Node: 'v1/nodes',
  Namespace: 'v1/namespaces',
  ConfigMap: 'v1/configmaps',
  Pod: 'v1/pods',
  Event: 'v1/events',
  NetworkAttachmentDefinition: resourceOf({
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
  }),
  SpiderIPPool: 'spiderpool.spidernet.io/v2beta1/spiderippools',
  SpiderSubnet: 'spiderpool.spidernet.io/v2beta1/spidersubnets',
  SpiderReservedIP: 'spiderpool.spidernet.io/v2beta1/spiderreservedips',
  SpiderEndpoint: 'spiderpool.spidernet.io/v2beta1/spiderendpoints',
};
