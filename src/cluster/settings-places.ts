import {
  assumedSettings,
  decodeSettings,
  noSpiderpool,
  type SpiderpoolSettings,
} from '../domain/spiderpool/settings.ts';

/** The ConfigMap of Spiderpool's settings. */
export const settingsName = 'spiderpool-conf';
export const settingsSelector = `metadata.name=${settingsName}`;

/** Where Spiderpool is usually installed: looked into where ConfigMaps of all namespaces are forbidden. */
export const usualNamespaces = { first: 'kube-system', second: 'spiderpool' } as const;

/**
 * The settings that the ConfigMap says; chart defaults where it cannot be found.
 * @param absent the cluster has no Spiderpool at all
 */
export function settingsOf(configMap: object | undefined, absent: boolean): SpiderpoolSettings {
  if (absent) return noSpiderpool;
  return configMap === undefined ? assumedSettings(usualNamespaces.first) : decodeSettings(configMap);
}
