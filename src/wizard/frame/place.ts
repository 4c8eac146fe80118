/** The steps of the wizard, in order. */
export const stepKeys = ['basic', 'containers', 'service', 'advanced'] as const;
export type StepKey = (typeof stepKeys)[number];

/** The sections of the last step. */
export const sectionKeys = ['network', 'upgrade', 'scheduling', 'metadata'] as const;
export type SectionKey = (typeof sectionKeys)[number];

/** What of the wizard is on screen. It is the search part of the URL, so a link or a reload opens the same place. */
export type Place =
  | { readonly step: 'basic' | 'service' }
  /** `container` counts from 0. */
  | { readonly step: 'containers'; readonly container: number }
  | { readonly step: 'advanced'; readonly section: SectionKey }
  /** The container NIC page, a page of its own inside the last step. */
  | { readonly step: 'advanced'; readonly section: 'nics' };

export function firstPlaceOf(step: StepKey): Place {
  switch (step) {
    case 'basic':
    case 'service':
      return { step };
    case 'containers':
      return { step, container: 0 };
    case 'advanced':
      return { step, section: 'network' };
  }
}

/** Where the field of a draft's path is. A path that no step shows belongs to the first. */
export function placeOfPath(path: string): Place {
  const [area, second] = path.split('.');
  switch (area) {
    case 'containers':
      return { step: 'containers', container: wholeNumber(second) };
    case 'service':
      return { step: 'service' };
    case 'network':
      return { step: 'advanced', section: 'nics' };
    case 'dns':
      return { step: 'advanced', section: 'network' };
    case 'upgrade':
    case 'scheduling':
      return { step: 'advanced', section: area };
    case 'metadata':
      return second === 'pullSecrets'
        ? { step: 'containers', container: 0 }
        : { step: 'advanced', section: 'metadata' };
    default:
      return { step: 'basic' };
  }
}

/** Reads a place from the URL. Whatever is missing or unknown gives the first of its kind. */
export function readPlace(search: URLSearchParams): Place {
  const step = search.get('step');
  if (step === 'nics') return { step: 'advanced', section: 'nics' };
  if (step === 'containers')
    return { step, container: Math.max(0, wholeNumber(search.get('container')) - 1) };
  if (step === 'service') return { step };
  if (step === 'advanced') {
    const section = sectionKeys.find((key) => key === search.get('section')) ?? 'network';
    return { step, section };
  }
  return { step: 'basic' };
}

/** The URL's search for a place; what else is in it (the namespace) stays. Containers count from 1 there. */
export function writePlace(search: URLSearchParams, place: Place): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete('container');
  next.delete('section');
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
