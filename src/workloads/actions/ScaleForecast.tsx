import { Alert } from 'antd';
import { useMemo } from 'react';
import { useClusterView } from '../../cluster/useClusterView.ts';
import { useText } from '../../i18n/useText.ts';
import { useFindingText } from '../../ui/useFindingText.ts';
import type { StoredDeployment } from '../stored-deployment.ts';
import styles from './ScaleDialog.module.css';
import { scaledDraft, scaleFindings } from './scale-forecast.ts';

interface ScaleForecastProps {
  readonly cluster: string;
  readonly deployment: StoredDeployment;
  /** The number that is typed; `undefined` for none. */
  readonly replicas: number | undefined;
}

/** Says where the addresses will not do for the number of replicas. It warns and does not block: more may be on their way. */
export function ScaleForecast({ cluster, deployment, replicas }: ScaleForecastProps) {
  const t = useText();
  const text = useFindingText();
  const view = useClusterView(cluster);
  const draft = useMemo(() => scaledDraft(deployment), [deployment]);
  const findings = useMemo(
    () => (draft === undefined || replicas === undefined ? [] : scaleFindings(draft, replicas, view)),
    [draft, replicas, view],
  );
  return (
    // There before its content, so that a reader hears of the change.
    <div role="status" className={styles['forecast']}>
      {findings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('scale.forecast', { replicas: replicas ?? 0 })}
          description={findings.map((finding) => (
            <div key={`${finding.code} ${finding.path}`}>{text(finding)}</div>
          ))}
        />
      )}
    </div>
  );
}
