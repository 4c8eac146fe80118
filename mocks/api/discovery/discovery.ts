import type { JsonObject } from '../../store/json.ts';
import type { Review } from '../access/reviews.ts';
import type { Catalogue } from '../catalogue.ts';
import type { ResourceType } from '../resource-type.ts';

const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];
/** As the server of custom resources orders them. */
const CUSTOM_VERBS = ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch'];
const SUB_VERBS = ['get', 'patch', 'update'];

/** Subresources that are requests rather than parts of an object. */
const ACTIONS: Readonly<Record<string, readonly JsonObject[]>> = {
  'v1/pods': [
    { name: 'pods/binding', kind: 'Binding', verbs: ['create'] },
    { name: 'pods/eviction', kind: 'Eviction', group: 'policy', version: 'v1', verbs: ['create'] },
    { name: 'pods/log', kind: 'Pod', verbs: ['get'] },
    { name: 'pods/exec', kind: 'PodExecOptions', verbs: ['create', 'get'] },
  ],
};

/** `/api`. */
export function coreVersions(): JsonObject {
  return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] };
}

function groupObject(group: string, versions: readonly string[]): JsonObject {
  const listed = versions.map((version) => ({ groupVersion: `${group}/${version}`, version }));
  return { name: group, versions: listed, preferredVersion: listed[0] };
}

function allGroups(catalogue: Catalogue, reviews: readonly Review[]): Map<string, string[]> {
  const groups = new Map(catalogue.groups().map(({ group, versions }) => [group, versions]));
  for (const { group, version } of reviews) if (!groups.has(group)) groups.set(group, [version]);
  groups.delete('');
  return groups;
}

/** `/apis`. */
export function groupList(catalogue: Catalogue, reviews: readonly Review[]): JsonObject {
  const groups = [...allGroups(catalogue, reviews)].map(([group, versions]) => groupObject(group, versions));
  return { kind: 'APIGroupList', apiVersion: 'v1', groups };
}

/** `/apis/apps`; undefined for a group that is not served. */
export function groupDescription(catalogue: Catalogue, reviews: readonly Review[], group: string) {
  const versions = allGroups(catalogue, reviews).get(group);
  return versions === undefined
    ? undefined
    : { kind: 'APIGroup', apiVersion: 'v1', ...groupObject(group, versions) };
}

/** `/api/v1`, `/apis/apps/v1`; undefined for a version that is not served. */
export function resourceList(
  catalogue: Catalogue,
  reviews: readonly Review[],
  group: string,
  version: string,
): JsonObject | undefined {
  const types = catalogue.inVersion(group, version);
  const posted = reviews.filter((review) => review.group === group && review.version === version);
  if (types.length === 0 && posted.length === 0) return undefined;
  return {
    kind: 'APIResourceList',
    // The oldest of all lists has none.
    ...(group === '' ? {} : { apiVersion: 'v1' }),
    groupVersion: group === '' ? version : `${group}/${version}`,
    resources: [
      ...types.flatMap(describe),
      ...posted.map(({ plural, kind }) => ({
        name: plural,
        singularName: kind.toLowerCase(),
        namespaced: false,
        kind,
        verbs: ['create'],
      })),
    ],
  };
}

function verbsOf({ group, plural, custom }: ResourceType): readonly string[] {
  if (custom === true) return CUSTOM_VERBS;
  // Namespaces go one by one.
  return group === '' && plural === 'namespaces'
    ? VERBS.filter((verb) => verb !== 'deletecollection')
    : VERBS;
}

function describe(type: ResourceType): JsonObject[] {
  const { plural, singular, kind, namespaced, shortNames, categories, subresources } = type;
  const part = { singularName: '', namespaced };
  const actions = ACTIONS[type.group === '' ? `${type.version}/${plural}` : ''] ?? [];
  return [
    {
      name: plural,
      singularName: singular,
      namespaced,
      kind,
      verbs: verbsOf(type),
      ...(shortNames === undefined ? {} : { shortNames }),
      ...(categories === undefined ? {} : { categories }),
    },
    ...(subresources?.status === true ? [{ name: `${plural}/status`, ...part, kind, verbs: SUB_VERBS }] : []),
    ...(subresources?.scale === true
      ? [
          {
            name: `${plural}/scale`,
            ...part,
            group: 'autoscaling',
            version: 'v1',
            kind: 'Scale',
            verbs: SUB_VERBS,
          },
        ]
      : []),
    ...actions.map((action) => ({ ...part, ...action })),
  ];
}
