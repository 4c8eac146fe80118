import type { Draft, ServiceDraft } from '../workload/draft.ts';
import { podLabels } from '../workload/labels.ts';
import type { Finding } from './finding.ts';
import { checkInteger } from './integer.ts';
import { checkAnnotationKeys, checkLabelRows } from './key-values.ts';
import { error, warning, when } from './report.ts';
import { isDnsSubdomain, isServiceName } from './syntax.ts';

/** A day: the longest session that Kubernetes keeps. */
const MAX_SESSION = 86_400;

/** The Service as a whole (`ValidateService`). One that is switched off is not checked. */
export function checkService({ service }: Draft): readonly Finding[] {
  if (!service.enabled) return [];
  return [
    ...checkServiceName(service),
    ...checkExternalName(service),
    ...checkSession(service),
    ...checkAnnotationKeys(service.annotations, 'service.annotations'),
  ];
}

function checkServiceName({ name }: ServiceDraft): readonly Finding[] {
  if (name === '') return [error('service.nameRequired', 'service.name')];
  return when(!isServiceName(name), error('service.nameSyntax', 'service.name'));
}

function checkExternalName({ access, externalName }: ServiceDraft): readonly Finding[] {
  const bad = access === 'ExternalName' && !isDnsSubdomain(externalName.replace(/\.$/, ''));
  return when(bad, error('service.externalName', 'service.externalName'));
}

function checkSession({ access, sessionAffinity, sessionTimeout }: ServiceDraft): readonly Finding[] {
  if (!sessionAffinity || access === 'ExternalName') return [];
  const rule = { field: 'sessionTimeout', min: 1, max: MAX_SESSION } as const;
  return checkInteger(sessionTimeout, 'service.sessionTimeout', rule);
}

/** The console asks for a selector; one that the Pods of this workload do not have leads nowhere. */
export function checkServiceSelector(draft: Draft): readonly Finding[] {
  const { enabled, access, selector } = draft.service;
  if (!enabled || access === 'ExternalName') return [];
  const path = 'service.selector';
  if (selector.every(({ key }) => key === '')) return [error('service.selectorRequired', path)];
  const labels = podLabels(draft);
  const strange = selector.findIndex(({ key, value }) => key !== '' && labels[key] !== value);
  return [
    ...checkLabelRows(selector, path),
    ...when(strange !== -1, warning('service.selectorMisses', `${path}.${strange}.value`)),
  ];
}

/** Needs ports (`ValidateService`): all types but ExternalName and the headless one. */
export function needsPorts({ access }: ServiceDraft): boolean {
  return access !== 'ExternalName' && access !== 'Headless';
}
