import { isObject, listOr, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import type { Review } from '../access/reviews.ts';
import type { Catalogue } from '../catalogue.ts';
import { groupList, resourceList } from './discovery.ts';

/** The media type in which one answer tells of all groups. */
export const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** Whether a client asks for it first. Source: `DiscoveryEndpointRestrictions` of k8s.io/apiserver. */
export function wantsAggregated(accept: string | undefined): boolean {
  const [first = ''] = (accept ?? '').split(',');
  const parameters = new Set(first.split(';').map((part) => part.trim()));
  return ['g=apidiscovery.k8s.io', 'v=v2', 'as=APIGroupDiscoveryList'].every((part) => parameters.has(part));
}

/** `/api` or `/apis`, with all resources in it. @param core whether the core group is asked for, which has no name */
export function aggregatedDiscovery(
  catalogue: Catalogue,
  reviews: readonly Review[],
  core: boolean,
): JsonObject {
  const groups: JsonObject[] = core
    ? [{ name: '', versions: [{ version: 'v1' }] }]
    : listOr(groupList(catalogue, reviews).groups).filter(isObject);
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups.map(({ name, versions }) => ({
      metadata: { ...(name === '' ? {} : { name }), creationTimestamp: null },
      versions: listOr(versions)
        .filter(isObject)
        .map(({ version }) => ({
          version,
          resources: resourcesOf(catalogue, reviews, textOr(name), textOr(version)),
          freshness: 'Current',
        })),
    })),
  };
}

function resourcesOf(
  catalogue: Catalogue,
  reviews: readonly Review[],
  group: string,
  version: string,
): JsonObject[] {
  const all = listOr(resourceList(catalogue, reviews, group, version)?.resources).filter(isObject);
  // The server of custom resources says what it answers with, the others leave it to the path.
  const custom = catalogue.inVersion(group, version).some((type) => type.custom === true);
  const own = custom ? { group, version } : { group: '', version: '' };
  const kindOf = ({ group: other, version: otherVersion, kind }: JsonObject) =>
    other === undefined ? { ...own, kind } : { group: other, version: otherVersion, kind };
  return all
    .filter(({ name }) => !textOr(name).includes('/'))
    .map((resource) => {
      const parts = all.filter(({ name }) => textOr(name).startsWith(`${textOr(resource.name)}/`));
      return {
        resource: resource.name,
        responseKind: kindOf(resource),
        scope: resource.namespaced === true ? 'Namespaced' : 'Cluster',
        singularResource: resource.singularName,
        verbs: resource.verbs,
        ...(resource.shortNames === undefined ? {} : { shortNames: resource.shortNames }),
        ...(resource.categories === undefined ? {} : { categories: resource.categories }),
        ...(parts.length === 0 ? {} : { subresources: parts.map(subresource(kindOf)).sort(byName) }),
      };
    });
}

function subresource(kindOf: (part: JsonObject) => JsonObject) {
  return (part: JsonObject) => ({
    subresource: textOr(part.name).replace(/^.*\//, ''),
    responseKind: kindOf(part),
    verbs: part.verbs,
  });
}

function byName(a: { subresource: string }, b: { subresource: string }): number {
  return a.subresource < b.subresource ? -1 : 1;
}
