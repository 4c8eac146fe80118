import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../test-servers.ts';
import { readCredential, runExecPlugin } from './exec-plugin.ts';
import { tellableLine } from './tellable-line.ts';

const secret = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl';

/** A plugin that is a script of Node. */
function script(source: string) {
  return { command: process.execPath, args: ['-e', source], apiVersion: 'client.authentication.k8s.io/v1' };
}

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
    const { token, expires } = await runExecPlugin('u', exec, cluster);
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
    const failure = await runExecPlugin('u', exec, {}).catch((error: unknown) => error);
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
    await expect(runExecPlugin('u', { command }, {})).rejects.toThrow('it cannot be started (EACCES)');
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

it.each([
  ['', ''],
  ['one\ntwo\n\n', 'two'],
  ['\u001b[31mError:\u001b[0m no session.\r\n', 'Error: no session'],
  ['a\u0007b', 'a b'],
  [`token=${'x'.repeat(60)} refused`, '… refused'],
  ['https://me:pw@idp.example refused', 'https://…@idp.example refused'],
  ['word '.repeat(100), 'word '.repeat(100).slice(0, 200)],
])('tellableLine(%j) is %j', (text, expected) => {
  expect(tellableLine(text)).toBe(expected);
});
