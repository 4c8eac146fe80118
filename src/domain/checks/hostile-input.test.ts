import { describe, expect, it } from 'vitest';
import { macvlan, testPool, testSubnet, testView } from '../test-cluster.ts';
import { readDraft, writeDraft } from '../workload/draft-document.ts';
import type { Draft } from '../workload/draft.ts';
import { parseManifest, printManifest } from '../workload/manifest-document.ts';
import {
  emptyContainerPort,
  emptyEnv,
  emptyKeyValue,
  emptyProbe,
  emptyServicePort,
  emptyToleration,
} from '../workload/new-draft.ts';
import { allFindings } from './all-findings.ts';
import { nicOn, pools, soundDraft } from './rules/rule-table.ts';

const pair = (key: string, value: string) => ({ ...emptyKeyValue(), key, value });

/** A sound draft in which every text of steps 1 to 4 is there. */
function fullDraft(): Draft {
  const draft = soundDraft();
  draft.basics = { name: 'web', namespace: 'default', replicas: '3', description: 'a shop' };
  const probe = { ...emptyProbe(), method: 'http' as const, path: '/healthz', port: '80' };
  Object.assign(draft.containers[0] ?? {}, {
    command: [{ value: 'run' }],
    args: [{ value: '--fast' }],
    ports: [{ ...emptyContainerPort(), name: 'http', containerPort: '80' }],
    env: [
      { ...emptyEnv('value', 'A'), value: '1' },
      { ...emptyEnv('configMapKey', 'B'), object: 'config', key: 'b' },
      { ...emptyEnv('secretKey', 'C'), object: 'token', key: 'c' },
      { ...emptyEnv('podField', 'D'), fieldPath: 'metadata.name' },
    ],
    resources: {
      cpuRequest: '100m',
      cpuLimit: '1',
      memoryRequest: '64Mi',
      memoryLimit: '128Mi',
      extended: [{ name: 'example.com/gpu', count: '1' }],
    },
    probes: { liveness: probe, readiness: probe, startup: probe },
  });
  draft.service = {
    ...draft.service,
    enabled: true,
    name: 'web-service',
    access: 'NodePort',
    selector: [pair('app', 'web')],
    ports: [{ ...emptyServicePort(), name: 'http', port: '80', targetPort: 'http', nodePort: '30080' }],
    sessionAffinity: true,
    sessionTimeout: '60',
    annotations: [pair('example.com/note', 'x')],
  };
  draft.network = {
    ...draft.network,
    source: 'pools',
    nics: [nicOn('macvlan', pools(['pool-a']))],
    routes: [{ destination: '192.168.50.0/24', gateway: '10.6.0.254' }],
  };
  draft.dns = {
    policy: 'None',
    nameservers: [{ value: '10.96.0.10' }],
    searches: [{ value: 'example.com' }],
    options: [pair('ndots', '2')],
    hostAliases: [{ ip: '10.0.0.1', hostnames: 'db.example.com' }],
  };
  draft.upgrade = {
    strategy: 'RollingUpdate',
    maxUnavailable: '1',
    maxSurge: '25%',
    revisionHistoryLimit: '5',
    minReadySeconds: '5',
    progressDeadlineSeconds: '600',
    terminationGracePeriodSeconds: '30',
  };
  draft.scheduling = {
    nodeSelector: [pair('disk', 'ssd')],
    tolerations: [
      { ...emptyToleration(), key: 'dedicated', value: 'net', effect: 'NoExecute', tolerationSeconds: '5' },
    ],
  };
  draft.metadata = {
    ...draft.metadata,
    labels: [pair('tier', 'front')],
    annotations: [pair('example.com/a', 'x')],
    podLabels: [pair('zone', 'a')],
    podAnnotations: [pair('example.com/b', 'x')],
    pullSecrets: [{ value: 'registry' }],
  };
  return draft;
}

const view = testView({
  attachments: [macvlan],
  pools: [testPool('pool-a', { subnet: '10.6.0.0/16', ips: ['10.6.1.1-10.6.1.99'] })],
  subnets: [testSubnet('subnet-a', { subnet: '10.6.0.0/16', ips: ['10.6.2.1-10.6.2.99'] })],
});

/** Texts that Kubernetes takes as they are: whatever is in them is what the person wants. */
const free =
  /^(basics\.description|containers\.0\.(command|args|env)\.\d+\.value|containers\.0\.probes\.\w+\.path|dns\.options\.\d+\.(key|value)|(service|metadata)\.\w*[aA]nnotations\.\d+\.value)$/;

/** Choices, that nobody can type into. */
const chosen = /(source|access|protocol|method|scheme|policy|strategy|operator|effect|Policy|form)$/;

/** Every text of a draft, by its path. */
function pathsOf(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return chosen.test(path) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

function withText(path: string, text: string): Draft {
  const draft = fullDraft();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key) as unknown, draft);
  Reflect.set(Object(holder), last, text);
  return draft;
}

const textAt = (draft: Draft, path: string) =>
  path.split('.').reduce<unknown>((inner, key) => Reflect.get(Object(inner), key) as unknown, draft);

/** The field that a text belongs to: of a picker that holds several, the picker. */
const fieldOf = (path: string) => path.replace(/(pools\.ipv[46])\.\d+$/, '$1');

/** Texts of other modes than the full draft's are not looked at. */
const elsewhere =
  /^(service\.externalName|network\.(elastic|deviceResources|eth0)\.|.*\.(interfaceName|subnets\.ipv[46]))/;
const fields = pathsOf(fullDraft()).filter((path) => !elsewhere.test(path));

/** What no field with a rule takes, whatever the rule. */
const refused: Readonly<Record<string, string>> = {
  'another script': '网卡',
  'a zero width space': 'we\u200Bb',
  'a control character': 'we\u0007b',
  'full-width figures': '１２',
  'an emoji': '🚀',
};

/** Refused too, but of a list of names in one field, where blanks stand between the names. */
const around: Readonly<Record<string, string>> = {
  'a blank before it': ' web',
  'a blank behind it': 'web ',
  'a byte order mark': '\uFEFFweb',
  'a pasted line end': 'web\n',
  'two pasted lines': 'web\r\nweb',
};

/** Kubernetes sets no length for the names of variables. */
const long: Readonly<Record<string, string>> = { 'a very long text': 'a'.repeat(2000) };

const numerals = ['1e3', '0x10', '007', '99999999999', 'null', 'yes'];

/** The text at a path after the draft was written, printed, read by anybody, and read again. */
function reread(draft: Draft, path: string): unknown {
  const printed = parseManifest(printManifest(writeDraft([], draft)));
  return printed.ok ? textAt(readDraft(printed.value).draft, path) : printed;
}

const errorsOf = (draft: Draft) => allFindings(draft, view).filter(({ severity }) => severity === 'error');

describe.each(fields)('%s', (path) => {
  it('refuses what it cannot take at its place, and changes nothing of it', () => {
    const texts = {
      ...refused,
      ...(path.endsWith('.hostnames') ? {} : around),
      ...(/env\.\d+\.name$/.test(path) ? {} : long),
    };
    for (const [what, text] of Object.entries(texts)) {
      const draft = withText(path, text);
      if (free.test(path)) expect([what, reread(draft, path)]).toEqual([what, text]);
      else {
        const at = errorsOf(draft).map((finding) => finding.path);
        expect([what, at]).toEqual([what, expect.arrayContaining([fieldOf(path)])]);
      }
      expect(textAt(draft, path)).toBe(text);
    }
  });

  it('keeps what looks like a number as it was typed', () => {
    for (const text of numerals) {
      const draft = withText(path, text);
      if (errorsOf(draft).length === 0) expect(reread(draft, path)).toBe(text);
    }
  });
});

describe('a field for a whole number', () => {
  const number =
    /(replicas|containerPort|Seconds|Threshold|\.count|ports\.0\.(port|nodePort)|HistoryLimit|sessionTimeout)$/;

  it.each(fields.filter((path) => number.test(path)))('%s has one spelling', (path) => {
    for (const text of ['1e3', '0x10', '+1', '-0', '-1', '007', '1.0', '1_000', '１', '9'.repeat(20)]) {
      const at = errorsOf(withText(path, text)).map((finding) => finding.path);
      expect([text, at]).toEqual([text, expect.arrayContaining([path])]);
    }
  });
});

it('finds nothing in the draft that the others start from', () => {
  expect(errorsOf(fullDraft())).toEqual([]);
});
