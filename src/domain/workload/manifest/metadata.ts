import type { Draft, KeyValue, MetadataDraft, SelectorDraft } from '../draft.ts';
import { DESCRIPTION, NAME_LABEL, selectorLabels } from '../labels.ts';
import { type Edit, keep, map, optional, required } from './edit.ts';
import { at, entriesOf, textOf } from './plain.ts';
import { readTextMap, rowEntries, type TextEntry, textMapEdit } from './text-map.ts';

function readSelector(deployment: unknown): SelectorDraft {
  const selector = at(deployment, 'spec', 'selector');
  const entries = entriesOf(at(selector, 'matchLabels'));
  const expressions = at(selector, 'matchExpressions') !== undefined;
  const [first] = entries;
  const name = textOf(at(deployment, 'metadata', 'name'));
  const byName = entries.length === 1 && first?.[0] === NAME_LABEL && textOf(first[1]) === name;
  if (!expressions && (byName || entries.length === 0)) return { byName: true, labels: [] };
  return { byName: false, labels: readTextMap(at(selector, 'matchLabels')) };
}

/** What the metadata of the Deployment says, without the annotations of its Pods, which the NIC step shares. */
export function readMetadata(deployment: unknown): Omit<MetadataDraft, 'podAnnotations' | 'pullSecrets'> {
  const selector = readSelector(deployment);
  const matched = selector.byName
    ? [{ key: NAME_LABEL, value: textOf(at(deployment, 'metadata', 'name')) }]
    : selector.labels;
  const isMatched = (label: KeyValue): boolean =>
    matched.some(({ key, value }) => key === label.key && value === label.value);
  return {
    labels: readTextMap(at(deployment, 'metadata', 'labels')),
    annotations: readTextMap(at(deployment, 'metadata', 'annotations')).filter(
      ({ key }) => key !== DESCRIPTION,
    ),
    podLabels: readTextMap(at(deployment, 'spec', 'template', 'metadata', 'labels')).filter(
      (label) => !isMatched(label),
    ),
    selector,
  };
}

/** The `metadata` of the Deployment. */
export function metadataEdit(metadata: unknown, draft: Draft): Edit {
  const { description } = draft.basics;
  const own = rowEntries(draft.metadata.annotations, 'metadata.annotations');
  const annotations: readonly TextEntry[] = [
    ...(description === '' ? [] : [{ key: DESCRIPTION, value: description, field: 'basics.description' }]),
    ...own.filter(({ key }) => key !== DESCRIPTION),
  ];
  return map([
    required(metadata, 'name', draft.basics.name, 'basics.name'),
    optional(metadata, 'namespace', draft.basics.namespace, 'basics.namespace'),
    [
      'labels',
      textMapEdit(
        at(metadata, 'labels'),
        rowEntries(draft.metadata.labels, 'metadata.labels'),
        'metadata.labels',
      ),
    ],
    ['annotations', textMapEdit(at(metadata, 'annotations'), annotations, 'metadata.annotations')],
  ]);
}

/** `spec.selector`. One that has expressions and no labels stays as it is. */
export function selectorEdit(selector: unknown, draft: Draft): Edit {
  const field = selectorField(draft);
  const labels = selectorEntries(draft);
  const untouched = labels.length === 0 && !draft.metadata.selector.byName;
  const edit = untouched ? keep() : textMapEdit(at(selector, 'matchLabels'), labels, field);
  return map([['matchLabels', edit]], field);
}

/** `spec.template.metadata.labels`. */
export function podLabelsEdit(labels: unknown, draft: Draft): Edit {
  const own = rowEntries(draft.metadata.podLabels, 'metadata.podLabels');
  const keys = new Set(own.map(({ key }) => key));
  const matched = selectorEntries(draft).filter(({ key }) => !keys.has(key));
  return textMapEdit(labels, [...matched, ...own], 'metadata.podLabels');
}

function selectorEntries(draft: Draft): readonly TextEntry[] {
  return selectorLabels(draft).map(({ key, value }) => ({ key, value, field: selectorField(draft) }));
}

/** A selector by the name changes with the name alone. */
function selectorField({ metadata }: Draft): string {
  return metadata.selector.byName ? 'basics.name' : 'metadata.selector.labels';
}
