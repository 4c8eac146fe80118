import { matchPath } from 'react-router';
import { pathPatterns } from '../../host/paths.ts';

/** Which page an address is. What the header and the title say of it follows from this alone. */
export type Place =
  | { readonly page: 'clusters' }
  | { readonly page: 'deployments'; readonly cluster: string }
  | { readonly page: 'create'; readonly cluster: string }
  | {
      readonly page: 'deployment';
      readonly cluster: string;
      readonly namespace: string;
      readonly name: string;
    }
  | { readonly page: 'ipPools'; readonly cluster: string }
  | { readonly page: 'ipPool'; readonly cluster: string; readonly name: string }
  | { readonly page: 'subnets'; readonly cluster: string }
  | { readonly page: 'subnet'; readonly cluster: string; readonly name: string }
  | { readonly page: 'unknown' };

export function placeOf(pathname: string): Place {
  if (matchPath(pathPatterns.clusters, pathname)) return { page: 'clusters' };
  const create = matchPath(pathPatterns.createDeployment, pathname)?.params.cluster;
  if (create !== undefined) return { page: 'create', cluster: create };
  const list = matchPath(pathPatterns.deployments, pathname)?.params.cluster;
  if (list !== undefined) return { page: 'deployments', cluster: list };
  const { cluster, namespace, name } = matchPath(pathPatterns.deployment, pathname)?.params ?? {};
  if (cluster !== undefined && namespace !== undefined && name !== undefined) {
    return { page: 'deployment', cluster, namespace, name };
  }
  return addressPlaceOf(pathname) ?? { page: 'unknown' };
}

/** The cluster of a place that is a list. */
export function clusterOfList(place: Place): string | undefined {
  switch (place.page) {
    case 'deployments':
    case 'ipPools':
    case 'subnets':
      return place.cluster;
    case 'clusters':
    case 'create':
    case 'deployment':
    case 'ipPool':
    case 'subnet':
    case 'unknown':
      return undefined;
  }
}

const addressLists = ['ipPools', 'subnets'] as const;
const addressPages = ['ipPool', 'subnet'] as const;

/** The pages of pools and subnets. */
function addressPlaceOf(pathname: string): Place | undefined {
  for (const page of addressLists) {
    const cluster = matchPath(pathPatterns[page], pathname)?.params.cluster;
    if (cluster !== undefined) return { page, cluster };
  }
  for (const page of addressPages) {
    const { cluster, name } = matchPath(pathPatterns[page], pathname)?.params ?? {};
    if (cluster !== undefined && name !== undefined) return { page, cluster, name };
  }
  return undefined;
}
