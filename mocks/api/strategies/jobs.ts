import { randomUUID } from 'node:crypto';
import type { JobSpec } from 'kubernetes-types/batch/v1';
import { sameJson } from '../../store/json.ts';
import { defaultTemplate } from '../defaults/pod-defaults.ts';
import type { Strategy } from '../strategy.ts';
import { cronProblem } from '../validation/cron-schedule.ts';
import { GoLiteral, goStringMap } from '../validation/field-errors.ts';
import type { FieldErrors } from '../validation/field-errors.ts';
import { meetsSelector, validateLabelSelector } from '../validation/label-selector-rules.ts';
import { validateNonNegative } from '../validation/numbers.ts';
import { validateTemplate } from '../validation/pod-spec.ts';
import { specOf } from './spec-of.ts';

const CONTROLLER_UID = 'batch.kubernetes.io/controller-uid';
const JOB_NAME = 'batch.kubernetes.io/job-name';
const NUMBERS = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
] as const;

function defaultJob(spec: JobSpec): void {
  if (spec.completions === undefined && spec.parallelism === undefined) {
    spec.completions = 1;
    spec.parallelism = 1;
  }
  spec.parallelism ??= 1;
  spec.backoffLimit ??= 6;
  spec.completionMode ??= 'NonIndexed';
  spec.suspend ??= false;
  spec.podReplacementPolicy ??= spec.podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed';
  spec.manualSelector ??= false;
  defaultTemplate((spec.template ??= {}));
}

/** Source: `SetDefaults_Job`, `generateSelector` and `ValidateJob` of pkg/apis/batch and pkg/registry/batch. */
export const jobStrategy: Strategy = {
  emptyStatus: {},
  defaults(object) {
    const spec = specOf('Job', object);
    defaultJob(spec);
    // One map, as in Go: what is added to the one later on is in the other as well.
    const { labels = {} } = object.metadata;
    if (Object.keys(labels).length === 0 && spec.template.metadata?.labels !== undefined) {
      object.metadata.labels = spec.template.metadata.labels;
    }
  },
  prepareForCreate(object) {
    const spec = specOf('Job', object);
    if (spec.manualSelector === true || spec.selector !== undefined) return;
    object.metadata.uid ||= randomUUID();
    const { uid, name } = object.metadata;
    const labels = { [CONTROLLER_UID]: uid, 'controller-uid': uid, [JOB_NAME]: name, 'job-name': name };
    spec.template.metadata ??= {};
    Object.assign((spec.template.metadata.labels ??= {}), labels);
    spec.selector = { matchLabels: { [CONTROLLER_UID]: uid } };
  },
  validate(object, errors) {
    const spec = specOf('Job', object);
    validateJobSpec(spec, 'spec', errors);
    if (spec.selector === undefined) return errors.required('spec.selector');
    validateLabelSelector(spec.selector, 'spec.selector', errors);
    const labels = spec.template.metadata?.labels;
    if (!meetsSelector(spec.selector, labels)) {
      const value = new GoLiteral(goStringMap(labels));
      errors.invalid('spec.template.metadata.labels', value, '`selector` does not match template `labels`');
    }
    return undefined;
  },
  validateUpdate(object, old, errors) {
    const next = specOf('Job', object);
    const before = specOf('Job', old);
    for (const name of ['selector', 'template', 'completionMode'] as const) {
      if (!sameJson(next[name], before[name]))
        errors.invalid(`spec.${name}`, next[name], 'field is immutable');
    }
  },
};

/** Source: `validateJobSpec` of pkg/apis/batch/validation. */
function validateJobSpec(spec: JobSpec, field: string, errors: FieldErrors): void {
  for (const name of NUMBERS) validateNonNegative(spec[name], `${field}.${name}`, errors);
  const { completionMode = '', completions, template } = spec;
  if (completionMode !== 'NonIndexed' && completionMode !== 'Indexed') {
    errors.notSupported(`${field}.completionMode`, completionMode, ['NonIndexed', 'Indexed']);
  }
  if (completionMode === 'Indexed' && completions === undefined) {
    errors.required(`${field}.completions`, 'when completion mode is Indexed');
  }
  validateTemplate(template, `${field}.template`, errors);
  const policy = template.spec?.restartPolicy ?? '';
  const at = `${field}.template.spec.restartPolicy`;
  if (policy === 'Always' || policy === '') errors.required(at, 'valid values: "OnFailure", "Never"');
  else if (policy !== 'OnFailure' && policy !== 'Never')
    errors.notSupported(at, policy, ['OnFailure', 'Never']);
}

const POLICIES = ['Allow', 'Forbid', 'Replace'];

/** Source: `SetDefaults_CronJob` and `ValidateCronJobCreate`. */
export const cronJobStrategy: Strategy = {
  emptyStatus: {},
  defaults(object) {
    const spec = specOf('CronJob', object);
    spec.concurrencyPolicy ??= 'Allow';
    spec.suspend ??= false;
    spec.successfulJobsHistoryLimit ??= 3;
    spec.failedJobsHistoryLimit ??= 1;
    spec.jobTemplate ??= {};
    spec.jobTemplate.metadata ??= { creationTimestamp: null as unknown as string };
    const job = (spec.jobTemplate.spec ??= { template: {} });
    // Only a Job itself gets the rest of its defaults, when it is created.
    defaultTemplate((job.template ??= {}));
  },
  validate(object, errors) {
    const spec = specOf('CronJob', object);
    if (!spec.schedule) errors.required('spec.schedule');
    else validateSchedule(spec.schedule, errors);
    const policy = spec.concurrencyPolicy ?? '';
    if (!POLICIES.includes(policy)) errors.notSupported('spec.concurrencyPolicy', policy, POLICIES);
    validateNonNegative(spec.startingDeadlineSeconds, 'spec.startingDeadlineSeconds', errors);
    validateNonNegative(spec.successfulJobsHistoryLimit, 'spec.successfulJobsHistoryLimit', errors);
    validateNonNegative(spec.failedJobsHistoryLimit, 'spec.failedJobsHistoryLimit', errors);
    const job = spec.jobTemplate.spec;
    if (job !== undefined) {
      validateJobSpec({ completionMode: 'NonIndexed', ...job }, 'spec.jobTemplate.spec', errors);
    }
  },
};

function validateSchedule(schedule: string, errors: FieldErrors): void {
  const problem = cronProblem(schedule.replace(/^(CRON_)?TZ=\S*\s+/, ''));
  if (problem !== undefined) errors.invalid('spec.schedule', schedule, problem);
  if (schedule.includes('TZ')) {
    errors.invalid(
      'spec.schedule',
      schedule,
      'cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
    );
  }
}
