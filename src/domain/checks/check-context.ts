import type { ClusterView } from '../cluster-view.ts';
import type { Attachment } from '../multus/attachment.ts';
import type { Pool } from '../spiderpool/pool.ts';
import type { Subnet } from '../spiderpool/subnet.ts';

/**
 * What checks look at besides the draft: the cluster as it is known, with its objects by name. A map is `null` while
 * its objects are not known, and then no check says that one is missing.
 */
export interface CheckContext {
  readonly view: ClusterView;
  readonly attachments: ReadonlyMap<string, Attachment> | null;
  readonly pools: ReadonlyMap<string, Pool> | null;
  readonly subnets: ReadonlyMap<string, Subnet> | null;
}

export function checkContext(view: ClusterView): CheckContext {
  const { attachments, pools, subnets } = view;
  return {
    view,
    attachments:
      attachments.state === 'known' ? new Map(attachments.value.map((item) => [item.id, item])) : null,
    pools: pools.state === 'known' ? new Map(pools.value.map((item) => [item.name, item])) : null,
    subnets: subnets.state === 'known' ? new Map(subnets.value.map((item) => [item.name, item])) : null,
  };
}
