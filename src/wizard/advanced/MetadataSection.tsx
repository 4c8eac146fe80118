import { useWatch } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { KeyValueRows, type KeyValuePath } from '../../ui/fields/KeyValueRows.tsx';
import { useText } from '../../i18n/useText.ts';
import { Section } from '../frame/Section.tsx';
import { useInsight } from '../frame/insight-context.ts';
import { lockedRows, writtenMetadata } from './written-metadata.ts';

/** Labels and annotations of the workload and of its Pods. Those that other fields write are shown locked. */
export function MetadataSection() {
  const t = useText();
  const { documents } = useInsight();
  const written = writtenMetadata(documents);
  return (
    <>
      <Section title={t('metadata.workload')} detail={t('metadata.workloadDetail')}>
        <MetadataRows name="metadata.labels" kind="label" written={written.labels} />
        <MetadataRows name="metadata.annotations" kind="annotation" written={written.annotations} />
      </Section>
      <Section title={t('metadata.pods')} detail={t('metadata.podsDetail')}>
        <MetadataRows name="metadata.podLabels" kind="label" written={written.podLabels} />
        <MetadataRows name="metadata.podAnnotations" kind="annotation" written={written.podAnnotations} />
      </Section>
    </>
  );
}

interface MetadataRowsProps {
  readonly name: Extract<
    KeyValuePath,
    `metadata.${'labels' | 'annotations' | 'podLabels' | 'podAnnotations'}`
  >;
  readonly kind: 'label' | 'annotation';
  /** What the manifest says at this place, the user's own rows included. */
  readonly written: Readonly<Record<string, string>>;
}

const texts = {
  label: { label: 'metadata.labels', addLabel: 'metadata.addLabel', row: 'metadata.labelRow' },
  annotation: {
    label: 'metadata.annotations',
    addLabel: 'metadata.addAnnotation',
    row: 'metadata.annotationRow',
  },
} as const;

function MetadataRows({ name, kind, written }: MetadataRowsProps) {
  const t = useText();
  const own = useWatch<Draft, typeof name>({ name });
  return (
    <KeyValueRows
      name={name}
      label={t(texts[kind].label)}
      addLabel={t(texts[kind].addLabel)}
      rowLabel={(place) => t(texts[kind].row, { place })}
      locked={lockedRows(written, own).map(({ key, value, writer }) => ({ key, value, reason: t(writer) }))}
    />
  );
}
