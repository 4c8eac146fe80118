import { parseArgs } from 'node:util';
import type { Language } from '../src/i18n/translator.ts';
import { CannotRun, wordsOf } from './cannot-run.ts';

/** What `podnic check` was asked to do. */
export interface CheckOptions {
  /** Paths, `-` for standard input. */
  readonly files: readonly string[];
  readonly cluster: ClusterOption;
  /** For objects that leave their namespace to whoever applies them. */
  readonly namespace: string;
  readonly json: boolean;
  /** Warnings count as errors. */
  readonly strict: boolean;
  /** The exit code says it all. */
  readonly quiet: boolean;
}

export type ClusterOption =
  | { readonly kind: 'none' }
  | { readonly kind: 'snapshot'; readonly folder: string }
  | {
      readonly kind: 'server';
      readonly url: string;
      readonly tokenFile: string | undefined;
      readonly caFile: string | undefined;
    };

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'check'; readonly options: CheckOptions };

/** The language that was asked for; else that of the environment; else English. */
export function languageOf(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = asked === -1 ? undefined : (args[asked]?.split('=')[1] ?? args[asked + 1]);
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const wanted = given ?? (LC_ALL || LC_MESSAGES || LANG || '');
  return wanted.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
}

const options = {
  cluster: { type: 'string' },
  snapshot: { type: 'string' },
  namespace: { type: 'string', short: 'n' },
  'token-file': { type: 'string' },
  ca: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  strict: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** @throws {CannotRun} for anything that the command does not know. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  if (values.help === true) return { kind: 'help' };
  if (values.version === true) return { kind: 'version' };
  const [command, ...files] = positionals;
  if (command === undefined) throw new CannotRun('cannot.noCommand');
  if (command !== 'check') throw new CannotRun('cannot.command', { command });
  if (files.length === 0) throw new CannotRun('cannot.noFile');
  const { lang, namespace = 'default', json = false, strict = false, quiet = false } = values;
  if (lang !== undefined && !/^(en|zh)([-_.].*)?$/i.test(lang)) {
    throw new CannotRun('cannot.language', { value: lang });
  }
  if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace)) {
    throw new CannotRun('cannot.namespace', { value: namespace });
  }
  return {
    kind: 'check',
    options: { files, cluster: clusterOption(values), namespace, json, strict, quiet },
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CannotRun('cannot.options', { problem: `${wordsOf(error).split('. ')[0] ?? ''}.` });
  }
}

function clusterOption(values: ReturnType<typeof parsed>['values']): ClusterOption {
  const { cluster, snapshot, ca, 'token-file': tokenFile } = values;
  if (cluster !== undefined && snapshot !== undefined) throw new CannotRun('cannot.twoClusters');
  if (cluster === undefined) {
    if (ca !== undefined) throw new CannotRun('cannot.needsCluster', { option: '--ca' });
    if (tokenFile !== undefined) throw new CannotRun('cannot.needsCluster', { option: '--token-file' });
    return snapshot === undefined ? { kind: 'none' } : { kind: 'snapshot', folder: snapshot };
  }
  if (!URL.canParse(cluster) || !/^https?:$/.test(new URL(cluster).protocol)) {
    throw new CannotRun('cannot.url', { value: cluster });
  }
  return { kind: 'server', url: cluster, tokenFile, caFile: ca };
}
