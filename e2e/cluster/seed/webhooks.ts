import type { SpiderpoolSettings } from '../../../mocks/spiderpool/settings.ts';
import type { ApiClient } from '../api/api-client.ts';
import { pathOf } from '../api/resources.ts';

const REGISTRATION = 'admissionregistration.k8s.io/v1';

/** The resources with webhooks, and whether their deletion is asked about too (`templates/tls.yaml` of the chart). */
const RESOURCES = [
  { singular: 'spidersubnet', asksToDelete: true },
  { singular: 'spiderippool', asksToDelete: true },
  { singular: 'spiderreservedip', asksToDelete: false },
  { singular: 'spidercoordinator', asksToDelete: false },
  { singular: 'spidermultusconfig', asksToDelete: false },
] as const;

/** Never asked about, whatever the tags of their Pods. */
const NOT_INJECTED = ['kube-system', 'spiderpool', 'metallb-system', 'istio-system'];

interface WebhookPlace {
  /** `https://127.0.0.1:5722` */
  server: string;
  /** The certificate of the authority that signed the server's, as PEM. */
  authority: string;
}

/** Tells the API server of Spiderpool's webhooks, as the chart does, but by URL. */
export async function installWebhooks(
  client: ApiClient,
  place: WebhookPlace,
  settings: SpiderpoolSettings,
): Promise<void> {
  const mutating = RESOURCES.map((resource) =>
    webhook(place, 'mutate', resource.singular, ['CREATE', 'UPDATE']),
  );
  const validating = RESOURCES.map(({ singular, asksToDelete }) =>
    webhook(place, 'validate', singular, ['CREATE', 'UPDATE', ...(asksToDelete ? ['DELETE'] : [])]),
  );
  await client.post(
    pathOf(`${REGISTRATION}/mutatingwebhookconfigurations`),
    configuration('MutatingWebhookConfiguration', [
      ...mutating,
      ...(settings.podResourceInject ? [podWebhook(place)] : []),
    ]),
  );
  await client.post(
    pathOf(`${REGISTRATION}/validatingwebhookconfigurations`),
    configuration('ValidatingWebhookConfiguration', validating),
  );
}

function configuration(kind: string, webhooks: readonly unknown[]) {
  return { apiVersion: REGISTRATION, kind, metadata: { name: 'spiderpool-controller' }, webhooks };
}

function webhook(
  place: WebhookPlace,
  verb: 'mutate' | 'validate',
  singular: string,
  operations: readonly string[],
) {
  return {
    ...common(place, `/${verb}-spiderpool-spidernet-io-v2beta1-${singular}`),
    name: `${singular}.spiderpool.spidernet.io`,
    rules: [
      {
        apiGroups: ['spiderpool.spidernet.io'],
        apiVersions: ['v2beta1'],
        operations,
        resources: [`${singular}s`],
      },
    ],
  };
}

function podWebhook(place: WebhookPlace) {
  return {
    ...common(place, '/mutate--v1-pod'),
    name: 'pods.spiderpool.spidernet.io',
    namespaceSelector: {
      matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: NOT_INJECTED }],
    },
    rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }],
  };
}

function common({ server, authority }: WebhookPlace, path: string) {
  return {
    admissionReviewVersions: ['v1'],
    clientConfig: { url: `${server}${path}`, caBundle: Buffer.from(authority).toString('base64') },
    failurePolicy: 'Fail',
    sideEffects: 'None',
  };
}
