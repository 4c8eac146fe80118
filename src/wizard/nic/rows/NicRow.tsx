import type { CSSProperties } from 'react';
import { useHost, useSource } from '../../../host/HostContext.tsx';
import { useText } from '../../../i18n/useText.ts';
import { classNames } from '../../../ui/class-names.ts';
import { nicHue } from '../../../ui/nic-hue.ts';
import { useIsLit, useLight } from '../../../ui/lit-nic.ts';
import { NicBrief } from '../NicBrief.tsx';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { FoldedFindings } from './FoldedFindings.tsx';
import { NicFields } from './NicFields.tsx';
import { NicRowButtons } from './NicRowButtons.tsx';
import { NicRowHandle } from './NicRowHandle.tsx';
import styles from './NicRow.module.css';
import { useRowDrop } from './useRowDrop.ts';
import type { NicRowActions } from './useNicRows.ts';

interface NicRowProps {
  readonly nic: NicView;
  readonly rows: NicRowActions;
}

/** One NIC: its name with its hue, its fields or, folded, what they say on one line, and what can be done to the row. */
export function NicRow({ nic, rows }: NicRowProps) {
  const t = useText();
  const mode = useSource(useHost().theme);
  const { idOf, network, source } = useNicScope();
  const lit = useIsLit([nic.position]);
  const light = useLight()(nic.position);
  const drop = useRowDrop(nic.index, rows.move);
  const { index } = nic;
  const folded = rows.isFolded(index);
  const bodyId = idOf(`${nic.path}.body`);
  return (
    <li
      className={classNames(
        styles.row,
        drop.side === 'before' && styles.before,
        drop.side === 'after' && styles.after,
      )}
      style={{ '--hue': nicHue(nic.position, mode) } as CSSProperties}
      data-lit={lit || undefined}
      data-folded={folded || undefined}
      {...light}
      {...drop.handlers}
    >
      <div className={styles.side}>
        {index !== 'eth0' && <NicRowHandle nic={nic} index={index} onMove={rows.move} />}
        <button
          type="button"
          id={idOf(`${nic.path}.row`)}
          className={styles.name}
          aria-expanded={!folded}
          aria-controls={bodyId}
          onClick={() => rows.setFolded(index, !folded)}
        >
          {nic.interfaceName}
        </button>
        {index === 'eth0' && <span className={styles.kind}>{t('nic.eth0.kind')}</span>}
      </div>
      <div className={styles.body} id={bodyId}>
        {folded ? (
          <>
            <NicBrief nic={nic} source={source} elastic={network.elastic} />
            <FoldedFindings nic={nic} onOpen={() => rows.setFolded(index, false)} />
          </>
        ) : (
          <NicFields nic={nic} />
        )}
      </div>
      {index !== 'eth0' && <NicRowButtons nic={nic} index={index} rows={rows} />}
    </li>
  );
}
