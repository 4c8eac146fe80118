import { NumberTextField } from '../../ui/fields/NumberTextField.tsx';
import { TextAreaField } from '../../ui/fields/TextAreaField.tsx';
import { useText } from '../../i18n/useText.ts';
import { FieldGrid, Section } from '../frame/Section.tsx';
import { StepHeading } from '../frame/StepHeading.tsx';
import { NameField } from './NameField.tsx';
import { NamespaceField } from './NamespaceField.tsx';

const descriptionLimit = 512;

/** Step 1: what the workload is called, where it lives, how many Pods it has. */
export function BasicsStep() {
  const t = useText();
  return (
    <>
      <StepHeading title={t('step.basics')} detail={t('basics.detail')} />
      <Section title={t('basics.workload')}>
        <FieldGrid>
          <NameField />
          <NamespaceField />
        </FieldGrid>
        <NumberTextField
          name="basics.replicas"
          label={t('finding.field.replicas')}
          help={t('basics.replicasHelp')}
          unit={t('unit.pods')}
          placeholder="1"
        />
        <TextAreaField
          name="basics.description"
          label={t('basics.description')}
          help={t('basics.descriptionHelp')}
          limit={descriptionLimit}
        />
      </Section>
    </>
  );
}
