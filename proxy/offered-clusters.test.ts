import { expect, it } from 'vitest';
import { openClusters } from './open-clusters.ts';
import { pathNames } from './offered-clusters.ts';
import { local, openAll, writeKubeconfig } from './test-servers.ts';

it.each([
  [['prod'], ['prod']],
  [['kubernetes-admin@kubernetes'], ['kubernetes-admin-kubernetes']],
  [['arn:aws:eks:eu-west-1:1234:cluster/prod'], ['arn-aws-eks-eu-west-1-1234-cluster-prod']],
  [
    ['a/b', 'a b', 'a-b'],
    ['a-b', 'a-b-2', 'a-b-3'],
  ],
  [
    ['..', '生产', '-x-'],
    ['cluster', 'cluster-2', 'x'],
  ],
])('pathNames(%j) are %j', (contexts, names) => {
  expect(pathNames(contexts)).toEqual(names);
});

const cluster = { server: 'https://me:pw@127.0.0.1:6443/k8s/clusters/c-1/' };
const file = () =>
  writeKubeconfig([
    { name: 'one', cluster, user: { token: 's3cret' } },
    { name: 'two@x', cluster },
    { name: 'bad', cluster: { server: 'tcp://127.0.0.1' } },
  ]);

it('offers the current context, or those that were asked for, each once', () => {
  expect(openAll(file()).clusters.map(({ title }) => title)).toEqual(['one']);
  const asked = openAll(file(), ['two@x', 'one', 'two@x']).clusters;
  expect(asked.map(({ name, title, server, user }) => ({ name, title, server, user }))).toEqual([
    { name: 'two-x', title: 'two@x', server: 'https://127.0.0.1:6443/k8s/clusters/c-1', user: '' },
    { name: 'one', title: 'one', server: 'https://127.0.0.1:6443/k8s/clusters/c-1', user: 'one' },
  ]);
});

it.each([
  [['nope'], 'There is no context "nope" in FILE; there are: one, two@x, bad.'],
  [['bad'], 'The kubeconfig FILE cannot be used: the server of cluster "bad" is no http or https address.'],
])('says what is wrong with %j', (contexts, sentence) => {
  const path = file();
  expect(openClusters({ file: path, contexts, audience: local }, {}, '/nowhere')).toEqual({
    ok: false,
    sentence: sentence.replace('FILE', path),
  });
});

it.each([
  [[{ name: '', cluster }], 'contexts[0] has no name'],
  [[], 'it has no contexts'],
])('says what is wrong with a kubeconfig that has %j', (contexts, detail) => {
  const path = writeKubeconfig(contexts);
  const opened = openClusters(
    { file: undefined, contexts: [], audience: local },
    { KUBECONFIG: path },
    '/nowhere',
  );
  expect(opened).toEqual({ ok: false, sentence: `The kubeconfig ${path} cannot be used: ${detail}.` });
});
