import { memo, useMemo } from 'react';
import type { CapacityAsker } from '../../domain/capacity/asker.ts';
import { forecastCapacity } from '../../domain/capacity/forecast.ts';
import type { Remedy } from '../../domain/capacity/remedies.ts';
import type { Finding } from '../../domain/checks/finding.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { PodContext } from '../../domain/spiderpool/pod-context.ts';
import type { NetworkDraft, UpgradeDraft } from '../../domain/workload/draft.ts';
import { fieldId } from '../../ui/field-id.ts';
import { useFieldPrefix } from '../../ui/useFieldPrefix.ts';
import { FixActionsProvider, type FixActions } from '../fix-actions.ts';
import { useLeftFields } from '../useLeftFields.ts';
import type { LeftFields } from '../useLeftFields.ts';
import { AddressSourceSection } from './AddressSourceSection.tsx';
import { ClusterNotes } from './ClusterNotes.tsx';
import { effectiveNetwork, withPossibleSource } from './effective-source.ts';
import { FindingNotes } from './FindingNotes.tsx';
import { NicScopeProvider, type NicScope, type NicWorkload } from './nic-scope.ts';
import styles from './NicStep.module.css';
import { nicViews } from './nic-view.ts';
import { PodPicture } from './picture/PodPicture.tsx';
import { NicRows } from './rows/NicRows.tsx';
import { RoutesSection } from './routes/RoutesSection.tsx';
import { useShownFindings } from './useShownFindings.ts';

export interface NicStepProps {
  readonly cluster: string;
  readonly view: ClusterView;
  readonly value: NetworkDraft;
  readonly onChange: (network: NetworkDraft) => void;
  readonly workload: NicWorkload;
  /** What the checks say of the draft; those of other parts are left aside. */
  readonly findings: readonly Finding[];
  /** Where the value is in the form around it; findings and element ids start with it. */
  readonly pathPrefix: 'network';
  /** Shows errors of empty fields too: the step was tried. */
  readonly revealed?: boolean;
  /** The fields that somebody was in and left, for a form that counts what is shown; else the step keeps them. */
  readonly leftFields?: LeftFields;
  readonly fixes: FixActions;
  /** Changes the upgrade strategy of the workload; without it no remedy that does is offered. */
  readonly onChangeUpgrade?: (upgrade: UpgradeDraft) => void;
}

/**
 * 容器网卡配置: the NICs of a Pod and where their addresses come from. Controlled, so that it fits into any form. Rendered
 * again only when a prop is another: a keystroke elsewhere costs it nothing.
 */
export function NicStep({ fixes, ...rest }: NicStepProps) {
  return (
    <FixActionsProvider value={fixes}>
      <Sections {...rest} />
    </FixActionsProvider>
  );
}

/** Without the fixes, which are others after every change of the draft: only what shows one is rendered again for them. */
const Sections = memo(function Sections(props: Omit<NicStepProps, 'fixes'>) {
  const { cluster, view, onChange, workload, onChangeUpgrade } = props;
  const prefix = useFieldPrefix();
  const network = useMemo(() => withPossibleSource(props.value, view), [props.value, view]);
  const effective = useMemo(() => effectiveNetwork(props.value, view), [props.value, view]);
  const nics = useMemo(
    () => nicViews(effective, workload.namespace, view),
    [effective, workload.namespace, view],
  );
  const pod = usePod(workload);
  const { replicas, upgrade } = workload;
  const asker = useMemo(
    (): CapacityAsker => ({ network: effective, upgrade, replicas, pod }),
    [effective, upgrade, replicas, pod],
  );
  const forecasts = useMemo(() => forecastCapacity(asker, view), [asker, view]);
  const mend = (remedy: Remedy) => {
    const mended = remedy.apply({ network, upgrade });
    if (mended.network !== network) onChange(mended.network);
    if (mended.upgrade !== upgrade) onChangeUpgrade?.(mended.upgrade);
  };
  const own = useLeftFields();
  const { left, leave, follow } = props.leftFields ?? own;
  const shown = useShownFindings(props.findings, network, {
    revealed: props.revealed ?? false,
    left,
  });
  const scope: NicScope = {
    cluster,
    view,
    workload,
    pod,
    network,
    source: effective.source,
    nics,
    change: onChange,
    asker,
    forecasts,
    mend,
    canChangeUpgrade: onChangeUpgrade !== undefined,
    idOf: (path) => fieldId(prefix, path),
    ...shown,
    touch: leave,
    follow: (before) => follow('network.nics', before),
  };
  return (
    <NicScopeProvider value={scope}>
      <div className={styles.step}>
        <ClusterNotes />
        {view.settings.source !== 'none' && <AddressSourceSection />}
        <PodPicture />
        <NicRows />
        <FindingNotes path="network.deviceResources" />
        {view.settings.source !== 'none' && <RoutesSection />}
      </div>
    </NicScopeProvider>
  );
});

/** The workload as the rules see it. Only what changes makes pickers look again. */
function usePod({ name, namespace, podLabels, nodeSelector, tolerations = [] }: NicWorkload): PodContext {
  const labels = JSON.stringify(podLabels);
  const selector = JSON.stringify(nodeSelector);
  const tolerated = JSON.stringify(tolerations);
  return useMemo(
    () => ({
      namespace,
      workload: { group: 'apps', version: 'v1', kind: 'Deployment', name },
      podLabels: JSON.parse(labels) as PodContext['podLabels'],
      nodeSelector: JSON.parse(selector) as PodContext['nodeSelector'],
      tolerations: JSON.parse(tolerated) as NonNullable<PodContext['tolerations']>,
    }),
    [name, namespace, labels, selector, tolerated],
  );
}
