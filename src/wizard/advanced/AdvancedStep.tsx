import { Tabs } from 'antd';
import { useText } from '../../i18n/useText.ts';
import { sectionKeys, type SectionKey } from '../frame/place.ts';
import { StepHeading } from '../frame/StepHeading.tsx';
import { TabLabel } from '../frame/TabLabel.tsx';
import { useWizard } from '../frame/wizard-context.ts';
import styles from './AdvancedStep.module.css';
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
  return (
    <>
      <StepHeading title={t('step.advanced')} detail={t('advanced.detail')} />
      <Tabs
        activeKey={section}
        onChange={(key) => go({ step: 'advanced', section: key as SectionKey })}
        destroyOnHidden
        items={sectionKeys.map((key) => ({
          key,
          label: (
            <TabLabel
              text={t(titles[key])}
              errors={areas[key].reduce((sum, area) => sum + errorsUnder(area), 0)}
            />
          ),
          children: <div className={styles.cards}>{sectionContent(key)}</div>,
        }))}
      />
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
