import { decodeMeta } from './kubernetes-object.ts';
import type { Undecodable } from './kubernetes-object.ts';
import { failed, parsed } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import type { PodContext } from './spiderpool/pod-context.ts';
import { recordAt, textAt, valueAt } from './untyped.ts';

/** What the rules look at on a HorizontalPodAutoscaler (`autoscaling/v2`). */
export interface Autoscaler {
  readonly name: string;
  readonly namespace: string;
  /** The workload that it scales, always of its own namespace. */
  readonly target: { readonly group: string; readonly kind: string; readonly name: string };
  /** `spec.maxReplicas`, at least 1. */
  readonly maxReplicas: number;
}

/** `noBound` is an object without a usable `maxReplicas`, which no API server admits. */
export function decodeAutoscaler(
  object: unknown,
): Parsed<Autoscaler, Undecodable | { readonly code: 'noBound' }> {
  const meta = decodeMeta(object);
  if (!meta.ok) return meta;
  const spec = valueAt(object, 'spec');
  const maxReplicas = valueAt(spec, 'maxReplicas');
  if (typeof maxReplicas !== 'number' || !Number.isInteger(maxReplicas) || maxReplicas < 1) {
    return failed({ code: 'noBound' });
  }
  const target = recordAt(spec, 'scaleTargetRef');
  const { name, namespace } = meta.value;
  return parsed({
    name,
    namespace,
    target: {
      group: groupOf(textAt(target, 'apiVersion') ?? ''),
      kind: textAt(target, 'kind') ?? '',
      name: textAt(target, 'name') ?? '',
    },
    maxReplicas,
  });
}

/** The autoscaler of a workload. Where two fight over it, the one that asks for the most Pods. */
export function autoscalerOf(
  { namespace, workload }: PodContext,
  autoscalers: readonly Autoscaler[],
): Autoscaler | undefined {
  return autoscalers
    .filter(
      ({ target, ...own }) =>
        own.namespace === namespace &&
        target.group === workload.group &&
        target.kind === workload.kind &&
        target.name === workload.name,
    )
    .toSorted((a, b) => b.maxReplicas - a.maxReplicas)[0];
}

/** `apps` of `apps/v1`, `''` of `v1`. */
function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}
