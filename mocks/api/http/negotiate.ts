import { StatusError } from '../../store/store.ts';

/** What the client wants to see of objects, and in which notation. */
export interface Representation {
  view: 'full' | 'table' | 'metadata';
  notation: 'json' | 'yaml';
}

const META_GROUP = 'meta.k8s.io';

/**
 * The first of an Accept header that can be given.
 * @param views what the resource can be shown as
 * @throws StatusError 406
 */
export function negotiate(
  accept: string | undefined,
  views: readonly Representation['view'][],
): Representation {
  if (accept === undefined || accept.trim() === '') return { view: 'full', notation: 'json' };
  for (const range of accept.split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    const notation = notationOf(type);
    if (notation === undefined) continue;
    const view = viewOf(parameters);
    if (view !== undefined && views.includes(view)) return { view, notation };
  }
  throw new StatusError({
    code: 406,
    reason: 'NotAcceptable',
    message: 'only the following media types are accepted: application/json, application/yaml',
  });
}

function notationOf(type: string): Representation['notation'] | undefined {
  if (type === 'application/json' || type === '*/*' || type === 'application/*') return 'json';
  return type === 'application/yaml' ? 'yaml' : undefined;
}

function viewOf(parameters: readonly string[]): Representation['view'] | undefined {
  const values = new Map(
    parameters.map((parameter) => {
      const [key = '', value = ''] = parameter.split('=');
      return [key, value];
    }),
  );
  const as = values.get('as');
  if (as === undefined) return 'full';
  if (values.get('g') !== META_GROUP || !['v1', 'v1beta1'].includes(values.get('v') ?? '')) return undefined;
  if (as === 'Table') return 'table';
  return as === 'PartialObjectMetadata' || as === 'PartialObjectMetadataList' ? 'metadata' : undefined;
}
