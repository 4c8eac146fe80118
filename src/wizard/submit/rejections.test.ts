import { describe, expect, it } from 'vitest';
import type { ApiError } from '../../cluster/api-error.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { writeDraft } from '../../domain/workload/draft-document.ts';
import { emptyContainer, emptyNic, newDraft } from '../../domain/workload/new-draft.ts';
import { rejectionsOf, standingRejections } from './rejections.ts';
import type { ObjectState } from './submission.ts';
import { submittedObjects } from './submitted-objects.ts';
import type { Submission } from './useSubmission.ts';

function webDraft(): Draft {
  const draft = newDraft({ namespace: 'default' });
  draft.basics.name = 'web';
  draft.containers[0]!.name = 'web';
  draft.containers[0]!.image = 'nginx';
  draft.service = {
    ...draft.service,
    enabled: true,
    name: 'front',
    ports: [{ name: '', protocol: 'TCP', port: '80', targetPort: '', nodePort: '' }],
  };
  return draft;
}

function submission(...states: ObjectState[]): Submission {
  const draft = webDraft();
  const documents = writeDraft([], draft);
  const progress = submittedObjects(documents).map((object, index) => ({
    object,
    state: states[index] ?? ({ phase: 'waiting' } as const),
  }));
  return { purpose: 'create', draft, documents, progress, rehearsal: [] };
}

function failed(error: Partial<ApiError>): ObjectState {
  return {
    phase: 'failed',
    error: { kind: 'http', status: 422, reason: 'Invalid', message: '', causes: [], ...error },
  };
}

describe('rejectionsOf', () => {
  it('puts a taken name on the name of its object', () => {
    const taken = failed({ status: 409, reason: 'AlreadyExists' });
    expect(rejectionsOf(submission(taken)).map(({ path }) => path)).toEqual(['basics.name']);
    const partly = submission({ phase: 'created', warnings: [] }, taken);
    expect(rejectionsOf(partly).map(({ path }) => path)).toEqual(['service.name']);
  });

  it('puts each cause on its field, and leaves those that have none to the note', () => {
    const causes = [
      { field: 'spec.template.spec.containers[0].image', reason: 'FieldValueInvalid', message: 'bad image' },
      { field: 'spec.template.spec.nodeName', reason: 'FieldValueInvalid', message: 'no field' },
      { field: '', reason: '', message: 'no path' },
    ];
    expect(rejectionsOf(submission(failed({ causes })))).toEqual([
      { path: 'containers.0.image', reason: { kind: 'cause', message: 'bad image' } },
    ]);
  });

  it('finds the fields that only the text of an error names', () => {
    const decoder = 'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: ';
    const unknown = failed({
      status: 400,
      reason: 'BadRequest',
      message: `${decoder}unknown field "spec.template.spec.containers[0].imagee", unknown field "spec.foo"`,
    });
    expect(rejectionsOf(submission(unknown))).toEqual([
      {
        path: 'containers.0',
        reason: {
          kind: 'cause',
          message: 'unknown field "spec.template.spec.containers[0].imagee"',
        },
      },
    ]);
    const absent = failed({ status: 404, reason: 'NotFound', message: 'namespaces "shop" not found' });
    expect(rejectionsOf(submission(absent)).map(({ path }) => path)).toEqual(['basics.namespace']);
  });

  it('knows what a rehearsal refused, of every object', () => {
    const taken = failed({ status: 409, reason: 'AlreadyExists' });
    const refused = taken.phase === 'failed' ? ({ ...taken, phase: 'refused' } as const) : taken;
    expect(rejectionsOf(submission(refused, refused)).map(({ path }) => path)).toEqual([
      'basics.name',
      'service.name',
    ]);
  });

  it('has nothing to say of what was created, waits or is unknown', () => {
    const error: ApiError = { kind: 'network', status: 0, reason: '', message: '', causes: [] };
    expect(rejectionsOf(submission({ phase: 'created', warnings: [] }, { phase: 'unknown', error }))).toEqual(
      [],
    );
  });
});

describe('standingRejections', () => {
  const taken = submission(failed({ status: 409, reason: 'AlreadyExists' }));
  const rejections = rejectionsOf(taken);

  it('stands while name and namespace are as they were sent', () => {
    expect(standingRejections(rejections, taken.draft, webDraft())).toHaveLength(1);
  });

  it.each<[string, (draft: Draft) => void]>([
    ['name', (draft) => (draft.basics.name = 'web-2')],
    ['namespace', (draft) => (draft.basics.namespace = 'team-a')],
  ])('falls with another %s', (_, change) => {
    const now = webDraft();
    change(now);
    expect(standingRejections(rejections, taken.draft, now)).toEqual([]);
  });

  it('does not fall with another field', () => {
    const now = webDraft();
    now.basics.replicas = '9';
    expect(standingRejections(rejections, taken.draft, now)).toHaveLength(1);
  });
});

/** A draft in which everything that the API may complain of is there. */
function fullDraft(): Draft {
  const draft = newDraft({ namespace: 'default' });
  draft.basics = { name: 'web', namespace: 'default', replicas: '3', description: 'shop' };
  const container = {
    ...emptyContainer(),
    name: 'web',
    image: 'nginx',
    ports: [
      { name: '', containerPort: '', protocol: 'TCP' as const },
      { name: 'http', containerPort: '80', protocol: 'TCP' as const },
    ],
    env: [
      { source: 'value' as const, name: 'A', value: '1' },
      { source: 'secretKey' as const, name: 'B', object: 'token', key: 'value' },
    ],
  };
  container.resources = {
    ...container.resources,
    cpuRequest: '2',
    cpuLimit: '1',
    extended: [{ name: 'a.example/b', count: '1' }],
  };
  container.probes.liveness = {
    ...container.probes.liveness,
    method: 'http',
    port: '80',
    periodSeconds: '5',
  };
  draft.containers = [container, { ...emptyContainer(), name: 'side', image: 'envoy' }];
  draft.service = {
    ...draft.service,
    enabled: true,
    name: 'front',
    access: 'NodePort',
    selector: [{ key: 'app', value: 'web' }],
    ports: [{ name: 'http', protocol: 'TCP', port: '80', targetPort: 'http', nodePort: '30080' }],
  };
  draft.network.source = 'default';
  draft.network.nics = [{ ...emptyNic(), attachment: 'kube-system/macvlan' }];
  draft.dns.nameservers = [{ value: '10.0.0.1' }];
  draft.scheduling.tolerations = [
    { key: 'a', operator: 'Equal', value: 'b', effect: '', tolerationSeconds: '' },
  ];
  draft.metadata.labels = [{ key: 'team', value: 'a' }];
  draft.metadata.podAnnotations = [{ key: 'a.example/note', value: 'x' }];
  draft.metadata.pullSecrets = [{ value: 'registry' }];
  return draft;
}

describe('the field of a cause', () => {
  const pod = 'spec.template.spec';

  function fieldOf(kind: 'Deployment' | 'Service', path: string): string | undefined {
    const draft = fullDraft();
    const documents = writeDraft([], draft);
    const state = failed({ causes: [{ field: path, reason: 'FieldValueInvalid', message: 'no' }] });
    const progress = submittedObjects(documents)
      .filter((object) => object.kind === kind)
      .map((object) => ({ object, state }));
    return rejectionsOf({ purpose: 'create', draft, documents, progress, rehearsal: [] })[0]?.path;
  }

  it.each([
    ['metadata.name', 'basics.name'],
    ['metadata.namespace', 'basics.namespace'],
    ['metadata.annotations[podnic.io/description]', 'basics.description'],
    ['metadata.labels[team]', 'metadata.labels.0.value'],
    ['spec.replicas', 'basics.replicas'],
    ['spec.selector.matchLabels[app]', 'basics.name'],
    ['spec.strategy.rollingUpdate.maxSurge', 'upgrade.maxSurge'],
    ['spec.strategy.type', 'upgrade.strategy'],
    ['spec.progressDeadlineSeconds', 'upgrade.progressDeadlineSeconds'],
    ['spec.template.metadata.annotations[k8s.v1.cni.cncf.io/networks]', 'network.nics'],
    ['spec.template.metadata.annotations[a.example/note]', 'metadata.podAnnotations.0.value'],
    [`${pod}.containers[0].image`, 'containers.0.image'],
    [`${pod}.containers[1].name`, 'containers.1.name'],
    [`${pod}.containers[1].image`, 'containers.1.image'],
    [`${pod}.containers[0].ports[0].containerPort`, 'containers.0.ports.1.containerPort'],
    [`${pod}.containers[0].env[1].valueFrom.secretKeyRef.name`, 'containers.0.env.1.object'],
    [`${pod}.containers[0].env[0].name`, 'containers.0.env.0.name'],
    [`${pod}.containers[0].resources.requests[cpu]`, 'containers.0.resources.cpuRequest'],
    [`${pod}.containers[0].resources.limits[cpu]`, 'containers.0.resources.cpuLimit'],
    [`${pod}.containers[0].livenessProbe.periodSeconds`, 'containers.0.probes.liveness.periodSeconds'],
    [`${pod}.imagePullSecrets[0].name`, 'metadata.pullSecrets.0.value'],
    [`${pod}.dnsConfig.nameservers[0]`, 'dns.nameservers.0.value'],
    [`${pod}.tolerations[0].operator`, 'scheduling.tolerations.0.operator'],
  ])('Deployment %s is %s', (path, field) => {
    expect(fieldOf('Deployment', path)).toBe(field);
  });

  it.each([
    ['metadata.name', 'service.name'],
    ['spec.ports[0].nodePort', 'service.ports.0.nodePort'],
    ['spec.ports[0].port', 'service.ports.0.port'],
    ['spec.ports[0].targetPort', 'service.ports.0.targetPort'],
    ['spec.ports', 'service.ports'],
    ['spec.selector[app]', 'service.selector.0.value'],
    ['spec.type', 'service.access'],
  ])('Service %s is %s', (path, field) => {
    expect(fieldOf('Service', path)).toBe(field);
  });

  it.each(['spec.template.spec.nodeName', 'status', '', '[', 'spec.template.spec.volumes[0].name'])(
    'has none for %j',
    (path) => {
      expect(fieldOf('Deployment', path)).toBeUndefined();
    },
  );
});
