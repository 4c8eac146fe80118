import { useMemo } from 'react';
import {
  assumedSettings,
  decodeSettings,
  noSpiderpool,
  type SpiderpoolSettings,
} from '../domain/spiderpool/settings.ts';
import { resources } from './resources.ts';
import { useList } from './useList.ts';

/** Where Spiderpool is installed when nothing tells: its chart's documentation says so. */
const usualNamespace = 'kube-system';
const otherNamespace = 'spiderpool';
const fieldSelector = 'metadata.name=spiderpool-conf';

/**
 * The settings of the cluster's Spiderpool, live. The ConfigMap is looked for in all namespaces, and where that is
 * forbidden in the two that it is usually installed in. Chart defaults are assumed where it cannot be found.
 *
 * @param absent the cluster has no Spiderpool at all.
 */
export function useSpiderpoolSettings(cluster: string, absent: boolean): SpiderpoolSettings {
  const everywhere = useList(cluster, resources.configMaps, { fieldSelector, enabled: !absent });
  const enabled = !absent && everywhere.state.phase === 'forbidden';
  const usual = useList(cluster, resources.configMaps, { fieldSelector, namespace: usualNamespace, enabled });
  const other = useList(cluster, resources.configMaps, { fieldSelector, namespace: otherNamespace, enabled });
  const configMap = everywhere.items[0] ?? usual.items[0] ?? other.items[0];
  return useMemo(() => {
    if (absent) return noSpiderpool;
    return configMap === undefined ? assumedSettings(usualNamespace) : decodeSettings(configMap);
  }, [absent, configMap]);
}
