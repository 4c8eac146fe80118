/** What came from a file or a server is shown, not obeyed: no line breaks, no control characters of a terminal. */
export function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ').trimEnd();
}
