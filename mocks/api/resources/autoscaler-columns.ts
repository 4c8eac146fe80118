import type {
  HorizontalPodAutoscaler,
  MetricSpec,
  MetricTarget,
  MetricValueStatus,
} from 'kubernetes-types/autoscaling/v2';
import { ageColumn, column, nameColumn } from '../print/columns.ts';
import type { Column } from '../resource-type.ts';

interface Metric {
  /** `cpu: ` for resource metrics, otherwise empty. */
  prefix: string;
  target: MetricTarget;
  current: MetricValueStatus | undefined;
}

function metricOf(autoscaler: HorizontalPodAutoscaler, spec: MetricSpec, index: number): Metric | undefined {
  const status = autoscaler.status?.currentMetrics?.[index];
  const resource = spec.resource ?? spec.containerResource;
  if (resource !== undefined) {
    const current = (status?.resource ?? status?.containerResource)?.current;
    return { prefix: `${resource.name}: `, target: resource.target, current };
  }
  const other = spec.pods ?? spec.object ?? spec.external;
  const current = (status?.pods ?? status?.object ?? status?.external)?.current;
  return other === undefined ? undefined : { prefix: '', target: other.target, current };
}

function metricText(metric: Metric | undefined): string {
  if (metric === undefined) return '<unknown type>';
  const { prefix, target, current } = metric;
  if (target.averageUtilization !== undefined) {
    const used = current?.averageUtilization;
    return `${prefix}${used === undefined ? '<unknown>' : `${used}%`}/${target.averageUtilization}%`;
  }
  if (target.averageValue !== undefined) {
    return `${prefix}${current?.averageValue ?? '<unknown>'}/${target.averageValue}${prefix === '' ? ' (avg)' : ''}`;
  }
  return `${prefix}${current?.value ?? '<unknown>'}/${target.value ?? '<auto>'}`;
}

function targets(autoscaler: HorizontalPodAutoscaler): string {
  const texts = (autoscaler.spec?.metrics ?? []).map((spec, index) =>
    metricText(metricOf(autoscaler, spec, index)),
  );
  if (texts.length === 0) return '<none>';
  const shown = texts.slice(0, 2).join(', ');
  return texts.length > 2 ? `${shown} + ${texts.length - 2} more...` : shown;
}

/** What `kubectl get hpa` prints. */
export const autoscalerColumns: readonly Column[] = [
  nameColumn,
  column<HorizontalPodAutoscaler>('Reference', 'string', ({ spec }) => {
    const { kind = '', name = '' } = spec?.scaleTargetRef ?? {};
    return `${kind}/${name}`;
  }),
  column<HorizontalPodAutoscaler>('Targets', 'string', targets),
  column<HorizontalPodAutoscaler>('MinPods', 'string', ({ spec }) => String(spec?.minReplicas ?? '<unset>')),
  column<HorizontalPodAutoscaler>('MaxPods', 'string', ({ spec }) => spec?.maxReplicas ?? 0),
  column<HorizontalPodAutoscaler>('Replicas', 'string', ({ status }) => status?.currentReplicas ?? 0),
  ageColumn,
];
