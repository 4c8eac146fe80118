import type { IncomingMessage } from 'node:http';

/** What a server answered to a step. */
export type Answer =
  | {
      kind: 'answer';
      status: number;
      headers: Record<string, string>;
      body: unknown;
      /** It never became what the step waits for. */
      unmet?: boolean;
    }
  | {
      kind: 'events';
      events: WatchEvent[];
      ended: boolean;
      /** Less was told than the step waits for. */
      unmet?: boolean;
    };

export interface WatchEvent {
  type: string;
  object: unknown;
}

/** The headers that a client acts on. */
const TOLD_HEADERS = ['content-type', 'warning', 'retry-after', 'allow'];

/** The headers of an answer that count. */
export function toldHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    TOLD_HEADERS.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

/** The body of an answer, to its end. */
export async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** JSON where it is JSON. */
export function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
