import { useFormContext, useWatch } from 'react-hook-form';
import { Button } from 'antd';
import type { Draft } from '../../domain/workload/draft.ts';
import { KeyValueRows } from '../../ui/fields/KeyValueRows.tsx';
import { NumberTextField } from '../../ui/fields/NumberTextField.tsx';
import { RadioCardsField } from '../../ui/fields/RadioCardsField.tsx';
import { SelectField } from '../../ui/fields/SelectField.tsx';
import { SwitchField } from '../../ui/fields/SwitchField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../i18n/useText.ts';
import { FieldGrid, Section } from '../frame/Section.tsx';
import { workloadLabels } from './service-defaults.ts';
import { ServicePortRows } from './ServicePortRows.tsx';

/** The fields of the Service. Those that its type has no use for are not shown; what was typed there stays. */
export function ServiceFields() {
  const t = useText();
  const access = useWatch<Draft, 'service.access'>({ name: 'service.access' });
  const external = access === 'ExternalName';
  return (
    <>
      <Section title={t('service.access')}>
        <RadioCardsField
          name="service.access"
          label={t('service.access')}
          labelHidden
          cards={[
            { value: 'ClusterIP', title: t('service.clusterIP'), detail: t('service.clusterIPDetail') },
            { value: 'NodePort', title: t('service.nodePort'), detail: t('service.nodePortDetail') },
            {
              value: 'LoadBalancer',
              title: t('service.loadBalancer'),
              detail: t('service.loadBalancerDetail'),
            },
            { value: 'Headless', title: t('service.headless'), detail: t('service.headlessDetail') },
            {
              value: 'ExternalName',
              title: t('service.externalName'),
              detail: t('service.externalNameDetail'),
            },
          ]}
        />
        <FieldGrid>
          <TextField
            name="service.name"
            label={t('service.name')}
            required
            mono
            help={t('service.nameHelp')}
          />
          {external && (
            <TextField
              name="service.externalName"
              label={t('service.externalHost')}
              required
              mono
              placeholder="db.example.com"
            />
          )}
        </FieldGrid>
      </Section>
      {!external && (
        <>
          <Section title={t('service.selector')} detail={t('service.selectorDetail')}>
            <SelectorRows />
          </Section>
          <Section title={t('service.ports')} detail={t('service.portsDetail')}>
            <ServicePortRows withNodePort={access === 'NodePort' || access === 'LoadBalancer'} />
          </Section>
          <TrafficFields external={access === 'NodePort' || access === 'LoadBalancer'} />
        </>
      )}
      <Section title={t('metadata.annotations')} detail={t('service.annotationsDetail')}>
        <KeyValueRows
          name="service.annotations"
          label={t('metadata.annotations')}
          labelHidden
          addLabel={t('metadata.addAnnotation')}
          rowLabel={(place) => t('metadata.annotationRow', { place })}
        />
      </Section>
    </>
  );
}

function SelectorRows() {
  const t = useText();
  const { getValues, setValue } = useFormContext<Draft>();
  return (
    <KeyValueRows
      name="service.selector"
      label={t('service.selector')}
      labelHidden
      addLabel={t('metadata.addLabel')}
      rowLabel={(place) => t('metadata.labelRow', { place })}
      actions={
        <Button
          type="link"
          onClick={() =>
            setValue('service.selector', workloadLabels(getValues()), {
              shouldDirty: true,
              shouldTouch: true,
            })
          }
        >
          {t('service.useLabels')}
        </Button>
      }
    />
  );
}

function TrafficFields({ external }: { external: boolean }) {
  const t = useText();
  const affinity = useWatch<Draft, 'service.sessionAffinity'>({ name: 'service.sessionAffinity' });
  return (
    <Section title={t('service.traffic')}>
      <SwitchField
        name="service.sessionAffinity"
        label={t('service.sessionAffinity')}
        help={t('service.sessionAffinityHelp')}
      />
      <FieldGrid>
        {affinity && (
          <NumberTextField
            name="service.sessionTimeout"
            label={t('finding.field.sessionTimeout')}
            unit={t('unit.seconds')}
            help={t('service.sessionTimeoutHelp')}
            required
            min={1}
            max={86_400}
          />
        )}
        {external && (
          <SelectField
            name="service.externalTrafficPolicy"
            label={t('service.externalPolicy')}
            options={[
              { value: 'Cluster', label: 'Cluster', detail: t('service.policyCluster') },
              { value: 'Local', label: 'Local', detail: t('service.policyLocal') },
            ]}
          />
        )}
      </FieldGrid>
    </Section>
  );
}
