import * as fc from 'fast-check';
import type { ContainerDraft, EnvDraft, ProbeDraft, ResourcesDraft } from '../draft.ts';
import { emptyProbe } from '../new-draft.ts';
import { anyText, distinct, numberText, someNumberText, someText, someTextRow, textRow } from './values.ts';

const timings = fc.record({
  initialDelaySeconds: numberText,
  timeoutSeconds: numberText,
  periodSeconds: numberText,
  successThreshold: numberText,
  failureThreshold: numberText,
});

const handler: fc.Arbitrary<Partial<ProbeDraft>> = fc.oneof(
  fc.record<Partial<ProbeDraft>>({
    method: fc.constant('http'),
    path: anyText,
    port: someNumberText,
    scheme: fc.constantFrom('HTTP', 'HTTPS'),
  }),
  fc.record<Partial<ProbeDraft>>({ method: fc.constant('tcp'), port: someNumberText }),
  fc.record<Partial<ProbeDraft>>({
    method: fc.constant('exec'),
    command: fc.array(someTextRow, { minLength: 1, maxLength: 3 }),
  }),
);

const probe: fc.Arbitrary<ProbeDraft> = fc.oneof(
  fc.constant(emptyProbe()),
  fc.tuple(handler, timings).map(([shown, times]) => ({ ...emptyProbe(), ...times, ...shown })),
);

const reference = fc
  .record({ name: anyText, object: anyText, key: anyText })
  .filter(({ object, key }) => object !== '' || key !== '');

const env: fc.Arbitrary<EnvDraft> = fc.oneof(
  fc
    .record({ source: fc.constant('value' as const), name: anyText, value: anyText })
    .filter(({ name, value }) => name !== '' || value !== ''),
  reference.map((row) => ({ source: 'configMapKey' as const, ...row })),
  reference.map((row) => ({ source: 'secretKey' as const, ...row })),
  fc.record({ source: fc.constant('podField' as const), name: anyText, fieldPath: someText }),
);

const port = fc
  .record({ name: anyText, containerPort: numberText, protocol: fc.constantFrom('TCP', 'UDP', 'SCTP') })
  .filter(({ name, containerPort }) => name !== '' || containerPort !== '');

const basic = ['cpu', 'memory', 'ephemeral-storage'];

const resources: fc.Arbitrary<ResourcesDraft> = fc.record({
  cpuRequest: numberText,
  cpuLimit: numberText,
  memoryRequest: numberText,
  memoryLimit: numberText,
  extended: distinct(
    fc
      .record({ name: anyText, count: numberText })
      .filter(({ name, count }) => (name !== '' || count !== '') && !basic.includes(name)),
    ({ name }) => name,
    2,
  ),
});

const container: fc.Arbitrary<ContainerDraft> = fc.record({
  name: someText,
  image: anyText,
  pullPolicy: fc.constantFrom('', 'Always', 'IfNotPresent', 'Never'),
  resources,
  command: fc.array(textRow, { maxLength: 2 }),
  args: fc.array(textRow, { maxLength: 2 }),
  ports: fc.array(port, { maxLength: 2 }),
  env: fc.array(env, { maxLength: 4 }),
  probes: fc.record({ liveness: probe, readiness: probe, startup: probe }),
});

/** Only the first container may be without a name: one in which nothing was typed is not written. */
export const arbitraryContainers: fc.Arbitrary<ContainerDraft[]> = fc
  .tuple(fc.array(container, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([containers, unnamed]) =>
    containers.map((row, index) => (index === 0 && unnamed ? { ...row, name: '' } : row)),
  );
