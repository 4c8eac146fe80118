import type { ServerResponse } from 'node:http';
import { stringify } from 'yaml';
import { errorAnswer } from './answer.ts';
import type { Answer, AnswerStream } from './answer.ts';

/** A client that reads slower than this lags so far behind that it had better start anew. */
const LONGEST_BACKLOG = 64 * 1024 * 1024;

/**
 * Writes an answer.
 * @param warnings texts for `Warning:` headers
 * @param yaml whether the client asked for YAML
 */
export function send(
  response: ServerResponse,
  answer: Answer,
  warnings: readonly string[],
  yaml: boolean,
): void {
  switch (answer.kind) {
    case 'drop':
      response.destroy();
      return;
    case 'empty':
      response.writeHead(answer.code, { 'Cache-Control': 'no-cache, private' });
      response.end();
      return;
    case 'text':
      response.writeHead(answer.code, {
        'Content-Type': answer.contentType,
        'Cache-Control': 'no-cache, private',
      });
      response.end(answer.text);
      return;
    case 'json': {
      const text = yaml ? stringify(JSON.parse(answer.text)) : answer.text;
      if (warnings.length > 0) response.setHeader('Warning', warnings.map(warningHeader));
      response.writeHead(answer.code, {
        'Content-Type': yaml ? 'application/yaml' : 'application/json',
        'Cache-Control': 'no-cache, private',
        ...answer.headers,
      });
      response.end(text);
      return;
    }
    case 'stream':
      openStream(response, answer.open);
  }
}

function openStream(response: ServerResponse, open: (stream: AnswerStream) => void): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache, private' });
  response.flushHeaders();
  open({
    write(text) {
      response.write(text);
      if (response.writableLength > LONGEST_BACKLOG) response.destroy();
    },
    end: () => void response.end(),
    destroy: () => void response.destroy(),
    onClose: (task) => void response.on('close', task),
  });
}

/** RFC 7234 warning 299. Header values are Latin-1 and have no line breaks. */
function warningHeader(text: string): string {
  const safe = text.replaceAll(/[^\x20-\x7e]/g, '?').replaceAll(/["\\]/g, String.raw`\$&`);
  return `299 - "${safe.slice(0, 2000)}"`;
}

/** Writes an error when nothing has been written yet; otherwise there is only the end of the connection. */
export function sendError(response: ServerResponse, error: unknown, yaml: boolean): void {
  if (response.headersSent) response.destroy();
  else send(response, errorAnswer(error), [], yaml);
}
