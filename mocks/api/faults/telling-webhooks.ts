import type { PodTemplateSpec } from 'kubernetes-types/core/v1';
import type { AdmissionPlugin, AdmissionRequest } from '../../store/admission.ts';
import { objectOr } from '../../store/json.ts';
import { badRequest, forbidden } from '../../store/status-errors.ts';
import { StatusError } from '../../store/store.ts';

type Webhook = (request: AdmissionRequest) => void;

const RESOURCES = ['apps/v1/deployments', 'v1/services'];

/** What a webhook that adds a proxy beside every container does. */
function injectSidecar({ object }: AdmissionRequest): void {
  object.metadata.annotations = { ...object.metadata.annotations, 'sidecar.example.com/injected': 'true' };
  changeTemplate(object, (template) => {
    const { metadata = {}, spec = { containers: [] } } = template;
    const proxy = { name: 'HTTP_PROXY', value: 'http://127.0.0.1:15001' };
    return {
      ...template,
      metadata: {
        ...metadata,
        annotations: { ...metadata.annotations, 'sidecar.example.com/status': 'injected' },
      },
      spec: {
        ...spec,
        containers: [
          ...spec.containers.map((container) => ({ ...container, env: [...(container.env ?? []), proxy] })),
          { name: 'proxy', image: 'registry.example.com/proxy:1.4', args: ['--port', '15001'] },
        ],
        tolerations: [...(spec.tolerations ?? []), { key: 'proxy.example.com/only', operator: 'Exists' }],
      },
    };
  });
}

/** As the Pod webhook of Spiderpool does with a Pod (reference 1.9), here with the template. */
function injectNics({ object }: AdmissionRequest): void {
  changeTemplate(object, (template) => ({
    ...template,
    metadata: {
      ...template.metadata,
      annotations: {
        ...template.metadata?.annotations,
        'k8s.v1.cni.cncf.io/networks': 'kube-system/macvlan-ens224',
      },
    },
  }));
}

function changeTemplate(
  object: AdmissionRequest['object'],
  change: (template: PodTemplateSpec) => PodTemplateSpec,
): void {
  const spec = objectOr(object.spec);
  if (spec.template === undefined) return;
  object.spec = { ...spec, template: change(spec.template as PodTemplateSpec) };
}

function denied(webhook: string, why: string): string {
  return `admission webhook "${webhook}" denied the request: ${why}`;
}

/** What happens to a new Deployment or Service of one of these names, whether it is a dry run or not. */
const WEBHOOKS: Readonly<Record<string, Webhook>> = {
  'inject-sidecar': injectSidecar,
  'inject-nics': injectNics,
  'deny-policy': () => {
    throw new StatusError({
      code: 403,
      reason: 'Forbidden',
      message: denied('policy.example.com', 'the owner of the workload must be named in a label'),
    });
  },
  'deny-image': ({ object }) => {
    const field = 'spec.template.spec.containers[0].image';
    const message = 'Invalid value: "": images must come from registry.example.com';
    throw new StatusError({
      code: 422,
      reason: 'Invalid',
      message: denied('images.example.com', `${field}: ${message}`),
      details: {
        name: object.metadata.name,
        group: 'apps',
        kind: 'Deployment',
        causes: [{ reason: 'FieldValueInvalid', field, message }],
      },
    });
  },
  'over-quota': ({ object, resource }) => {
    const counted = resource.startsWith('apps/') ? 'count/deployments.apps' : 'services';
    throw forbidden(
      resource,
      object.metadata.name,
      `exceeded quota: objects, requested: ${counted}=1, used: ${counted}=5, limited: ${counted}=5`,
    );
  },
  'warn-image': (request) => {
    request.warn(
      'spec.template.spec.containers[0].image: images without a digest will be refused from next year on',
    );
    request.warn(
      'would violate PodSecurity "restricted:latest": runAsNonRoot != true (pod or container must set securityContext.runAsNonRoot=true)',
    );
  },
  'no-dry-run': ({ dryRun }) => {
    if (dryRun) throw badRequest('admission webhook "audit.example.com" does not support dry run');
  },
};

/** The names that a webhook acts on, for the documentation and its test. */
export const WEBHOOK_NAMES = Object.keys(WEBHOOKS);

/** Webhooks that go by the name of a new Deployment or Service. */
export const tellingWebhooks: AdmissionPlugin = {
  name: 'telling-names',
  admit(request) {
    const { operation, resource, subresource, object } = request;
    if (operation !== 'CREATE' || subresource !== undefined || !RESOURCES.includes(resource)) return;
    const { name } = object.metadata;
    if (Object.hasOwn(WEBHOOKS, name)) WEBHOOKS[name]?.(request);
  },
};
