import type { IncomingMessage, ServerResponse } from 'node:http';
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
    // A body that was not read to its end would be taken for the next request.
    if (!request.complete && !response.headersSent) response.setHeader('Connection', 'close');
    sendError(response, error, yaml);
    if (!request.complete) request.resume();
  });
}

async function answer(
  context: ServerContext,
  request: IncomingMessage,
  response: ServerResponse,
  yaml: boolean,
): Promise<void> {
  const [path = '/', ...rest] = (request.url ?? '/').split('?');
  const warnings: string[] = [];
  const apiRequest: ApiRequest = {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(rest.join('?')),
    headers: request.headers,
    body: () => readBody(request),
    warnings,
  };
  send(response, await route(context, apiRequest), warnings, yaml);
}

function prefersYaml(accept: string | undefined): boolean {
  return accept?.split(',')[0]?.trim().startsWith('application/yaml') === true;
}
