import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AddAnswer, IpamAgent } from '../../../mocks/spiderpool/ipam/agent.ts';
import type { KubeObject } from '../../../mocks/store/store.ts';
import { until } from '../run/program.ts';
import { AgentRefusal, createAgentClient } from './agent-client.ts';
import { createRealAgent } from './real-agent.ts';
import { createWorkOrder } from './work-order.ts';
import type { WorkOrder } from './work-order.ts';

const pod: KubeObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web-0', namespace: 'default', uid: 'u-1', resourceVersion: '1', creationTimestamp: '' },
};
const ipam = {
  defaultPools: { ipv4: ['pool-a'], ipv6: [] },
  cleanGateway: false,
  matchMasterSubnet: true,
};

interface Asked {
  method: string | undefined;
  url: string | undefined;
  body: unknown;
}

let folder = '';
let server: Server | undefined;
let asked: Asked[] = [];
let answer = { code: 200, body: '' };
let agent: IpamAgent;
let order: WorkOrder;
let reports: unknown[] = [];
/** Whether an ADD is never answered, as one that waits for its pool. */
let addsWait = false;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'podnic-agent-'));
  asked = [];
  reports = [];
  addsWait = false;
  const socket = join(folder, 'agent.sock');
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const { method, url } = request;
      if (url !== '/v1/ipam/healthy') asked.push({ method, url, body: JSON.parse(text) });
      if (method === 'POST' && addsWait) {
        response.on('close', () => void asked.push({ method: 'aborted', url, body: undefined }));
        return;
      }
      const { code, body } = url === '/v1/ipam/healthy' ? { code: 200, body: '' } : answer;
      response.writeHead(code, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server?.listen(socket, resolve));
  order = createWorkOrder((error) => reports.push(error));
  agent = createRealAgent(createAgentClient(socket), order);
});

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

async function add(nic: string): Promise<AddAnswer> {
  for (let looks = 0; ; looks += 1) {
    const found = agent.add({ pod, nic, ipam }, looks);
    if (found.outcome !== 'wait') return found;
    await delay(found.milliseconds);
  }
}

const allocated = JSON.stringify({
  ips: [
    { version: 4, address: '10.6.1.1/16', gateway: '10.6.0.1', ipPool: 'pool-a', nic: 'net1' },
    { version: 6, address: 'fd00::1/64', ipPool: 'pool-b', nic: 'net1' },
    { version: 4, address: '10.7.1.1/16', ipPool: 'pool-c', nic: 'net2' },
  ],
  routes: [{ ifName: 'net1', dst: '0.0.0.0/0', gw: '10.6.0.1' }],
});

describe('one CNI ADD', () => {
  it('asks as the IPAM plugin does', async () => {
    answer = { code: 200, body: allocated };
    await add('net1');
    expect(asked).toEqual([
      {
        method: 'POST',
        url: '/v1/ipam/ip',
        body: {
          containerID: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
          ifName: 'net1',
          netNamespace: '/var/run/netns/cni-u-1',
          podName: 'web-0',
          podNamespace: 'default',
          podUID: 'u-1',
          defaultIPv4IPPool: ['pool-a'],
          defaultIPv6IPPool: [],
          cleanGateway: false,
          matchMasterSubnet: false,
        },
      },
    ]);
  });

  it('takes its own of the addresses of all NICs', async () => {
    answer = { code: 200, body: allocated };
    expect(await add('net1')).toEqual({
      outcome: 'allocated',
      record: {
        interface: 'net1',
        vlan: 0,
        cleanGateway: false,
        ipv4: '10.6.1.1/16',
        ipv4Pool: 'pool-a',
        ipv4Gateway: '10.6.0.1',
        ipv6: 'fd00::1/64',
        ipv6Pool: 'pool-b',
      },
    });
  });

  it.each([
    {
      what: 'a refusal',
      code: 500,
      body: '"no IPPool available"',
      text: 'spiderpool IP allocation error: [POST /ipam/ip][500] postIpamIpFailure  no IPPool available',
    },
    {
      what: 'no addresses',
      code: 200,
      body: '{"ips":null}',
      text: 'spiderpool IP allocation error: validation failure list:\nips in body is required',
    },
    {
      what: 'none for the NIC',
      code: 200,
      body: '{"ips":[]}',
      text: 'spiderpool IP allocation error: no Interface net1 IP allocation found',
    },
  ])('fails in the words of the plugin: $what', async ({ code, body, text }) => {
    answer = { code, body };
    expect(await add('net1')).toEqual({ outcome: 'failed', message: text });
  });

  it('says that the agent does not answer', async () => {
    const absent = createRealAgent(createAgentClient('/nowhere/agent.sock'), order);
    absent.add({ pod, nic: 'net1', ipam }, 0);
    await delay(100);
    expect(absent.add({ pod, nic: 'net1', ipam }, 1)).toEqual({
      outcome: 'failed',
      message:
        'unhealthy spiderpool-agent backend, failed to check: Get "http://%2Fnowhere%2Fagent.sock/v1/ipam/healthy": ' +
        'dial unix /nowhere/agent.sock: connect: no such file or directory',
    });
  });
});

describe('CNI DEL', () => {
  it('is asked for each NIC once, whatever the answer', async () => {
    answer = { code: 500, body: '"no"' };
    await add('net1');
    await add('net2');
    asked = [];
    agent.release(pod);
    agent.release(pod);
    await order.idle();
    expect(asked.map(({ method, body }) => [method, (body as { ifName: string }).ifName])).toEqual([
      ['DELETE', 'net1'],
      ['DELETE', 'net2'],
    ]);
    expect(reports).toEqual([new AgentRefusal('no'), new AgentRefusal('no')]);
  });

  it('is no problem for addresses of pools that have gone with the workload', async () => {
    const gone = (pool: string) => `spiderippools.spiderpool.spidernet.io "${pool}" not found`;
    const refusal = (reasons: string) =>
      `failed to release all allocated IP addresses map[auto4-a:[{IP:10.6.0.5 UID:u}] auto4-b:[{IP:10.7.0.5 UID:u}]]: ${reasons}`;
    await add('net1');
    answer = { code: 500, body: JSON.stringify(refusal(`[${gone('auto4-a')}, ${gone('auto4-b')}]`)) };
    agent.release(pod);
    await order.idle();
    expect(reports).toEqual([]);
    answer = { code: 200, body: '{"ips":null}' };
    await add('net1');
    const text = refusal(`[${gone('auto4-a')}, the server is busy]`);
    answer = { code: 500, body: JSON.stringify(text) };
    agent.release(pod);
    await order.idle();
    expect(reports).toEqual([new AgentRefusal(text)]);
  });

  it('ends an ADD that is under way', async () => {
    addsWait = true;
    agent.add({ pod, nic: 'net1', ipam }, 0);
    await until({ what: 'the ADD is there', test: async () => asked.length === 1, within: 5_000 });
    agent.release(pod);
    await order.idle();
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'aborted', 'DELETE']);
  });

  it('comes after the ADDs that it ends', async () => {
    const log: string[] = [];
    const slow = createRealAgent(
      {
        healthy: () => Promise.resolve(),
        async add(_args, signal) {
          await new Promise((resolve) => signal?.addEventListener('abort', resolve));
          await delay(50);
          log.push('added');
          return {};
        },
        async remove() {
          log.push('removed');
        },
      },
      order,
    );
    slow.add({ pod, nic: 'net1', ipam }, 0);
    await delay(10);
    slow.release(pod);
    await order.idle();
    expect(log).toEqual(['added', 'removed']);
  });
});
