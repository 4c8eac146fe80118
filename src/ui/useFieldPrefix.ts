import { createContext, use } from 'react';

const FieldPrefixContext = createContext('podnic');

export const FieldPrefixProvider = FieldPrefixContext.Provider;

/** What every element id below starts with, so that two plugins on one page do not share ids. */
export function useFieldPrefix(): string {
  return use(FieldPrefixContext);
}
