import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConnectionFailure } from '../problem.ts';
import { scratchFolder } from '../test-servers.ts';
import { readCredential } from './exec-credential.ts';
import { startExecPlugin } from './exec-plugin.ts';

const secret = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl';

/** A plugin that is a script of Node. */
function script(source: string) {
  return { command: process.execPath, args: ['-e', source], apiVersion: 'client.authentication.k8s.io/v1' };
}

/** Shells start slowly on a busy machine. */
const patient = { timeout: 15_000 };

const credential = (status: object) => JSON.stringify({ kind: 'ExecCredential', status });

describe('an exec plugin', () => {
  it('gives a token, and is told what the kubeconfig says', async () => {
    const ca = join(scratchFolder(), 'ca.crt');
    writeFileSync(ca, 'CA');
    const source = `
      const info = JSON.parse(process.env.KUBERNETES_EXEC_INFO);
      const status = { token: process.env.GIVEN + JSON.stringify(info), expirationTimestamp: '2030-01-01T00:00:00Z' };
      console.log(JSON.stringify({ kind: 'ExecCredential', status }));`;
    const exec = {
      ...script(source),
      env: [{ name: 'GIVEN', value: 'from-env ' }],
      provideClusterInfo: true,
    };
    const cluster = {
      server: 'https://c',
      'certificate-authority': ca,
      extensions: [{ name: 'client.authentication.k8s.io/exec', extension: { audience: 'x' } }],
    };
    const { token, expires } = await startExecPlugin('u', exec, cluster).credential;
    expect(expires).toBe(Date.UTC(2030, 0, 1));
    expect(JSON.parse(token.replace('from-env ', ''))).toEqual({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      spec: {
        interactive: false,
        cluster: { server: 'https://c', 'certificate-authority-data': 'Q0E=', config: { audience: 'x' } },
      },
    });
  });

  it.each([
    [
      'is not found',
      { command: 'podnic-no-such-plugin', installHint: 'Install it\nwith apt.' },
      'the command is not found; with apt',
    ],
    ['has no command', {}, 'the kubeconfig names no command'],
    ['wants a terminal', { ...script(''), interactiveMode: 'Always' }, 'it wants a terminal'],
    [
      'fails',
      script('console.error("a\\nsession expired, sign in again.\\n"); process.exit(3)'),
      'it ended with 3: session expired, sign in again.',
    ],
    ['fails without a word', script('process.exit(1)'), 'it ended with 1.'],
    ['is killed', script('process.kill(process.pid, "SIGKILL")'), 'it ended with a signal'],
    ['says nothing', script(''), 'what it printed is no ExecCredential'],
    ['says something else', script(`console.log("token ${secret}")`), 'what it printed is no ExecCredential'],
    [
      'lets its token slip',
      script(`console.error("bad ${secret}"); process.exit(1)`),
      'it ended with 1: bad ….',
    ],
  ])('that %s is one sentence', async (_story, exec, words) => {
    const failure = await startExecPlugin('u', exec, {}).credential.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    const { message } = failure as Error;
    expect(message).toContain('of user "u" gives no credentials: ');
    expect(message).toContain(words);
    expect(message).not.toContain(secret);
    expect(message).not.toContain('\n');
  });

  it('that may not be run is one sentence', async () => {
    const command = join(scratchFolder(), 'plugin');
    writeFileSync(command, '#!/bin/sh\n');
    chmodSync(command, 0o600);
    await expect(startExecPlugin('u', { command }, {}).credential).rejects.toThrow(
      'it cannot be started (EACCES)',
    );
  });

  it.each([
    ['is below a file', { command: `${process.execPath}/plugin` }, 'ENOTDIR'],
    ['has a NUL', { command: 'echo', args: [`${secret}\0`] }, 'ERR_INVALID_ARG_VALUE'],
    ['is too long', { command: 'echo', args: [secret.repeat(10_000)] }, 'E2BIG'],
  ])('whose command %s is one sentence', async (_story, exec, code) => {
    const failure: unknown = await startExecPlugin('u', exec, {}).credential.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConnectionFailure);
    const { command } = exec;
    expect((failure as Error).message).toBe(
      `The exec plugin "${command}" of user "u" gives no credentials: it cannot be started (${code}).`,
    );
  });
});

describe('an exec plugin that waits for its user', () => {
  const limits = { patience: 60_000, quiet: 50, grace: 100 };

  /** Starts a script of the shell, and keeps what the terminal gets. */
  function start(source: string, of = limits) {
    const lines: string[] = [];
    const exec = { command: '/bin/sh', args: ['-c', source] };
    const run = startExecPlugin('u', exec, {}, of, (line) => lines.push(line));
    run.credential.catch(() => undefined);
    return { ...run, lines };
  }

  const given = `echo '${credential({ token: 't' })}'`;

  it('is heard in the terminal, with a question that has no end of line', async () => {
    const answer = join(scratchFolder(), 'answer');
    const run = start(`
      printf 'To sign in, open https://login.example/device\\nand enter \\033[1mABCD-EFGH\\033[0m\\nCode: ' >&2
      until [ -e ${answer} ]; do sleep 0.05; done
      echo accepted >&2
      ${given}`);
    const asked = ['To sign in, open https://login.example/device', 'and enter ABCD-EFGH', 'Code:'];
    await expect.poll(() => run.lines, patient).toEqual(asked.map((line) => `/bin/sh: ${line}`));
    expect(run.notYet().message).toBe(
      'The exec plugin "/bin/sh" of user "u" gives no credentials: it is not done yet: Code:.',
    );
    writeFileSync(answer, '');
    expect(await run.credential).toMatchObject({ token: 't' });
    expect(run.lines.at(-1)).toBe('/bin/sh: accepted');
  });

  it('is heard without what could be a token', async () => {
    const { lines } = start(`echo 'got ${secret}' >&2; sleep 2`);
    await expect.poll(() => lines, patient).toEqual(['/bin/sh: got …']);
  });

  it('is not heard where it is quickly done', async () => {
    const { lines, credential: done } = start(`echo hm >&2; ${given}`, { ...limits, quiet: 60_000 });
    await done;
    expect(lines).toEqual([]);
  });

  it('has an end with what it said last, and what it has started ends with it', async () => {
    const marks = join(scratchFolder(), 'marks');
    writeFileSync(marks, '');
    // Neither it nor what it has started cares for SIGTERM.
    const run = start(
      `trap '' TERM
       while :; do printf x >> ${marks}; sleep 0.02; done &
       echo 'Enter code ABCD.' >&2
       while :; do sleep 0.1; done`,
      { ...limits, patience: 3_000 },
    );
    await expect(run.credential).rejects.toThrow('it was not done within 3 s: Enter code ABCD.');
    const size = () => readFileSync(marks, 'utf8').length;
    expect(size()).toBeGreaterThan(0);
    let last = -1;
    // It is over when nothing is added for longer than a busy machine stops anything for.
    await expect.poll(() => last === (last = size()), { ...patient, interval: 500 }).toBe(true);
  });
});

it.each([
  [credential({ token: ' t\n' }), { token: 't', certificate: '', key: '' }],
  [credential({ clientCertificateData: 'C', clientKeyData: 'K' }), { token: '', certificate: 'C', key: 'K' }],
  [credential({ token: 't', expirationTimestamp: 'soon' }), { token: 't', certificate: '', key: '' }],
  [credential({ clientCertificateData: 'C' }), undefined],
  [credential({}), undefined],
  [JSON.stringify({ kind: 'Status', status: { token: 't' } }), undefined],
  [JSON.stringify({ kind: 'ExecCredential', status: { token: 7 } }), undefined],
  ['null', undefined],
  ['', undefined],
])('readCredential(%j)', (output, expected) => {
  expect(readCredential(output)).toEqual(expected);
});
