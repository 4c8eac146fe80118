import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Catalogue } from '../catalogue.ts';
import { reviews } from '../access/reviews.ts';
import type { ResourceType } from '../resource-type.ts';
import { errorAnswer, pageNotFound, PLAIN_TEXT, UnknownPath } from './answer.ts';
import type { ApiRequest, ServerContext } from './api-request.ts';
import { readBody } from './body.ts';
import { route } from './router.ts';
import { send, sendError } from './send.ts';

/** Answers one request. Whatever goes wrong becomes a Status. */
export function handleRequest(
  context: ServerContext,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const yaml = prefersYaml(request.headers.accept);
  // A client that has gone away is no error of ours.
  response.on('error', () => undefined);
  answer(context, request, response, yaml).catch((error: unknown) => {
    finishReading(request, response);
    sendError(response, error, yaml);
  });
}

async function answer(
  context: ServerContext,
  request: IncomingMessage,
  response: ServerResponse,
  yaml: boolean,
): Promise<void> {
  const [written = '/', ...rest] = (request.url ?? '/').split('?');
  const path = decoded(written);
  if (path === undefined) {
    finishReading(request, response);
    const text = '400 Bad Request';
    return send(response, { kind: 'text', code: 400, text, contentType: PLAIN_TEXT }, [], yaml);
  }
  const warnings: string[] = [];
  const apiRequest: ApiRequest = {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(rest.join('?')),
    headers: request.headers,
    body: () => readBody(request),
    warnings,
  };
  try {
    send(response, await route(context, apiRequest), warnings, yaml);
  } catch (error) {
    // Warnings that came up before a refusal are told with it.
    const plain = error instanceof UnknownPath && !isServedByKubernetes(context.catalogue, path);
    if (!plain && warnings.length === 0) throw error;
    finishReading(request, response);
    send(response, plain ? pageNotFound() : errorAnswer(error), warnings, yaml);
  }
}

/** Go's server takes escapes apart before anybody looks at the path. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Paths of Kubernetes' own groups have a Status for everything; those of custom resources, and all others, have not. */
function isServedByKubernetes(catalogue: Catalogue, path: string): boolean {
  const [, root, group = ''] = path.split('/');
  if (root === 'api') return true;
  if (root !== 'apis') return false;
  if (reviews.some((review) => review.group === group)) return true;
  const found = catalogue.groups().find((served) => served.group === group);
  return found?.versions.some((version) => catalogue.inVersion(group, version).some(isOwn)) === true;
}

function isOwn({ custom }: ResourceType): boolean {
  return custom !== true;
}

/** A body that was not read to its end would be taken for the next request. */
function finishReading(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  if (!response.headersSent) response.setHeader('Connection', 'close');
  request.resume();
}

function prefersYaml(accept: string | undefined): boolean {
  return accept?.split(',')[0]?.trim().startsWith('application/yaml') === true;
}
