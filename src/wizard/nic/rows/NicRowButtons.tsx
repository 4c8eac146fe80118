import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import styles from './NicRowButtons.module.css';
import type { NicRowActions } from './useNicRows.ts';

interface NicRowButtonsProps {
  readonly nic: NicView;
  readonly index: number;
  readonly rows: NicRowActions;
}

/** Up, down, duplicate, remove. Up and down do by click what dragging does. */
export function NicRowButtons({ nic, index, rows }: NicRowButtonsProps) {
  const t = useText();
  const { network } = useNicScope();
  const name = nic.interfaceName;
  const only = network.nics.length === 1;
  const first = index === 0;
  const last = index === network.nics.length - 1;
  return (
    <div className={styles.buttons}>
      {!only && (
        <>
          <Button
            type="text"
            size="small"
            icon={<ArrowUpOutlined aria-hidden />}
            aria-label={t('nic.up', { nic: name })}
            aria-disabled={first || undefined}
            className={first ? (styles.faint ?? '') : ''}
            onClick={() => rows.move(index, index - 1)}
          />
          <Button
            type="text"
            size="small"
            icon={<ArrowDownOutlined aria-hidden />}
            aria-label={t('nic.down', { nic: name })}
            aria-disabled={last || undefined}
            className={last ? (styles.faint ?? '') : ''}
            onClick={() => rows.move(index, index + 1)}
          />
        </>
      )}
      <Button
        type="text"
        size="small"
        icon={<CopyOutlined aria-hidden />}
        aria-label={t('nic.duplicate', { nic: name })}
        title={t('nic.duplicate', { nic: name })}
        onClick={() => rows.duplicate(index)}
      />
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('nic.remove', { nic: name })}
        title={t('nic.remove', { nic: name })}
        onClick={() => rows.remove(index)}
      />
    </div>
  );
}
