import { deviceNeedOf } from '../../../domain/multus/device-need.ts';
import { useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import { attachmentFacts, defaultPoolsOf } from './attachment-words.ts';
import { devicesByNode, type AttachmentOption } from './attachment-options.ts';
import { ReasonList, type RuleLine } from './ReasonList.tsx';

/** All that is known of an attachment: what it is, its devices by node, and the reasons for and against it. */
export function AttachmentDetail({ option }: { readonly option: AttachmentOption }) {
  const t = useText();
  const { view } = useNicScope();
  const { explained } = option;
  if (option.id === '') {
    const network = view.settings.clusterNetwork;
    return (
      <p>
        {network === '' ? t('nic.eth0.nodeFile.detail') : t('nic.eth0.clusterNetwork.detail', { network })}
      </p>
    );
  }
  if (explained === undefined) return <p>{t('picker.unverified.detail', { name: option.id })}</p>;
  const { attachment, reasons } = explained;
  const { config } = attachment;
  const resource = deviceNeedOf(attachment)?.name;
  const pools = defaultPoolsOf(attachment);
  const devices = resource === undefined ? [] : devicesByNode(view, resource);
  const fine: readonly RuleLine[] = [{ outcome: 'pass', text: t('rule.attachmentFine') }];
  const rules = reasons.map((reason): RuleLine => ({
    outcome: reason.effect === 'no' ? 'fail' : 'conditional',
    text: t(`reason.${reason.code}`, reason.params),
    upstream: reason.upstream,
  }));
  return (
    <>
      <ReasonList
        title={attachment.id}
        rules={rules.length === 0 ? fine : rules}
        remedies={reasons.map((reason) => t(`remedy.${reason.code}`, reason.params))}
      />
      <p>{attachmentFacts(attachment, t).join(' · ')}</p>
      {config.kind === 'unreadable' && <p>{t(`attachment.problem.${config.problem}`)}</p>}
      {pools.length > 0 && <p>{t('attachment.defaults', { pools: pools.join(', ') })}</p>}
      {devices.length > 0 && (
        <p>
          {t('attachment.devices', {
            resource: resource ?? '',
            nodes: devices.map(({ name, count }) => `${name} ${count}`).join(', '),
          })}
        </p>
      )}
    </>
  );
}
