/** Milliseconds since 1970 of an RFC 3339 time, or undefined when there is none. */
export function millisecondsOf(time: string | null | undefined): number | undefined {
  if (!time) return undefined;
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
