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
import { startKubernetes } from '../run/kubernetes.ts';
import { findPorts } from '../run/ports.ts';
import type { RunningProgram } from '../run/program.ts';
import { createScratch } from '../run/scratch.ts';
import { startSpiderpool } from '../run/spiderpool.ts';
import { installDefinitions } from '../seed/definitions.ts';
import { overlayObjects } from '../seed/overlay-objects.ts';
import { fillCluster } from '../seed/scenario.ts';
import { installWebhooks } from '../seed/webhooks.ts';
import { startStandIn } from '../standin/stand-in.ts';
import { emptyCluster } from './empty-cluster.ts';
import { controllersHaveSeen, pause } from './seen.ts';

/** A real control plane that one case after the other is played in. */
export interface RealConformance {
  /** Readies it for a case. One at a time. */
  readonly open: OpenCluster;
  close(): Promise<void>;
}

/** Old addresses of former Pods are part of the cases: nobody collects them. A pool that never comes is not waited for so long. */
const VARIABLES = {
  SPIDERPOOL_GC_IP_ENABLED: 'false',
  SPIDERPOOL_WAIT_SUBNET_POOL_TIME_IN_SECOND: '2',
  SPIDERPOOL_WAIT_SUBNET_POOL_MAX_RETRIES: '5',
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
  const scratch = createScratch();
  const programs: RunningProgram[] = [];
  const { paths } = built;
  const ports = await findPorts();
  const onStarted = (program: RunningProgram) => void programs.push(program);
  const kubernetes = await startKubernetes({
    scratch,
    paths,
    ports,
    dualStack: true,
    onStarted,
    report: () => undefined,
  });
  const client = kubernetes.client('podnic-conformance/1');
  const kubelet = kubernetes.client(`kubelet/${built.kubernetesVersion}`);
  await installDefinitions(client, built.definitions);
  await fillCluster(client, { created: overlayObjects });
  let installed: { key: string; end: () => Promise<void> } | undefined;
  let hasWebhooks = false;

  async function install(settings: SpiderpoolSettings): Promise<void> {
    const key = JSON.stringify(settings);
    if (installed?.key === key) return;
    await installed?.end();
    installed = undefined;
    const spiderpool = await startSpiderpool({
      scratch,
      paths,
      ports,
      kubernetes,
      settings,
      variables: VARIABLES,
      onStarted,
    });
    const stopStandIn = await startStandIn({
      client: kubelet,
      spiderpool: { settings, socket: spiderpool.socket },
      report: onProblem,
    });
    installed = {
      key,
      async end() {
        stopStandIn();
        await Promise.all(spiderpool.programs.map((program) => program.kill()));
      },
    };
    if (hasWebhooks) return;
    await installWebhooks(
      client,
      { server: spiderpool.webhooks, authority: scratch.authority.certificate },
      settings,
    );
    hasWebhooks = true;
    await fillCluster(client, { created: [coordinator()] });
  }

  return {
    async open(settings) {
      const wanted = { ...chartSettings, ...settings };
      await install(wanted);
      return caseCluster(client, wanted);
    },
    async close() {
      await installed?.end();
      client.close();
      kubelet.close();
      await Promise.all(programs.map((program) => program.kill()));
      scratch.remove();
    },
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
