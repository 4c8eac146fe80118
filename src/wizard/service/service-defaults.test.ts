import { describe, expect, it } from 'vitest';
import type { Draft } from '../../domain/workload/draft.ts';
import { newDraft } from '../../domain/workload/new-draft.ts';
import { portsOfContainers, serviceName, withServiceDefaults, workloadLabels } from './service-defaults.ts';

function webDraft(): Draft {
  const draft = newDraft({ namespace: 'default' });
  draft.basics.name = 'web';
  draft.metadata.podLabels = [{ key: 'tier', value: 'front' }];
  draft.containers[0]!.ports = [
    { name: 'http', containerPort: '8080', protocol: 'TCP' },
    { name: '', containerPort: '53', protocol: 'UDP' },
    { name: 'half-typed', containerPort: '', protocol: 'TCP' },
  ];
  return draft;
}

describe('the defaults of a Service', () => {
  it('takes name, labels and ports from the workload', () => {
    const service = withServiceDefaults(webDraft());
    expect(service).toMatchObject({ enabled: true, name: 'web-svc', access: 'ClusterIP' });
    expect(service.selector).toContainEqual({ key: 'app', value: 'web' });
    expect(service.selector).toContainEqual({ key: 'tier', value: 'front' });
    expect(service.ports).toEqual([
      { name: 'http', protocol: 'TCP', port: '8080', targetPort: 'http', nodePort: '' },
      { name: 'udp-53', protocol: 'UDP', port: '53', targetPort: '53', nodePort: '' },
    ]);
  });

  it('keeps what was typed', () => {
    const draft = webDraft();
    draft.service.name = 'front';
    draft.service.selector = [{ key: 'app', value: 'other' }];
    draft.service.ports = [{ name: '', protocol: 'TCP', port: '80', targetPort: '8080', nodePort: '' }];
    expect(withServiceDefaults(draft)).toEqual({ ...draft.service, enabled: true });
  });

  it('has no label and no port before there is a name or a port', () => {
    const draft = newDraft({ namespace: 'default' });
    expect(workloadLabels(draft)).toEqual([]);
    expect(portsOfContainers(draft)).toEqual([]);
  });
});

describe('serviceName', () => {
  it.each([
    ['', ''],
    ['a', 'a-svc'],
    ['web', 'web-svc'],
    ['shop', 'shop'],
  ])('of %j is %j', (workload, name) => {
    expect(serviceName(workload)).toBe(name);
  });
});
