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
  return { page: 'unknown' };
}
