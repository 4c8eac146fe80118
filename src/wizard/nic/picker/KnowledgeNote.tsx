import { InfoCircleOutlined } from '@ant-design/icons';
import type { Knowledge } from '../../../domain/cluster-view.ts';
import { useText } from '../../../i18n/useText.ts';
import styles from './KnowledgeNote.module.css';

interface KnowledgeNoteProps {
  readonly knowledge: Knowledge<unknown>;
  /** What could not be read, in the plural: "IP pools". */
  readonly kind: string;
  /** Whether a name may be typed instead. */
  readonly typed?: boolean;
}

/** Why a list is not there. "You may not read this" never looks like "there is none". */
export function KnowledgeNote({ knowledge, kind, typed = false }: KnowledgeNoteProps) {
  const t = useText();
  if (knowledge.state === 'known') return undefined;
  return (
    <p className={styles.note}>
      <InfoCircleOutlined aria-hidden />
      <span>
        {knowledge.state === 'unknown'
          ? t('knowledge.unknown', { kind, problem: knowledge.problem })
          : t(`knowledge.${knowledge.state}`, { kind })}{' '}
        {typed && knowledge.state !== 'loading' && t('knowledge.type')}
      </span>
    </p>
  );
}
