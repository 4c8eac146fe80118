import { SettingOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { NetworkDraft } from '../../domain/workload/draft.ts';
import { useText } from '../../i18n/useText.ts';
import { useInsight } from '../frame/insight-context.ts';
import { Section } from '../frame/Section.tsx';
import { useWizard } from '../frame/wizard-context.ts';
import { NicSummary } from '../nic/NicSummary.tsx';
import { DnsFields } from './DnsFields.tsx';
import styles from './NetworkSection.module.css';

/** The Pods' network: the container NICs in short, with the way to their page, and DNS. */
export function NetworkSection() {
  return (
    <>
      <NicsSection />
      <DnsFields />
    </>
  );
}

function NicsSection() {
  const t = useText();
  const { view, go } = useWizard();
  const { draft } = useInsight();
  const missing = missingPart(view);
  // NICs that are there already must be reachable, if only to be taken away.
  const closed = missing === 'multus' && !hasNics(draft.network);
  return (
    <Section
      title={t('nics.title')}
      detail={t('nics.detail')}
      action={
        closed ? undefined : (
          <Button
            icon={<SettingOutlined aria-hidden />}
            onClick={() => go({ step: 'advanced', section: 'nics' })}
          >
            {t('nics.configure')}
          </Button>
        )
      }
    >
      {missing !== undefined && <MissingNote part={missing} />}
      {!closed && <NicSummary network={draft.network} namespace={draft.basics.namespace} view={view} />}
    </Section>
  );
}

/** What the cluster lacks for container NICs, once that is known. */
function missingPart(view: ClusterView): 'multus' | 'spiderpool' | undefined {
  if (view.attachments.state === 'absent') return 'multus';
  return view.settings.source === 'none' ? 'spiderpool' : undefined;
}

function hasNics({ nics, eth0 }: NetworkDraft): boolean {
  return nics.length > 0 || eth0.attachment !== '';
}

const notes = {
  multus: { title: 'nics.noMultus', detail: 'nics.noMultusDetail' },
  spiderpool: { title: 'nics.noSpiderpool', detail: 'nics.noSpiderpoolDetail' },
} as const;

const installPage = 'https://spidernet-io.github.io/spiderpool/';

function MissingNote({ part }: { part: keyof typeof notes }) {
  const t = useText();
  return (
    <Alert
      type="info"
      showIcon
      title={t(notes[part].title)}
      description={
        <>
          {t(notes[part].detail)}{' '}
          <a className={styles.link} href={installPage} target="_blank" rel="noreferrer">
            {t('nics.howToInstall')}
          </a>
        </>
      }
    />
  );
}
