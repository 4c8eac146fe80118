import { listOr, objectOr, textOr } from '../../../mocks/store/json.ts';
import type { JsonObject } from '../../../mocks/store/json.ts';
import type { Answer } from './answer.ts';
import type { Identities } from './identities.ts';

/** A list in the version of an object, and one that goes on with an earlier list. */
const ASKED_FOR = /resourceVersionMatch=Exact/;
const GOES_ON = /continue=/;

/**
 * An answer with what can be said of versions that are of the whole cluster, in place of them. They move whenever anybody
 * writes anything, so that only two things can be held against another server: that a list is no older than what is in it,
 * and that a version that was asked for is the one that was told before.
 */
export function withClusterVersions(title: string, answer: Answer, identities: Identities): Answer {
  if (answer.kind === 'events') {
    const events = answer.events.map((event) =>
      event.type === 'BOOKMARK' ? { ...event, object: withVersion(event.object, '<version>') } : event,
    );
    return { ...answer, events };
  }
  const body = objectOr(answer.body);
  if (isLastOfPod(title, body)) return { ...answer, body: withVersion(body, '<version>') };
  const items = itemsOf(title, body);
  const version = textOr(objectOr(body.metadata).resourceVersion);
  if (items === undefined || version === '') return answer;
  return { ...answer, body: withVersion(body, relation(title, version, items, identities)) };
}

function relation(
  title: string,
  version: string,
  items: readonly JsonObject[],
  identities: Identities,
): string {
  if (ASKED_FOR.test(title)) return identities.version(version) ?? '<another version>';
  if (GOES_ON.test(title))
    return identities.isOfList(version) ? '<version of the first part>' : '<another version>';
  identities.learnList(version);
  const newest = Math.max(0, ...items.map((item) => Number(objectOr(item.metadata).resourceVersion)));
  return Number(version) < newest ? '<older than its items>' : '<version of the cluster>';
}

/**
 * A Pod that goes at once is marked first and then removed. Where the controller manager is faster with the second, the API
 * server tells no version of its end.
 */
function isLastOfPod(title: string, { kind, metadata }: JsonObject): boolean {
  const { deletionGracePeriodSeconds, finalizers } = objectOr(metadata);
  return (
    title.startsWith('DELETE ') &&
    kind === 'Pod' &&
    deletionGracePeriodSeconds === 0 &&
    finalizers === undefined
  );
}

/** The objects of a list or of a table of several; undefined where an answer is about one object. */
function itemsOf(title: string, body: JsonObject): JsonObject[] | undefined {
  if (Array.isArray(body.items)) return body.items.map(objectOr);
  if (body.kind !== 'Table') return undefined;
  const objects = listOr(body.rows).map((row) => objectOr(objectOr(row).object));
  const [path = ''] = (title.split(' ')[1] ?? '').split('?');
  const name = textOr(objectOr(objects[0]?.metadata).name);
  return objects.length === 1 && path.endsWith(`/${name}`) ? undefined : objects;
}

function withVersion(object: unknown, resourceVersion: string): JsonObject {
  const given = objectOr(object);
  return { ...given, metadata: { ...objectOr(given.metadata), resourceVersion } };
}
