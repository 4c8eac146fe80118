import { useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { CapacityForecastBlock } from './CapacityForecastBlock.tsx';
import { DataTime } from './DataTime.tsx';
import styles from './NicCapacity.module.css';

/** How far the addresses of a NIC go, family by family, and as of when that is known. */
export function NicCapacity({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const { forecasts } = useNicScope();
  const own = forecasts.filter((forecast) => forecast.nic.path === nic.path);
  const [first] = own;
  if (first === undefined) return undefined;
  return (
    <section className={styles.capacity} aria-label={t('capacity.title', { nic: nic.interfaceName })}>
      {own.map((forecast) => (
        <CapacityForecastBlock key={forecast.family} forecast={forecast} />
      ))}
      {first.supply !== undefined && <DataTime of={first.supply.kind === 'fixed' ? 'subnets' : 'ipPools'} />}
    </section>
  );
}
