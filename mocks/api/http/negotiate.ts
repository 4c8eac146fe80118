import { StatusError } from '../../store/store.ts';

/** What the client wants to see of objects, and in which notation. */
export interface Representation {
  view: 'full' | 'table' | 'metadata';
  notation: 'json' | 'yaml';
}

const META_GROUP = 'meta.k8s.io';

const JSON_ONLY = ['application/json'];
const TYPES = [...JSON_ONLY, 'application/yaml', 'application/vnd.kubernetes.protobuf'];
const STREAMS = ['application/json;stream=watch', 'application/vnd.kubernetes.protobuf;stream=watch'];

/** What is asked for, as far as the refusal depends on it. */
export interface Negotiation {
  accept: string | undefined;
  method: string;
  /** Whether a custom resource is asked for: those are served by somebody else within the API server. */
  custom: boolean;
}

/**
 * The first of an Accept header that can be given.
 * @param views what the resource can be shown as
 * @throws StatusError 406
 */
export function negotiate(
  { accept, method, custom }: Negotiation,
  views: readonly Representation['view'][],
): Representation {
  if (accept === undefined || accept.trim() === '') return { view: 'full', notation: 'json' };
  let named = custom;
  for (const range of accept.split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    const notation = notationOf(type);
    if (notation === undefined) continue;
    named = true;
    const view = viewOf(parameters);
    if (view !== undefined && views.includes(view)) return { view, notation };
  }
  throw named ? notAcceptable() : noRepresentation(method === 'GET' ? [...TYPES, ...STREAMS] : TYPES);
}

/** The same for what is no resource. @param plainJson whether nothing but JSON is offered @throws StatusError 406 */
export function negotiateMeta(accept: string | undefined, plainJson: boolean): void {
  if (accept === undefined || accept.trim() === '') return;
  const known = accept.split(',').some((range) => {
    const [type = ''] = range.split(';').map((part) => part.trim());
    return notationOf(type) !== undefined || type === 'text/*' || type === PROTOBUF;
  });
  if (!known) throw plainJson ? noRepresentation(JSON_ONLY) : notAcceptable();
}

const PROTOBUF = 'application/vnd.kubernetes.protobuf';

function notAcceptable(): StatusError {
  const message = `only the following media types are accepted: ${TYPES.join(', ')}`;
  return new StatusError({ code: 406, reason: 'NotAcceptable', message });
}

/** As the router says it, which looks at the media types before the resource does. */
function noRepresentation(types: readonly string[]): StatusError {
  const message = `406: Not Acceptable\n\nAvailable representations: ${types.join(', ')}`;
  return new StatusError({ code: 406, reason: 'NotAcceptable', message, details: {} });
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
