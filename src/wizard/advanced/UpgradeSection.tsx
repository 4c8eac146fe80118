import { useWatch } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { NumberTextField } from '../../ui/fields/NumberTextField.tsx';
import { RadioCardsField } from '../../ui/fields/RadioCardsField.tsx';
import { useText } from '../../i18n/useText.ts';
import { FieldGrid, Section } from '../frame/Section.tsx';

/** How a new version replaces the old one. The placeholders are what Kubernetes takes where nothing is typed. */
export function UpgradeSection() {
  const t = useText();
  const strategy = useWatch<Draft, 'upgrade.strategy'>({ name: 'upgrade.strategy' });
  const seconds = t('unit.seconds');
  return (
    <>
      <Section title={t('upgrade.strategy')}>
        <RadioCardsField
          name="upgrade.strategy"
          label={t('upgrade.strategy')}
          labelHidden
          cards={[
            { value: 'RollingUpdate', title: t('upgrade.rolling'), detail: t('upgrade.rollingDetail') },
            { value: 'Recreate', title: t('upgrade.recreate'), detail: t('upgrade.recreateDetail') },
          ]}
        />
        {strategy === 'RollingUpdate' && (
          <FieldGrid>
            <NumberTextField
              name="upgrade.maxUnavailable"
              label={t('finding.field.maxUnavailable')}
              help={t('upgrade.maxUnavailableHelp')}
              placeholder="25%"
            />
            <NumberTextField
              name="upgrade.maxSurge"
              label={t('finding.field.maxSurge')}
              help={t('upgrade.maxSurgeHelp')}
              placeholder="25%"
            />
          </FieldGrid>
        )}
      </Section>
      <Section title={t('upgrade.times')}>
        <FieldGrid>
          <NumberTextField
            name="upgrade.revisionHistoryLimit"
            label={t('finding.field.revisionHistoryLimit')}
            help={t('upgrade.historyHelp')}
            placeholder="10"
          />
          <NumberTextField
            name="upgrade.minReadySeconds"
            label={t('finding.field.minReadySeconds')}
            help={t('upgrade.minReadyHelp')}
            unit={seconds}
            placeholder="0"
          />
          <NumberTextField
            name="upgrade.progressDeadlineSeconds"
            label={t('finding.field.progressDeadlineSeconds')}
            help={t('upgrade.deadlineHelp')}
            unit={seconds}
            placeholder="600"
          />
          <NumberTextField
            name="upgrade.terminationGracePeriodSeconds"
            label={t('finding.field.terminationGracePeriodSeconds')}
            help={t('upgrade.graceHelp')}
            unit={seconds}
            placeholder="30"
          />
        </FieldGrid>
      </Section>
    </>
  );
}
