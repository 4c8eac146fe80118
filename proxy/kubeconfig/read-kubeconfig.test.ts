import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { scratchFolder } from '../test-servers.ts';
import { kubeconfigFiles } from './kubeconfig-files.ts';
import { usualContext } from './kubeconfig.ts';
import { createKubeconfigSource } from './kubeconfig-source.ts';
import { readKubeconfig } from './read-kubeconfig.ts';

let folder: string;

beforeEach(() => {
  folder = scratchFolder();
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const read = (...paths: string[]) => readKubeconfig({ paths, lenient: paths.length > 1 });

describe('kubeconfigFiles', () => {
  it.each([
    ['the file that was asked for', '/a/b', { KUBECONFIG: '/c' }, ['/a/b'], false],
    ['that of KUBECONFIG', undefined, { KUBECONFIG: '/c' }, ['/c'], false],
    ['those of KUBECONFIG', undefined, { KUBECONFIG: '/c::/d:' }, ['/c', '/d'], true],
    ['that of the home folder', undefined, { KUBECONFIG: '' }, ['/home/me/.kube/config'], false],
  ])('gives %s', (_story, asked, environment, paths, lenient) => {
    expect(kubeconfigFiles(asked, environment, '/home/me')).toEqual({ paths, lenient });
  });
});

describe('readKubeconfig', () => {
  it('reads entries by name and makes paths absolute', () => {
    const path = write(
      'config',
      `
current-context: one
contexts: [{name: one, context: {cluster: c, user: u, namespace: n}}]
clusters: [{name: c, cluster: {server: https://c, certificate-authority: ca.crt}}]
users:
- name: u
  user: {client-certificate: /abs.crt, client-key: keys/a.key, tokenFile: t, exec: {command: bin/login}}
- name: v
  user: {exec: {command: aws}}
`,
    );
    const config = read(path);
    expect(config.currentContext).toBe('one');
    expect(config.clusters.get('c')?.['certificate-authority']).toBe(join(folder, 'ca.crt'));
    expect(config.users.get('u')).toMatchObject({
      'client-certificate': '/abs.crt',
      'client-key': join(folder, 'keys/a.key'),
      tokenFile: join(folder, 't'),
      exec: { command: join(folder, 'bin/login') },
    });
    expect(config.users.get('v')).toEqual({ exec: { command: 'aws' } });
  });

  it('merges files: the first of a name counts, and one that is missing does not matter', () => {
    const first = write('a', 'current-context: x\nclusters: [{name: c, cluster: {server: https://one}}]');
    const second = write(
      'b',
      'current-context: y\nclusters: [{name: c, cluster: {server: https://two}}, {name: d, cluster: {server: https://d}}]',
    );
    const config = read(first, join(folder, 'missing'), second);
    expect(config.currentContext).toBe('x');
    expect([...config.clusters.values()].map(({ server }) => server)).toEqual(['https://one', 'https://d']);
  });

  it.each([
    ['contexts: [}', 'it is not YAML (line 1)'],
    ['a: 1\nb:\n - x\n  y: {', 'it is not YAML (line 3)'],
    ['- a', 'it is no kubeconfig'],
    ['just a text', 'it is no kubeconfig'],
    ['kind: Pod', 'its kind is not Config'],
    ['contexts: {}', 'contexts is not a list'],
    ['contexts: [{}]', 'contexts[0] has no name'],
    ['clusters: [3]', 'clusters[0] has no name'],
    ['users: [{name: u, user: token}]', 'users[0].user is not a mapping'],
  ])('refuses %j and says why', (text, why) => {
    const path = write('config', text);
    expect(() => read(path)).toThrow(`The kubeconfig ${path} cannot be used: ${why}`);
  });

  it('refuses what is not there, and a folder', () => {
    const missing = join(folder, 'missing');
    expect(() => read(missing)).toThrow(`The kubeconfig ${missing} cannot be used: it does not exist.`);
    mkdirSync(join(folder, 'dir'));
    expect(() => read(join(folder, 'dir'))).toThrow('it is a folder');
    expect(() => read(missing, `${missing}2`)).toThrow('it does not exist');
  });

  it.each([
    ['users:\n- name: u\n  user: {token: s3cret\n  x', 'it is not YAML (line 4)'],
    ['users:\n- name: u\n  user: {password: *s3cret}', 'an alias (*) in it cannot be resolved'],
    [
      `a: &a [s3cret]\n${['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map(([of, name]) => `${name}: &${name} [${`*${of},`.repeat(9)}]`).join('\n')}`,
      'an alias (*) in it cannot be resolved',
    ],
  ])('quotes nothing of a broken file: %#', (text, why) => {
    const path = write('config', text);
    // The message is all of it: what comes before and after is no part of the file.
    expect(() => read(path)).toThrow(
      expect.objectContaining({ message: `The kubeconfig ${path} cannot be used: ${why}.` }),
    );
  });

  it('prints no warning that quotes the file', () => {
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
    read(write('config', '{ ? {s3cret: 1} : 2 }'));
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it.each(['', '\n# still to be filled\n'])('takes %j for a kubeconfig with nothing in it', (text) => {
    const empty = write('empty', text);
    expect(read(empty)).toMatchObject({ currentContext: '', contexts: new Map() });
    const full = write('full', 'contexts: [{name: a, context: {}}]');
    expect([...read(full, empty).contexts.keys()]).toEqual(['a']);
    expect([...read(empty, full).contexts.keys()]).toEqual(['a']);
  });
});

it('a source reads again when a file has changed, and not before', () => {
  const path = write('config', 'current-context: a');
  const source = createKubeconfigSource({ paths: [path], lenient: false });
  const first = source.read();
  expect(source.read()).toBe(first);
  write('config', 'current-context: other');
  expect(source.read().currentContext).toBe('other');
});

it('a source says in a sentence why a file cannot be looked at', () => {
  const path = join(folder, 'round');
  symlinkSync(path, path);
  const source = createKubeconfigSource({ paths: [path], lenient: false });
  expect(() => source.read()).toThrow(`The kubeconfig ${path} cannot be used: it cannot be read (ELOOP).`);
});

it.each([
  ['current-context: b\ncontexts: [{name: a, context: {}}]', 'b'],
  ['contexts: [{name: a, context: {}}]', 'a'],
  ['contexts: [{name: a, context: {}}, {name: b, context: {}}]', undefined],
  ['current-context: ""', undefined],
])('the usual context of %j is %j', (text, expected) => {
  expect(usualContext(read(write('config', text)))).toBe(expected);
});
