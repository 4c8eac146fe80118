import type { ClusterView } from '../../cluster-view.ts';
import type { Draft } from '../../workload/draft.ts';
import type { Finding } from '../finding.ts';
import type { FixLabel } from './fix.ts';
import { fixOf } from './fix-of.ts';

/** What a button says that applies a fix. */
export interface FixWords {
  readonly label: FixLabel;
  readonly params: Finding['params'];
}

/**
 * What the fixes of findings are called, for a form that shows them all the time: finding the best of thousands of pools
 * takes a moment, so that of a NIC is looked for again only when something changed that it depends on.
 * @returns a function to call with findings that keep their reference while they stay the same (`findingsChecker`)
 */
export function fixWords(): (finding: Finding, draft: Draft, view: ClusterView) => FixWords | undefined {
  const known = new WeakMap<
    Finding,
    { readonly parts: readonly unknown[]; readonly words: FixWords | undefined }
  >();
  return (finding, draft, view) => {
    const { network, metadata, scheduling, upgrade, containers, basics } = draft;
    const { name, namespace, replicas } = basics;
    const parts = [network, metadata, scheduling, upgrade, containers, name, namespace, replicas, view];
    const isNics = finding.path.startsWith('network.');
    const before = isNics ? known.get(finding) : undefined;
    if (before && parts.every((part, index) => part === before.parts[index])) return before.words;
    const fix = fixOf(finding, draft, view);
    const words = fix && { label: fix.label, params: fix.params };
    known.set(finding, { parts, words });
    return words;
  };
}
