import type { IncomingMessage } from 'node:http';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { badRequest } from '../../store/status-errors.ts';
import { StatusError } from '../../store/store.ts';
import { decodeProtobuf, PROTOBUF_TYPE } from '../protobuf/decode-protobuf.ts';
import { goJsonSyntaxError } from '../../go/json-syntax.ts';
import { duplicateKeys } from './duplicate-keys.ts';

/** The largest body that is read. Source: `MaxRequestBodyBytes` of the API server. */
export const BODY_LIMIT = 3 * 1024 * 1024;

/** Deeper documents would exhaust the stack of whatever walks them. Source: the limit of Go's decoder is 10,000. */
const DEEPEST = 500;

const ACCEPTED = ['application/json', 'application/yaml', PROTOBUF_TYPE];

export interface Body {
  value: unknown;
  duplicateFields: string[];
  /** As it came, for errors that repeat its beginning. */
  bytes?: Buffer;
}

/** A body that is not what its type says, in the words of Go's decoders. */
export class UnreadableBody extends Error {}

/** How much of a body is repeated in an error. */
const SUMMARY = 30;

/**
 * 400 for a body in which no object can be made out.
 * Source: `transformDecodeError` of k8s.io/apiserver.
 */
export function unrecognized(kind: string, bytes: Buffer, why: string): StatusError {
  return badRequest(
    `the object provided is unrecognized (must be of type ${kind}): ${why} (${summary(bytes)})`,
  );
}

function summary(bytes: Buffer): string {
  if (bytes.length === 0) return '<empty>';
  const part = bytes.subarray(0, SUMMARY);
  const text = part[0] === '{'.charCodeAt(0) ? part.toString('utf8') : part.toString('hex');
  return bytes.length > SUMMARY ? `${text} ...` : text;
}

/** Reads a body. @throws StatusError 413 when it is too long */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > BODY_LIMIT) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_LIMIT) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): StatusError {
  return new StatusError({
    code: 413,
    reason: 'RequestEntityTooLarge',
    message: `Request entity too large: limit is ${BODY_LIMIT}`,
  });
}

/** `application/json` of a Content-Type header. */
export function mediaTypeOf(header: string | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * Parses a body by its media type. Without one it is JSON, as for the API server.
 * @throws StatusError 415 for another type
 * @throws UnreadableBody for a body that is not what its type says
 */
export function parseBody(bytes: Buffer, mediaType: string): Body {
  const text = bytes.toString('utf8');
  switch (mediaType) {
    case PROTOBUF_TYPE: {
      const value = decodeProtobuf(bytes);
      if (value === undefined) throw unsupportedType(ACCEPTED);
      return { value, duplicateFields: [] };
    }
    case '':
    case 'application/json':
      return versionAndKind(() => parseJson(text));
    case 'application/yaml':
      return parseYaml(text);
    default:
      throw unsupportedType(ACCEPTED);
  }
}

/** Before the object is decoded, its version and kind are. */
function versionAndKind(parse: () => Body): Body {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error;
    throw new UnreadableBody(`couldn't get version/kind; json parse error: ${error.message}`);
  }
}

/** 415 with the types that would do. */
export function unsupportedType(accepted: readonly string[]): StatusError {
  return new StatusError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')}`,
  });
}

/** @throws UnreadableBody with the bare error of the decoder; StatusError 400 for one that is too deep */
export function parseJson(text: string): Body {
  checkDepth(text, '[{', ']}');
  const problem = goJsonSyntaxError(text);
  if (problem !== undefined) throw new UnreadableBody(problem);
  return { value: JSON.parse(text) as unknown, duplicateFields: duplicateKeys(text) };
}

/** YAML, of which JSON is a part. @throws UnreadableBody; StatusError 400 for one that is too deep */
export function parseYaml(text: string): Body {
  checkDepth(text, '[{', ']}');
  try {
    const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) throw error;
    const duplicateFields: string[] = [];
    collectDuplicates(document.contents, '', duplicateFields);
    // Through JSON, so that what is no JSON (dates, sets) cannot come in.
    const value: unknown = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 }) ?? null));
    return { value, duplicateFields };
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : '').split('\n');
    throw new UnreadableBody(`yaml: ${line}`);
  }
}

function collectDuplicates(node: unknown, path: string, duplicates: string[]): void {
  if (isSeq(node))
    for (const [i, item] of node.items.entries()) collectDuplicates(item, `${path}[${i}]`, duplicates);
  if (!isMap(node)) return;
  const seen = new Set<string>();
  for (const { key, value } of node.items) {
    const name = String(isScalar(key) ? key.value : key);
    const place = path === '' ? name : `${path}.${name}`;
    if (seen.has(name)) duplicates.push(place);
    seen.add(name);
    collectDuplicates(value, place, duplicates);
  }
}

function checkDepth(text: string, open: string, close: string): void {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (open.includes(token)) depth += 1;
    else if (close.includes(token)) depth -= 1;
    if (depth > DEEPEST) throw badRequest('exceeded max depth');
  }
}
