import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NETWORKS } from '../multus/annotation-keys.ts';
import { IP_POOLS } from '../spiderpool/annotation-keys.ts';
import { isRecord } from '../untyped.ts';
import { admissionChanges, replacedNicAnnotations } from './admission-changes.ts';
import { container, deployment, pod } from './admission/test-objects.ts';
import { arbitraryDraft } from './arbitrary/draft.ts';
import { writeDraft } from './draft-document.ts';
import { toObject } from './manifest-document.ts';

type Json = Record<string, unknown>;

/** Each change as `kind path: before -> after`. */
function told(sent: unknown, answered: unknown): string[] {
  return admissionChanges(sent, answered).map(
    ({ kind, path, before, after }) =>
      `${kind} ${path}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`,
  );
}

const inPod = 'spec.template.spec';

describe('what admission did', () => {
  it('adds annotations and labels, one by one, where there were none', () => {
    expect(
      told(deployment(), deployment(pod, { metadata: { annotations: { 'a/b': 'c', d: 'e' } } })),
    ).toEqual([
      'injected spec.template.metadata.annotations[a/b]: undefined -> "c"',
      'injected spec.template.metadata.annotations[d]: undefined -> "e"',
    ]);
  });

  it('adds resources, a container, a variable and a toleration', () => {
    const answered = deployment({
      containers: [
        { ...container, resources: { limits: { 'a.b/nic': '1' } }, env: [{ name: 'PROXY', value: 'x' }] },
        { name: 'sidecar', image: 'envoy' },
      ],
      tolerations: [{ key: 'gpu', operator: 'Exists' }],
    });
    expect(told(deployment(), answered)).toEqual([
      `injected ${inPod}.containers[web].resources.limits[a.b/nic]: undefined -> "1"`,
      `injected ${inPod}.containers[web].env[PROXY]: undefined -> {"name":"PROXY","value":"x"}`,
      `injected ${inPod}.containers[sidecar]: undefined -> {"name":"sidecar","image":"envoy"}`,
      `injected ${inPod}.tolerations[gpu]: undefined -> {"key":"gpu","operator":"Exists"}`,
    ]);
  });

  it('finds an item again behind one that was put before it', () => {
    const answered = deployment({ containers: [{ name: 'first', image: 'x' }, container] });
    expect(told(deployment(), answered)).toEqual([
      `injected ${inPod}.containers[first]: undefined -> {"name":"first","image":"x"}`,
    ]);
  });

  it('changes and takes away', () => {
    const sent = deployment(
      { containers: [{ ...container, command: ['a'] }] },
      { metadata: { labels: { a: 'b' } } },
    );
    const answered = deployment({ containers: [{ ...container, image: 'mirror/nginx:1.27' }] });
    expect(told(sent, answered)).toEqual([
      'removed spec.template.metadata.labels[a]: "b" -> undefined',
      `changed ${inPod}.containers[web].image: "nginx:1.27" -> "mirror/nginx:1.27"`,
      `removed ${inPod}.containers[web].command: ["a"] -> undefined`,
    ]);
  });

  it('changes the order', () => {
    const env = [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ];
    const sent = deployment({ containers: [{ ...container, env }] });
    const answered = deployment({ containers: [{ ...container, env: env.toReversed() }] });
    expect(told(sent, answered)).toEqual([`changed ${inPod}.containers[web].env: ["A","B"] -> ["B","A"]`]);
  });

  it('counts variables of one name', () => {
    const env = (second: string) => [
      { name: 'A', value: '1' },
      { name: 'A', value: second },
    ];
    const sent = deployment({ containers: [{ ...container, env: env('2') }] });
    const answered = deployment({ containers: [{ ...container, env: env('3') }] });
    expect(told(sent, answered)).toEqual([`changed ${inPod}.containers[web].env[A #2].value: "2" -> "3"`]);
  });

  it('tells a list whose items have no keys as a whole', () => {
    const from = (...names: string[]) => ({
      containers: [{ ...container, envFrom: names.map((name) => ({ configMapRef: { name } })) }],
    });
    const [change, ...others] = admissionChanges(deployment(from('a')), deployment(from('a', 'b')));
    expect(others).toEqual([]);
    expect(change).toMatchObject({ kind: 'changed', path: `${inPod}.containers[web].envFrom` });
    expect(told(deployment(from('a')), deployment(from('b')))).toEqual([
      `changed ${inPod}.containers[web].envFrom[0].configMapRef.name: "a" -> "b"`,
    ]);
  });

  it('takes a value of another type for another value', () => {
    expect(told(deployment({ ...pod, hostname: 'a' }), deployment({ ...pod, hostname: { a: 1 } }))).toEqual([
      `changed ${inPod}.hostname: "a" -> {"a":1}`,
    ]);
  });

  it('sees a flag that is switched on by taking it away', () => {
    expect(told(deployment({ ...pod, automountServiceAccountToken: false }), deployment(pod))).toEqual([
      `removed ${inPod}.automountServiceAccountToken: false -> undefined`,
    ]);
  });
});

describe('what is no change', () => {
  it.each<[string, Json, Json]>([
    [
      'metadata of the server and the status',
      deployment(),
      {
        ...deployment(pod, { metadata: { creationTimestamp: null } }),
        metadata: {
          name: 'web',
          namespace: 'default',
          uid: 'u',
          creationTimestamp: 'now',
          generation: 1,
          resourceVersion: '1',
          managedFields: [{ manager: 'podnic' }],
        },
        status: { replicas: 0 },
      },
    ],
    [
      'quantities in another spelling',
      deployment({ containers: [{ ...container, resources: { limits: { cpu: '0.5', memory: '1.5Gi' } } }] }),
      deployment({
        containers: [{ ...container, resources: { limits: { cpu: '500m', memory: '1536Mi' } } }],
      }),
    ],
    [
      'empty values that Go leaves out',
      deployment({
        hostNetwork: false,
        tolerations: [],
        nodeSelector: {},
        containers: [{ ...container, env: [{ name: 'A', value: '' }], stdin: false }],
      }),
      deployment({ containers: [{ ...container, env: [{ name: 'A' }] }] }),
    ],
  ])('%s', (_, sent, answered) => expect(admissionChanges(sent, answered)).toEqual([]));

  it('an object that came back as it was sent', () => {
    fc.assert(
      fc.property(arbitraryDraft(), (draft) => {
        for (const document of writeDraft([], draft)) {
          const sent = toObject(document);
          expect(admissionChanges(sent, structuredClone(sent))).toEqual([]);
        }
      }),
    );
  });
});

/** The places of a value that can be edited, as keys from its root. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const own = path.length === 0 ? [] : [path];
  if (Array.isArray(value))
    return [...own, ...value.flatMap((item, index) => placesIn(item, [...path, index]))];
  if (!isRecord(value)) return own;
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function editAt(
  root: unknown,
  path: readonly (string | number)[],
  edit: 'replace' | 'remove' | 'add',
): unknown {
  const copy: unknown = structuredClone(root);
  let holder = copy as Json;
  for (const key of path.slice(0, -1)) holder = holder[key] as Json;
  const last = path.at(-1) ?? '';
  const value = holder[last];
  if (edit === 'replace') holder[last] = 'of-somebody-else';
  else if (edit === 'add') {
    if (isRecord(value)) (value as Json)['foreign'] = 'of-somebody-else';
    else if (Array.isArray(value)) value.push('of-somebody-else');
    else if (Array.isArray(holder)) holder.push('of-somebody-else');
    else holder['foreign'] = 'of-somebody-else';
  } else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

describe('an edit of somebody else', () => {
  it('is always told: a value replaced, taken away or added', () => {
    fc.assert(
      fc.property(arbitraryDraft(), fc.nat(), (draft, choice) => {
        for (const document of writeDraft([], draft)) {
          const sent = toObject(document);
          for (const edit of ['replace', 'remove', 'add'] as const) {
            // Taking away what means nothing is no edit.
            const places = placesIn(sent).filter(
              (path) =>
                edit !== 'remove' || !isEmpty(path.reduce<unknown>((at, key) => (at as Json)[key], sent)),
            );
            const path = places[choice % places.length] ?? [];
            const changes = admissionChanges(sent, editAt(sent, path, edit));
            expect(changes.length, `${edit} ${path.join('.')}`).toBeGreaterThan(0);
            expect(changes.filter(({ kind }) => kind === 'default')).toEqual([]);
          }
        }
      }),
    );
  });
});

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isEmpty);
  if (isRecord(value)) return Object.values(value).every(isEmpty);
  return value === '' || value === null || value === 0 || value === false;
}

describe('replacedNicAnnotations', () => {
  const annotated = (annotations: object) => deployment(pod, { metadata: { annotations } });

  it('knows the annotations of the NIC step, and no other', () => {
    const changes = admissionChanges(
      annotated({ [NETWORKS]: 'kube-system/mine', [IP_POOLS]: '[]', note: 'a' }),
      annotated({ [NETWORKS]: 'kube-system/theirs', note: 'b' }),
    );
    expect(changes).toHaveLength(3);
    expect(replacedNicAnnotations(changes).map(({ kind, after }) => [kind, after])).toEqual([
      ['changed', 'kube-system/theirs'],
      ['removed', undefined],
    ]);
  });

  it('is silent on what was left alone', () => {
    expect(replacedNicAnnotations(admissionChanges(annotated({}), annotated({ other: 'x' })))).toEqual([]);
  });
});
