import type { Draft, ServiceDraft } from '../../domain/workload/draft.ts';
import { NAME_LABEL } from '../../domain/workload/labels.ts';
import { serviceName } from '../service/service-defaults.ts';

/**
 * The Service after the workload was renamed: its name and the label that leads to the Pods follow as long as they
 * are those of the workload. Otherwise a Service made before would find no Pod.
 * @param draft with the new name
 * @param before the name that it had
 */
export function followedService({ basics, service, metadata }: Draft, before: string): ServiceDraft {
  if (!service.enabled) return service;
  const follows = (key: string, value: string) =>
    metadata.selector.byName && key === NAME_LABEL && value === before;
  return {
    ...service,
    name: service.name === serviceName(before) ? serviceName(basics.name) : service.name,
    selector: service.selector.map((row) =>
      follows(row.key, row.value) ? { ...row, value: basics.name } : row,
    ),
  };
}
