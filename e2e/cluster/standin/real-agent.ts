import { randomBytes } from 'node:crypto';
import type { AddAnswer, IpamAgent } from '../../../mocks/spiderpool/ipam/agent.ts';
import type { IpamConfig } from '../../../mocks/spiderpool/ipam/add-request.ts';
import type { NicRecord } from '../../../mocks/spiderpool/ipam/endpoint.ts';
import type { KubeObject } from '../../../mocks/store/store.ts';
import type { AgentClient, IpamAddResponse, IpamDeleteArguments } from './agent-client.ts';
import { AgentRefusal } from './agent-client.ts';
import type { WorkOrder } from './work-order.ts';

/** How often the walk over the NICs looks whether the agent has answered, in milliseconds. */
const LOOK = 20;
const ENVELOPE = 'spiderpool IP allocation error: ';

/** What there is at the agent of one Pod. */
interface Asking {
  /** For these it was asked: each is released. */
  nics: Set<string>;
  /** The CNI ADDs that are under way. */
  adds: Set<Promise<void>>;
  stop: AbortController;
}

/**
 * The real agent behind the contract of the simulated one. The walk over the NICs of a Pod never blocks: while the agent is
 * asked it is told to wait.
 * @param order in which the release of a Pod takes its place among what is written of the Pod
 */
export function createRealAgent(client: AgentClient, order: WorkOrder): IpamAgent {
  /** The answers of the CNI ADDs under way, by Pod and NIC. */
  const answers = new Map<string, { answer?: AddAnswer }>();
  const pods = new Map<string, Asking>();

  function ask(pod: KubeObject, nic: string, ipam: IpamConfig): void {
    const { uid } = pod.metadata;
    const asking = pods.get(uid) ?? { nics: new Set(), adds: new Set(), stop: new AbortController() };
    pods.set(uid, asking);
    asking.nics.add(nic);
    const pending: { answer?: AddAnswer } = {};
    answers.set(keyOf(pod, nic), pending);
    const adding = add(client, pod, nic, ipam, asking.stop.signal).then((answer) => {
      pending.answer = answer;
      asking.adds.delete(adding);
    });
    asking.adds.add(adding);
  }

  return {
    add({ pod, nic, ipam }, looks) {
      const key = keyOf(pod, nic);
      if (looks === 0) ask(pod, nic, ipam);
      const answer = answers.get(key)?.answer;
      if (answer === undefined) return { outcome: 'wait', milliseconds: LOOK };
      answers.delete(key);
      return answer;
    },
    release(pod) {
      const { uid } = pod.metadata;
      const asking = pods.get(uid);
      if (asking === undefined) return;
      pods.delete(uid);
      // The agent may wait long for a pool, and would give out addresses after they have been released.
      asking.stop.abort();
      for (const nic of asking.nics) {
        answers.delete(keyOf(pod, nic));
        order.add(uid, async () => {
          await Promise.all(asking.adds);
          await remove(client, pod, nic);
        });
      }
    },
  };
}

function keyOf({ metadata }: KubeObject, nic: string): string {
  return `${metadata.uid}/${nic}`;
}

/** One CNI ADD of Spiderpool's IPAM plugin (`CmdAdd`), and its words when it fails. */
async function add(
  client: AgentClient,
  pod: KubeObject,
  nic: string,
  { defaultPools, cleanGateway }: IpamConfig,
  signal: AbortSignal,
): Promise<AddAnswer> {
  try {
    await client.healthy(signal);
  } catch (error) {
    return failed(`unhealthy spiderpool-agent backend, failed to check: ${wordsOf(error)}`);
  }
  try {
    const args = {
      ...identityOf(pod, nic),
      defaultIPv4IPPool: defaultPools.ipv4,
      defaultIPv6IPPool: defaultPools.ipv6,
      cleanGateway,
      // No address of a node is real here, so that this would drop every pool.
      matchMasterSubnet: false,
    };
    const answer = await client.add(args, signal);
    return result(answer, nic);
  } catch (error) {
    if (error instanceof AgentRefusal) {
      return failed(`${ENVELOPE}[POST /ipam/ip][500] postIpamIpFailure  ${error.message}`);
    }
    return failed(`${ENVELOPE}${wordsOf(error)}`);
  }
}

/** `assembleResult` of the plugin, after the check that the answer has what the API promises. */
function result({ ips, routes }: IpamAddResponse, nic: string): AddAnswer {
  if (ips === undefined || ips === null)
    return failed(`${ENVELOPE}validation failure list:\nips in body is required`);
  const own = ips.filter((ip) => ip.nic === nic);
  if (own.length === 0) return failed(`${ENVELOPE}no Interface ${nic} IP allocation found`);
  const record: NicRecord = {
    interface: nic,
    vlan: 0,
    // A NIC whose gateway is left out has no default route.
    cleanGateway: !(routes ?? []).some((route) => route.ifName === nic && route.dst.endsWith('/0')),
  };
  for (const { version, address, ipPool, gateway } of own) {
    const family = version === 4 ? 'ipv4' : 'ipv6';
    record[family] = address;
    if (ipPool !== undefined) record[`${family}Pool`] = ipPool;
    if (gateway !== undefined && gateway !== '') record[`${family}Gateway`] = gateway;
  }
  return { outcome: 'allocated', record };
}

/** `CmdDel`. @throws AgentUnreachable, after which it is asked again, and AgentRefusal, which nobody can mend */
async function remove(client: AgentClient, pod: KubeObject, nic: string): Promise<void> {
  await client.healthy();
  try {
    await client.remove(identityOf(pod, nic));
  } catch (error) {
    if (!isOfGonePools(error)) throw error;
  }
}

/** A fixed pool goes with its workload, perhaps before the last Pods, and their addresses go with it. */
function isOfGonePools(error: unknown): boolean {
  if (!(error instanceof AgentRefusal)) return false;
  const [, reasons] =
    /^failed to release all allocated IP addresses .*?\]\]: \[?(.*?)\]?$/s.exec(error.message) ?? [];
  return (
    reasons !== undefined &&
    reasons.split(', ').every((reason) => /^spiderippools\.\S+ "[^"]+" not found$/.test(reason))
  );
}

function identityOf({ metadata }: KubeObject, nic: string): IpamDeleteArguments {
  return {
    // The agent writes it to its log and nowhere else.
    containerID: randomBytes(32).toString('hex'),
    ifName: nic,
    netNamespace: `/var/run/netns/cni-${metadata.uid}`,
    podNamespace: metadata.namespace ?? '',
    podName: metadata.name,
    podUID: metadata.uid,
  };
}

function failed(message: string): AddAnswer {
  return { outcome: 'failed', message };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
