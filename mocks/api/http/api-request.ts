import type { IncomingHttpHeaders } from 'node:http';
import { textOr } from '../../store/json.ts';
import type { Target } from '../operations/update.ts';
import type { OperationContext } from '../operations/operation-context.ts';
import type { Faults } from '../faults/watch-registry.ts';
import type { WatchRegistry } from '../faults/watch-registry.ts';
import type { History } from '../lists/history.ts';
import { resourceNameOf } from '../resource-type.ts';
import type { ResourceType } from '../resource-type.ts';
import type { WriteOptions } from '../write-options.ts';
import { parseFieldSelector } from '../selectors/field-selector.ts';
import { parseLabelSelector } from '../selectors/label-selector.ts';
import type { Selection } from '../lists/list.ts';
import type { Negotiation } from './negotiate.ts';
import { dryRunOf, fieldManagerOf, fieldValidationOf } from './query.ts';
import type { ResourcePath } from './request-path.ts';

/** What the HTTP side works with, besides what every operation needs. */
export interface ServerContext extends OperationContext {
  history: History;
  watches: WatchRegistry;
  faults: Faults;
  forbidden: ReadonlySet<string>;
  /** Real milliseconds between bookmarks of a watch. */
  bookmarkInterval: number;
}

/** A request, read apart. The body is read only when somebody wants it. */
export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body(): Promise<Buffer>;
  /** Texts for `Warning:` headers of the answer. */
  warnings: string[];
}

/** A request to a resource that is served. */
export interface ResourceRequest extends ApiRequest {
  type: ResourceType;
  at: ResourcePath;
}

/** The object that a path names. */
export function targetOf({ type, at }: ResourceRequest): Target {
  return { type, namespace: at.namespace, name: textOr(at.name) };
}

/** What the client accepts. */
export function negotiationOf({ headers, method, type }: ResourceRequest): Negotiation {
  return { accept: headers.accept, method, custom: type.custom === true };
}

/** The objects that a collection and its selectors name. @throws StatusError 400 */
export function selectionOf({ type, at, query }: ResourceRequest): Selection {
  const resource = resourceNameOf(type);
  return {
    resource,
    namespace: at.namespace,
    labels: parseLabelSelector(query.get('labelSelector') ?? ''),
    fields: parseFieldSelector(resource, query.get('fieldSelector') ?? ''),
  };
}

/**
 * What the query says about a write.
 * @param optionsKind `CreateOptions`, `UpdateOptions` or `PatchOptions`
 * @throws StatusError 422
 */
export function writeOptionsOf(request: ApiRequest, optionsKind: string): WriteOptions {
  const { query, headers, warnings } = request;
  return {
    dryRun: dryRunOf(query.getAll('dryRun'), optionsKind),
    fieldManager: fieldManagerOf(query, headers['user-agent'], optionsKind),
    fieldValidation: fieldValidationOf(query, optionsKind),
    warn: (text) => void warnings.push(text),
  };
}
