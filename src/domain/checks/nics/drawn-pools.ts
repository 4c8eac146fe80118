import { known } from '../../cluster-view.ts';
import { addressFamilies, type AddressFamily } from '../../ip/address.ts';
import { expandNames } from '../../spiderpool/expand-names.ts';
import { isPoolPattern } from '../../spiderpool/pool-pattern.ts';
import { poolsByName } from '../../spiderpool/pool-index.ts';
import type { Pool } from '../../spiderpool/pool.ts';
import type { AddressOrigin } from '../../spiderpool/precedence.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import { addressPath } from './nic-fields.ts';

/** The pools from which one NIC will draw the addresses of one family, whoever named them. */
export interface DrawnPools {
  readonly origin: AddressOrigin;
  readonly family: AddressFamily;
  /** The field that decides: the pools that were chosen, else the attachment whose default pools they are. */
  readonly path: string;
  readonly entries: readonly PoolEntry[];
}

/** A name as it was written, with the pools that stand behind it now. Pools of another family are left out. */
export interface PoolEntry {
  readonly written: string;
  readonly pattern: boolean;
  readonly pools: readonly Pool[];
}

/**
 * The pools of each NIC and family: those that were chosen in manual mode, and the default pools that will really be
 * used in default mode. A pool may be chosen before the attachment (S13). Nothing where pools cannot be read, and for NICs that do not ask Spiderpool.
 */
export function drawnPools({ network }: Draft, { view, origins }: CheckContext): readonly DrawnPools[] {
  const pools = known(view.pools);
  const { source } = network;
  if (pools === undefined || source === 'fixed') return [];
  const byName = poolsByName(pools);
  return origins
    .filter(({ nic }) => nic.spiderpool !== 'no' && (source === 'pools' || nic.resolution.state !== 'none'))
    .flatMap((origin) =>
      addressFamilies.map((family): DrawnPools => {
        const { nic, names } = origin;
        const written = source === 'pools' ? nic.nic.pools[family] : names[family];
        const entries = written.map((name): PoolEntry => {
          const pattern = isPoolPattern(name);
          const behind = pattern ? expandNames([name], family, pools).names : [name];
          const found = behind.flatMap((each) => byName.get(each) ?? []);
          return { written: name, pattern, pools: found.filter((pool) => pool.family === family) };
        });
        return { origin, family, path: addressPath(nic, source, family), entries };
      }),
    );
}
