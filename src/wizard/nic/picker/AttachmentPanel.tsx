import { useCallback, useMemo } from 'react';
import { known } from '../../../domain/cluster-view.ts';
import { useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { Note } from '../Note.tsx';
import { AttachmentDetail } from './AttachmentDetail.tsx';
import { attachmentOptions, type AttachmentOption } from './attachment-options.ts';
import { attachmentFacts, defaultPoolsOf, searchableAttachment } from './attachment-words.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { KnowledgeNote } from './KnowledgeNote.tsx';
import { OptionLine } from './OptionLine.tsx';
import { PickerPanel } from './PickerPanel.tsx';
import { finder } from '../../../ui/stock/search.ts';
import { isAttachmentId } from './typed-name.ts';

interface AttachmentPanelProps {
  readonly id: string;
  readonly nic: NicView;
  readonly onPick: (attachment: string) => void;
  readonly onClose: () => void;
}

/** Every attachment for one NIC. */
export function AttachmentPanel({ id, nic, onPick, onClose }: AttachmentPanelProps) {
  const t = useText();
  const { view, pod, network } = useNicScope();
  const readable = view.attachments.state === 'known';
  const none = known(view.attachments)?.length === 0;
  const options = useMemo(
    () => attachmentOptions({ network, index: nic.index }, pod, view),
    [network, nic.index, pod, view],
  );
  const typedOption = useCallback(
    (query: string): AttachmentOption | undefined =>
      isAttachmentId(query) ? { id: query, works: true, explained: undefined } : undefined,
    [],
  );
  const attachmentFinder = useCallback(
    (query: string) => {
      const isFound = finder(query);
      return ({ explained }: AttachmentOption) =>
        explained !== undefined && isFound(searchableAttachment(explained.attachment, t));
    },
    [t],
  );
  return (
    <PickerPanel<AttachmentOption>
      id={id}
      title={t('picker.attachments.title', { nic: nic.interfaceName })}
      searchLabel={t('picker.attachments.search')}
      options={options}
      selected={[nic.nic.attachment]}
      multiple={false}
      finder={attachmentFinder}
      typedOption={readable ? undefined : typedOption}
      renderOption={(option) => <AttachmentLine option={option} />}
      renderDetail={(option) => <AttachmentDetail option={option} />}
      head={
        none ? (
          <Note tone="note">{t('picker.attachments.howTo')}</Note>
        ) : readable ? undefined : (
          <KnowledgeNote knowledge={view.attachments} kind={t('word.attachments')} typed />
        )
      }
      emptyText={t(view.attachments.state === 'known' ? 'picker.attachments.none' : 'picker.unread')}
      onPick={onPick}
      onClose={onClose}
    />
  );
}

function AttachmentLine({ option }: { readonly option: AttachmentOption }) {
  const t = useText();
  const { view } = useNicScope();
  const { explained } = option;
  if (option.id === '') {
    const network = view.settings.clusterNetwork;
    return <OptionLine name={t('nic.eth0.default')} middle={network} amount="" end="" works />;
  }
  if (explained === undefined) {
    const badge = <Badge tone="warning">{t('picker.unverified')}</Badge>;
    return (
      <OptionLine name={t('picker.useTyped', { name: option.id })} middle="" amount="" end={badge} works />
    );
  }
  const { attachment, reasons } = explained;
  const refusal = option.works ? undefined : reasons.find(({ effect }) => effect === 'no');
  const pools = defaultPoolsOf(attachment);
  return (
    <OptionLine
      name={attachment.id}
      middle={attachmentFacts(attachment, t).join(' · ')}
      amount=""
      end={
        refusal === undefined ? (
          <>
            {reasons.map((reason) => (
              <Badge key={reason.code} tone="warning">
                {reason.code === 'attachment.excludedByPool'
                  ? t('picker.dropsPools', reason.params)
                  : t(`reason.${reason.code}`, reason.params)}
              </Badge>
            ))}
            {pools.length > 0 && <Badge>{t('attachment.defaults', { pools: pools.join(', ') })}</Badge>}
          </>
        ) : (
          t(`reason.${refusal.code}`, refusal.params)
        )
      }
      works={option.works}
      wide
    />
  );
}
