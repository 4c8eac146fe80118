import { useMemo, useState, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { findingsChecker } from '../../domain/checks/findings-checker.ts';
import { partsKeeper } from '../../domain/checks/same-parts.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import type { ManifestDocuments } from '../../domain/workload/manifest-document.ts';
import { useManifest } from '../yaml/useManifest.ts';
import { InsightProvider, type Insight } from './insight-context.ts';

interface DraftInsightProps {
  readonly view: ClusterView;
  /** The documents that the draft was read from; none for a new workload. The same array for the life of the form. */
  readonly base: ManifestDocuments;
  readonly children: ReactNode;
}

/**
 * What follows from the draft, for everything below: the manifest and the findings. It follows the typing when there
 * is time, so that a keystroke never waits for it. What did not change keeps its reference.
 */
export function DraftInsight({ view, base, children }: DraftInsightProps) {
  const { control } = useFormContext<Draft>();
  const { documents, draft: watched } = useManifest(control, base);
  const [keep] = useState(() => partsKeeper<Draft>());
  const [check] = useState(findingsChecker);
  const draft = useMemo(() => keep(watched), [keep, watched]);
  const findings = useMemo(() => check(draft, view), [check, draft, view]);
  const insight = useMemo((): Insight => ({ draft, documents, findings }), [draft, documents, findings]);
  return <InsightProvider value={insight}>{children}</InsightProvider>;
}
