import { describe, expect, it } from 'vitest';
import { createSimulatedCluster } from '../../cluster.ts';
import { createManualClock } from '../../manual-clock.ts';
import { isObject } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { builtInResources } from '../resources/built-in.ts';
import { resourceNameOf } from '../resource-type.ts';
import { loadDefinitions, schemaReference } from '../schema/definitions.ts';
import { withoutZeros } from './omit-zeros.ts';

loadDefinitions('apps/v1', 'core/v1');

const specOf = (type: string, spec: JsonObject) =>
  withoutZeros(schemaReference('apps/v1', type), { spec }).spec;
const podOf = (spec: JsonObject) => withoutZeros(schemaReference('core/v1', 'Pod'), { spec }).spec;

describe('an optional field that is zero', () => {
  it.each([
    ['a number', { minReadySeconds: 0, revisionHistoryLimit: 5 }, { revisionHistoryLimit: 5 }],
    ['a truth value', { paused: false }, {}],
    ['a text', { strategy: { type: '' } }, { strategy: {} }],
  ])('is as if nobody had written it: %s', (_, written, kept) => {
    expect(specOf('Deployment', written)).toEqual(kept);
  });

  it.each([
    [
      'a list',
      { tolerations: [], containers: [{ name: 'web', args: [] }] },
      { containers: [{ name: 'web' }] },
    ],
    ['a map', { nodeSelector: {}, containers: [] }, { containers: [] }],
  ])('is so too when it is %s', (_, written, kept) => {
    expect(podOf(written)).toEqual(kept);
  });

  it.each([
    ['a pointer', { replicas: 0, revisionHistoryLimit: 0, progressDeadlineSeconds: 0 }],
    ['a count or a percentage', { strategy: { rollingUpdate: { maxSurge: 0 } } }],
    ['an empty struct', { selector: {}, template: {} }],
  ])('stays where Go can tell it from nothing: %s', (_, written) => {
    expect(specOf('Deployment', written)).toEqual(written);
  });

  it('stays where the field is required, and inside a map', () => {
    const spec = { containers: [{ name: '', env: [{ name: 'A' }] }], nodeSelector: { zone: '' } };
    expect(podOf(spec)).toEqual(spec);
  });
});

describe('what a running cluster says of itself', () => {
  const cluster = createSimulatedCluster({ scenario: 'demo', clock: createManualClock() });
  const kinds = builtInResources.filter(({ custom }) => custom !== true);

  it.each(kinds.map((type) => [resourceNameOf(type), type] as const))(
    '%s has no zero that a real server leaves out',
    (resource, { schema = {} }) => {
      for (const object of cluster.store.list(resource)) {
        const plain = withoutNulls(object) as JsonObject;
        expect(withoutZeros(schema, plain)).toEqual(plain);
      }
    },
  );
});

/** The zero time of a template is written as null. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}
