import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDraft } from '../workload/new-draft.ts';
import { inFieldOrder } from './order.ts';
import { error, note, warning } from './report.ts';
import { fieldsOf, stepOf, steps } from './steps.ts';

/** In the order in which the screens show the fields. */
const paths = [
  'basics.name',
  'basics.namespace',
  'basics.description',
  'containers.0.name',
  'containers.0.image',
  'containers.0.resources.cpuLimit',
  'containers.0.args.0.value',
  'containers.0.ports.0.name',
  'containers.0.ports.0.containerPort',
  'containers.0.env.2.name',
  'containers.0.env.10.name',
  'containers.0.probes.liveness.port',
  'containers.1.name',
  'metadata.pullSecrets.0.value',
  'service.name',
  'service.selector',
  'service.ports.0.port',
  'service.ports.0.nodePort',
  'service.annotations.0.key',
  'network.source',
  'network.elastic.count',
  'network.eth0.attachment',
  'network.nics.0.attachment',
  'network.nics.0.pools.ipv4',
  'network.nics.0.pools.ipv6',
  'network.nics.1.attachment',
  'network.routes.0.gateway',
  'dns.nameservers',
  'dns.nameservers.0.value',
  'upgrade.maxUnavailable',
  'upgrade.maxSurge',
  'scheduling.tolerations.0.key',
  'metadata.labels.0.key',
  'metadata.podAnnotations.0.key',
];

describe('inFieldOrder', () => {
  it('sorts findings as the screens show their fields, however they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(paths, { minLength: paths.length }), (shuffled) => {
        const findings = shuffled.map((path) => error('name.required', path));
        expect(inFieldOrder(findings).map(({ path }) => path)).toEqual(paths);
      }),
    );
  });

  it('puts the gravest finding of a field first, and equals as they come', () => {
    const at = 'basics.name';
    const findings = [
      note('name.required', at),
      warning('name.required', at),
      error('name.syntax', at),
      error('name.required', at),
    ];
    expect(inFieldOrder(findings).map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'error name.syntax',
      'error name.required',
      'warning name.required',
      'note name.required',
    ]);
  });
});

describe('steps', () => {
  it('show every part of a draft', () => {
    const shown = steps.flatMap((step) => [...fieldsOf(step)]);
    expect(
      Object.keys(newDraft({ namespace: '' })).filter((part) => !shown.some((path) => path === part)),
    ).toEqual([]);
  });

  it.each([
    ['basics.name', 'basics'],
    ['containers', 'containers'],
    ['containers.0.name', 'containers'],
    ['metadata.pullSecrets.0.value', 'containers'],
    ['service.ports', 'service'],
    ['network.nics.0.attachment', 'advanced'],
    ['metadata.labels.0.key', 'advanced'],
    ['somewhere.else', 'advanced'],
  ])('%s is in step %s', (path, step) => {
    expect(stepOf(path)).toBe(step);
  });
});
