import type { JsonObject } from '../../store/json.ts';
import { badRequest } from '../../store/status-errors.ts';
import type { KubeObject } from '../../store/store.ts';
import type { ListPage } from '../lists/list.ts';
import { columnDefinitions, partialMetadata, tableRow } from '../print/table.ts';
import type { IncludeObject } from '../print/table.ts';
import { apiVersionOf } from '../resource-type.ts';
import type { ResourceType } from '../resource-type.ts';
import type { Representation } from './negotiate.ts';
import { bodyJson, objectJson } from './serialized.ts';

type View = Representation['view'];

/** An object as JSON, in one of the views. */
export function objectText(
  type: ResourceType,
  object: KubeObject,
  view: View,
  query: URLSearchParams,
  now: number,
): string {
  switch (view) {
    case 'full':
      return objectJson(object);
    case 'metadata':
      return JSON.stringify(partialMetadata(object));
    case 'table':
      return JSON.stringify(
        table(type, [object], { resourceVersion: object.metadata.resourceVersion }, includeOf(query), now),
      );
  }
}

/** A page of a list as JSON. Kubernetes' own kinds are not named again in each item, those of CRDs are. */
export function listText(
  type: ResourceType,
  page: ListPage,
  view: View,
  query: URLSearchParams,
  now: number,
): string {
  const metadata = {
    resourceVersion: page.resourceVersion,
    // Lists of custom resources say that there is no more.
    ...(page.continueToken === '' && (type.custom !== true || view !== 'full')
      ? {}
      : { continue: page.continueToken }),
    ...(page.remaining === undefined ? {} : { remainingItemCount: page.remaining }),
  };
  switch (view) {
    case 'full': {
      const head = JSON.stringify({ kind: type.listKind, apiVersion: apiVersionOf(type), metadata });
      const items = page.items.map(type.custom === true ? objectJson : bodyJson).join(',');
      return `${head.slice(0, -1)},"items":[${items}]}`;
    }
    case 'metadata':
      return JSON.stringify({
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata,
        items: page.items.map(partialMetadata),
      });
    case 'table':
      return JSON.stringify(table(type, page.items, metadata, includeOf(query), now));
  }
}

function table(
  type: ResourceType,
  objects: readonly KubeObject[],
  metadata: JsonObject,
  include: IncludeObject,
  now: number,
): JsonObject {
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columnDefinitions(type),
    rows: objects.map((object) => tableRow(type, object, include, now)),
  };
}

/** @throws StatusError 400 */
function includeOf(query: URLSearchParams): IncludeObject {
  const value = query.get('includeObject') ?? '';
  if (value === '' || value === 'Metadata') return 'Metadata';
  if (value === 'None' || value === 'Object') return value;
  throw badRequest(
    `Unable to convert to Table as requested: includeObject: Invalid value: ${JSON.stringify(value)}: must be 'Metadata', 'Object', 'None', or empty`,
  );
}
