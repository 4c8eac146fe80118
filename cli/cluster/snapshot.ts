import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Knowledge } from '../../src/domain/cluster-view.ts';
import { isRecord, recordAt, valueAt } from '../../src/domain/untyped.ts';
import { decodeAll } from '../../src/cluster/knowledge.ts';
import { type KubernetesObject, type Resource, resources } from '../../src/cluster/resources.ts';
import { settingsName, settingsOf } from '../../src/cluster/settings-places.ts';
import { clusterViewOf, type ViewLists, viewParts } from '../../src/cluster/view-parts.ts';
import { CannotRun, wordsOf } from '../cannot-run.ts';
import { type ClusterFacts, eachPart } from './cluster-facts.ts';
import { readSnapshotFile, type SnapshotObjects } from './snapshot-file.ts';

const extensions = new Set(['.yaml', '.yml', '.json']);

/**
 * A cluster as it was saved in a folder: what `kubectl get ... -A -o yaml` (or `-o json`) prints, in as many files as
 * one likes. Of an object that is in several of them the last counts. Kinds of which there is nothing are unknown: a
 * List does not say what it was asked for.
 * @throws {CannotRun}
 */
export async function readSnapshot(folder: string): Promise<ClusterFacts> {
  const objects: SnapshotObjects = new Map();
  const files = await snapshotFiles(folder);
  for (const file of files) await readSnapshotFile(join(folder, file), objects);
  const lists = eachPart((name) => knowledgeOf(name, objects)) as ViewLists;
  const found = settingsIn(objects);
  return {
    source: 'snapshot',
    view: clusterViewOf(lists, settingsOf(found, false)),
    configMap: found === undefined ? { state: 'absent' } : { state: 'known', value: found },
  };
}

async function snapshotFiles(folder: string): Promise<readonly string[]> {
  let entries: readonly string[];
  try {
    entries = await readdir(folder);
  } catch (error) {
    const problem = wordsOf(error).split(',')[0] ?? '';
    throw new CannotRun('cannot.snapshotFolder', { folder, problem });
  }
  const files = entries.filter((name) => extensions.has(extname(name).toLowerCase())).toSorted();
  if (files.length === 0) throw new CannotRun('cannot.snapshotEmpty', { folder });
  return files;
}

function knowledgeOf(name: keyof typeof viewParts, objects: SnapshotObjects): Knowledge<readonly unknown[]> {
  const { resource, decode } = viewParts[name];
  const found = ofKind(resource, objects);
  if (found === undefined) return { state: 'unknown', problem: '' };
  return { state: 'known', value: decodeAll<unknown, unknown>(found, decode) };
}

function ofKind(
  { group, kind }: Pick<Resource<KubernetesObject>, 'group' | 'kind'>,
  objects: SnapshotObjects,
): readonly object[] | undefined {
  const found = objects.get(`${group}/${kind}`);
  return found === undefined ? undefined : [...found.values()];
}

function settingsIn(objects: SnapshotObjects): object | undefined {
  return ofKind(resources.configMaps, objects)?.find(
    (object) => isRecord(object) && valueAt(recordAt(object, 'metadata'), 'name') === settingsName,
  );
}
