import { collect, get, merge, post, remove, script, watch, PARTIAL, TABLE, put } from '../script.ts';
import type { Script } from '../script.ts';
import { configMap, pool } from './objects.ts';
import { CONFIG_MAPS, POOLS } from './paths.ts';

const OURS = `${CONFIG_MAPS}?labelSelector=ours`;
const MAP = `${CONFIG_MAPS}/a`;
const ours = (name: string) => configMap(name, { n: '1' }, { labels: { ours: 'yes' } });

export const watches: readonly Script[] = [
  script('watch', [
    post(CONFIG_MAPS, ours('a'), { save: { version: 'metadata.resourceVersion' } }),
    watch('all', `${OURS}&watch=true&resourceVersion={version}`),
    watch('fresh', `${OURS}&watch=1`),
    collect('fresh', 1),
    merge(MAP, { data: { n: '2' } }),
    merge(MAP, { data: { n: '2' } }),
    remove(MAP),
    collect('all', 2),
    collect('fresh', 2),
  ]),
  script('watch-selection', [
    post(CONFIG_MAPS, configMap('a'), { save: { version: 'metadata.resourceVersion' } }),
    watch('labels', `${OURS}&watch=true&resourceVersion={version}`),
    watch('field', `${CONFIG_MAPS}?watch=true&resourceVersion={version}&fieldSelector=metadata.name%3Da`),
    merge(MAP, { metadata: { labels: { ours: 'yes' } } }),
    merge(MAP, { data: { n: '2' } }),
    post(CONFIG_MAPS, configMap('b')),
    merge(MAP, { metadata: { labels: null } }),
    collect('labels', 3),
    collect('field', 3),
  ]),
  script('watch-views', [
    post(CONFIG_MAPS, ours('a'), { save: { version: 'metadata.resourceVersion' } }),
    watch('table', `${OURS}&watch=true&resourceVersion={version}`, { accept: TABLE }),
    watch('partial', `${OURS}&watch=true&resourceVersion={version}`, { accept: PARTIAL }),
    merge(MAP, { data: { n: '2' } }),
    merge(MAP, { data: { n: '3' } }),
    collect('table', 2),
    collect('partial', 2),
  ]),
  script('watch-bookmarks', [
    post(CONFIG_MAPS, ours('a'), { save: { version: 'metadata.resourceVersion' } }),
    watch('marked', `${OURS}&watch=true&resourceVersion={version}&allowWatchBookmarks=true&timeoutSeconds=3`),
    watch('plain', `${OURS}&watch=true&resourceVersion={version}&timeoutSeconds=3`),
    merge(MAP, { data: { n: '2' } }),
    collect('marked', 'end'),
    collect('plain', 'end'),
  ]),
  script('watch-initial-events', [
    post(CONFIG_MAPS, ours('a')),
    post(CONFIG_MAPS, ours('b')),
    watch(
      'initial',
      `${OURS}&watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&timeoutSeconds=30`,
    ),
    collect('initial', 2),
    watch('missing', `${OURS}&watch=true&sendInitialEvents=true`),
    watch('wrong-match', `${OURS}&watch=true&sendInitialEvents=true&resourceVersionMatch=Exact`),
    watch('no-bookmarks', `${OURS}&watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan`),
    watch('match-alone', `${OURS}&watch=true&resourceVersionMatch=NotOlderThan&resourceVersion=0`),
    watch(
      'no-initial',
      `${OURS}&watch=true&sendInitialEvents=false&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&timeoutSeconds=30`,
    ),
    merge(MAP, { data: { n: '2' } }),
    collect('no-initial', 1),
  ]),
  script('watch-refused', [
    watch('word', `${OURS}&watch=true&resourceVersion=abc`),
    watch('selector', `${CONFIG_MAPS}?watch=true&labelSelector=in+(`),
    watch('field', `${CONFIG_MAPS}?watch=true&fieldSelector=data.x%3Dy`),
    watch('future', `${OURS}&watch=true&resourceVersion=99999999999&timeoutSeconds=1`),
    collect('future', 'end'),
    watch('old', `${OURS}&watch=true&resourceVersion=1&timeoutSeconds=1`),
    collect('old', 'end'),
    watch('timeout', `${OURS}&watch=true&timeoutSeconds=soon`),
    watch('flag', `${OURS}&watch=perhaps`),
    watch('unknown', '/api/v1/namespaces/{ns}/nothings?watch=true'),
    watch('yaml', `${OURS}&watch=true&timeoutSeconds=1`, { accept: 'text/html' }),
    watch('one', `${CONFIG_MAPS}/a?watch=true`),
  ]),
  script('watch-custom', [
    post(
      POOLS,
      pool(
        '{ns}',
        { subnet: '10.44.1.0/24', ips: ['10.44.1.5'] },
        { labels: { script: '{ns}' }, finalizers: ['example.com/wait'] },
      ),
    ),
    get(`${POOLS}/{ns}`, {
      until: { at: { 'status.totalIPCount': 1, 'metadata.finalizers.1': true } },
      save: { version: 'metadata.resourceVersion' },
    }),
    watch('pools', `${POOLS}?labelSelector=script%3D{ns}&watch=true&resourceVersion={version}`),
    watch('table', `${POOLS}?labelSelector=script%3D{ns}&watch=true&resourceVersion={version}`, {
      accept: TABLE,
    }),
    merge(`${POOLS}/{ns}`, { spec: { disable: true } }),
    collect('pools', 1),
    collect('table', 1),
  ]),
  script('watch-all-namespaces', [
    watch('everywhere', '/api/v1/configmaps?watch=true&labelSelector=from%3D{ns}'),
    watch('namespace', '/api/v1/namespaces?watch=true&fieldSelector=metadata.name%3D{ns}'),
    post(CONFIG_MAPS, configMap('a', undefined, { labels: { from: '{ns}' } })),
    put(MAP, configMap('a', { x: 'y' }, { labels: { from: '{ns}' } })),
    collect('everywhere', 2),
    collect('namespace', 1),
  ]),
];
