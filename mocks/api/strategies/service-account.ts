import type { Container, PodSpec, Volume } from 'kubernetes-types/core/v1';
import { generatedName } from '../../store/generated-name.ts';
import { forbidden } from '../../store/status-errors.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';

const DEFAULT_ACCOUNT = 'default';
const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';
const TOKEN_PREFIX = 'kube-api-access-';
/** An hour, and a little more than clients refresh by. */
const TOKEN_SECONDS = 3607;
const READ_BY_ALL = 0o644;

/**
 * Gives a new Pod its ServiceAccount and the volume with its token.
 * Source: the admission plugin ServiceAccount.
 * @throws StatusError 403 for an account that does not exist; that of a namespace itself may still be on its way
 */
export function admitServiceAccount(pod: KubeObject, spec: PodSpec, store: MemoryStore): void {
  const { name, namespace = '' } = pod.metadata;
  spec.serviceAccountName ||= DEFAULT_ACCOUNT;
  spec.serviceAccount = spec.serviceAccountName;
  const account = store.peek('v1/serviceaccounts', namespace, spec.serviceAccountName);
  if (account === undefined && spec.serviceAccountName !== DEFAULT_ACCOUNT) {
    const why = `error looking up service account ${namespace}/${spec.serviceAccountName}: serviceaccount "${spec.serviceAccountName}" not found`;
    throw forbidden('v1/pods', name, why);
  }
  if ((spec.automountServiceAccountToken ?? account?.automountServiceAccountToken) === false) return;
  mountToken(spec);
}

function mountToken(spec: PodSpec): void {
  const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  const without = containers.filter(
    ({ volumeMounts = [] }) => !volumeMounts.some(({ mountPath }) => mountPath === TOKEN_PATH),
  );
  if (without.length === 0) return;
  const existing = spec.volumes?.find(({ name }) => name.startsWith(TOKEN_PREFIX));
  const volume = existing ?? tokenVolume(generatedName(TOKEN_PREFIX));
  if (existing === undefined) spec.volumes = [...(spec.volumes ?? []), volume];
  for (const container of without) mount(container, volume.name);
}

function mount(container: Container, name: string): void {
  container.volumeMounts = [
    ...(container.volumeMounts ?? []),
    { name, readOnly: true, mountPath: TOKEN_PATH },
  ];
}

function tokenVolume(name: string): Volume {
  return {
    name,
    projected: {
      sources: [
        { serviceAccountToken: { expirationSeconds: TOKEN_SECONDS, path: 'token' } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        {
          downwardAPI: {
            items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }],
          },
        },
      ],
      defaultMode: READ_BY_ALL,
    },
  };
}
