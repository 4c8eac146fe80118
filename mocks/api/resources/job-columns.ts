import type { CronJob, Job } from 'kubernetes-types/batch/v1';
import { ageColumn, column, containerColumns, nameColumn, selectorColumn } from '../print/columns.ts';
import type { Printed } from '../print/columns.ts';
import { humanDuration, since } from '../print/duration.ts';
import { formatSelector } from '../print/labels.ts';
import type { Column } from '../resource-type.ts';

function jobStatus({ metadata, status }: Printed<Job>): string {
  const is = (type: string) =>
    status?.conditions?.some((c) => c.type === type && c.status === 'True') === true;
  if (is('Complete')) return 'Complete';
  if (is('Failed')) return 'Failed';
  if (metadata.deletionTimestamp !== undefined) return 'Terminating';
  if (is('Suspended')) return 'Suspended';
  return is('FailureTarget') ? 'FailureTarget' : 'Running';
}

function completions({ spec, status }: Job): string {
  const succeeded = status?.succeeded ?? 0;
  if (spec?.completions !== undefined) return `${succeeded}/${spec.completions}`;
  const parallelism = spec?.parallelism ?? 0;
  return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`;
}

function jobDuration({ status }: Job, now: number): string {
  if (status?.startTime === undefined) return '';
  const end = status.completionTime === undefined ? now : Date.parse(status.completionTime);
  return humanDuration(end - Date.parse(status.startTime));
}

/** What `kubectl get jobs` prints. */
export const jobColumns: readonly Column[] = [
  nameColumn,
  column<Job>('Status', 'string', jobStatus),
  column<Job>('Completions', 'string', completions),
  column<Job>('Duration', 'string', jobDuration),
  ageColumn,
  ...containerColumns,
  selectorColumn,
];

const containersOf = ({ spec }: CronJob) => spec?.jobTemplate?.spec?.template?.spec?.containers ?? [];

/** What `kubectl get cronjobs` prints. */
export const cronJobColumns: readonly Column[] = [
  nameColumn,
  column<CronJob>('Schedule', 'string', ({ spec }) => spec?.schedule ?? ''),
  column<CronJob>('Timezone', 'string', ({ spec }) => spec?.timeZone ?? '<none>'),
  column<CronJob>('Suspend', 'boolean', ({ spec }) => (spec?.suspend === true ? 'True' : 'False')),
  column<CronJob>('Active', 'integer', ({ status }) => status?.active?.length ?? 0),
  column<CronJob>('Last Schedule', 'string', ({ status }, now) =>
    status?.lastScheduleTime === undefined ? '<none>' : since(status.lastScheduleTime, now),
  ),
  ageColumn,
  column<CronJob>(
    'Containers',
    'string',
    (o) =>
      containersOf(o)
        .map(({ name }) => name)
        .join(','),
    1,
  ),
  column<CronJob>(
    'Images',
    'string',
    (o) =>
      containersOf(o)
        .map(({ image }) => image)
        .join(','),
    1,
  ),
  column<CronJob>('Selector', 'string', ({ spec }) => formatSelector(spec?.jobTemplate?.spec?.selector), 1),
];
