import { NumberTextField } from '../../ui/fields/NumberTextField.tsx';
import { TextAreaField } from '../../ui/fields/TextAreaField.tsx';
import { useText } from '../../i18n/useText.ts';
import { FieldGrid, Section } from '../frame/Section.tsx';
import { StepHeading } from '../frame/StepHeading.tsx';
import { NameField } from './NameField.tsx';
import { NamespaceField } from './NamespaceField.tsx';

const descriptionLimit = 512;

/** Step 1: what the workload is called, where it lives, how many Pods it has. */
export function BasicStep() {
  const t = useText();
  return (
    <>
      <StepHeading title={t('step.basic')} detail={t('basic.detail')} />
      <Section title={t('basic.workload')}>
        <FieldGrid>
          <NameField />
          <NamespaceField />
        </FieldGrid>
        <NumberTextField
          name="basics.replicas"
          label={t('basic.replicas')}
          help={t('basic.replicasHelp')}
          unit={t('unit.pods')}
          required
        />
        <TextAreaField
          name="basics.description"
          label={t('basic.description')}
          help={t('basic.descriptionHelp')}
          limit={descriptionLimit}
        />
      </Section>
    </>
  );
}
