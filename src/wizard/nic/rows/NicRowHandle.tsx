import { HolderOutlined } from '@ant-design/icons';
import type { DragEvent, KeyboardEvent } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import styles from './NicRowHandle.module.css';
import { startRowDrag } from './useRowDrop.ts';

/** Made once: React leaves alone what it has seen. */
const grip = <HolderOutlined aria-hidden />;

interface NicRowHandleProps {
  readonly nic: NicView;
  readonly index: number;
  readonly onMove: (from: number, to: number) => void;
}

/** Drags the row; with the arrow keys it goes up and down. */
export function NicRowHandle({ nic, index, onMove }: NicRowHandleProps) {
  const t = useText();
  const { idOf } = useNicScope();
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    onMove(index, index + by);
  };
  const onDragStart = (event: DragEvent<HTMLElement>) => {
    const row = event.currentTarget.closest('li');
    if (row !== null) event.dataTransfer.setDragImage(row, 16, 16);
    startRowDrag(event, index);
  };
  return (
    <button
      type="button"
      id={idOf(`${nic.path}.handle`)}
      className={styles.handle}
      draggable
      aria-label={t('nic.reorder', { nic: nic.interfaceName })}
      title={t('nic.reorder.hint')}
      onKeyDown={onKeyDown}
      onDragStart={onDragStart}
    >
      {grip}
    </button>
  );
}
