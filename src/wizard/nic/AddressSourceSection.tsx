import type { AddressSource } from '../../domain/workload/draft.ts';
import { useText } from '../../i18n/useText.ts';
import { RadioCards, type RadioCard } from '../../ui/fields/RadioCards.tsx';
import { Section } from '../frame/Section.tsx';
import { ElasticFields } from './ElasticFields.tsx';
import { FindingNotes } from './FindingNotes.tsx';
import { useNicScope } from './nic-scope.ts';
import { setSource } from '../../domain/spiderpool/nic-actions.ts';
import styles from './AddressSourceSection.module.css';

/** Where the addresses come from: one answer for the whole Pod, and what belongs to a fixed pool. */
export function AddressSourceSection() {
  const t = useText();
  const { network, nics, view, change, idOf } = useNicScope();
  const { settings } = view;
  const noNic = !nics.some((nic) => nic.addressing === 'spiderpool' || nic.addressing === 'undecided');
  const blocked = noNic ? t('nic.source.nothing') : undefined;
  const cards: readonly RadioCard[] = [
    {
      value: 'fixed',
      title: t('nic.source.fixed'),
      detail: t('nic.source.fixed.detail'),
      disabledReason: settings.enableAutoPool
        ? blockedDetail(blocked, t('nic.source.fixed.detail'))
        : t(settings.enableSpiderSubnet ? 'nic.source.fixed.off' : 'nic.source.fixed.noSubnets'),
    },
    {
      value: 'pools',
      title: t('nic.source.pools'),
      detail: t('nic.source.pools.detail'),
      disabledReason: blockedDetail(blocked, t('nic.source.pools.detail')),
    },
    {
      value: 'default',
      title: t('nic.source.default'),
      detail: t('nic.source.default.detail'),
      disabledReason: blockedDetail(blocked, t('nic.source.default.detail')),
    },
  ];
  const id = idOf('network.source');
  return (
    <Section
      title={t('nic.source.title')}
      detail={<span id={`${id}-note`}>{blocked ?? t('nic.source.oneChoice')}</span>}
    >
      <RadioCards
        id={id}
        label={t('nic.source.title')}
        describedBy={`${id}-note`}
        cards={cards}
        value={noNic ? '' : network.source}
        onPick={(source) => change(setSource(network, source as AddressSource))}
      />
      <FindingNotes path="network.source" />
      {!noNic && network.source === 'fixed' && (
        <div className={styles.fixed}>
          <ElasticFields />
        </div>
      )}
    </Section>
  );
}

/** A blocked card keeps its own words; why it is blocked is said once, above. */
function blockedDetail(blocked: string | undefined, detail: string): string | undefined {
  return blocked === undefined ? undefined : detail;
}
