/** `strconv.Atoi` and `strconv.ParseBool`: what they accept, and their errors. */

export type Scalar<Value> = { readonly value: Value } | { readonly error: string };

/** `strconv.Atoi`: an optional sign and decimal digits, nothing else. */
export function goAtoi(text: string): Scalar<number> {
  if (!/^[+-]?[0-9]+$/.test(text)) {
    return { error: `strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax` };
  }
  const value = BigInt(text.replace(/^\+/, ''));
  const limit = 1n << 63n;
  if (value >= limit || value < -limit) {
    return { error: `strconv.Atoi: parsing ${JSON.stringify(text)}: value out of range` };
  }
  return { value: Number(value) };
}

/** `strconv.ParseBool`: 1, t, T, TRUE, true, True and their opposites. */
export function goParseBool(text: string): Scalar<boolean> {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return { value: true };
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text)) return { value: false };
  return { error: `strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax` };
}
