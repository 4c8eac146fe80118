import { useWatch } from 'react-hook-form';
import type { Draft, ProbeDraft, ProbeKind } from '../../domain/workload/draft.ts';
import { NumberTextField } from '../../ui/fields/NumberTextField.tsx';
import { SelectField } from '../../ui/fields/SelectField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { TextRows } from '../../ui/fields/TextRows.tsx';
import { useText } from '../../i18n/useText.ts';
import { FieldGrid } from '../frame/Section.tsx';
import styles from './ProbeFields.module.css';

type ProbePath = `containers.${number}.probes.${ProbeKind}`;

const titles = {
  liveness: 'probe.liveness',
  readiness: 'probe.readiness',
  startup: 'probe.startup',
} as const;

const details = {
  liveness: 'probe.livenessDetail',
  readiness: 'probe.readinessDetail',
  startup: 'probe.startupDetail',
} as const;

/** One probe: how it asks, and when. The fields appear with the method. */
export function ProbeFields({ index, kind }: { index: number; kind: ProbeKind }) {
  const t = useText();
  const path: ProbePath = `containers.${index}.probes.${kind}`;
  const method = useWatch<Draft, `${ProbePath}.method`>({ name: `${path}.method` });
  return (
    <div role="group" aria-label={t(titles[kind])} className={styles.probe}>
      <SelectField
        name={`${path}.method`}
        label={t(titles[kind])}
        help={t(details[kind])}
        className={styles.method}
        options={[
          { value: 'none', label: t('probe.none') },
          { value: 'http', label: t('probe.http'), detail: t('probe.httpDetail') },
          { value: 'tcp', label: t('probe.tcp'), detail: t('probe.tcpDetail') },
          { value: 'exec', label: t('probe.exec'), detail: t('probe.execDetail') },
        ]}
      />
      {method !== 'none' && (
        <div className={styles.fields}>
          <HandlerFields path={path} method={method} />
          <TimingFields path={path} kind={kind} />
        </div>
      )}
    </div>
  );
}

function HandlerFields({ path, method }: { path: ProbePath; method: Exclude<ProbeDraft['method'], 'none'> }) {
  const t = useText();
  const port = (
    <TextField
      name={`${path}.port`}
      label={t('probe.port')}
      required
      mono
      placeholder="8080"
      help={t('probe.portHelp')}
    />
  );
  switch (method) {
    case 'http':
      return (
        <FieldGrid>
          <TextField name={`${path}.path`} label={t('probe.path')} mono placeholder="/healthz" />
          {port}
          <SelectField
            name={`${path}.scheme`}
            label={t('probe.scheme')}
            options={[
              { value: 'HTTP', label: 'HTTP' },
              { value: 'HTTPS', label: 'HTTPS' },
            ]}
          />
        </FieldGrid>
      );
    case 'tcp':
      return <FieldGrid>{port}</FieldGrid>;
    case 'exec':
      return (
        <TextRows
          name={`${path}.command`}
          label={t('probe.command')}
          addLabel={t('container.addCommand')}
          rowLabel={(place) => t('container.commandRow', { place })}
          placeholder="cat"
          ordered
        />
      );
  }
}

/** Times and thresholds; the placeholders are what Kubernetes takes where nothing is typed. */
function TimingFields({ path, kind }: { path: ProbePath; kind: ProbeKind }) {
  const t = useText();
  const seconds = t('unit.seconds');
  return (
    <FieldGrid>
      <NumberTextField
        name={`${path}.initialDelaySeconds`}
        label={t('finding.field.initialDelaySeconds')}
        unit={seconds}
        placeholder="0"
      />
      <NumberTextField
        name={`${path}.periodSeconds`}
        label={t('finding.field.periodSeconds')}
        unit={seconds}
        placeholder="10"
        min={1}
      />
      <NumberTextField
        name={`${path}.timeoutSeconds`}
        label={t('finding.field.timeoutSeconds')}
        unit={seconds}
        placeholder="1"
        min={1}
      />
      <NumberTextField
        name={`${path}.successThreshold`}
        label={t('finding.field.successThreshold')}
        placeholder="1"
        min={1}
        help={kind === 'readiness' ? undefined : t('probe.successOne')}
      />
      <NumberTextField
        name={`${path}.failureThreshold`}
        label={t('finding.field.failureThreshold')}
        placeholder="3"
        min={1}
      />
    </FieldGrid>
  );
}
