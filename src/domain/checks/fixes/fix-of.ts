import type { ClusterView } from '../../cluster-view.ts';
import type { Draft } from '../../workload/draft.ts';
import { checkContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import type { FindingCode } from '../finding-code.ts';
import { reachabilityDoubts } from '../nics/network-agreement.ts';
import { addressFixes } from './address-fixes.ts';
import { attachmentFixes } from './attachment-fixes.ts';
import { capacityFixes } from './capacity-fixes.ts';
import { containerFixes } from './container-fixes.ts';
import type { Fix, Fixer } from './fix.ts';
import { networkFixes } from './network-fixes.ts';
import { schedulingFixes } from './scheduling-fixes.ts';
import { serviceFixes } from './service-fixes.ts';

/** The findings that have a mechanical remedy. All others need a person's choice. */
export const fixers: Readonly<Partial<Record<FindingCode, Fixer>>> = {
  ...containerFixes,
  ...serviceFixes,
  ...schedulingFixes,
  ...networkFixes,
  ...attachmentFixes,
  ...addressFixes,
  ...capacityFixes,
};

/**
 * The one obvious edit that ends a finding, where there is one. Applying it removes the finding and brings no new error
 * (`fixes.test.ts` holds every fix to it), and no addresses of a network on which nothing would answer them.
 */
export function fixOf(finding: Finding, draft: Draft, view: ClusterView): Fix | undefined {
  const fix = fixers[finding.code]?.(finding, draft, view);
  if (fix === undefined || !finding.path.startsWith('network.')) return fix;
  return doubts(fix.draft, view) > doubts(draft, view) ? undefined : fix;
}

function doubts(draft: Draft, view: ClusterView): number {
  return reachabilityDoubts(draft, checkContext(draft, view));
}
