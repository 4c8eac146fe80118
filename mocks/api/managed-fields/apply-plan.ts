import { sameJson } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { StatusError } from '../../store/store.ts';
import type { KubeObject } from '../../store/store.ts';
import { mergeApplied, removeFields } from '../patch/apply.ts';
import { fieldsOf, printPath, SEPARATOR } from './field-paths.ts';
import type { FieldPath } from './field-paths.ts';
import { readManagers, sameManager } from './managers.ts';
import type { Manager } from './managers.ts';

/** What a server-side apply does: the new object, and who manages what afterwards. */
export interface ApplyPlan {
  object: JsonObject;
  managers: Manager[];
}

interface Conflict {
  manager: Manager;
  path: FieldPath;
}

/**
 * Plans a server-side apply.
 * Source: `Apply` of sigs.k8s.io/structured-merge-diff/merge.
 * @param live the stored object, undefined when it will be created
 * @param self the applier, without paths
 * @throws StatusError 409 when another manager has other values for applied fields, unless forced
 */
export function planApply(
  schema: JsonObject | undefined,
  live: KubeObject | undefined,
  configuration: JsonObject,
  self: Omit<Manager, 'paths' | 'time'>,
  force: boolean,
): ApplyPlan {
  const applied = fieldsOf(schema, configuration);
  const paths = new Set(applied.keys());
  const managers = readManagers(live);
  const own = managers.find((entry) => sameManager(entry, self));
  const others = managers.filter((entry) => entry !== own);
  const before = live === undefined ? new Map<FieldPath, unknown>() : fieldsOf(schema, live);
  const conflicts = others.flatMap((manager) =>
    [...manager.paths]
      .filter(
        (path) => applied.has(path) && before.has(path) && !sameJson(before.get(path), applied.get(path)),
      )
      .map((path) => ({ manager, path })),
  );
  if (conflicts.length > 0 && !force) throw applyConflict(conflicts);
  const lost = new Set(conflicts.map(({ path }) => path));
  const gone = [...(own?.paths ?? [])].filter((path) => !paths.has(path) && !isManaged(path, others, paths));
  const merged = mergeApplied(schema, live ?? {}, configuration);
  const kept = others.map((entry) => ({
    ...entry,
    paths: new Set([...entry.paths].filter((path) => !lost.has(path))),
  }));
  return {
    object: removeFields(schema, merged, gone),
    managers: [...kept, { ...self, time: own?.time ?? '', paths }],
  };
}

/** Whether anybody else, or the new configuration, has this field or something inside of it. */
function isManaged(path: FieldPath, others: readonly Manager[], applied: ReadonlySet<FieldPath>): boolean {
  const within = (candidate: FieldPath) => candidate === path || candidate.startsWith(path + SEPARATOR);
  return [...applied].some(within) || others.some(({ paths }) => [...paths].some(within));
}

function applyConflict(conflicts: readonly Conflict[]): StatusError {
  const [first] = conflicts;
  const causes = conflicts.map(({ manager, path }) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with ${printManager(manager)}`,
    field: printPath(path),
  }));
  return new StatusError({
    code: 409,
    reason: 'Conflict',
    message:
      first !== undefined && conflicts.length === 1
        ? `Apply failed with 1 conflict: conflict with ${printManager(first.manager)}: ${printPath(first.path)}`
        : `Apply failed with ${conflicts.length} conflicts: ${groupedConflicts(conflicts)}`,
    details: { causes },
  });
}

function groupedConflicts(conflicts: readonly Conflict[]): string {
  const byManager = new Map<string, string[]>();
  for (const { manager, path } of conflicts) {
    const name = printManager(manager);
    byManager.set(name, [...(byManager.get(name) ?? []), `- ${printPath(path)}`]);
  }
  return [...byManager]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, lines]) => `conflicts with ${name}:\n${lines.join('\n')}`)
    .join('\n');
}

function printManager({ manager, operation, apiVersion, subresource }: Manager): string {
  const name = JSON.stringify(manager);
  if (operation === 'Apply') return name;
  const part = subresource === '' ? '' : ` with subresource ${JSON.stringify(subresource)}`;
  return `${name}${part} using ${apiVersion}`;
}
