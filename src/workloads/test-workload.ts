import type { Host } from '../host/host.ts';

/** What a list of a plural is answered with: its objects, a failure's status, or nothing for as long as one waits. */
export type Answer = readonly object[] | number | 'never';

export type Answers = Readonly<Record<string, Answer>>;

const template = {
  metadata: {
    annotations: {
      'k8s.v1.cni.cncf.io/networks': 'kube-system/macvlan',
      'ipam.spidernet.io/ippools': '[{"interface":"net1","ipv4":["p4"],"ipv6":["p6"]}]',
    },
  },
};

function stored(name: string, owner?: string) {
  return {
    name,
    namespace: 'default',
    uid: `uid-${name}`,
    resourceVersion: '1',
    ...(owner === undefined ? {} : { ownerReferences: [{ controller: true, uid: `uid-${owner}` }] }),
  };
}

/** One running Pod, whose net1 has an address of each of two pools; that of IPv6 has more than any use has. */
const lists: Answers = {
  deployments: [
    {
      metadata: stored('web'),
      spec: { replicas: 1, selector: { matchLabels: { app: 'web' } }, template },
      status: { replicas: 1, readyReplicas: 1 },
    },
  ],
  replicasets: [{ metadata: stored('web-1', 'web'), spec: { template } }],
  pods: [
    {
      metadata: { ...stored('web-1-a', 'web-1'), annotations: template.metadata.annotations },
      status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
    },
  ],
  spiderendpoints: [
    {
      metadata: stored('web-1-a'),
      status: {
        ownerControllerType: 'Deployment',
        ownerControllerName: 'web',
        current: {
          uid: 'uid-web-1-a',
          node: 'n1',
          ips: [
            {
              interface: 'net1',
              ipv4: '10.6.0.2/24',
              ipv4Pool: 'p4',
              ipv6: 'fd00::2/64',
              ipv6Pool: 'p6',
              cleanGateway: false,
            },
          ],
        },
      },
    },
  ],
  spiderippools: [
    {
      metadata: { name: 'p4', uid: 'uid-p4', resourceVersion: '1' },
      spec: { ipVersion: 4, subnet: '10.6.0.0/24', ips: ['10.6.0.1-10.6.0.10'] },
      status: {
        allocatedIPs: '{"10.6.0.2":{"interface":"net1","pod":"default/web-1-a","podUid":"uid-web-1-a"}}',
      },
    },
    {
      metadata: { name: 'p6', uid: 'uid-p6', resourceVersion: '1' },
      spec: { ipVersion: 6, subnet: 'fd00::/64', ips: ['fd00::-fd00::ffff:ffff:ffff:ffff'] },
      status: {
        allocatedIPs: '{"fd00::2":{"interface":"net1","pod":"default/web-1-a","podUid":"uid-web-1-a"}}',
      },
    },
  ],
};

/** A cluster in memory with Deployment `default/web` and what stands under it; `answers` replace lists of it, by plural. */
export function workloadCluster(answers: Answers = {}): Host['fetch'] {
  return (_cluster, path) => {
    const { pathname, searchParams } = new URL(path, 'http://cluster');
    if (searchParams.has('watch')) return Promise.resolve(new Response(new ReadableStream()));
    const plural = pathname.split('/').at(-1) ?? '';
    const answer = answers[plural] ?? lists[plural] ?? [];
    if (answer === 'never') return new Promise(() => {});
    const code = typeof answer === 'number' ? answer : 200;
    const body =
      typeof answer === 'number'
        ? { kind: 'Status', status: 'Failure', code, reason: '', message: `${plural}: ${code}` }
        : { metadata: { resourceVersion: '1' }, items: answer };
    return Promise.resolve(new Response(JSON.stringify(body), { status: code }));
  };
}
