/**
 * Loads a stylesheet as a link inside `parent`, so that it goes away with it. Resolves when it is there, and also when
 * it cannot be had: the screens work without it.
 */
export function loadStylesheet(parent: HTMLElement, href: string, nonce: string | undefined): Promise<void> {
  const link = parent.ownerDocument.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  if (nonce !== undefined) link.nonce = nonce;
  return new Promise((resolve) => {
    link.addEventListener('load', () => {
      resolve();
    });
    link.addEventListener('error', () => {
      resolve();
    });
    parent.append(link);
  });
}

/**
 * The address of the plugin's stylesheet, which is built beside its module.
 *
 * @param module `import.meta.url` of the module. Not read here: this code may be put into another file.
 */
export function stylesheetBeside(module: string): string {
  return new URL('podnic.css', module).href;
}
