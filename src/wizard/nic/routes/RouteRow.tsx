import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { RouteDraft } from '../../../domain/workload/draft.ts';
import { useText } from '../../../i18n/useText.ts';
import { NicName } from '../../../ui/NicName.tsx';
import { FindingNotes } from '../FindingNotes.tsx';
import { useNicScope } from '../nic-scope.ts';
import { routeNic } from './route-nic.ts';
import styles from './RoutesSection.module.css';

interface RouteRowProps {
  readonly index: number;
  readonly route: RouteDraft;
  readonly onChange: (next: RouteDraft) => void;
  readonly onRemove: () => void;
  readonly onEnter: () => void;
}

/** One route: destination, gateway, and the NIC that it follows from them. Enter adds the next. */
export function RouteRow({ index, route, onChange, onRemove, onEnter }: RouteRowProps) {
  const t = useText();
  const { nics, findingsAt, touch, idOf } = useNicScope();
  const path = `network.routes.${index}`;
  const nic = routeNic(route.gateway, nics);
  const field = (key: keyof RouteDraft, placeholder: string) => {
    const fieldPath = `${path}.${key}`;
    const wrong = findingsAt(fieldPath).some(({ severity }) => severity === 'error');
    return (
      <Input
        id={idOf(fieldPath)}
        className={styles['address'] ?? ''}
        style={{ width: 220 }}
        aria-label={t(`route.${key}.label`, { number: index + 1 })}
        aria-invalid={wrong || undefined}
        aria-describedby={`${idOf(fieldPath)}-notes`}
        status={wrong ? 'error' : ''}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={route[key]}
        onChange={(event) => onChange({ ...route, [key]: event.target.value.trim() })}
        onBlur={() => touch(fieldPath)}
        onPressEnter={(event) => {
          event.preventDefault();
          onEnter();
        }}
      />
    );
  };
  return (
    <li className={styles['route']}>
      <div className={styles['fields']}>
        {field('destination', '192.168.50.0/24')}
        <span className={styles['second']}>{t('route.via')}</span>
        {field('gateway', '10.6.0.254')}
        {nic !== undefined && (
          <span className={styles['leaves']}>
            <span aria-hidden>→</span>
            <span className={styles['hidden']}>{t('route.leaves')}</span>
            <NicName index={nic.position} name={nic.interfaceName} />
          </span>
        )}
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('route.remove', { number: index + 1 })}
          onClick={onRemove}
        />
      </div>
      <FindingNotes path={`${path}.destination`} />
      <FindingNotes path={`${path}.gateway`} />
    </li>
  );
}
