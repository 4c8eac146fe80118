import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../../../i18n/useText.ts';
import { ForReaders } from '../../../ui/ForReaders.tsx';
import { Section } from '../../frame/Section.tsx';
import { useNicScope } from '../nic-scope.ts';
import { NicRow } from './NicRow.tsx';
import styles from './NicRows.module.css';
import { useNicRows } from './useNicRows.ts';

/** 网卡信息: eth0, and the added NICs in the order in which the Pod gets them. */
export function NicRows() {
  const t = useText();
  const { nics, idOf } = useNicScope();
  const rows = useNicRows();
  const added = nics.length - 1;
  return (
    <Section
      title={t('nic.rows.title')}
      detail={t('nic.rows.detail')}
      action={
        added > 1 && (
          <Button type="link" size="small" onClick={rows.foldAll}>
            {t(rows.allFolded ? 'nic.unfoldAll' : 'nic.foldAll')}
          </Button>
        )
      }
    >
      <ol className={styles.rows}>
        {nics.map((nic) => (
          <NicRow key={nic.index === 'eth0' ? 'eth0' : rows.keyOf(nic.index)} nic={nic} rows={rows} />
        ))}
      </ol>
      <Button
        id={idOf('network.nics')}
        block
        type="dashed"
        icon={<PlusOutlined aria-hidden />}
        onClick={rows.add}
      >
        {t('nic.add', { nic: `net${added + 1}` })}
      </Button>
      <span role="status" className={styles.said}>
        <ForReaders>{rows.said}</ForReaders>
      </span>
    </Section>
  );
}
