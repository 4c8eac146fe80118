import { useWatch } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { KeyValueRows } from '../../ui/fields/KeyValueRows.tsx';
import { useText } from '../../i18n/useText.ts';
import { Section } from '../frame/Section.tsx';
import { useWizard } from '../frame/wizard-context.ts';
import { labelKeys, labelValues, matchingNodes } from './node-labels.ts';
import { TolerationRows } from './TolerationRows.tsx';

/** On which nodes the Pods may run. */
export function SchedulingSection() {
  const t = useText();
  return (
    <>
      <Section title={t('scheduling.nodeSelector')} detail={t('scheduling.nodeSelectorDetail')}>
        <NodeSelectorRows />
      </Section>
      <Section title={t('scheduling.tolerations')} detail={t('scheduling.tolerationsDetail')}>
        <TolerationRows />
      </Section>
    </>
  );
}

function NodeSelectorRows() {
  const t = useText();
  const { nodes } = useWizard().view;
  const selector = useWatch<Draft, 'scheduling.nodeSelector'>({ name: 'scheduling.nodeSelector' });
  const texts = {
    name: 'scheduling.nodeSelector',
    label: t('scheduling.nodeSelector'),
    labelHidden: true,
    addLabel: t('metadata.addLabel'),
    rowLabel: (place: number) => t('metadata.labelRow', { place }),
  } as const;
  if (nodes.state !== 'known') {
    const help = nodes.state === 'loading' ? t('scheduling.nodesLoading') : t('scheduling.nodesUnread');
    return <KeyValueRows {...texts} help={help} />;
  }
  const matching = matchingNodes(nodes.value, selector);
  return (
    <KeyValueRows
      {...texts}
      help={t('scheduling.matching', { matching: matching.length, count: nodes.value.length })}
      keySuggestions={labelKeys(nodes.value).map((key) => ({ value: key, label: key }))}
      valueSuggestions={(key) =>
        labelValues(nodes.value, key).map(({ value, nodes: count }) => ({
          value,
          label: value,
          detail: t('scheduling.nodesWith', { count }),
        }))
      }
    />
  );
}
