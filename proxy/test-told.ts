import { expect } from 'vitest';
import { askVersion } from './ask-version.ts';
import {
  ask,
  listenProxy,
  openAll,
  scratchFolder,
  type TestContext,
  writeKubeconfig,
} from './test-servers.ts';

/** Must not be in anything that is told. */
export const secret = 's3cret-of-the-kubeconfig';

export interface Told {
  readonly sentence: string;
  readonly code: number;
  readonly status: {
    readonly kind: string;
    readonly code: number;
    readonly message: string;
    readonly details: {
      readonly causes: readonly { reason: string; message: string; field: string; code?: string }[];
    };
  };
}

/** What is told of a cluster that cannot be used: in the terminal, and to the console. Both in one and the same sentence. */
export async function told(context: TestContext, spoil: (file: string) => void = () => {}): Promise<Told> {
  const folder = scratchFolder();
  const file = writeKubeconfig([context], folder);
  const real = openAll(file);
  spoil(file);
  const failure: unknown = await askVersion(real.clusters[0]!.connection).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  const sentence = (failure as Error).message;
  const proxy = await listenProxy(real);
  const answer = await ask(proxy.port, '/clusters-api/c0/api/v1/pods');
  await proxy.close();
  expect(answer.headers['content-type']).toBe('application/json');
  expect(answer.headers['www-authenticate']).toBeUndefined();
  expect(answer.body + sentence).not.toContain(secret);
  const status = JSON.parse(answer.body) as Told['status'];
  expect(status).toMatchObject({ kind: 'Status', status: 'Failure', code: answer.code, message: sentence });
  return { sentence: sentence.replaceAll(file, 'FILE'), code: answer.code, status };
}

export const causeOf = ({ status }: Told) => status.details.causes[0]?.reason;
