import type { Event } from 'kubernetes-types/core/v1';

/** A core/v1 Event as the console shows it. */
export interface EventSummary {
  readonly uid: string;
  readonly warning: boolean;
  readonly reason: string;
  readonly message: string;
  readonly object: { readonly kind: string; readonly name: string; readonly uid: string };
  readonly count: number;
  /** RFC 3339; `''` when the event carries no time at all. */
  readonly last: string;
}

/** Old and new writers fill different time fields: `lastTimestamp`, or `series`/`eventTime`. */
export function summarizeEvent(event: Event): EventSummary {
  const { involvedObject: object } = event;
  return {
    uid: event.metadata.uid ?? '',
    warning: event.type === 'Warning',
    reason: event.reason ?? '',
    message: event.message ?? '',
    object: { kind: object.kind ?? '', name: object.name ?? '', uid: object.uid ?? '' },
    count: event.series?.count ?? event.count ?? 1,
    last:
      event.series?.lastObservedTime ??
      event.lastTimestamp ??
      event.eventTime ??
      event.metadata.creationTimestamp ??
      '',
  };
}

/** Newest first. RFC 3339 texts in UTC compare as text, whether or not they carry fractions of a second. */
export function newestFirst(a: EventSummary, b: EventSummary): number {
  return b.last.localeCompare(a.last);
}
