import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvents, keepUnchanged, type ObjectEvent } from './apply-events.ts';
import type { KubernetesObject, Stored } from './resources.ts';

type Item = Stored<KubernetesObject>;

function item(uid: string, resourceVersion: string): Item {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: uid, uid, resourceVersion } };
}

const uid = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const version = fc.constantFrom('1', '2', '3');
const someItem = fc.tuple(uid, version).map(([id, at]) => item(id, at));
const someList = fc.uniqueArray(someItem, { selector: (one) => one.metadata.uid });
const someEvent: fc.Arbitrary<ObjectEvent<Item>> = fc.record({
  type: fc.constantFrom('ADDED', 'MODIFIED', 'DELETED'),
  object: someItem,
});

/** The same, the slow way: one event after the other on a map. */
function oracle(list: readonly Item[], events: readonly ObjectEvent<Item>[]): Map<string, string> {
  const map = new Map(list.map((one) => [one.metadata.uid, one.metadata.resourceVersion]));
  for (const { type, object } of events) {
    if (type === 'DELETED') map.delete(object.metadata.uid);
    else map.set(object.metadata.uid, object.metadata.resourceVersion);
  }
  return map;
}

describe('applyEvents', () => {
  it('holds what the events, one after the other, leave', () => {
    fc.assert(
      fc.property(someList, fc.array(someEvent), (list, events) => {
        const after = applyEvents(list, events);
        expect(new Map(after.map((one) => [one.metadata.uid, one.metadata.resourceVersion]))).toEqual(
          oracle(list, events),
        );
        expect(after.length).toBe(oracle(list, events).size);
      }),
    );
  });

  it('keeps the order of what was there, and what did not change is the same object', () => {
    fc.assert(
      fc.property(someList, fc.array(someEvent), (list, events) => {
        const after = applyEvents(list, events);
        const touched = new Set(events.map((event) => event.object.metadata.uid));
        const untouched = list.filter((one) => !touched.has(one.metadata.uid));
        expect(after.filter((one) => untouched.includes(one))).toEqual(untouched);
      }),
    );
  });

  it('is the same in one go or in two', () => {
    fc.assert(
      fc.property(someList, fc.array(someEvent), fc.array(someEvent), (list, first, second) => {
        const inOne = applyEvents(list, [...first, ...second]);
        const inTwo = applyEvents(applyEvents(list, first), second);
        const byUid = (items: readonly Item[]) =>
          new Map(items.map((one) => [one.metadata.uid, one.metadata.resourceVersion]));
        expect(byUid(inOne)).toEqual(byUid(inTwo));
      }),
    );
  });

  it.each<[string, ObjectEvent<Item>[]]>([
    ['no event', []],
    ['an event that tells nothing new', [{ type: 'MODIFIED', object: item('a', '1') }]],
    ['the end of something that is not there', [{ type: 'DELETED', object: item('z', '9') }]],
  ])('is the list itself after %s', (_what, events) => {
    const list = [item('a', '1'), item('b', '1')];
    expect(applyEvents(list, events)).toBe(list);
  });
});

describe('keepUnchanged', () => {
  it('is the fresh list, with the old objects where the version is the same', () => {
    const old = [item('a', '1'), item('b', '1'), item('gone', '1')];
    const fresh = [item('b', '2'), item('a', '1'), item('new', '1')];
    const kept = keepUnchanged(old, fresh);
    expect(kept).toEqual(fresh);
    expect(kept[1]).toBe(old[0]);
    expect(kept[0]).toBe(fresh[0]);
  });
});
