import { describe, expect, it } from 'vitest';
import { writeDraft } from './draft-document.ts';
import { fieldOfCause } from './field-of-cause.ts';
import { newDocument } from './manifest-document.ts';
import { emptyContainer, newDraft } from './new-draft.ts';

const draft = newDraft({ namespace: 'default' });
draft.basics.name = 'web';
draft.containers = [
  { ...emptyContainer(), name: 'a', image: 'a' },
  {
    ...emptyContainer(),
    name: 'b',
    image: 'b',
    ports: [{ name: 'http', containerPort: '80', protocol: 'TCP' }],
    env: [{ source: 'configMapKey', name: 'E', object: 'o', key: 'k' }],
    resources: { ...emptyContainer().resources, cpuLimit: '1', extended: [{ name: 'a.b/c', count: '1' }] },
  },
];
draft.containers[1]?.env.unshift({ source: 'value', name: '', value: '' });
draft.metadata.podLabels = [{ key: 'x', value: 'y' }];
draft.metadata.podAnnotations = [{ key: 'n.o/p', value: 'q' }];
draft.service = {
  ...draft.service,
  enabled: true,
  name: 'svc',
  ports: [{ name: '', protocol: 'TCP', port: '1', targetPort: '', nodePort: '' }],
};
const documents = writeDraft([newDocument()], draft);

describe('fieldOfCause', () => {
  it.each([
    ['metadata.name', 'basics.name'],
    ['spec.replicas', 'basics.replicas'],
    ['spec.selector', 'basics.name'],
    ['spec.template.spec.containers', 'containers'],
    ['spec.template.spec.containers[1].image', 'containers.1.image'],
    ['spec.template.spec.containers[1]', 'containers.1'],
    ['spec.template.spec.containers[1].ports[0].containerPort', 'containers.1.ports.0.containerPort'],
    ['spec.template.spec.containers[1].env[0].valueFrom.configMapKeyRef.name', 'containers.1.env.1.object'],
    ['spec.template.spec.containers[1].resources.limits[cpu]', 'containers.1.resources.cpuLimit'],
    ['spec.template.spec.containers[1].resources.requests[a.b/c]', 'containers.1.resources.extended.0.count'],
    ['spec.template.spec.containers[1].volumeMounts[0].name', 'containers.1'],
    ['spec.template.labels', 'metadata.podLabels'],
    ['spec.template.metadata.labels', 'metadata.podLabels'],
    ['spec.template.annotations[n.o/p]', 'metadata.podAnnotations.0.value'],
    ['spec.strategy.rollingUpdate.maxUnavailable', 'upgrade.maxUnavailable'],
    ['spec.template.spec.volumes[0]', undefined],
    ['', undefined],
    ['spec..[', undefined],
  ])('Deployment %j is %s', (cause, field) => {
    expect(fieldOfCause(documents, draft, 'Deployment', cause)).toBe(field);
  });

  it.each([
    ['metadata.name', 'service.name'],
    ['spec.ports[0].nodePort', 'service.ports.0'],
    ['spec.ports[0].port', 'service.ports.0.port'],
    ['spec.ports', 'service.ports'],
  ])('Service %j is %s', (cause, field) => {
    expect(fieldOfCause(documents, draft, 'Service', cause)).toBe(field);
  });

  it('knows nothing of other objects', () => {
    expect(fieldOfCause(documents, draft, 'ConfigMap', 'metadata.name')).toBeUndefined();
  });
});
