import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { StatusError } from '../../store/store.ts';
import { autoPoolName } from '../auto-pools/identity.ts';
import { AutoPoolError, reconcileAutoPool } from '../auto-pools/reconcile.ts';
import type { AddRequest, AgentContext } from './add-request.ts';

/** What a third-party workload asks of one subnet. */
interface ThirdPartyPlan {
  subnet: string;
  family: AddressFamily;
  size: number;
  reclaim: boolean;
}

/**
 * Makes the pool of a workload whose kind Spiderpool's controller does not watch: there the agent does it, while the Pod waits
 * (`applyThirdControllerAutoPool`). The annotation of such a pool is always a fixed number.
 */
export function thirdPartyPool(
  plan: ThirdPartyPlan,
  { owner, nic }: AddRequest,
  { store, pools }: AgentContext,
): { outcome: 'found'; pool: string } | { outcome: 'missing' | 'broken'; problem: string } {
  const app = owner;
  try {
    reconcileAutoPool({ ...plan, app, interface: nic, sizeText: String(plan.size) }, store, pools);
    return { outcome: 'found', pool: autoPoolName(app, plan.family, nic) };
  } catch (error) {
    if (!(error instanceof AutoPoolError) && !(error instanceof StatusError)) throw error;
    const problem = `failed to check SpiderSubnet ${plan.subnet} third-party controller auto-created IPPool whether need to be scaled: ${error.message}`;
    const again = error instanceof StatusError && error.status.code === 409;
    return { outcome: again ? 'missing' : 'broken', problem };
  }
}
