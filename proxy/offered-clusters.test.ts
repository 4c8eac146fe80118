import { expect, it } from 'vitest';
import { openClusters } from './open-clusters.ts';
import { pathNames } from './offered-clusters.ts';
import { local, openAll, writeKubeconfig } from './test-servers.ts';

it.each([
  ['prod', 'prod'],
  ['prod-2.eu_1', 'prod-2.eu_1'],
  ['kubernetes-admin@kubernetes', 'kubernetes-admin-kubernetes-564fc13e'],
  ['arn:aws:eks:eu-west-1:1234:cluster/prod', 'arn-aws-eks-eu-west-1-1234-cluster-prod-c5860f08'],
  ['a/b', 'a-b-c14cddc0'],
  ['a:b', 'a-b-6783a31e'],
  ['..', 'cluster-5ec1f7e7'],
  ['生产', 'cluster-76ab7d3b'],
  ['测试', 'cluster-6aa8f49c'],
  ['-x-', 'x-c6cf95e5'],
])('the name of context %j is %j, whatever else is offered', (context, name) => {
  for (const others of [[], ['a b', '一', 'cluster', 'x']]) {
    expect(pathNames([...others, context]).at(-1)).toBe(name);
    expect(pathNames([context, ...others])[0]).toBe(name);
  }
});

it('no two have one name', () => {
  expect(pathNames(['a/b', 'a-b-c14cddc0'])).toEqual(['a-b-c14cddc0', 'a-b-c14cddc0-2']);
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
    { name: 'two-x-4d4bd166', title: 'two@x', server: 'https://127.0.0.1:6443/k8s/clusters/c-1', user: '' },
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
