import type { ClusterInfo } from '../../host/host.ts';
import { paths } from '../../host/paths.ts';
import type { Translate } from '../../i18n/useText.ts';
import type { Place } from './place.ts';

export interface Crumb {
  readonly text: string;
  /** Absent for where one is. */
  readonly to?: string;
}

/** The way from the list of clusters to a place. `namespace` is that of the list one comes from. */
export function crumbsTo(
  place: Place,
  clusters: readonly ClusterInfo[],
  namespace: string | undefined,
  t: Translate,
): readonly Crumb[] {
  const clusterCrumbs = (cluster: string): readonly Crumb[] => [
    { text: t('console.clusters'), to: paths.clusters() },
    { text: titleOf(clusters, cluster), to: paths.deployments(cluster) },
  ];
  switch (place.page) {
    case 'clusters':
      return [{ text: t('console.clusters') }];
    case 'deployments':
      return [...clusterCrumbs(place.cluster), { text: t('word.deployments') }];
    case 'create':
      return [
        ...clusterCrumbs(place.cluster),
        { text: t('word.deployments'), to: paths.deployments(place.cluster, namespace) },
        { text: t('console.create') },
      ];
    case 'deployment':
      return [
        ...clusterCrumbs(place.cluster),
        { text: t('word.deployments'), to: paths.deployments(place.cluster, namespace) },
        { text: place.name },
      ];
    case 'ipPools':
      return [...clusterCrumbs(place.cluster), { text: t('pools.title') }];
    case 'ipPool':
      return [
        ...clusterCrumbs(place.cluster),
        { text: t('pools.title'), to: paths.ipPools(place.cluster) },
        { text: place.name },
      ];
    case 'subnets':
      return [...clusterCrumbs(place.cluster), { text: t('subnets.title') }];
    case 'subnet':
      return [
        ...clusterCrumbs(place.cluster),
        { text: t('subnets.title'), to: paths.subnets(place.cluster) },
        { text: place.name },
      ];
    case 'unknown':
      return [{ text: t('console.clusters'), to: paths.clusters() }, { text: t('console.notFound') }];
  }
}

/** The title of the window: nearest first, because tabs are narrow. */
export function windowTitle(crumbs: readonly Crumb[]): string {
  const [, ...below] = crumbs;
  const words = (below.length === 0 ? crumbs : below).map(({ text }) => text);
  return `${words.toReversed().join(' · ')} – Podnic`;
}

function titleOf(clusters: readonly ClusterInfo[], name: string): string {
  return clusters.find((cluster) => cluster.name === name)?.title ?? name;
}
