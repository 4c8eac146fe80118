import type { Pool } from './pool.ts';
import { condition, shutOut } from './pool-rules.ts';
import type { PoolReason } from './pool-rules.ts';
import { attachmentIdOf } from './resolve-nics.ts';
import type { ResolvedNic } from './resolve-nics.ts';

/** Rules 7 to 9 of domain reference 3.2: the attachment of the NIC, and the pool's `multusName`. */
export function attachmentRule(
  pool: Pool,
  { resolution, interfaceName }: ResolvedNic,
  spiderpoolNamespace: string,
): PoolReason | undefined {
  if (resolution.state === 'nodeFile') {
    const upstream = `cluster-network multus isn't set, the IPPool ${pool.name} specified multusName [${namesOf(pool)}] unmatched`;
    return shutOut('pool.clusterNetworkNotSet', pool, upstream);
  }
  if (pool.multusNames.length === 0) {
    const config = resolution.state === 'found' ? resolution.attachment.config : undefined;
    const matches = config?.kind === 'decoded' && config.matchMasterSubnet;
    return matches ? condition('pool.masterSubnet', pool) : undefined;
  }
  const attachments = namesOf(pool);
  const id = attachmentIdOf(resolution);
  if (id === '') return condition('pool.needsAttachment', pool, { attachments });
  if (allowsAttachment(pool, id, spiderpoolNamespace)) return undefined;
  const upstream = `the spec.multusName [${attachments}] in the IPPool ${pool.name} used by the Pod interface ${interfaceName} is not matched with the multusCR ${id} specified by the Pod`;
  return shutOut('pool.otherAttachment', pool, upstream, { attachments, attachment: id });
}

/** A list as Go prints it. */
function namesOf(pool: Pool): string {
  return pool.multusNames.join(' ');
}

/**
 * Whether the pool may be used on a NIC of the attachment: `multusName` is empty or has it. A bare name there belongs
 * to Spiderpool's namespace; when that is not known, the name alone decides.
 */
export function allowsAttachment(pool: Pool, id: string, spiderpoolNamespace: string): boolean {
  if (pool.multusNames.length === 0) return true;
  return pool.multusNames.some((name) => {
    if (name.includes('/')) return name === id;
    return spiderpoolNamespace === ''
      ? id.slice(id.indexOf('/') + 1) === name
      : id === `${spiderpoolNamespace}/${name}`;
  });
}
