import { useMemo, useState, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { findingsChecker } from '../../domain/checks/findings-checker.ts';
import { partsKeeper } from '../../domain/checks/same-parts.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import type { ManifestDocuments } from '../../domain/workload/manifest-document.ts';
import { useManifest } from '../yaml/useManifest.ts';
import { InsightProvider, type Insight } from './insight-context.ts';

/** A new workload starts from no manifest. */
const fresh: ManifestDocuments = [];

/**
 * What follows from the draft, for everything below: the manifest and the findings. It follows the typing when there
 * is time, so that a keystroke never waits for it. What did not change keeps its reference.
 */
export function DraftInsight({ view, children }: { view: ClusterView; children: ReactNode }) {
  const { control } = useFormContext<Draft>();
  const { documents, draft: watched } = useManifest(control, fresh);
  const [keep] = useState(() => partsKeeper<Draft>());
  const [check] = useState(findingsChecker);
  const draft = useMemo(() => keep(watched), [keep, watched]);
  const findings = useMemo(() => check(draft, view), [check, draft, view]);
  const insight = useMemo((): Insight => ({ draft, documents, findings }), [draft, documents, findings]);
  return <InsightProvider value={insight}>{children}</InsightProvider>;
}
