/**
 * `3` or `"25%"` of a total, as `intstr.GetScaledValueFromIntOrPercent`. Anything else counts as 0.
 * @param round which way a fraction of a Pod goes
 */
export function scaledValue(value: number | string | undefined, total: number, round: 'up' | 'down'): number {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(value ?? '')?.[1];
  if (percent === undefined) return 0;
  const share = (Number(percent) * total) / 100;
  return round === 'up' ? Math.ceil(share) : Math.floor(share);
}
