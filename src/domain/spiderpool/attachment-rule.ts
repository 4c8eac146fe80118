import type { Pool } from './pool.ts';
import type { PoolReasonCode } from './pool-rules.ts';
import { attachmentIdOf } from './resolve-nics.ts';
import type { ResolvedNic } from './resolve-nics.ts';

/** Rules 7 to 9 of domain reference 3.2: the attachment of the NIC, and the pool's `multusName`. */
export function attachmentRule(
  pool: Pool,
  { resolution }: ResolvedNic,
  spiderpoolNamespace: string,
): PoolReasonCode | undefined {
  if (resolution.state === 'nodeFile') return 'pool.clusterNetworkNotSet';
  if (pool.multusNames.length === 0) {
    const config = resolution.state === 'found' ? resolution.attachment.config : undefined;
    const matches = config?.kind === 'decoded' && config.matchMasterSubnet;
    return matches ? 'pool.masterSubnet' : undefined;
  }
  const id = attachmentIdOf(resolution);
  if (id === '') return 'pool.needsAttachment';
  return allowsAttachment(pool, id, spiderpoolNamespace) ? undefined : 'pool.otherAttachment';
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
