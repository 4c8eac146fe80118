import type { SchedulingDraft, TolerationDraft } from '../draft.ts';
import { defaulted, type EditEntry, map, optional } from './edit.ts';
import { listEdit, readRows, rowOf } from './list-edit.ts';
import { at, textOf } from './plain.ts';
import { integer, oneOf } from './text-form.ts';
import { readTextMap, rowEntries, textMapEdit } from './text-map.ts';

const operators = ['Equal', 'Exists'] as const;
const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] as const;

/** A toleration with an operator or effect of another kind is not shown and stays. */
const readToleration = rowOf((item): TolerationDraft | null => {
  const operator = operators.find((known) => known === (textOf(item.get('operator')) || 'Equal'));
  const effect = (['', ...effects] as const).find((known) => known === textOf(item.get('effect')));
  if (operator === undefined || effect === undefined) return null;
  return {
    key: textOf(item.get('key')),
    operator,
    value: textOf(item.get('value')),
    effect,
    tolerationSeconds: textOf(item.get('tolerationSeconds')),
  };
});

/** @param spec the plain Pod spec */
export function readScheduling(spec: unknown): SchedulingDraft {
  return {
    nodeSelector: readTextMap(at(spec, 'nodeSelector')),
    tolerations: readRows(at(spec, 'tolerations'), readToleration),
  };
}

/** @param spec the plain Pod spec */
export function schedulingEdits(spec: unknown, draft: SchedulingDraft): readonly EditEntry[] {
  const field = 'scheduling.nodeSelector';
  return [
    ['nodeSelector', textMapEdit(at(spec, 'nodeSelector'), rowEntries(draft.nodeSelector, field), field)],
    [
      'tolerations',
      listEdit<TolerationDraft>({
        current: at(spec, 'tolerations'),
        rows: draft.tolerations,
        field: 'scheduling.tolerations',
        read: readToleration,
        identity: (row) => JSON.stringify(row),
        edit: (row, item, path) =>
          map(
            [
              optional(item, 'key', row.key, `${path}.key`),
              defaulted(item, 'operator', row.operator, {
                absent: 'Equal',
                field: `${path}.operator`,
                form: oneOf(operators),
              }),
              optional(item, 'value', row.value, `${path}.value`),
              optional(item, 'effect', row.effect, `${path}.effect`, oneOf(effects)),
              optional(
                item,
                'tolerationSeconds',
                row.tolerationSeconds,
                `${path}.tolerationSeconds`,
                integer,
              ),
            ],
            path,
          ),
      }),
    ],
  ];
}
