import { get, post, remove, request, script, PARTIAL_LIST, table } from '../script.ts';
import type { Script } from '../script.ts';
import { configMap, pod } from './objects.ts';
import { CONFIG_MAPS, PODS, SERVICES } from './paths.ts';

const OURS = `${CONFIG_MAPS}?labelSelector=ours`;
const labelled = (name: string, labels: Record<string, string>) =>
  configMap(name, undefined, { labels: { ours: 'yes', ...labels } });
const five = ['a', 'b', 'c', 'd', 'e'].map((name) => post(CONFIG_MAPS, labelled(name, { name })));

export const lists: readonly Script[] = [
  script('chunks', [
    ...five,
    get(`${CONFIG_MAPS}?limit=2`, {
      save: { next: 'metadata.continue', version: 'metadata.resourceVersion' },
    }),
    post(CONFIG_MAPS, labelled('bb', {})),
    remove(`${CONFIG_MAPS}/d`),
    get(`${CONFIG_MAPS}?limit=2&continue={next}`, { save: { last: 'metadata.continue' } }),
    get(`${CONFIG_MAPS}?limit=9&continue={last}`),
    get(`${CONFIG_MAPS}?continue={next}`),
    get(`${OURS}&limit=2`, { save: { ours: 'metadata.continue' } }),
    get(`${OURS}&limit=9&continue={ours}`),
    get(`${CONFIG_MAPS}?limit=2&continue={next}&resourceVersion={version}`),
    get(`${CONFIG_MAPS}?limit=2&continue={next}&resourceVersionMatch=Exact`),
    get(`${CONFIG_MAPS}?limit=2&continue=nonsense`),
    get(`${CONFIG_MAPS}?limit=2&continue=e30`),
    get(`${CONFIG_MAPS}?limit=-1`),
    get(`${CONFIG_MAPS}?limit=many`),
    get(`${CONFIG_MAPS}?limit=0`),
    get(`${CONFIG_MAPS}?limit=1`, { accept: PARTIAL_LIST }),
    table(`${CONFIG_MAPS}?limit=1`),
  ]),
  script('versions', [
    post(CONFIG_MAPS, labelled('a', {}), { save: { first: 'metadata.resourceVersion' } }),
    post(CONFIG_MAPS, labelled('b', {}), { save: { second: 'metadata.resourceVersion' } }),
    get(`${OURS}&resourceVersion=0`, { until: { at: { 'items.1.metadata.name': 'b' } } }),
    get(`${OURS}&resourceVersion={first}&resourceVersionMatch=Exact`),
    get(`${OURS}&resourceVersion={second}&resourceVersionMatch=NotOlderThan`),
    get(`${OURS}&resourceVersion={first}&limit=1`),
    get(`${OURS}&resourceVersionMatch=Exact`),
    get(`${OURS}&resourceVersion=0&resourceVersionMatch=Exact`),
    get(`${OURS}&resourceVersion={first}&resourceVersionMatch=Sometimes`),
    get(`${OURS}&resourceVersion=abc`),
    get(`${OURS}&resourceVersion=-1`),
    get(`${OURS}&resourceVersion=99999999999`),
    get(`${CONFIG_MAPS}/a?resourceVersion=99999999999`),
    get(`${CONFIG_MAPS}/a?resourceVersion=0`),
    get(`${CONFIG_MAPS}/a?resourceVersion=abc`),
    get(`${OURS}&sendInitialEvents=true`),
  ]),
  script('label-selectors', [
    post(CONFIG_MAPS, labelled('a', { tier: 'front', env: 'prod' })),
    post(CONFIG_MAPS, labelled('b', { tier: 'back' })),
    post(CONFIG_MAPS, configMap('c')),
    get(`${CONFIG_MAPS}?labelSelector=tier%3Dfront`),
    get(`${CONFIG_MAPS}?labelSelector=tier%3D%3Dfront%2Cenv%3Dprod`),
    get(`${CONFIG_MAPS}?labelSelector=ours%2Ctier!%3Dfront`),
    get(`${CONFIG_MAPS}?labelSelector=tier+in+(front%2Cback)`),
    get(`${CONFIG_MAPS}?labelSelector=ours%2Ctier+notin+(front)`),
    get(`${CONFIG_MAPS}?labelSelector=ours%2C!env`),
    get(`${CONFIG_MAPS}?labelSelector=tier+in+()`),
    get(`${CONFIG_MAPS}?labelSelector=tier+in+front`),
    get(`${CONFIG_MAPS}?labelSelector=tier+is+front`),
    get(`${CONFIG_MAPS}?labelSelector=bad+key%3Dx`),
    get(`${CONFIG_MAPS}?labelSelector=tier%3Dnot+good`),
    get(`${CONFIG_MAPS}?labelSelector=tier%3D-`),
    get(`${CONFIG_MAPS}?labelSelector=n%3E1`),
    get(`${CONFIG_MAPS}?labelSelector=n%3Ex`),
    get(`${CONFIG_MAPS}?labelSelector=${'x'.repeat(64)}%3Dy`),
    get(`${CONFIG_MAPS}?labelSelector=,`),
  ]),
  script('field-selectors', [
    post(PODS, pod('a')),
    post(PODS, pod('b', { nodeName: 'nowhere' }, { labels: { placed: 'yes' } })),
    get(`${PODS}?fieldSelector=metadata.name%3Da`),
    get(`${PODS}?fieldSelector=metadata.name!%3Da`, { accept: PARTIAL_LIST }),
    get(`${PODS}?fieldSelector=spec.nodeName%3D`, { accept: PARTIAL_LIST }),
    get(`${PODS}?fieldSelector=spec.schedulerName%3Dnobody%2Cmetadata.namespace%3D{ns}`, {
      accept: PARTIAL_LIST,
    }),
    get(`${PODS}?fieldSelector=status.phase%3DNothing`),
    get(`${PODS}?fieldSelector=spec.nothing%3Da`),
    get(`${PODS}?fieldSelector=metadata.name`),
    get(`${CONFIG_MAPS}?fieldSelector=metadata.name%3Dkube-root-ca.crt`, {
      accept: PARTIAL_LIST,
      until: { at: { 'items.0': true } },
    }),
    get(`${CONFIG_MAPS}?fieldSelector=data.x%3Da`),
    get(`${SERVICES}?fieldSelector=spec.type%3DClusterIP`),
    get(
      `/api/v1/namespaces/{ns}/events?fieldSelector=involvedObject.name%3Dnobody%2CinvolvedObject.kind%3DPod%2Creason%3Dx%2Ctype%3DNormal`,
    ),
    get(`/api/v1/nodes?fieldSelector=metadata.name%3Dnone`),
    get(`/apis/apps/v1/namespaces/{ns}/deployments?fieldSelector=metadata.name%3Dnone`),
    get(`/apis/apps/v1/namespaces/{ns}/deployments?fieldSelector=status.replicas%3D0`),
    get('/apis/spiderpool.spidernet.io/v2beta1/spiderippools?fieldSelector=metadata.name%3D{ns}'),
    get('/apis/spiderpool.spidernet.io/v2beta1/spiderippools?fieldSelector=spec.ipVersion%3D4'),
  ]),
  script('delete-collection', [
    ...five,
    request('DELETE', `${CONFIG_MAPS}?labelSelector=name+in+(a%2Cb)&dryRun=All`),
    request('DELETE', `${CONFIG_MAPS}?labelSelector=name+in+(a%2Cb)`),
    request('DELETE', `${CONFIG_MAPS}?labelSelector=name+in+(`),
    request('DELETE', `${CONFIG_MAPS}?fieldSelector=metadata.name%3Dc`),
    get(OURS, { accept: PARTIAL_LIST }),
  ]),
];
