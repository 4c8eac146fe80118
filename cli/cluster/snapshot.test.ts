import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotRun } from '../cannot-run.ts';
import { createSay } from '../texts.ts';
import { readSnapshot } from './snapshot.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podnic-snapshot-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function save(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

async function viewOf(files: Readonly<Record<string, string>>) {
  save(files);
  return (await readSnapshot(folder)).view;
}

/** The names that the view knows, of the kinds that it knows. */
async function namesOf(files: Readonly<Record<string, string>>): Promise<Record<string, readonly string[]>> {
  const { pools, subnets, namespaces, nodes, attachments } = await viewOf(files);
  const lists = { pools, subnets, namespaces, nodes, attachments };
  return Object.fromEntries(
    Object.entries(lists).flatMap(([key, list]) =>
      list.state === 'known'
        ? [[key, list.value.map((each) => ('id' in each ? each.id : each.name)).toSorted()]]
        : [],
    ),
  );
}

const pool = (name: string, subnet = '10.6.0.0/16') => ({
  apiVersion: 'spiderpool.spidernet.io/v2beta1',
  kind: 'SpiderIPPool',
  metadata: { name },
  spec: { subnet },
});
const node = (name: string) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name } });
const list = (...items: object[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

const yamlList = `apiVersion: v1
kind: List
metadata: {resourceVersion: ""}
items:
- apiVersion: v1
  kind: Namespace
  metadata: {name: default}
- apiVersion: k8s.cni.cncf.io/v1
  kind: NetworkAttachmentDefinition
  metadata: {name: macvlan, namespace: kube-system}
  spec: {config: ""}
- apiVersion: example.com/v1
  kind: Node
  metadata: {name: another-kind-of-node}
`;

describe('a snapshot', () => {
  it('is a List of several kinds, as kubectl prints it; other kinds do no harm', async () => {
    expect(await namesOf({ 'all.yaml': yamlList })).toEqual({
      namespaces: ['default'],
      attachments: ['kube-system/macvlan'],
    });
  });

  it('is JSON or YAML, single objects, several documents and files', async () => {
    const documents = `---\n${JSON.stringify(pool('a'))}\n---\n# nothing\n---\n${JSON.stringify(pool('b'))}\n`;
    expect(
      await namesOf({
        'nodes.json': JSON.stringify(node('n1')),
        'pools.yml': documents,
        'more.yaml': list(pool('c')),
        'README.md': 'no part of it: {',
      }),
    ).toEqual({ nodes: ['n1'], pools: ['a', 'b', 'c'] });
  });

  it('says of an object what its last file says', async () => {
    const { pools } = await viewOf({
      '1.json': list(pool('a', '10.1.0.0/16')),
      '2.json': list(pool('a', '10.2.0.0/16')),
    });
    expect(pools).toMatchObject({ state: 'known', value: [{ name: 'a', subnet: '10.2.0.0/16' }] });
  });

  it('knows that there is none from a List of one kind alone', async () => {
    const none = { apiVersion: 'spiderpool.spidernet.io/v2beta1', kind: 'SpiderSubnetList', items: [] };
    const view = await viewOf({ 'subnets.json': JSON.stringify(none), 'empty.json': list() });
    expect(view.subnets).toEqual({ state: 'known', value: [] });
    expect(view.pools).toEqual({ state: 'unknown', problem: '' });
    expect(view.reserved).toEqual({ state: 'unknown', problem: '' });
  });

  it('takes items of such a List for its kind', async () => {
    const items = [{ metadata: { name: 'n1' } }];
    expect(
      await namesOf({ 'nodes.json': JSON.stringify({ apiVersion: 'v1', kind: 'NodeList', items }) }),
    ).toEqual({ nodes: ['n1'] });
  });

  it('has the settings of Spiderpool, or assumes them', async () => {
    const configMap = (name: string) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace: 'spiderpool' },
      data: { 'conf.yml': 'enableIPv6: false\n' },
    });
    expect(
      (await viewOf({ 'cm.json': list(configMap('other'), configMap('spiderpool-conf')) })).settings,
    ).toMatchObject({
      source: 'read',
      namespace: 'spiderpool',
      enableIPv6: false,
    });
    expect((await viewOf({ 'cm.json': list(configMap('other')) })).settings.source).toBe('assumed');
  });

  it('leaves out what has no name, and does not stumble over what is no object', async () => {
    const odd = JSON.stringify({
      kind: 'List',
      items: [1, null, 'x', { kind: 7 }, { ...node(''), metadata: 3 }],
    });
    expect(await namesOf({ 'odd.json': odd, 'nulls.yaml': '---\n---\nnull\n', 'empty.yaml': '' })).toEqual({
      nodes: [],
    });
  });
});

const laughs = `a: &a [x,x,x,x,x,x,x,x,x]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
e: [*d,*d,*d,*d,*d,*d,*d,*d,*d]
`;

describe('a snapshot that cannot be read', () => {
  it.each([
    ['nodes.yaml', 'a: 1\nb: [\n', 'nodes.yaml:3:1: is not YAML'],
    ['nodes.yaml', 'items:\n\t- a\n', 'nodes.yaml:2:1: is not YAML'],
    ['nodes.json', '{"kind": "List",\n "items": [}', 'nodes.json:2:12: is not YAML'],
    ['nodes.yaml', 'just words\n', 'nodes.yaml:1: is no Kubernetes object.'],
    ['nodes.yaml', 'kind: Node\n---\n- 1\n', 'nodes.yaml:3: is no Kubernetes object.'],
    ['nodes.yaml', `kind: Node\n---\n${laughs}`, 'nodes.yaml:3: has aliases that cannot be written out.'],
    ['nodes.yaml', 'a: *nobody\n', 'nodes.yaml:1:'],
    ['nodes.json', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0xff]), 'nodes.json: is not a UTF-8 text.'],
    ['nodes.yaml', 'kind: "\u0000"\n', 'nodes.yaml: is not a UTF-8 text.'],
  ])('%s %j', async (name, content, words) => {
    save({ [name]: content });
    const failure = await readSnapshot(folder).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CannotRun);
    if (!(failure instanceof CannotRun)) return;
    const sentence = createSay('en-US')(failure.key, failure.params);
    expect(sentence.slice(folder.length + 1)).toContain(words);
  });

  it('is a folder without files, or none', async () => {
    await expect(readSnapshot(folder)).rejects.toMatchObject({ key: 'cannot.snapshotEmpty' });
    await expect(readSnapshot(join(folder, 'gone'))).rejects.toMatchObject({ key: 'cannot.snapshotFolder' });
    save({ 'file.yaml': yamlList });
    await expect(readSnapshot(join(folder, 'file.yaml'))).rejects.toMatchObject({
      key: 'cannot.snapshotFolder',
    });
  });
});
