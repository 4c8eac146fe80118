import type { CSSProperties } from 'react';
import { useHost, useSource } from '../../../host/HostContext.tsx';
import { useText } from '../../../i18n/useText.ts';
import { nicHue } from '../../../ui/nic-hue.ts';
import { useIsLit, useLight } from '../../../ui/lit-nic.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { AttachmentBox } from './AttachmentBox.tsx';
import styles from './PodPicture.module.css';
import { StockBoxes } from './StockBoxes.tsx';

/** With more NICs than this each pool takes one line. */
const many = 5;

/**
 * The Pod as it will be: each NIC with its attachment and what its addresses come from. All of it is text in reading order,
 * one list item a NIC; the lines between are decoration.
 */
export function PodPicture() {
  const t = useText();
  const { workload, nics } = useNicScope();
  const replicas = /^\d+$/.test(workload.replicas) ? Number(workload.replicas) : undefined;
  return (
    <figure
      className={styles['picture']}
      aria-label={t('picture.title')}
      data-many={nics.length > many || undefined}
    >
      <figcaption className={styles['pod']}>
        <strong>{workload.name === '' ? t('picture.unnamed') : workload.name}</strong>
        {replicas !== undefined && (
          <span className={styles['second']}>{t('picture.pods', { count: replicas })}</span>
        )}
      </figcaption>
      <ul className={styles['nics']}>
        {nics.map((nic) => (
          <NicLine key={nic.position} nic={nic} />
        ))}
      </ul>
    </figure>
  );
}

function NicLine({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const mode = useSource(useHost().theme);
  const lit = useIsLit([nic.position]);
  const { onPointerEnter, onPointerLeave } = useLight()(nic.position);
  const style = { '--hue': nicHue(nic.position, mode) } as CSSProperties;
  const overlay = nic.addressing === 'cluster';
  return (
    <li
      className={styles['nic']}
      style={style}
      data-lit={lit || undefined}
      data-overlay={overlay || undefined}
      onPointerEnter={onPointerEnter}
      onPointerLeave={onPointerLeave}
    >
      <span className={styles['wire']}>
        <span className={styles['name']}>{nic.interfaceName}</span>
        {nic.nic.defaultRoute && <span className={styles['route']}>{t('picture.defaultRoute')}</span>}
      </span>
      <AttachmentBox nic={nic} />
      <span className={styles['link']} aria-hidden />
      <StockBoxes nic={nic} />
    </li>
  );
}
