import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import { usesSpiderpool } from '../multus/attachment.ts';
import type { Attachment } from '../multus/attachment.ts';
import type { NetworkDraft } from '../workload/draft.ts';
import { newNetwork } from '../workload/new-draft.ts';
import { attachmentsFor } from './attachment-eligibility.ts';
import { addNic, setAttachment, setPools, setSource } from './nic-actions.ts';
import type { PodContext } from './pod-context.ts';
import { poolsByName } from './pool-index.ts';
import type { Pool } from './pool.ts';

/**
 * The network of a new workload that draws from one pool: addresses from chosen pools, and net1 with the pool in its
 * family. net1 gets the attachment if one is given or just one is sensible (S13); else the person chooses it.
 * @param attachment `namespace/name`, `''` for none.
 */
export function networkWithPool(
  pool: Pool,
  attachment: string,
  pod: PodContext,
  view: ClusterView,
): NetworkDraft {
  const empty = setSource(addNic(newNetwork()), 'pools');
  const asked = setPools(empty, 0, pool.family, [pool.name], view);
  if (attachment !== '') return setAttachment(asked, 0, attachment, view);
  if (asked.nics[0]?.attachment !== '') return asked;
  const only = onlySensible(pool, asked, pod, view);
  return only === undefined ? asked : setAttachment(asked, 0, only, view);
}

/**
 * The one attachment that takes the pool without a condition. Of several, the one that names the pool as its own
 * default; else the one whose default pools are in the pool's network, for that is the wire it stands on.
 */
function onlySensible(
  pool: Pool,
  network: NetworkDraft,
  pod: PodContext,
  view: ClusterView,
): string | undefined {
  const eligible = attachmentsFor({ network, index: 0 }, pod, view)
    .filter(({ verdict, attachment }) => verdict === 'eligible' && usesSpiderpool(attachment))
    .map(({ attachment }) => attachment);
  const pools = poolsByName(known(view.pools) ?? []);
  const ofItsOwn = eligible.filter((each) => defaultPools(each, pool).includes(pool.name));
  const sameNetwork = eligible.filter((each) =>
    defaultPools(each, pool).some((name) => pools.get(name)?.subnet === pool.subnet),
  );
  return [eligible, ofItsOwn, sameNetwork].find(({ length }) => length === 1)?.[0]?.id;
}

function defaultPools({ config }: Attachment, { family }: Pool): readonly string[] {
  return config.kind === 'decoded' ? config.defaultPools[family] : [];
}
