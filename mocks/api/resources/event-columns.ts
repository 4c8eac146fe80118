import type { Event } from 'kubernetes-types/core/v1';
import { column } from '../print/columns.ts';
import { since } from '../print/duration.ts';
import type { Column } from '../resource-type.ts';

const firstSeen = (event: Event, now: number) => since(event.firstTimestamp ?? event.eventTime, now);

function lastSeen(event: Event, now: number): string {
  if (event.series?.lastObservedTime !== undefined) return since(event.series.lastObservedTime, now);
  return event.lastTimestamp === undefined ? firstSeen(event, now) : since(event.lastTimestamp, now);
}

function target({ involvedObject }: Event): string {
  const kind = (involvedObject?.kind ?? '').toLowerCase();
  return involvedObject?.name === undefined ? kind : `${kind}/${involvedObject.name}`;
}

function source({ source, reportingComponent, reportingInstance }: Event): string {
  const component = source?.component ?? reportingComponent ?? '';
  const host = source?.host ?? reportingInstance ?? '';
  return host === '' ? component : `${component}, ${host}`;
}

/** What `kubectl get events` prints. */
export const eventColumns: readonly Column[] = [
  column<Event>('Last Seen', 'string', lastSeen),
  column<Event>('Type', 'string', ({ type }) => type ?? ''),
  column<Event>('Reason', 'string', ({ reason }) => reason ?? ''),
  column<Event>('Object', 'string', target),
  column<Event>('Subobject', 'string', ({ involvedObject }) => involvedObject?.fieldPath ?? '', 1),
  column<Event>('Source', 'string', source, 1),
  column<Event>('Message', 'string', ({ message }) => (message ?? '').trim()),
  column<Event>('First Seen', 'string', firstSeen, 1),
  column<Event>('Count', 'string', ({ series, count }) => series?.count ?? (count || 1), 1),
  { ...column<Event>('Name', 'string', ({ metadata }) => metadata.name, 1), format: 'name' },
];
