import { describe, expect, it } from 'vitest';
import { forbidden } from '../../store/status-errors.ts';
import type { Kinds, ReplicaSet } from '../kinds.ts';
import { createTestCluster, sorted, testDeployment, testTemplate } from '../test-cluster.ts';
import type { TestCluster } from '../test-cluster.ts';

const DEPLOYMENTS = 'apps/v1/deployments';
const REPLICA_SETS = 'apps/v1/replicasets';

function change(test: TestCluster, edit: (spec: Kinds['apps/v1/deployments']['spec']) => void): void {
  test.cluster.modify(DEPLOYMENTS, test.deployment(), ({ spec }) => edit(spec));
}

function setImage(test: TestCluster, image: string): void {
  change(test, (spec) => {
    spec.template = testTemplate(image);
  });
}

function started(spec: Record<string, unknown> = {}): TestCluster {
  const test = createTestCluster();
  test.create(DEPLOYMENTS, testDeployment(spec));
  test.clock.advance(5_000);
  return test;
}

function setOf(test: TestCluster, image: string): ReplicaSet {
  const found = test.cluster
    .list(REPLICA_SETS)
    .find(({ spec }) => spec.template?.spec?.containers[0]?.image === image);
  if (found === undefined) throw new Error(`no ReplicaSet of ${image}`);
  return found;
}

const revision = ({ metadata }: { metadata: { annotations?: Readonly<Record<string, string>> } }) =>
  metadata.annotations?.['deployment.kubernetes.io/revision'];

const condition = (test: TestCluster, type: string) => {
  const found = test.deployment().status?.conditions?.find((one) => one.type === type);
  return found === undefined ? undefined : `${found.status} ${found.reason}: ${found.message}`;
};

describe('a new Deployment', () => {
  it('becomes a ReplicaSet, its Pods, and a status that says so', () => {
    const test = started();
    const set = setOf(test, 'nginx:1');
    const hash = set.metadata.labels?.['pod-template-hash'];
    expect(set.metadata.name).toBe(`web-${hash}`);
    expect(set.spec.selector?.matchLabels).toEqual({ app: 'web', 'pod-template-hash': hash });
    expect(test.pods().map(({ metadata }) => metadata.name)).toEqual(
      Array(3).fill(expect.stringMatching(new RegExp(`^web-${hash}-[bcdfghjklmnpqrstvwxz2456789]{5}$`))),
    );
    expect(test.deployment().status).toMatchObject({
      observedGeneration: 1,
      replicas: 3,
      updatedReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
    });
    expect(test.deployment().status).not.toHaveProperty('unavailableReplicas');
    expect(condition(test, 'Available')).toBe(
      'True MinimumReplicasAvailable: Deployment has minimum availability.',
    );
    expect(condition(test, 'Progressing')).toBe(
      `True NewReplicaSetAvailable: ReplicaSet "${set.metadata.name}" has successfully progressed.`,
    );
    expect(test.events('web')).toEqual([
      `Normal ScalingReplicaSet x1: Scaled up replica set ${set.metadata.name} from 0 to 3`,
    ]);
  });

  it('counts none as available before its Pods are ready', () => {
    const test = createTestCluster();
    test.create(DEPLOYMENTS, testDeployment());
    test.clock.advance(200);
    expect(test.deployment().status).toMatchObject({
      replicas: 3,
      updatedReplicas: 3,
      unavailableReplicas: 3,
    });
    expect(condition(test, 'Available')).toBe(
      'False MinimumReplicasUnavailable: Deployment does not have minimum availability.',
    );
  });

  it('waits for minReadySeconds', () => {
    const test = started({ minReadySeconds: 30 });
    expect(test.deployment().status).toMatchObject({ readyReplicas: 3, unavailableReplicas: 3 });
    test.clock.advance(30_000);
    expect(test.deployment().status).toMatchObject({ availableReplicas: 3 });
  });
});

describe('revisions', () => {
  it('grow with each template; a template that comes back gets the next number', () => {
    const test = started();
    setImage(test, 'nginx:2');
    test.clock.advance(20_000);
    expect(revision(test.deployment())).toBe('2');
    setImage(test, 'nginx:1');
    test.clock.advance(20_000);
    expect(revision(test.deployment())).toBe('3');
    expect(revision(setOf(test, 'nginx:1'))).toBe('3');
    expect(revision(setOf(test, 'nginx:2'))).toBe('2');
    expect(setOf(test, 'nginx:1').metadata.annotations).toMatchObject({
      'deployment.kubernetes.io/revision-history': '1',
    });
    expect(test.cluster.list(REPLICA_SETS)).toHaveLength(2);
  });

  it('are kept up to revisionHistoryLimit', () => {
    const test = started({ revisionHistoryLimit: 1 });
    for (const tag of [2, 3, 4]) {
      setImage(test, `nginx:${tag}`);
      test.clock.advance(20_000);
    }
    const images = test.cluster
      .list(REPLICA_SETS)
      .map(({ spec }) => spec.template?.spec?.containers[0]?.image);
    expect(sorted(images)).toEqual(['nginx:3', 'nginx:4']);
  });

  it('come from kubectl rollout restart as well', () => {
    const test = started();
    const before = test.pods().map(({ metadata }) => metadata.name);
    change(test, (spec) => {
      spec.template.metadata = {
        ...spec.template.metadata,
        annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-01-15T08:00:00Z' },
      };
    });
    test.clock.advance(20_000);
    const after = test.pods().map(({ metadata }) => metadata.name);
    expect(after).toHaveLength(3);
    expect(after.filter((name) => before.includes(name))).toEqual([]);
  });
});

describe('scaling', () => {
  it('in the middle of a rollout is spread over both ReplicaSets', () => {
    const test = createTestCluster();
    const rollingUpdate = { maxSurge: 3, maxUnavailable: 2 };
    test.create(
      DEPLOYMENTS,
      testDeployment({ replicas: 10, strategy: { type: 'RollingUpdate', rollingUpdate } }),
    );
    test.clock.advance(5_000);
    setImage(test, 'nginx:missing');
    test.clock.advance(5_000);
    expect([setOf(test, 'nginx:1'), setOf(test, 'nginx:missing')].map(({ spec }) => spec.replicas)).toEqual([
      8, 5,
    ]);
    change(test, (spec) => {
      spec.replicas = 15;
    });
    test.clock.advance(5_000);
    expect([setOf(test, 'nginx:1'), setOf(test, 'nginx:missing')].map(({ spec }) => spec.replicas)).toEqual([
      11, 7,
    ]);
  });

  it('down to nothing and up again keeps the ReplicaSet', () => {
    const test = started();
    change(test, (spec) => {
      spec.replicas = 0;
    });
    test.clock.advance(5_000);
    expect(test.pods()).toEqual([]);
    expect(test.deployment().status).toEqual({ observedGeneration: 2, conditions: expect.anything() });
    change(test, (spec) => {
      spec.replicas = 2;
    });
    test.clock.advance(5_000);
    expect(test.activePods()).toHaveLength(2);
    expect(test.cluster.list(REPLICA_SETS)).toHaveLength(1);
  });
});

describe('strategy Recreate', () => {
  it('starts new Pods only after the last old one is gone', () => {
    const test = started({ strategy: { type: 'Recreate' } });
    let mixed = false;
    test.store.observe(({ resource }) => {
      const images = new Set(test.pods().map(({ spec }) => spec.containers[0]?.image));
      if (resource === 'v1/pods' && images.size > 1) mixed = true;
    });
    setImage(test, 'nginx:2');
    test.clock.advance(500);
    expect(test.pods().map(({ metadata }) => metadata.deletionTimestamp !== undefined)).toEqual([
      true,
      true,
      true,
    ]);
    test.clock.advance(5_000);
    expect(test.activePods().map(({ spec }) => spec.containers[0]?.image)).toEqual(Array(3).fill('nginx:2'));
    expect(mixed).toBe(false);
  });
});

describe('a paused Deployment', () => {
  it('scales, but does not roll until it is resumed', () => {
    const test = started();
    change(test, (spec) => {
      spec.paused = true;
      spec.replicas = 4;
      spec.template = testTemplate('nginx:2');
    });
    test.clock.advance(10_000);
    expect(test.activePods().map(({ spec }) => spec.containers[0]?.image)).toEqual(Array(4).fill('nginx:1'));
    expect(condition(test, 'Progressing')).toBe('Unknown DeploymentPaused: Deployment is paused');
    change(test, (spec) => {
      delete spec.paused;
    });
    test.clock.advance(20_000);
    expect(test.activePods().map(({ spec }) => spec.containers[0]?.image)).toEqual(Array(4).fill('nginx:2'));
  });
});

describe('a rollout that is stuck', () => {
  it('is reported after progressDeadlineSeconds, and forgiven when it moves again', () => {
    const test = started({ progressDeadlineSeconds: 60 });
    setImage(test, 'nginx:missing');
    test.clock.advance(55_000);
    expect(condition(test, 'Progressing')).toMatch(/^True ReplicaSetUpdated: /);
    test.clock.advance(10_000);
    const set = setOf(test, 'nginx:missing').metadata.name;
    expect(condition(test, 'Progressing')).toBe(
      `False ProgressDeadlineExceeded: ReplicaSet "${set}" has timed out progressing.`,
    );
    expect(condition(test, 'Available')).toMatch(/^True /);
    setImage(test, 'nginx:2');
    test.clock.advance(20_000);
    expect(condition(test, 'Progressing')).toMatch(/^True NewReplicaSetAvailable: /);
  });

  it('says why when Pods are refused', () => {
    const why = 'admission webhook "pods.spiderpool.spidernet.io" denied the request: no';
    let refuses = true;
    const test = createTestCluster({
      api: (store) => ({
        create(resource, object) {
          if (resource === 'v1/pods' && refuses) throw forbidden(resource, 'web', why);
          return store.create(resource, object);
        },
      }),
    });
    test.create(DEPLOYMENTS, testDeployment({ replicas: 1 }));
    test.clock.advance(1_000);
    expect(condition(test, 'ReplicaFailure')).toBe(`True FailedCreate: pods "web" is forbidden: ${why}`);
    const set = setOf(test, 'nginx:1').metadata.name;
    expect(test.events(set)).toEqual([
      expect.stringMatching(/^Warning FailedCreate x\d: Error creating: pods "web" is forbidden: /),
    ]);
    refuses = false;
    test.clock.advance(60_000);
    expect(test.activePods()).toHaveLength(1);
    expect(condition(test, 'ReplicaFailure')).toBeUndefined();
  });
});
