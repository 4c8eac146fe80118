import { describe, expect, it } from 'vitest';
import { paths } from '../../host/paths.ts';
import { crumbsTo, windowTitle } from './crumbs.ts';
import { namespaceOptions } from './namespace-options.ts';
import { placeOf } from './place.ts';

const clusters = [{ name: 'demo', title: 'Demo cluster' }];
const t = (key: string) => key;

describe('placeOf', () => {
  it.each([
    ['/clusters', { page: 'clusters' }],
    ['/clusters/', { page: 'clusters' }],
    [paths.deployments('a/b'), { page: 'deployments', cluster: 'a/b' }],
    ['/clusters/demo/deployments/create', { page: 'create', cluster: 'demo' }],
    [
      '/clusters/demo/namespaces/default/deployments/web',
      { page: 'deployment', cluster: 'demo', namespace: 'default', name: 'web' },
    ],
    [paths.ipPools('a/b'), { page: 'ipPools', cluster: 'a/b' }],
    [paths.ipPool('demo', 'p'), { page: 'ipPool', cluster: 'demo', name: 'p' }],
    [paths.subnets('demo'), { page: 'subnets', cluster: 'demo' }],
    [paths.subnet('demo', 's'), { page: 'subnet', cluster: 'demo', name: 's' }],
    ['/clusters/demo/pods', { page: 'unknown' }],
    ['/', { page: 'unknown' }],
  ])('knows %s', (pathname, place) => {
    expect(placeOf(pathname)).toEqual(place);
  });
});

describe('crumbs and title', () => {
  it.each([
    ['/clusters', ['console.clusters'], 'console.clusters – Podnic'],
    [
      '/clusters/demo/deployments',
      ['console.clusters', 'Demo cluster', 'word.deployments'],
      'word.deployments · Demo cluster – Podnic',
    ],
    [
      '/clusters/demo/deployments/create',
      ['console.clusters', 'Demo cluster', 'word.deployments', 'console.create'],
      'console.create · word.deployments · Demo cluster – Podnic',
    ],
    [
      '/clusters/other/namespaces/default/deployments/web',
      ['console.clusters', 'other', 'word.deployments', 'web'],
      'web · word.deployments · other – Podnic',
    ],
    [
      '/clusters/demo/ippools/p',
      ['console.clusters', 'Demo cluster', 'pools.title', 'p'],
      'p · pools.title · Demo cluster – Podnic',
    ],
    [
      '/clusters/demo/subnets',
      ['console.clusters', 'Demo cluster', 'subnets.title'],
      'subnets.title · Demo cluster – Podnic',
    ],
    ['/nonsense', ['console.clusters', 'console.notFound'], 'console.notFound – Podnic'],
  ])('lead to %s', (pathname, texts, title) => {
    const crumbs = crumbsTo(placeOf(pathname), clusters, undefined, t);
    expect(crumbs.map(({ text }) => text)).toEqual(texts);
    expect(crumbs.at(-1)?.to).toBeUndefined();
    expect(windowTitle(crumbs)).toBe(title);
  });

  it('go back to the list of the namespace one comes from', () => {
    const crumbs = crumbsTo(placeOf('/clusters/demo/deployments/create'), clusters, 'team-a', t);
    expect(crumbs[2]?.to).toBe('/clusters/demo/deployments?namespace=team-a');
  });
});

describe('namespaceOptions', () => {
  it.each([
    ['all, then each', ['a', 'b'], '', '', ['', 'a', 'b']],
    ['those with the typed text, and the text itself', ['dev', 'prod'], '', 'de', ['dev', 'use de']],
    ['not the text that is a namespace', ['dev', 'dev-2'], '', 'dev', ['dev', 'dev-2']],
    ['what was typed, where none may be listed', [], '', ' team-a ', ['use team-a']],
    ['the chosen one, though it is not listed', ['a'], 'gone', '', ['', 'gone', 'a']],
  ])('offers %s', (_what, names, chosen, typed, offered) => {
    const options = namespaceOptions(names, chosen, typed);
    expect(options.map(({ name, known }) => (known ? name : `use ${name}`))).toEqual(offered);
  });
});
