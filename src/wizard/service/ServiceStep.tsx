import { useFormContext, useWatch } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { SwitchField } from '../../ui/fields/SwitchField.tsx';
import { useText } from '../../i18n/useText.ts';
import { Section } from '../frame/Section.tsx';
import { StepHeading } from '../frame/StepHeading.tsx';
import { ServiceFields } from './ServiceFields.tsx';
import { withServiceDefaults } from './service-defaults.ts';

/** Step 3: whether and how others reach the workload. */
export function ServiceStep() {
  const t = useText();
  const { getValues, setValue } = useFormContext<Draft>();
  const enabled = useWatch<Draft, 'service.enabled'>({ name: 'service.enabled' });
  return (
    <>
      <StepHeading title={t('step.service')} detail={t('service.detail')} />
      <Section title={t('service.title')}>
        <SwitchField
          name="service.enabled"
          label={t('service.enable')}
          help={t('service.enableHelp')}
          onSwitch={(on) =>
            on && setValue('service', withServiceDefaults(getValues()), { shouldDirty: true })
          }
        />
      </Section>
      {enabled && <ServiceFields />}
    </>
  );
}
