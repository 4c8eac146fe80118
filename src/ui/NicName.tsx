import { useHost, useSource } from '../host/HostContext.tsx';
import { nicHue } from './nic-hue.ts';
import styles from './NicName.module.css';

interface NicNameProps {
  /** Position in the Pod: 0 is eth0. It chooses the hue. */
  index: number;
  name: string;
}

/** An interface's name with its hue beside it. */
export function NicName({ index, name }: NicNameProps) {
  const mode = useSource(useHost().theme);
  return (
    <span className={styles['nic']}>
      <span className={styles['mark']} style={{ background: nicHue(index, mode) }} aria-hidden />
      {name}
    </span>
  );
}
