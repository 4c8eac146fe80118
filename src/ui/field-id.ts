/**
 * The element id of a field.
 * @param prefix from `useFieldPrefix()`: two plugins on one page must not share ids
 * @param path the field's path in the form, as React Hook Form writes it
 */
export function fieldId(prefix: string, path: string): string {
  return `${prefix}-${path.replaceAll('.', '-')}`;
}

/**
 * Moves the focus to the field of `path`, or to the nearest field above it that is on the page: a finding on a row
 * that shows no field of its own (`service.ports`) lands on the first field within it.
 * @returns whether something took the focus
 */
export function focusField(prefix: string, path: string): boolean {
  for (let parts = path.split('.'); parts.length > 0; parts = parts.slice(0, -1)) {
    const id = fieldId(prefix, parts.join('.'));
    const target = document.getElementById(id) ?? firstFieldWithin(id);
    if (target !== null) {
      target.focus();
      target.scrollIntoView?.({ block: 'center', behavior: 'auto' });
      if (target.contains(document.activeElement)) return true;
    }
  }
  return false;
}

function firstFieldWithin(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(
    `:is(input, textarea, button, [tabindex]):not(:disabled)[id^="${CSS.escape(id)}-"]`,
  );
}
