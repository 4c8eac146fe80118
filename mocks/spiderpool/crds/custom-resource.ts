import { nameColumn } from '../../api/print/columns.ts';
import type { Column, ResourceType } from '../../api/resource-type.ts';
import type { JsonObject } from '../../store/json.ts';

/** What tells one custom resource of Spiderpool from another. */
interface CustomResource {
  kind: string;
  plural: string;
  shortName: string;
  namespaced: boolean;
  /** Whether `status` is written through a subresource of its own. */
  status: boolean;
  columns?: readonly Column[];
  schema: JsonObject;
}

/** A resource of the group `spiderpool.spidernet.io/v2beta1`, category `spiderpool` (reference 2). */
export function spiderpoolResource(resource: CustomResource): ResourceType {
  const { kind, plural, shortName, namespaced, status, columns, schema } = resource;
  return {
    group: 'spiderpool.spidernet.io',
    version: 'v2beta1',
    plural,
    singular: kind.toLowerCase(),
    kind,
    listKind: `${kind}List`,
    shortNames: [shortName],
    categories: ['spiderpool'],
    namespaced,
    ...(status ? { subresources: { status: true } } : {}),
    ...(columns === undefined ? {} : { columns: [nameColumn, ...columns] }),
    schema,
    custom: true,
  };
}

/** A column that a CRD prints. `priority` above 0 is shown with `-o wide` alone. */
export function printed(name: string, type: Column['type'], value: Column['value'], priority = 0): Column {
  return { name, type, value, priority };
}
