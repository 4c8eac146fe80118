import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { listOr, objectOr, textOr } from '../../../mocks/store/json.ts';
import type { JsonObject } from '../../../mocks/store/json.ts';
import type { Credentials } from './server.ts';

/**
 * Where the current context of a kubeconfig points, and with what. Certificates and tokens only.
 * @throws Error in one sentence when it points nowhere
 */
export function readKubeconfig(path: string): { address: string; credentials: Credentials } {
  const config = objectOr(parse(readFileSync(path, 'utf8')));
  const context = objectOr(named(config.contexts, textOr(config['current-context'])).context);
  const cluster = objectOr(named(config.clusters, textOr(context.cluster)).cluster);
  const user = objectOr(named(config.users, textOr(context.user)).user);
  const address = textOr(cluster.server).replace(/\/$/, '');
  if (address === '') throw new Error(`the current context of ${path} names no server`);
  const given = {
    authority: content(cluster, 'certificate-authority'),
    certificate: content(user, 'client-certificate'),
    key: content(user, 'client-key'),
    token: textOr(user.token) || undefined,
  };
  return {
    address,
    credentials: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

function named(list: unknown, name: string): JsonObject {
  return objectOr(listOr(list).find((entry) => objectOr(entry).name === name));
}

/** `KEY-data` in base64, or the file that `KEY` names. */
function content(from: JsonObject, key: string): string | undefined {
  const data = textOr(from[`${key}-data`]);
  if (data !== '') return Buffer.from(data, 'base64').toString('utf8');
  const file = textOr(from[key]);
  return file === '' ? undefined : readFileSync(file, 'utf8');
}
