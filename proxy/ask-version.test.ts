import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { askVersion } from './ask-version.ts';
import { keeper, listen, openAll, writeKubeconfig } from './test-servers.ts';

const { keep, closeAll } = keeper();
afterEach(closeAll);

/** What is said of a server. */
async function said(answer: RequestListener, limit?: number): Promise<string> {
  const { port } = keep(await listen(answer));
  const file = writeKubeconfig([{ cluster: { server: `http://127.0.0.1:${port}` } }]);
  const words = askVersion(openAll(file).clusters[0]!.connection, limit);
  return (await words.catch((error: unknown) => (error as Error).message)).replaceAll(String(port), 'PORT');
}

const noServer = 'It answers, but not as a Kubernetes API server does.';

describe('askVersion', () => {
  it.each([
    ['{"gitVersion":"v1.32.0"}', 'Kubernetes v1.32.0'],
    ['{"gitVersion":"v1.31.4-eks-2d5f260+k3s1~rc.1"}', 'Kubernetes v1.31.4-eks-2d5f260+k3s1~rc.1'],
    // What a terminal would obey.
    ['{"gitVersion":"v1\\u001b[2J\\n prod: fine"}', noServer],
    [`{"gitVersion":"v${'1'.repeat(61)}"}`, noServer],
    ['{"gitVersion":7}', noServer],
    ['null', noServer],
    ['<html>', noServer],
    ['', noServer],
  ])('of %s is %s', async (body, words) => {
    expect(await said((_asked, response) => response.end(body))).toBe(words);
  });

  it.each([
    [403, 'It answers, but does not tell its version to this user (403).'],
    [429, 'It answers, but is too busy to say more (429).'],
    [
      302,
      'It sends elsewhere (302), as a web page does: the address in the kubeconfig may not be that of an API server.',
    ],
    [503, 'It answers, but is in trouble (503).'],
    [
      404,
      "It answers with 404, which a Kubernetes API server does not: the address in the kubeconfig may be another's.",
    ],
    [401, 'The API server http://127.0.0.1:PORT asks for credentials (401), and the context names no user.'],
  ])('of a server that answers %i says what that means', async (code, words) => {
    expect(await said((_asked, response) => void response.writeHead(code).end('{}'))).toBe(words);
  });

  const waited = 'The API server http://127.0.0.1:PORT cannot be reached: it does not answer within 0.2 s.';

  it('does not wait for ever', async () => {
    expect(await said(() => {}, 200)).toBe(waited);
    const trickle: RequestListener = (_asked, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await said(trickle, 200)).toBe(waited);
  });

  it('does not read for ever', async () => {
    let written = 0;
    const flood: RequestListener = (_asked, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000))) written += 10_000;
      };
      response.on('drain', more);
      more();
    };
    expect(await said(flood)).toBe(noServer);
    expect(written).toBeLessThan(50_000_000);
  });
});
