import type { Pool } from './pool.ts';
import { namesOfNodes, nodesOfPool } from './pool-nodes.ts';
import type { PoolReason, PoolReasonCode, PoolRuleFacts } from './pool-rules.ts';
import { familyName } from './reason.ts';
import { RECORD_LIMIT } from './record-limit.ts';
import { attachmentIdOf } from './resolve-nics.ts';
import type { ResolvedNic } from './resolve-nics.ts';

const conditions: ReadonlySet<PoolReasonCode> = new Set([
  'pool.onlyOnNodes',
  'pool.nodesUnknown',
  'pool.namespaceUnknown',
  'pool.needsAttachment',
  'pool.masterSubnet',
]);

/** `conditional` where the pool may serve all the same. */
export function effectOf(code: PoolReasonCode): PoolReason['effect'] {
  return conditions.has(code) ? 'conditional' : 'no';
}

/** What a rule found, with its parameters and the words in which Spiderpool says it, literally, misspellings included. */
export function describeReason(
  code: PoolReasonCode,
  pool: Pool,
  nic: ResolvedNic,
  facts: PoolRuleFacts,
): PoolReason {
  const upstream = wordsOf(code, pool, nic, facts);
  return {
    code,
    effect: effectOf(code),
    params: paramsOf(code, pool, nic, facts),
    ...(upstream === undefined ? {} : { upstream }),
  };
}

function paramsOf(
  code: PoolReasonCode,
  pool: Pool,
  { resolution }: ResolvedNic,
  { family, nodes }: PoolRuleFacts,
): PoolReason['params'] {
  switch (code) {
    case 'pool.familyDisabled':
      return { family: familyName(family) };
    case 'pool.onlyOnNodes': {
      const matching = nodes ? nodesOfPool(pool, nodes) : [];
      return { pool: pool.name, nodes: matching === 'invalid' ? '' : namesOfNodes(matching) };
    }
    case 'pool.tooManyRecords':
      return { pool: pool.name, limit: RECORD_LIMIT };
    case 'pool.otherWorkload':
      return { pool: pool.name, workload: `${pool.owner?.namespace ?? ''}/${pool.owner?.name ?? ''}` };
    case 'pool.needsAttachment':
      return { pool: pool.name, attachments: multusNames(pool) };
    case 'pool.otherAttachment':
      return { pool: pool.name, attachments: multusNames(pool), attachment: attachmentIdOf(resolution) };
    default:
      return { pool: pool.name };
  }
}

/** `undefined` for what is no refusal, or has no words of its own. */
function wordsOf(
  code: PoolReasonCode,
  pool: Pool,
  { interfaceName, resolution }: ResolvedNic,
  { family }: PoolRuleFacts,
): string | undefined {
  const { name } = pool;
  switch (code) {
    case 'pool.terminating':
      return `terminating IPPool ${name}`;
    case 'pool.disabled':
      return `disabled IPPool ${name}`;
    case 'pool.wrongFamily':
      return `expect an ${familyName(family)} IPPool, but the version of the IPPool ${name} is ${familyName(pool.family)}`;
    case 'pool.nodeName':
    case 'pool.nodeAffinity':
    case 'pool.onlyOnNodes':
      return `unmatched Node ${pool.nodeNames.length > 0 ? 'name' : 'affinity'} of IPPool ${name}`;
    case 'pool.namespaceName':
      return `unmatched Namespace name of IPPool ${name}`;
    case 'pool.namespaceAffinity':
      return `unmatched Namespace affinity of IPPool ${name}`;
    case 'pool.otherWorkload':
      return `unmatched Pod annifity of auto-created IPool ${name}`;
    case 'pool.podAffinity':
      return `unmatched Pod affinity of IPPool ${name}`;
    case 'pool.clusterNetworkNotSet':
      return `cluster-network multus isn't set, the IPPool ${name} specified multusName [${multusNames(pool)}] unmatched`;
    case 'pool.otherAttachment':
      return `the spec.multusName [${multusNames(pool)}] in the IPPool ${name} used by the Pod interface ${interfaceName} is not matched with the multusCR ${attachmentIdOf(resolution)} specified by the Pod`;
    // No filter of Spiderpool's, but what its allocation says in the end (domain reference 3.1, step 6).
    case 'pool.exhausted':
    case 'pool.tooManyRecords': {
      const asker = `failed to allocate any ${familyName(family)} IP address to NIC ${interfaceName} from IPPools [${name}]`;
      return `${asker}: ${usedOutWords(name, code === 'pool.tooManyRecords')}`;
    }
    case 'pool.familyDisabled':
    case 'pool.nodesUnknown':
    case 'pool.namespaceUnknown':
    case 'pool.invalidSelector':
    case 'pool.needsAttachment':
    case 'pool.masterSubnet':
      return undefined;
  }
}

/**
 * What the agent says of a pool that gives nothing.
 * @param recordsFull its addresses are not used out, its record is (domain reference 7.2, 2 and 4)
 */
export function usedOutWords(pool: string, recordsFull: boolean): string {
  const usedOut = 'all IP addresses used out';
  return recordsFull
    ? `${usedOut}, threshold of IP records(<=${RECORD_LIMIT}) for IPPool ${pool} exceeded`
    : usedOut;
}

/** A list as Go prints it. */
function multusNames(pool: Pool): string {
  return pool.multusNames.join(' ');
}
