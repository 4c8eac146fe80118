import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/checks/finding.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { emptyNic, newDraft, newNetwork } from '../../domain/workload/new-draft.ts';
import { errorsUnder, isShown, problemsByField, type Problem, type Progress } from './shown-problems.ts';

function finding(path: string, severity: Finding['severity'] = 'error'): Finding {
  return { code: 'name.required', severity, path, params: {} };
}

const untouched: Progress = { revealed: new Set(), touched: {}, dirty: {}, left: new Set() };
const empty = newDraft({ namespace: 'default' });
const named: Draft = { ...empty, basics: { ...empty.basics, name: 'Web' } };
const withNic: Draft = {
  ...empty,
  network: {
    ...newNetwork(),
    nics: [{ ...emptyNic(), attachment: 'kube-system/macvlan', pools: { ipv4: ['gone'], ipv6: [] } }],
    routes: [{ destination: 'foo', gateway: '' }],
    elastic: { enabled: true, count: '-1', form: 'elastic' },
  },
};
const asked = (code: Finding['code'], path: string): Finding => ({ ...finding(path), code });

describe('isShown', () => {
  it('keeps the errors of an empty form quiet', () => {
    expect(isShown(finding('basics.name'), empty, untouched)).toBe(false);
    expect(isShown(finding('service.ports'), empty, untouched)).toBe(false);
  });

  it('shows an error of a field that was edited and left', () => {
    const touched = { basics: { name: true } };
    expect(isShown(finding('basics.name'), empty, { ...untouched, touched })).toBe(false);
    expect(isShown(finding('basics.name'), named, { ...untouched, dirty: touched })).toBe(false);
    const both = { ...untouched, touched, dirty: touched };
    expect(isShown(finding('basics.name'), named, both)).toBe(true);
    expect(isShown(finding('basics.name'), empty, both)).toBe(true);
  });

  it('shows what is wrong though nobody typed it: it was restored, or the cluster has changed', () => {
    expect(isShown(finding('basics.name'), named, untouched)).toBe(true);
    expect(isShown(finding('basics.namespace'), empty, untouched)).toBe(true);
  });

  it('shows what is wrong with a choice on a NIC, a number and a route at once', () => {
    for (const path of ['nics.0.pools.ipv4', 'routes.0.destination', 'elastic.count', 'nics.0']) {
      expect(isShown(finding(`network.${path}`), withNic, untouched)).toBe(true);
    }
    expect(isShown(asked('nic.noDefaultPool', 'network.eth0.attachment'), empty, untouched)).toBe(true);
  });

  it.each([
    asked('nic.subnetRequired', 'network.nics.0.subnets.ipv4'),
    asked('nic.poolRequired', 'network.nics.0.pools.ipv6'),
    asked('route.gateway', 'network.routes.0.gateway'),
  ])('lets $code wait while the field is empty and nobody was there', (found) => {
    expect(isShown(found, withNic, untouched)).toBe(false);
    expect(isShown(found, withNic, { ...untouched, left: new Set([found.path]) })).toBe(true);
    expect(isShown(found, withNic, { ...untouched, revealed: new Set(['advanced']) })).toBe(true);
  });

  it('shows every error of a step that was tried, and of no other', () => {
    const progress: Progress = { ...untouched, revealed: new Set(['containers']) };
    expect(isShown(finding('containers.0.image'), empty, progress)).toBe(true);
    expect(isShown(finding('basics.name'), empty, progress)).toBe(false);
  });

  it('shows warnings and notes at once', () => {
    expect(isShown(finding('basics.name', 'warning'), empty, untouched)).toBe(true);
    expect(isShown(finding('basics.name', 'note'), empty, untouched)).toBe(true);
  });
});

describe('problems', () => {
  const problems: Problem[] = [
    { path: 'containers.0.image', severity: 'warning', text: 'untagged' },
    { path: 'containers.0.image', severity: 'error', text: 'wrong' },
    { path: 'containers.0.image', severity: 'error', text: 'also wrong' },
    { path: 'containers.10.name', severity: 'error', text: 'empty' },
  ];

  it('gives a field its gravest, first problem, and no note', () => {
    const noted: Problem[] = [{ path: 'basics.name', severity: 'note', text: 'by the way' }];
    const byField = problemsByField([...problems, ...noted], () => undefined);
    expect(byField.get('containers.0.image')).toEqual({ severity: 'error', text: 'wrong' });
    expect(byField.has('basics.name')).toBe(false);
  });

  it('gives a field the fix of its problem', () => {
    const ended: Finding[] = [];
    const broken = finding('basics.name');
    const mendable: Problem = {
      path: 'basics.name',
      severity: 'error',
      text: 'wrong',
      finding: broken,
      fix: 'Name it a',
    };
    const fix = problemsByField([mendable], (each) => ended.push(each)).get('basics.name')?.fix;
    expect(fix?.text).toBe('Name it a');
    fix?.apply();
    expect(ended).toEqual([broken]);
  });

  it.each([
    ['containers', 3],
    ['containers.0', 2],
    ['containers.1', 0],
    ['containers.10.', 1],
    ['service', 0],
  ])('counts the errors under %s: %i', (prefix, count) => {
    expect(errorsUnder(problems, prefix)).toBe(count);
  });
});
