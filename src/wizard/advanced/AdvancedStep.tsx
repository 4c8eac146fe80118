import { useId } from 'react';
import { useText } from '../../i18n/useText.ts';
import { TabBar, TabPanel } from '../../ui/TabBar.tsx';
import { sectionKeys, type SectionKey } from '../frame/place.ts';
import { StepHeading } from '../frame/StepHeading.tsx';
import { TabLabel } from '../frame/TabLabel.tsx';
import { useWizard } from '../frame/wizard-context.ts';
import { MetadataSection } from './MetadataSection.tsx';
import { NetworkSection } from './NetworkSection.tsx';
import { SchedulingSection } from './SchedulingSection.tsx';
import { UpgradeSection } from './UpgradeSection.tsx';

const titles = {
  network: 'section.network',
  upgrade: 'section.upgrade',
  scheduling: 'section.scheduling',
  metadata: 'section.metadata',
} as const;

/** The paths of the draft behind each tab, for the count of its errors. */
const areas: Readonly<Record<SectionKey, readonly string[]>> = {
  network: ['network', 'dns'],
  upgrade: ['upgrade'],
  scheduling: ['scheduling'],
  metadata: ['metadata.labels', 'metadata.annotations', 'metadata.podLabels', 'metadata.podAnnotations'],
};

/** Step 4: network, upgrade, scheduling, labels and annotations. */
export function AdvancedStep({ section }: { section: SectionKey }) {
  const t = useText();
  const { go, errorsUnder } = useWizard();
  const id = useId();
  return (
    <>
      <StepHeading title={t('step.advanced')} detail={t('advanced.detail')} />
      <TabBar
        id={id}
        label={t('step.advanced')}
        tabs={sectionKeys.map((key) => ({
          key,
          label: (
            <TabLabel
              text={t(titles[key])}
              errors={areas[key].reduce((sum, area) => sum + errorsUnder(area), 0)}
            />
          ),
        }))}
        active={section}
        onPick={(key) => go({ step: 'advanced', section: key as SectionKey })}
      />
      <TabPanel id={id} active={section}>
        {sectionContent(section)}
      </TabPanel>
    </>
  );
}

function sectionContent(section: SectionKey) {
  switch (section) {
    case 'network':
      return <NetworkSection />;
    case 'upgrade':
      return <UpgradeSection />;
    case 'scheduling':
      return <SchedulingSection />;
    case 'metadata':
      return <MetadataSection />;
  }
}
