import { Alert } from 'antd';
import { useText } from '../../i18n/useText.ts';
import { useNicScope } from './nic-scope.ts';
import { KnowledgeNote } from './picker/KnowledgeNote.tsx';

/** What of the cluster is missing or could not be read, said once for the whole step. */
export function ClusterNotes() {
  const t = useText();
  const { view } = useNicScope();
  const { settings, attachments, pools, subnets, namespaces, nodes } = view;
  const unread = [
    { knowledge: attachments, kind: t('word.attachments') },
    { knowledge: pools, kind: t('word.pools') },
    { knowledge: subnets, kind: t('word.subnets') },
    { knowledge: namespaces, kind: t('word.namespaces') },
    { knowledge: nodes, kind: t('word.nodes') },
  ].filter(({ knowledge: { state } }) => state === 'forbidden' || state === 'unknown');
  return (
    <>
      {settings.source === 'none' && (
        <Alert
          type="info"
          showIcon
          title={t('nic.noSpiderpool')}
          description={t('nic.noSpiderpool.detail')}
        />
      )}
      {unread.length > 0 && (
        <Alert
          type="warning"
          title={t('nic.unread')}
          description={unread.map(({ knowledge, kind }) => (
            <KnowledgeNote key={kind} knowledge={knowledge} kind={kind} />
          ))}
        />
      )}
      {settings.source === 'assumed' && <Alert type="info" showIcon title={t('nic.assumedSettings')} />}
    </>
  );
}
