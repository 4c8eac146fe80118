import * as fc from 'fast-check';
import type { ConformanceCase } from '../conformance-case.ts';
import { attachment, attachmentSeeds, fileAttachment } from './attachments.ts';
import { isKept, pool, poolSeeds, reservedIps } from './pools.ts';
import { reservedOf, subnet, subnetSeeds } from './subnets.ts';
import { namespace, namespaceSeed, nodes, settings } from './surroundings.ts';
import { draftOf, workloadSeed } from './workload.ts';

const cases: fc.Arbitrary<ConformanceCase> = fc
  .record({
    settings,
    nodes,
    home: namespaceSeed,
    attachments: attachmentSeeds,
    pools: poolSeeds,
    subnets: subnetSeeds,
    reserved: reservedIps,
    workload: workloadSeed,
    chance: fc.nat({ max: 999 }),
  })
  .map(({ settings: gates, nodes: machines, home, attachments, reserved, workload, chance, ...seeds }) => {
    const enabled = { ipv4: gates.enableIPv4, ipv6: gates.enableIPv6 };
    const pools = seeds.pools.filter(({ family }) => enabled[family]);
    const subnets = gates.enableSpiderSubnet ? seeds.subnets.filter(({ family }) => enabled[family]) : [];
    return {
      settings: gates,
      objects: [
        ...machines,
        namespace(home, pools),
        fileAttachment,
        ...attachments.map((seed, index) => attachment(seed, index, pools)),
        ...subnets.map((seed, index) => subnet(seed, index, pools)),
        ...pools.map(pool),
        ...[...reserved, ...subnets.flatMap(reservedOf)].filter(
          ({ spec }) => enabled[familyOf(spec?.['ips'])],
        ),
      ],
      deleted: pools.flatMap((seed, index) => (isKept(seed) ? [`SpiderIPPool/p${index}`] : [])),
      draft: draftOf(workload, { attachments, pools, subnets }),
      chance,
    };
  });

/**
 * Small clusters with one workload that is about to be submitted. Objects that the webhooks refuse are not made:
 * addresses that overlap, families that are switched off, a `podAffinity` that says nothing. The weights are meant as they
 * are written, without fast-check's liking for extremes.
 */
export const conformanceCase: fc.Arbitrary<ConformanceCase> = fc.noBias(cases);

function familyOf(ips: unknown): 'ipv4' | 'ipv6' {
  return String(ips).includes(':') ? 'ipv6' : 'ipv4';
}
