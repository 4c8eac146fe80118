import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { useText } from '../../../i18n/useText.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import styles from './NicRowButtons.module.css';
import type { NicRowActions } from './useNicRows.ts';

interface NicRowButtonsProps {
  readonly nic: NicView;
  readonly index: number;
  readonly rows: NicRowActions;
}

const icons = {
  up: <ArrowUpOutlined aria-hidden />,
  down: <ArrowDownOutlined aria-hidden />,
  duplicate: <CopyOutlined aria-hidden />,
  remove: <DeleteOutlined aria-hidden />,
};

/** Up, down, duplicate, remove. Up and down do by click what dragging does. */
export function NicRowButtons({ nic, index, rows }: NicRowButtonsProps) {
  const t = useText();
  const last = useNicScope().network.nics.length - 1;
  const name = { nic: nic.interfaceName };
  return (
    <div className={styles.buttons}>
      {last > 0 && (
        <>
          <IconButton
            label={t('nic.up', name)}
            icon={icons.up}
            idle={index === 0}
            onClick={() => rows.move(index, index - 1)}
          />
          <IconButton
            label={t('nic.down', name)}
            icon={icons.down}
            idle={index === last}
            onClick={() => rows.move(index, index + 1)}
          />
        </>
      )}
      <IconButton
        label={t('nic.duplicate', name)}
        icon={icons.duplicate}
        onClick={() => rows.duplicate(index)}
      />
      <IconButton label={t('nic.remove', name)} icon={icons.remove} onClick={() => rows.remove(index)} />
    </div>
  );
}
