import { describe, expect, it } from 'vitest';
import { pool6 } from '../spiderpool/bench-objects.ts';
import { annotations } from '../spiderpool/names.ts';
import { web } from './bench-web.ts';

const json = JSON.stringify;

describe('the envelope of a failure (reference 7.1)', () => {
  it('is this, to the letter', () => {
    const bench = web({
      [annotations.networks]: 'kube-system/net-a',
      [annotations.pool]: json({ ipv4: ['nobody'] }),
    });
    const [pod] = bench.pods('web');
    expect(bench.failure('web')).toMatch(
      /^Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "[0-9a-f]{64}": plugin type="multus" name="multus-cni-network" failed \(add\): \[/,
    );
    expect(bench.failure('web')?.split('failed (add): ')[1]).toBe(
      `[default/${pod?.metadata.name}/${pod?.metadata.uid}:net-a]: error adding container to network "net-a": spiderpool IP allocation error: [POST /ipam/ip][500] postIpamIpFailure  failed to allocate IP addresses in standard mode: failed to get original IPPool nobody: SpiderIPPool.spiderpool.spidernet.io "nobody" not found`,
    );
  });

  it('is repeated until it is not true any more', () => {
    const bench = web({
      [annotations.networks]: 'kube-system/net-a',
      [annotations.pool]: json({ ipv4: ['late'] }),
    });
    bench.create(pool6('late', 2));
    bench.run(15);
    expect(bench.nics(bench.pods('web')[0]).net1?.ipv4Pool).toBe('late');
    expect(bench.pods('web')[0]?.status).toMatchObject({ phase: 'Running' });
  });
});
