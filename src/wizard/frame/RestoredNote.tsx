import { HistoryOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useHost, useSource } from '../../host/HostContext.tsx';
import { useText } from '../../i18n/useText.ts';
import styles from './RestoredNote.module.css';

interface RestoredNoteProps {
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** It is the draft of a copy, which starts over from the workload. */
  readonly ofCopy: boolean;
  readonly onStartOver: () => void;
}

/** Says quietly that an unfinished draft was taken up again, with the way to an empty form or a fresh copy. */
export function RestoredNote({ savedAt, ofCopy, onStartOver }: RestoredNoteProps) {
  const t = useText();
  const locale = useSource(useHost().locale);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(
    savedAt,
  );
  return (
    <p className={styles.note}>
      <HistoryOutlined aria-hidden /> {t('restored.text', { time })}
      <span aria-hidden>·</span>
      <Popconfirm
        title={t(ofCopy ? 'restored.askCopy' : 'restored.ask')}
        okText={t('restored.startOver')}
        cancelText={t('word.cancel')}
        okButtonProps={{ danger: true }}
        onConfirm={onStartOver}
      >
        <Button type="link" size="small">
          {t('restored.startOver')}
        </Button>
      </Popconfirm>
    </p>
  );
}
