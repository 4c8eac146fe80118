import { forbidden } from '../../store/status-errors.ts';
import { StatusError } from '../../store/store.ts';
import type { ResourceName } from '../../store/store.ts';
import { internalError } from '../http/answer.ts';

/** What a write to an object with a telling name comes to. */
export type Mishap =
  | { kind: 'refuse'; error: StatusError }
  /** A page of a proxy in between, not of Kubernetes. */
  | { kind: 'proxy-page' }
  | { kind: 'slow'; milliseconds: number }
  /** The connection ends before anything is done. */
  | { kind: 'drop' }
  /** The connection ends after it is done. */
  | { kind: 'lose-answer' };

/** How long `fail-slow` takes, in real milliseconds. */
export const SLOW = 5_000;

type Outcome = (resource: ResourceName, name: string) => Mishap;

const refuse =
  (error: (resource: ResourceName, name: string) => StatusError): Outcome =>
  (resource, name) => ({ kind: 'refuse', error: error(resource, name) });

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  'fail-403': refuse((resource, name) =>
    forbidden(resource, name, 'denied by the simulated cluster because of its name'),
  ),
  'fail-422': refuse(
    (_, name) =>
      new StatusError({
        code: 422,
        reason: 'Invalid',
        message: `Deployment.apps "${name}" is invalid: spec.template.spec.containers[0].image: Invalid value: "": refused by the simulated cluster because of its name`,
        details: {
          name,
          group: 'apps',
          kind: 'Deployment',
          causes: [
            {
              reason: 'FieldValueInvalid',
              message: 'Invalid value: "": refused by the simulated cluster because of its name',
              field: 'spec.template.spec.containers[0].image',
            },
          ],
        },
      }),
  ),
  'fail-429': refuse(
    () =>
      new StatusError({
        code: 429,
        reason: 'TooManyRequests',
        message: 'too many requests, please try again later',
        details: { retryAfterSeconds: 1 },
      }),
  ),
  'fail-500': refuse(() => internalError('failed by the simulated cluster because of its name')),
  'fail-503': refuse(
    () =>
      new StatusError({
        code: 503,
        reason: 'ServiceUnavailable',
        message: 'apiserver not ready',
        details: { retryAfterSeconds: 1 },
      }),
  ),
  'fail-proxy': () => ({ kind: 'proxy-page' }),
  'fail-slow': () => ({ kind: 'slow', milliseconds: SLOW }),
  'fail-drop': () => ({ kind: 'drop' }),
  'fail-lost': () => ({ kind: 'lose-answer' }),
};

/** The names that make a write fail, for the documentation and its test. */
export const SENTINELS = Object.keys(OUTCOMES);

/** What happens to a write to an object of this name; undefined for ordinary names. */
export function mishapOf(resource: ResourceName, name: string): Mishap | undefined {
  return Object.hasOwn(OUTCOMES, name) ? OUTCOMES[name]?.(resource, name) : undefined;
}
