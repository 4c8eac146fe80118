import { useMemo } from 'react';
import type { SpiderpoolSettings } from '../domain/spiderpool/settings.ts';
import { resources } from './resources.ts';
import { settingsOf, settingsSelector, usualNamespaces } from './settings-places.ts';
import { useList } from './useList.ts';

const fieldSelector = settingsSelector;

/**
 * The settings of the cluster's Spiderpool, live. The ConfigMap is looked for in all namespaces, and where that is
 * forbidden in the two that it is usually installed in. Chart defaults are assumed where it cannot be found.
 *
 * @param absent the cluster has no Spiderpool at all.
 */
export function useSpiderpoolSettings(cluster: string, absent: boolean): SpiderpoolSettings {
  const { first, second } = usualNamespaces;
  const everywhere = useList(cluster, resources.configMaps, { fieldSelector, enabled: !absent });
  const enabled = !absent && everywhere.state.phase === 'forbidden';
  const usual = useList(cluster, resources.configMaps, { fieldSelector, namespace: first, enabled });
  const other = useList(cluster, resources.configMaps, { fieldSelector, namespace: second, enabled });
  const configMap = everywhere.items[0] ?? usual.items[0] ?? other.items[0];
  return useMemo(() => settingsOf(configMap, absent), [absent, configMap]);
}
