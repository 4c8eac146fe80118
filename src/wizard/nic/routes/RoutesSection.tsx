import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import type { RouteDraft } from '../../../domain/workload/draft.ts';
import { useText } from '../../../i18n/useText.ts';
import { Section } from '../../frame/Section.tsx';
import { useNicScope } from '../nic-scope.ts';
import { DefaultRouteField } from './DefaultRouteField.tsx';
import { RouteRow } from './RouteRow.tsx';
import styles from './RoutesSection.module.css';

/** 自定义路由, and the NIC that keeps the default route. */
export function RoutesSection() {
  const t = useText();
  const { network, nics, change, idOf } = useNicScope();
  const { routes } = network;
  const addButton = useRef<HTMLButtonElement>(null);
  const served = nics.some(({ addressing }) => addressing === 'spiderpool' || addressing === 'undecided');
  const setRoutes = (next: RouteDraft[]) => change({ ...network, routes: next });
  const focusRow = (index: number) => focusSoon(idOf(`network.routes.${index}.destination`));

  const insert = (at: number) => {
    setRoutes(routes.toSpliced(at, 0, { destination: '', gateway: '' }));
    focusRow(at);
  };
  const remove = (index: number) => {
    setRoutes(routes.toSpliced(index, 1));
    // The row that moves up takes the focus; after the last one, the button below.
    if (index < routes.length - 1) focusRow(index);
    else addButton.current?.focus();
  };
  return (
    <Section title={t('route.title')} detail={t('route.detail')}>
      {routes.length > 0 && (
        <ul className={styles['routes']}>
          {routes.map((route, index) => (
            // A route has no identity but its place.
            // oxlint-disable-next-line react/no-array-index-key
            <RouteRow
              key={index}
              index={index}
              route={route}
              onRemove={() => remove(index)}
              onChange={(next) => setRoutes(routes.with(index, next))}
              onEnter={() => insert(index + 1)}
            />
          ))}
        </ul>
      )}
      <div className={styles['add']}>
        <Button
          ref={addButton}
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          disabled={!served}
          onClick={() => insert(routes.length)}
        >
          {t('route.add')}
        </Button>
        {!served && <span className={styles['second']}>{t('route.add.blocked')}</span>}
      </div>
      <DefaultRouteField />
    </Section>
  );
}

/** The element is there after React has drawn it. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
