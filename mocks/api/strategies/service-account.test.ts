import type { PodSpec } from 'kubernetes-types/core/v1';
import { expect, it } from 'vitest';
import { createManualClock } from '../../manual-clock.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';
import { admitServiceAccount } from './service-account.ts';

function admitted(given: Partial<PodSpec>, account?: object): PodSpec {
  const store = createMemoryStore({ clock: createManualClock() });
  if (account !== undefined) {
    store.create('v1/serviceaccounts', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'builder', namespace: 'default' },
      ...account,
    });
  }
  const spec: PodSpec = { containers: [{ name: 'web', image: 'nginx' }], ...given };
  const pod = { kind: 'Pod', metadata: { name: 'p', namespace: 'default' }, spec } as unknown as KubeObject;
  admitServiceAccount(pod, spec, store);
  return spec;
}

it('gives every container the token, from one volume', () => {
  const spec = admitted({ initContainers: [{ name: 'init', image: 'busybox' }] });
  const [volume] = spec.volumes ?? [];
  expect(volume?.name).toMatch(/^kube-api-access-[a-z0-9]{5}$/);
  for (const container of [...spec.containers, ...(spec.initContainers ?? [])]) {
    expect(container.volumeMounts).toEqual([
      { name: volume?.name, readOnly: true, mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' },
    ]);
  }
});

it('leaves a container alone that mounts something there itself', () => {
  const volumeMounts = [{ name: 'own', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' }];
  const spec = admitted({ containers: [{ name: 'web', image: 'nginx', volumeMounts }] });
  expect(spec.volumes).toBeUndefined();
  expect(spec.containers[0]?.volumeMounts).toEqual(volumeMounts);
});

it.each([
  ['the Pod does not want it', { automountServiceAccountToken: false }, undefined],
  ['its account does not', { serviceAccountName: 'builder' }, { automountServiceAccountToken: false }],
])('gives no token where %s', (_, spec, account) => {
  expect(admitted(spec, account).volumes).toBeUndefined();
});

it('the Pod has the last word', () => {
  const spec = { serviceAccountName: 'builder', automountServiceAccountToken: true };
  expect(admitted(spec, { automountServiceAccountToken: false }).volumes).toHaveLength(1);
});

it('refuses an account that there is none of', () => {
  expect(() => admitted({ serviceAccountName: 'nobody' })).toThrow(
    'pods "p" is forbidden: error looking up service account default/nobody: serviceaccount "nobody" not found',
  );
});
