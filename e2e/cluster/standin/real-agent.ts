import { randomBytes } from 'node:crypto';
import type { AddAnswer, IpamAgent } from '../../../mocks/spiderpool/ipam/agent.ts';
import type { IpamConfig } from '../../../mocks/spiderpool/ipam/add-request.ts';
import type { NicRecord } from '../../../mocks/spiderpool/ipam/endpoint.ts';
import type { KubeObject } from '../../../mocks/store/store.ts';
import type { AgentClient, IpamAddResponse, IpamDeleteArguments } from './agent-client.ts';
import { AgentRefusal, AgentUnreachable } from './agent-client.ts';
import type { WorkOrder } from './work-order.ts';

/** How often the walk over the NICs looks whether the agent has answered, in milliseconds. */
const LOOK = 20;
const ENVELOPE = 'spiderpool IP allocation error: ';

/**
 * The real agent behind the contract of the simulated one. The walk over the NICs of a Pod never blocks: while the agent is
 * asked it is told to wait.
 * @param order in which the release of a Pod takes its place between the Pod's last status and its removal
 */
export function createRealAgent(client: AgentClient, order: WorkOrder): IpamAgent {
  /** The answers of the CNI ADDs under way, by Pod and NIC. */
  const answers = new Map<string, { answer?: AddAnswer }>();
  /** NICs for which the agent was asked, by Pod: each is released. */
  const asked = new Map<string, Set<string>>();

  function ask(pod: KubeObject, nic: string, ipam: IpamConfig): void {
    const pending: { answer?: AddAnswer } = {};
    answers.set(keyOf(pod, nic), pending);
    const nics = asked.get(pod.metadata.uid) ?? new Set();
    asked.set(pod.metadata.uid, nics.add(nic));
    void add(client, pod, nic, ipam).then((answer) => {
      pending.answer = answer;
    });
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
      const nics = [...(asked.get(uid) ?? [])];
      asked.delete(uid);
      for (const nic of nics) {
        answers.delete(keyOf(pod, nic));
        order.add(uid, () => remove(client, pod, nic));
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
): Promise<AddAnswer> {
  try {
    await client.healthy();
  } catch (error) {
    return failed(`unhealthy spiderpool-agent backend, failed to check: ${wordsOf(error)}`);
  }
  try {
    const answer = await client.add({
      ...identityOf(pod, nic),
      defaultIPv4IPPool: defaultPools.ipv4,
      defaultIPv6IPPool: defaultPools.ipv6,
      cleanGateway,
      // No address of a node is real here, so that this would drop every pool.
      matchMasterSubnet: false,
    });
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

/** `CmdDel`: an agent that does not answer is asked again, a refusal is only logged. */
async function remove(client: AgentClient, pod: KubeObject, nic: string): Promise<void> {
  await client.healthy();
  try {
    await client.remove(identityOf(pod, nic));
  } catch (error) {
    if (error instanceof AgentUnreachable) throw error;
  }
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
