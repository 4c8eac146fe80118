import { stepOf, type Step } from '../../domain/checks/steps.ts';

/** The sections of the last step. */
export const sectionKeys = ['network', 'upgrade', 'scheduling', 'metadata'] as const;
export type SectionKey = (typeof sectionKeys)[number];

/** What of the wizard is on screen. It is the search part of the URL, so a link or a reload opens the same place. */
export type Place =
  | { readonly step: 'basics' | 'service' }
  /** `container` counts from 0. */
  | { readonly step: 'containers'; readonly container: number }
  | { readonly step: 'advanced'; readonly section: SectionKey }
  /** The container NIC page, a page of its own inside the last step. */
  | { readonly step: 'advanced'; readonly section: 'nics' };

export function firstPlaceOf(step: Step): Place {
  switch (step) {
    case 'basics':
    case 'service':
      return { step };
    case 'containers':
      return { step, container: 0 };
    case 'advanced':
      return { step, section: 'network' };
  }
}

/** Where the field of a path of the draft is. */
export function placeOfPath(path: string): Place {
  const [area, second] = path.split('.');
  const step = stepOf(path);
  switch (step) {
    case 'basics':
    case 'service':
      return { step };
    case 'containers':
      return { step, container: area === 'containers' ? wholeNumber(second) : 0 };
    case 'advanced':
      return { step, section: area === 'network' ? 'nics' : sectionOf(area) };
  }
}

function sectionOf(area: string | undefined): SectionKey {
  if (area === 'dns') return 'network';
  return sectionKeys.find((key) => key === area) ?? 'metadata';
}

/** The field that a link leads to: a path of the draft. */
export function readFocus(search: URLSearchParams): string | undefined {
  const path = search.get('focus');
  return path === null || path === '' ? undefined : path;
}

/** Reads a place from the URL. Whatever is missing or unknown gives the first of its kind. */
export function readPlace(search: URLSearchParams): Place {
  const step = search.get('step');
  const focus = readFocus(search);
  if (step === null && focus !== undefined) return placeOfPath(focus);
  if (step === 'nics') return { step: 'advanced', section: 'nics' };
  if (step === 'containers')
    return { step, container: Math.max(0, wholeNumber(search.get('container')) - 1) };
  if (step === 'service') return { step };
  if (step === 'advanced') {
    const section = sectionKeys.find((key) => key === search.get('section')) ?? 'network';
    return { step, section };
  }
  return { step: 'basics' };
}

/** The URL's search for a place; what else is in it (the namespace) stays. Containers count from 1 there. */
export function writePlace(search: URLSearchParams, place: Place): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete('container');
  next.delete('section');
  next.delete('focus');
  next.set('step', place.step);
  if (place.step === 'containers' && place.container > 0) next.set('container', String(place.container + 1));
  if (place.step === 'advanced') {
    if (place.section === 'nics') next.set('step', 'nics');
    else if (place.section !== 'network') next.set('section', place.section);
  }
  return next;
}

function wholeNumber(text: string | null | undefined): number {
  return text !== null && text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
