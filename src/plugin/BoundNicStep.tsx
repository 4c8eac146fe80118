import { useEffect, useMemo } from 'react';
import { useClusterView } from '../cluster/useClusterView.ts';
import { allFindings } from '../domain/checks/all-findings.ts';
import type { Draft, KeyValue, NetworkDraft } from '../domain/workload/draft.ts';
import { newDraft } from '../domain/workload/new-draft.ts';
import { NicStep } from '../wizard/nic/NicStep.tsx';
import type { NicStepProps, NicStepWorkload } from './nic-step-props.ts';

/** The NIC step with what it needs to know of the cluster, and its own checks. */
export function BoundNicStep(props: NicStepProps) {
  const { cluster, value, onChange, workload, onFindings, revealed = false } = props;
  const { onChangeUpgrade, onAddNodeSelector } = props;
  const view = useClusterView(cluster);
  const draft = useMemo(() => draftAround(value, workload), [value, workload]);
  const findings = useMemo(
    () => allFindings(draft, view).filter(({ path }) => path === 'network' || path.startsWith('network.')),
    [draft, view],
  );
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
      {...(onChangeUpgrade === undefined ? {} : { onChangeUpgrade })}
      {...(onAddNodeSelector === undefined ? {} : { onAddNodeSelector })}
    />
  );
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
