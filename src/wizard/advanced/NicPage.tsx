import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import type { Draft, KeyValue, UpgradeDraft } from '../../domain/workload/draft.ts';
import { podLabels } from '../../domain/workload/labels.ts';
import { useText } from '../../i18n/useText.ts';
import { useFixActions } from '../fix-actions.ts';
import { useInsight } from '../frame/insight-context.ts';
import { StepHeading } from '../frame/StepHeading.tsx';
import { useSame } from '../frame/useSame.ts';
import { useWizard } from '../frame/wizard-context.ts';
import { NicStep } from '../nic/NicStep.tsx';
import styles from './NicPage.module.css';

/** The container NICs on a page of their own, inside the last step. */
export function NicPage() {
  const t = useText();
  const { cluster, view, go, visited, leftFields } = useWizard();
  const fixes = useFixActions();
  const { draft, findings } = useInsight();
  const { setValue } = useFormContext<Draft>();
  const { field } = useController<Draft, 'network'>({ name: 'network' });
  const workload = useSame({
    name: draft.basics.name,
    namespace: draft.basics.namespace,
    replicas: draft.basics.replicas,
    podLabels: podLabels(draft),
    nodeSelector: labelsOf(draft.scheduling.nodeSelector),
    tolerations: draft.scheduling.tolerations,
    upgrade: draft.upgrade,
  });
  const changeUpgrade = useCallback(
    (upgrade: UpgradeDraft) => setValue('upgrade', upgrade, { shouldDirty: true }),
    [setValue],
  );
  return (
    <>
      <Button
        type="link"
        className={styles.back ?? ''}
        icon={<ArrowLeftOutlined aria-hidden />}
        onClick={() => go({ step: 'advanced', section: 'network' })}
      >
        {t('nics.backToAdvanced')}
      </Button>
      <StepHeading title={t('nics.pageTitle')} detail={t('nics.pageDetail')} />
      <NicStep
        cluster={cluster}
        view={view}
        value={field.value}
        onChange={field.onChange}
        workload={workload}
        findings={findings}
        pathPrefix="network"
        revealed={visited.has('advanced')}
        leftFields={leftFields}
        onChangeUpgrade={changeUpgrade}
        fixes={fixes}
      />
    </>
  );
}

function labelsOf(rows: readonly KeyValue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.filter(({ key }) => key !== '').map(({ key, value }) => [key, value]));
}
