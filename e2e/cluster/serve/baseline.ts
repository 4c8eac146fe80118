import { setTimeout as delay } from 'node:timers/promises';
import { listOr, objectOr, textOr } from '../../../mocks/store/json.ts';
import type { ApiClient } from '../api/api-client.ts';
import { ApiError } from '../api/api-client.ts';
import { discover } from '../api/discovery.ts';

/** What a cluster has in it when a test gets it. */
export interface Baseline {
  /** Makes it so again. @returns false when a test has changed what was in it, or what it made does not go */
  restore(): Promise<boolean>;
}

interface Resource {
  /** The path of all its objects: `/apis/apps/v1/deployments`. */
  path: string;
  /** Where they are without their namespace: `/apis/apps/v1`. */
  base: string;
  plural: string;
}

/** One object, as far as it has to be what it was. */
interface Kept {
  uid: string;
  /** What users write, as JSON: a test that has changed it has changed the cluster. */
  written: string;
  /** What controllers write, as JSON: they write it again. */
  observed: string;
  /** The uids of its owners. */
  owners: readonly string[];
  /** It is being deleted, and controllers work on it. */
  isEnding: boolean;
}

type Content = ReadonlyMap<string, Kept>;

/** Written all the time, or told of what is over. */
const NOT_KEPT = new Set(['events', 'leases', 'endpoints', 'endpointslices']);
const LIMIT = 20_000;
/** About as long as the start of another. */
const RESTORE_LIMIT = 10_000;
const LOOK = 250;

/** Takes what is in a cluster, once it changes no more. */
export async function takeBaseline(client: ApiClient): Promise<Baseline> {
  const resources = await resourcesOf(client);
  let content = await contentOf(client, resources);
  for (const deadline = Date.now() + LIMIT; Date.now() < deadline;) {
    await delay(LOOK);
    const next = await contentOf(client, resources);
    const isStill = differencesOf(content, next).length === 0;
    content = next;
    if (isStill) break;
  }
  const staying = new Set([...content.values()].map(({ uid }) => uid));
  return {
    async restore() {
      for (const deadline = Date.now() + RESTORE_LIMIT; Date.now() < deadline; await delay(LOOK)) {
        const now = await contentOf(client, resources);
        const differences = differencesOf(content, now);
        if (differences.length === 0) {
          await forgetEvents(client);
          return true;
        }
        if (differences.some(({ what }) => what === 'gone' || what === 'written')) return false;
        for (const { what, path } of differences) {
          if (what === 'new' && !goesByItself(now.get(path), staying)) await remove(client, path);
        }
      }
      return false;
    },
  };
}

/** Whether it is removed with an owner that goes. A pool may have one that stays: its subnet. */
function goesByItself(kept: Kept | undefined, staying: ReadonlySet<string>): boolean {
  return kept?.owners.some((owner) => !staying.has(owner)) === true;
}

interface Difference {
  path: string;
  what: 'new' | 'gone' | 'written' | 'observed';
}

function differencesOf(before: Content, now: Content): Difference[] {
  const made = [...now.keys()]
    .filter((path) => !before.has(path))
    .map((path): Difference => ({ path, what: 'new' }));
  const changed = [...before].flatMap(([path, old]): Difference[] => {
    const kept = now.get(path);
    if (kept?.uid !== old.uid) return [{ path, what: 'gone' }];
    if (kept.written !== old.written) return [{ path, what: 'written' }];
    return kept.observed === old.observed ? [] : [{ path, what: 'observed' }];
  });
  return [...made, ...changed];
}

async function contentOf(client: ApiClient, resources: readonly Resource[]): Promise<Content> {
  const lists = await Promise.all(
    resources.map(async (resource) => {
      const { items } = (await client.get(resource.path)) as { items: unknown[] };
      return items.map((item): readonly [string, Kept] => keep(resource, objectOr(item)));
    }),
  );
  const all = lists.flat();
  const ending = all.flatMap(([path, { isEnding }]) => (isEnding ? [`${path}/`] : []));
  // What is in a namespace that is ending goes when the controllers come to it.
  return new Map(all.filter(([path]) => !ending.some((place) => path.startsWith(place))));
}

function keep(resource: Resource, object: Readonly<Record<string, unknown>>): readonly [string, Kept] {
  const { metadata, status, ...rest } = object;
  const { uid, namespace, name, managedFields: _, resourceVersion: __, ...own } = objectOr(metadata);
  const place = namespace === undefined ? '' : `/namespaces/${textOr(namespace)}`;
  const isEnding = own['deletionTimestamp'] !== undefined;
  return [
    `${resource.base}${place}/${resource.plural}/${textOr(name)}`,
    {
      uid: textOr(uid),
      written: isEnding ? '' : JSON.stringify({ own, rest }),
      observed: isEnding ? '' : JSON.stringify(status),
      isEnding,
      owners: listOr(own['ownerReferences']).map((owner) => textOr(objectOr(owner)['uid'])),
    },
  ];
}

async function remove(client: ApiClient, path: string): Promise<void> {
  try {
    await client.delete(path, {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      propagationPolicy: 'Background',
      gracePeriodSeconds: 0,
    });
  } catch (error) {
    // It is gone, or something that goes too still needs it.
    if (!(error instanceof ApiError)) throw error;
  }
}

async function forgetEvents(client: ApiClient): Promise<void> {
  const { items } = (await client.get('/api/v1/namespaces')) as { items: { metadata: { name: string } }[] };
  for (const { metadata } of items) await client.delete(`/api/v1/namespaces/${metadata.name}/events`);
}

/** All that can be listed and deleted, once each. */
async function resourcesOf(client: ApiClient): Promise<readonly Resource[]> {
  return (await discover(client)).flatMap(({ base, resources }) =>
    resources.flatMap(({ name, verbs }): Resource[] => {
      const isKept = verbs.includes('list') && verbs.includes('delete') && !NOT_KEPT.has(name);
      return isKept ? [{ path: `${base}/${name}`, base, plural: name }] : [];
    }),
  );
}
