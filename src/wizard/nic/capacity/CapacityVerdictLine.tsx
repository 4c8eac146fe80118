import { Button } from 'antd';
import { useMemo } from 'react';
import type { CapacityForecast } from '../../../domain/capacity/forecast.ts';
import { remediesOf, type Remedy } from '../../../domain/capacity/remedies.ts';
import type { Finding } from '../../../domain/checks/finding.ts';
import { addressPath, familyNames } from '../../../domain/checks/nics/nic-fields.ts';
import { useText, type Translate } from '../../../i18n/useText.ts';
import { focusField } from '../../../ui/field-id.ts';
import { useFieldPrefix } from '../../../ui/useFieldPrefix.ts';
import { useFindingText } from '../../../ui/useFindingText.ts';
import { useNicScope } from '../nic-scope.ts';
import { Note } from '../Note.tsx';
import { isCapacityFinding } from './capacity-finding.ts';
import styles from './CapacityVerdictLine.module.css';

/** What will become of the Pods unless it is well, with the edits that make it better. */
export function CapacityVerdictLine({ forecast }: { readonly forecast: CapacityForecast }) {
  const t = useText();
  const text = useFindingText();
  const { findingsAt, source } = useNicScope();
  const { nic, family, verdict } = forecast;
  const findings = findingsAt(addressPath(nic, source, family)).filter(
    (finding) => isCapacityFinding(finding) && finding.params['family'] === familyNames[family],
  );
  return (
    <>
      {verdict.kind === 'unknown' && verdict.reason !== 'allocations' && (
        <Note tone="quiet">{t(`capacity.unknown.${verdict.reason}`)}</Note>
      )}
      {findings.map((finding) => (
        <Note key={finding.code} tone={finding.severity}>
          {text(finding)}{' '}
          {finding.severity !== 'note' && (
            <Remedies
              path={finding.path}
              forecast={speaksOfMaximum(finding) ? forecast.atMaximum?.forecast : forecast}
            />
          )}
        </Note>
      ))}
    </>
  );
}

function speaksOfMaximum({ code }: Finding): boolean {
  return code === 'capacity.autoscaler' || code === 'capacity.autoscalerDeadlock';
}

interface RemediesProps {
  /** The field of the finding. */
  readonly path: string;
  readonly forecast: CapacityForecast | undefined;
}

function Remedies({ path, forecast }: RemediesProps) {
  const t = useText();
  const prefix = useFieldPrefix();
  const { asker, view, mend, canChangeUpgrade } = useNicScope();
  const remedies = useMemo(() => {
    if (forecast === undefined) return [];
    const replicas = String(forecast.demand.replicas);
    return remediesOf(forecast, { ...asker, replicas }, view);
  }, [forecast, asker, view]);
  const offered = remedies.filter(({ code }) => canChangeUpgrade || !changesUpgrade(code));
  if (offered.length === 0) return undefined;
  return (
    <span className={styles.remedies}>
      {offered.map((remedy) => (
        <Button
          key={remedy.code}
          size="small"
          onClick={() => {
            // The button goes with its finding, and leaves the focus to the field.
            focusField(prefix, path);
            mend(remedy);
          }}
        >
          {labelOf(remedy, t)}
        </Button>
      ))}
    </span>
  );
}

function changesUpgrade(code: Remedy['code']): boolean {
  return code === 'unavailable' || code === 'recreate';
}

function labelOf({ code, params }: Remedy, t: Translate): string {
  return t(`fix.${code}`, params);
}
