import { Select } from 'antd';
import { setDefaultRoute } from '../../../domain/spiderpool/nic-actions.ts';
import { useText } from '../../../i18n/useText.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { useNicScope } from '../nic-scope.ts';
import styles from './RoutesSection.module.css';

const unset = -1;

/** Which NIC keeps the default route. Nothing is written unless one is chosen: then eth0 keeps it. */
export function DefaultRouteField() {
  const t = useText();
  const { network, nics, change, idOf } = useNicScope();
  const id = idOf('network.defaultRoute');
  const chosen = nics.find(({ nic }) => nic.defaultRoute);
  const choose = (position: number) => {
    const next = nics.find((nic) => nic.position === position);
    change(setDefaultRoute(network, next?.index));
  };
  return (
    <div className={styles['default']}>
      <label htmlFor={id}>{t('route.nic')}</label>
      <Select
        id={id}
        className={styles['select'] ?? ''}
        virtual={false}
        value={chosen?.position ?? unset}
        options={[
          { value: unset, label: t('route.nic.unset') },
          ...nics.map(({ position, interfaceName }) => ({ value: position, label: interfaceName })),
        ]}
        onChange={choose}
      />
      <span className={styles['second']}>{t('route.nic.detail')}</span>
      {nics.map(({ path, position }) => (
        <FindingNotes key={position} path={`${path}.defaultRoute`} />
      ))}
    </div>
  );
}
