import { describe, expect, it } from 'vitest';
import { namespace } from '../../scenarios/objects/cluster-objects.ts';
import { deployment } from '../../scenarios/objects/workload-objects.ts';
import { agentText, createBench } from '../bench.ts';
import { bareCluster, pool6, pool7 } from '../bench-objects.ts';
import { annotations } from '../names.ts';

const json = JSON.stringify;
const FORMAT =
  "failed to allocate IP addresses in standard mode: wrong input, invalid format of Pod annotation 'ipam.spidernet.io/routes': ";

function web(routes: unknown) {
  const bench = createBench([
    ...bareCluster,
    pool6('six', 1, { routes: [{ dst: '172.20.0.0/16', gw: '10.6.0.9' }] }),
    pool7('seven', 1),
    deployment('default', 'web', {
      annotations: {
        [annotations.networks]: 'kube-system/net-a,kube-system/net-b',
        [annotations.pools]: json([
          { interface: 'net1', ipv4: ['six'] },
          { interface: 'net2', ipv4: ['seven'] },
        ]),
        [annotations.routes]: typeof routes === 'string' ? routes : json(routes),
      },
    }),
  ]);
  bench.run(5);
  return bench;
}

describe('the annotation routes (reference 1.10)', () => {
  it.each([
    {
      title: 'no JSON',
      value: 'default via 10.6.0.1',
      text: `invalid character 'd' looking for beginning of value`,
    },
    {
      title: 'JSON of another type',
      value: { dst: '192.168.1.0/24', gw: '10.6.0.9' },
      text: 'json: cannot unmarshal object into Go value of type types.AnnoPodRoutesValue',
    },
    {
      title: 'a destination without prefix length',
      value: [{ dst: '192.168.1.1', gw: '10.6.0.9' }],
      text: "invalid route format 'dst: 192.168.1.1, gw: 10.6.0.9'",
    },
    {
      title: 'a gateway that is no address',
      value: [{ dst: '192.168.1.0/24', gw: '10.6.0.0/16' }],
      text: "invalid route format 'dst: 192.168.1.0/24, gw: 10.6.0.0/16'",
    },
    {
      title: 'a gateway of the other family',
      value: [{ dst: 'fd00::/64', gw: '10.6.0.9' }],
      text: "invalid route format 'dst: fd00::/64, gw: 10.6.0.9'",
    },
    {
      title: 'a missing gateway',
      value: [{ dst: 'fd00::/64' }],
      text: "invalid route format 'dst: fd00::/64, gw: '",
    },
  ])('refuses $title', ({ value, text }) => {
    expect(agentText(web(value).failure('web'))).toBe(`${FORMAT}${text}`);
  });

  it.each([
    {
      title: 'goes to the NIC whose network holds the gateway',
      value: [{ dst: '192.168.1.0/24', gw: '10.7.0.9' }],
      net1: [],
      net2: [{ dst: '192.168.1.0/24', gw: '10.7.0.9' }],
    },
    {
      title: 'keeps host bits of the destination',
      value: [{ dst: '192.168.1.77/24', gw: '10.6.0.9' }],
      net1: [{ dst: '192.168.1.77/24', gw: '10.6.0.9' }],
      net2: [],
    },
    {
      title: 'is dropped silently when no NIC holds its gateway',
      value: [{ dst: '192.168.1.0/24', gw: '10.233.64.1' }],
      net1: [],
      net2: [],
    },
    {
      title: 'may be a default route',
      value: [{ dst: '0.0.0.0/0', gw: '10.6.0.9' }],
      net1: [{ dst: '0.0.0.0/0', gw: '10.6.0.9' }],
      net2: [],
    },
    { title: 'may be missing', value: [], net1: [], net2: [] },
  ])('$title', ({ value, net1, net2 }) => {
    const bench = web(value);
    expect(bench.failure('web')).toBeUndefined();
    const records = bench.nics(bench.pods('web')[0]);
    expect(records.net1?.routes).toEqual([{ dst: '172.20.0.0/16', gw: '10.6.0.9' }, ...net1]);
    expect(records.net2?.routes ?? []).toEqual(net2);
  });

  it('goes to one NIC only, also when two could take it', () => {
    const route = { dst: '192.168.1.0/24', gw: '10.6.0.9' };
    const bench = createBench([
      ...bareCluster,
      pool6('six', 1),
      pool6('six-more', 2),
      deployment('default', 'web', {
        annotations: {
          [annotations.networks]: 'kube-system/net-a,kube-system/net-b',
          [annotations.pools]: json([
            { interface: 'net1', ipv4: ['six'] },
            { interface: 'net2', ipv4: ['six-more'] },
          ]),
          [annotations.routes]: json([route]),
        },
      }),
    ]);
    bench.run(5);
    const { net1, net2 } = bench.nics(bench.pods('web')[0]);
    expect([...(net1?.routes ?? []), ...(net2?.routes ?? [])]).toEqual([route]);
  });

  it('is tried anew for each NIC when each has an ADD of its own', () => {
    const bench = createBench([
      ...bareCluster,
      pool6('six', 1, { multusName: ['kube-system/net-a'], default: true }),
      pool7('seven', 1, { multusName: ['kube-system/net-b'], default: true }),
      deployment('default', 'web', {
        annotations: {
          [annotations.networks]: 'kube-system/net-a,kube-system/net-b',
          [annotations.routes]: json([{ dst: '192.168.1.0/24', gw: '10.7.0.9' }]),
        },
      }),
    ]);
    bench.run(5);
    const records = bench.nics(bench.pods('web')[0]);
    expect([records.net1?.routes, records.net2?.routes]).toEqual([
      undefined,
      [{ dst: '192.168.1.0/24', gw: '10.7.0.9' }],
    ]);
  });
});

describe('default pools of a Namespace (reference 1.11)', () => {
  it.each([
    { value: 'six', text: `invalid character 's' looking for beginning of value` },
    {
      value: '{"ipv4":["six"]}',
      text: 'json: cannot unmarshal object into Go value of type types.AnnoNSDefautlV4PoolValue',
    },
  ])('fail without naming the annotation: $value', ({ value, text }) => {
    const bench = createBench([
      ...bareCluster,
      pool6('six', 1),
      namespace('shop', { annotations: { [annotations.namespacePoolsV4]: value } }),
      deployment('shop', 'web', { annotations: { [annotations.networks]: 'kube-system/net-a' } }),
    ]);
    bench.run(5);
    expect(agentText(bench.failure('web'))).toBe(`failed to allocate IP addresses in standard mode: ${text}`);
  });

  it('may be wildcards', () => {
    const bench = createBench([
      ...bareCluster,
      pool6('six', 1),
      namespace('shop', { annotations: { [annotations.namespacePoolsV4]: '["s*"]' } }),
      deployment('shop', 'web', { annotations: { [annotations.networks]: 'kube-system/net-a' } }),
    ]);
    bench.run(5);
    expect(bench.nics(bench.pods('web')[0]).net1?.ipv4Pool).toBe('six');
  });
});
