import type { ProbeDraft } from '../draft.ts';
import { emptyProbe } from '../new-draft.ts';
import { type Edit, type EditEntry, defaulted, keep, map, optional, remove, required } from './edit.ts';
import { readTextRow, readRows, textListEdit } from './list-edit.ts';
import { at, isPlainMap, textOf } from './plain.ts';
import { chosen, integer, oneOf } from './text-form.ts';

type ShownMethod = Exclude<ProbeDraft['method'], 'none'>;

const handlers: Readonly<Record<ShownMethod, string>> = { http: 'httpGet', tcp: 'tcpSocket', exec: 'exec' };
const methods: readonly ShownMethod[] = ['http', 'tcp', 'exec'];
const timings = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;
const schemes = ['HTTP', 'HTTPS'] as const;

/** The method of a probe in the document; `other` is one that the form cannot show (gRPC, none or several handlers). */
function methodOf(probe: unknown): ShownMethod | 'other' {
  const found = methods.filter((method) => isPlainMap(at(probe, handlers[method])));
  const [method] = found;
  return found.length === 1 && method !== undefined && at(probe, 'grpc') === undefined ? method : 'other';
}

/** A probe that the form cannot show reads as none; it stays until a method is chosen. */
export function readProbe(probe: unknown): ProbeDraft {
  const draft = emptyProbe();
  const method = methodOf(probe);
  if (method === 'other') return draft;
  const handler = at(probe, handlers[method]);
  draft.method = method;
  for (const name of timings) draft[name] = textOf(at(probe, name));
  if (method === 'exec') return { ...draft, command: readRows(at(handler, 'command'), readTextRow) };
  draft.port = textOf(at(handler, 'port'));
  if (method === 'tcp') return draft;
  return {
    ...draft,
    path: textOf(at(handler, 'path')),
    scheme: chosen(at(handler, 'scheme'), schemes, 'HTTP'),
  };
}

/** @param probe what the document has there, `undefined` for nothing */
export function probeEdit(probe: unknown, draft: ProbeDraft, field: string): Edit {
  if (draft.method === 'none') return methodOf(probe) === 'other' ? keep(field) : remove;
  return map(
    [
      ...methods.map((method): EditEntry => [
        handlers[method],
        method === draft.method ? handlerEdit(at(probe, handlers[method]), draft, method, field) : remove,
      ]),
      ['grpc', remove],
      ...timings.map((name) => optional(probe, name, draft[name], `${field}.${name}`, integer)),
    ],
    field,
  );
}

function handlerEdit(handler: unknown, draft: ProbeDraft, method: ShownMethod, field: string): Edit {
  switch (method) {
    case 'exec':
      return map([
        [
          'command',
          textListEdit(at(handler, 'command'), draft.command, `${field}.command`, { empties: true }),
        ],
      ]);
    case 'tcp':
      return map([required(handler, 'port', draft.port, `${field}.port`, integer)]);
    case 'http':
      return map([
        optional(handler, 'path', draft.path, `${field}.path`),
        required(handler, 'port', draft.port, `${field}.port`, integer),
        defaulted(handler, 'scheme', draft.scheme, {
          absent: 'HTTP',
          field: `${field}.scheme`,
          form: oneOf(schemes),
        }),
      ]);
  }
}
