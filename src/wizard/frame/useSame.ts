import { useMemo } from 'react';

/**
 * The same reference for as long as a value says the same, so that what is made of it is not made again at every
 * keystroke. For small plain data.
 */
export function useSame<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  return useMemo(() => JSON.parse(text) as Value, [text]);
}
