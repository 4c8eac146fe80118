import { useMemo, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { allFindings } from '../../domain/checks/all-findings.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import type { ManifestDocuments } from '../../domain/workload/manifest-document.ts';
import { useManifest } from '../yaml/useManifest.ts';
import { InsightProvider, type Insight } from './insight-context.ts';
import { useSame } from './useSame.ts';

interface DraftInsightProps {
  readonly view: ClusterView;
  /** The documents that the draft was read from; none for a new workload. The same array for the life of the form. */
  readonly base: ManifestDocuments;
  readonly children: ReactNode;
}

/**
 * What follows from the draft, for everything below: the manifest and the findings. It follows the typing when there
 * is time, so that a keystroke never waits for it.
 */
export function DraftInsight({ view, base, children }: DraftInsightProps) {
  const { control } = useFormContext<Draft>();
  const { documents, draft } = useManifest(control, base);
  const findings = useSame(useMemo(() => allFindings(draft, view), [draft, view]));
  const insight = useMemo((): Insight => ({ draft, documents, findings }), [draft, documents, findings]);
  return <InsightProvider value={insight}>{children}</InsightProvider>;
}
