/**
 * What is said to a server, as data. In paths and bodies `{ns}` is the namespace of the script, whose name is unique in the
 * cluster, and `{NAME}` a value that an earlier answer gave (`save`).
 */
export interface Script {
  /** Short, of small letters, digits and `-`: the namespace is named after it. */
  name: string;
  steps: readonly Step[];
}

export type Step = RequestStep | WatchStep | CollectStep | SettleStep;

/** One request and its answer. */
export interface RequestStep {
  kind: 'request';
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  body?: unknown;
  /** Values to take from the answer: name to path, such as `{ uid: 'metadata.uid' }`. */
  save?: Readonly<Record<string, string>>;
  /** Asked again until the answer is so; the last answer counts. */
  until?: Until;
}

/** `status` of the answer, or a value at a path of its body; `true` for any value, `null` for none. */
export interface Until {
  status?: number;
  at?: Readonly<Record<string, unknown>>;
}

/** Opens a watch, which goes on beside the next steps. */
export interface WatchStep {
  kind: 'watch';
  as: string;
  path: string;
  headers: Readonly<Record<string, string>>;
}

/** What a watch has told: a number of events other than bookmarks, or all until the server ends it. */
export interface CollectStep {
  kind: 'collect';
  watch: string;
  until: number | 'end';
}

/**
 * Waits until a Deployment's controller has done all that the last change asks for, so that the next answers do not depend
 * on how fast it is. No exchange by itself.
 */
export interface SettleStep {
  kind: 'settle';
  path: string;
}

interface RequestOptions {
  accept?: string;
  type?: string;
  headers?: Readonly<Record<string, string>>;
  save?: Readonly<Record<string, string>>;
  until?: Until;
}

export const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
export const PARTIAL = 'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io,application/json';
export const PARTIAL_LIST =
  'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json';

export function script(name: string, steps: readonly Step[]): Script {
  return { name, steps };
}

/** Any request. @param body an object is sent as JSON, a text as it is */
export function request(
  method: string,
  path: string,
  body?: unknown,
  { accept, type, headers, save, until }: RequestOptions = {},
): RequestStep {
  const contentType = type ?? (body === undefined ? undefined : 'application/json');
  return {
    kind: 'request',
    method,
    path,
    headers: {
      ...(accept === undefined ? {} : { accept }),
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
    ...(save === undefined ? {} : { save }),
    ...(until === undefined ? {} : { until }),
  };
}

export const get = (path: string, options?: RequestOptions) => request('GET', path, undefined, options);
export const post = (path: string, body: unknown, options?: RequestOptions) =>
  request('POST', path, body, options);
export const put = (path: string, body: unknown, options?: RequestOptions) =>
  request('PUT', path, body, options);
export const remove = (path: string, body?: unknown, options?: RequestOptions) =>
  request('DELETE', path, body, options);
export const merge = (path: string, body: unknown, options?: RequestOptions) =>
  request('PATCH', path, body, { type: 'application/merge-patch+json', ...options });
export const strategic = (path: string, body: unknown, options?: RequestOptions) =>
  request('PATCH', path, body, { type: 'application/strategic-merge-patch+json', ...options });
export const jsonPatch = (path: string, body: unknown, options?: RequestOptions) =>
  request('PATCH', path, body, { type: 'application/json-patch+json', ...options });
export const apply = (path: string, body: unknown, options?: RequestOptions) =>
  request('PATCH', path, body, { type: 'application/apply-patch+yaml', ...options });
/** GET as kubectl shows it. */
export const table = (path: string, options?: RequestOptions) => get(path, { accept: TABLE, ...options });

export function watch(as: string, path: string, options: { accept?: string } = {}): WatchStep {
  return {
    kind: 'watch',
    as,
    path,
    headers: options.accept === undefined ? {} : { accept: options.accept },
  };
}

export function collect(name: string, until: number | 'end'): CollectStep {
  return { kind: 'collect', watch: name, until };
}

export function settle(path: string): SettleStep {
  return { kind: 'settle', path };
}

/** How a step is named in recordings and differences. */
export function titleOf(step: Step): string {
  switch (step.kind) {
    case 'request': {
      const { accept } = step.headers;
      const view = accept === undefined ? '' : ` as ${/as=(\w+)/.exec(accept)?.[1] ?? accept}`;
      return `${step.method} ${step.path}${view}`;
    }
    case 'watch':
      return `WATCH ${step.path}`;
    case 'collect':
      return `EVENTS of ${step.watch}`;
    case 'settle':
      return `SETTLED ${step.path}`;
  }
}
