import { parseArgs } from 'node:util';

export interface StartOptions {
  port: number;
  host: string;
  scenario: string | undefined;
  help: boolean;
}

export type ParsedOptions = { ok: true; options: StartOptions } | { ok: false; problem: string };

/** The options of `npm start`. Bad ones are a sentence for the user, not an exception. */
export function parseStartOptions(args: readonly string[]): ParsedOptions {
  let values: { port?: string; host?: string; scenario?: string; help?: boolean };
  try {
    values = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        scenario: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
  const port = Number(values.port ?? '4173');
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return { ok: false, problem: `--port takes a number from 0 to 65535, not "${values.port}"` };
  }
  return {
    ok: true,
    options: {
      port,
      host: values.host ?? '127.0.0.1',
      scenario: values.scenario,
      help: values.help ?? false,
    },
  };
}
