const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** `500m` is 0.5, `1Gi` is 1073741824, `1e3` is 1000. What is no quantity counts as 0. Source: `resource.Quantity`. */
export function quantity(text: string | number | undefined): number {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([numkMGTPE]?|[KMGTPE]i)$/.exec(
    String(text ?? ''),
  );
  if (match === null) return 0;
  return Number(match[1]) * (FACTORS[match[2] ?? ''] ?? 1);
}
