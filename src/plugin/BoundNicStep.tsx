import { useEffect, useMemo, useState } from 'react';
import { useClusterView } from '../cluster/useClusterView.ts';
import { findingsChecker } from '../domain/checks/findings-checker.ts';
import type { Finding } from '../domain/checks/finding.ts';
import { fixOf } from '../domain/checks/fixes/fix-of.ts';
import { fixWords } from '../domain/checks/fixes/fix-words.ts';
import type { ClusterView } from '../domain/cluster-view.ts';
import type { Draft, KeyValue, NetworkDraft } from '../domain/workload/draft.ts';
import { newDraft } from '../domain/workload/new-draft.ts';
import type { FixActions } from '../wizard/fix-actions.ts';
import { NicStep } from '../wizard/nic/NicStep.tsx';
import type { NicStepProps, NicStepWorkload } from './nic-step-props.ts';

/** The NIC step with what it needs to know of the cluster, and its own checks. */
export function BoundNicStep(props: NicStepProps) {
  const { cluster, value, onChange, workload, onFindings, revealed = false } = props;
  const { onChangeUpgrade } = props;
  const view = useClusterView(cluster);
  const draft = useMemo(() => draftAround(value, workload), [value, workload]);
  const [check] = useState(findingsChecker);
  const findings = useMemo(
    () => check(draft, view).filter(({ path }) => path === 'network' || path.startsWith('network.')),
    [check, draft, view],
  );
  const fixes = useHostFixes(draft, view, props);
  useEffect(() => {
    onFindings?.(findings);
  }, [onFindings, findings]);
  return (
    <NicStep
      cluster={cluster}
      view={view}
      value={value}
      onChange={onChange}
      workload={{
        name: workload.name,
        namespace: workload.namespace,
        replicas: workload.replicas,
        podLabels: workload.podLabels ?? {},
        nodeSelector: workload.nodeSelector ?? {},
        upgrade: draft.upgrade,
      }}
      findings={findings}
      pathPrefix="network"
      revealed={revealed}
      fixes={fixes}
      {...(onChangeUpgrade === undefined ? {} : { onChangeUpgrade })}
    />
  );
}

/** Fixes that change the NICs, and what else the form around lets them: its node selector, its upgrade strategy. */
function useHostFixes(draft: Draft, view: ClusterView, props: NicStepProps): FixActions {
  const { onChange, onAddNodeSelector, onChangeUpgrade } = props;
  const [words] = useState(fixWords);
  return useMemo(() => {
    const offered = (finding: Finding): boolean =>
      onAddNodeSelector !== undefined || finding.code !== 'nic.nodesUnserved';
    return {
      words: (finding) => {
        const found = offered(finding) ? words(finding, draft, view) : undefined;
        const upgrades = found?.label === 'unavailable' || found?.label === 'recreate';
        return upgrades && onChangeUpgrade === undefined ? undefined : found;
      },
      apply: (finding) => {
        const fix = fixOf(finding, draft, view);
        if (fix === undefined) return;
        if (fix.draft.network !== draft.network) onChange(fix.draft.network);
        if (fix.draft.upgrade !== draft.upgrade) onChangeUpgrade?.(fix.draft.upgrade);
        if (fix.draft.scheduling !== draft.scheduling) {
          onAddNodeSelector?.(labelsOf(fix.draft.scheduling.nodeSelector));
        }
      },
    };
  }, [draft, view, words, onChange, onAddNodeSelector, onChangeUpgrade]);
}

function labelsOf(rows: readonly KeyValue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

/** The rules look at a whole workload; what the form around keeps to itself is as in a new one. */
function draftAround(network: NetworkDraft, workload: NicStepWorkload): Draft {
  const draft = newDraft({ namespace: workload.namespace });
  return {
    ...draft,
    basics: { ...draft.basics, name: workload.name, replicas: workload.replicas },
    network,
    upgrade: workload.upgrade ?? draft.upgrade,
    scheduling: { ...draft.scheduling, nodeSelector: rowsOf(workload.nodeSelector) },
    metadata: { ...draft.metadata, podLabels: rowsOf(workload.podLabels) },
  };
}

function rowsOf(labels: Readonly<Record<string, string>> = {}): KeyValue[] {
  return Object.entries(labels).map(([key, value]) => ({ key, value }));
}
