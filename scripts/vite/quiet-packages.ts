import type { Plugin } from 'vite';

interface QuietEdit {
  readonly id: RegExp;
  /** What the file must have; another version of the package may have it no more. */
  readonly original: RegExp;
  readonly quiet: string;
}

const edits: readonly QuietEdit[] = [
  // antd's icons write their style into the page's head, over that of a page with antd icons of its own. `IconProvider`
  // tells them not to, but antd's Table gives those inside it a provider of its own. antd itself has the same style
  // (`genIconStyle`) and puts it into the root of the plugin.
  {
    id: /@ant-design[\\/]icons[\\/]es[\\/]renderUtils\.js$/,
    original: /export const useInsertStyles = [\s\S]*?\n\};/,
    quiet: 'export const useInsertStyles = () => {};',
  },
  // antd listens to every click of the page for good, so that a dialog grows out of where the last one was.
  {
    id: /[\\/]antd[\\/]es[\\/]modal[\\/]Modal\.js$/,
    original: /document\.documentElement\.addEventListener\('click', getClickPosition, true\);/,
    quiet: '',
  },
  // What antd's inputs take of this package is a provider. Its form, hung with all the rest, would come along with it, rules
  // and all: 13 kB of the first load.
  {
    id: /@rc-component[\\/]form[\\/]es[\\/]index\.js$/,
    original: /RefForm\.FormProvider = [\s\S]*?RefForm\.useWatch = useWatch;/,
    quiet: '',
  },
];

/** react-router tells its developer tools its version by a global of the page. */
const routerVersion = /window\.__reactRouterVersion = /;

/**
 * Takes out of packages what they do to the page that they are loaded into, what no unmounting would take away, and what
 * only ties unused code to used.
 */
export function quietPackages(): Plugin {
  return {
    name: 'podnic-quiet-packages',
    enforce: 'pre',
    transform: {
      filter: { id: [...edits.map(({ id }) => id), /[\\/]react-router[\\/]dist[\\/].*\.mjs$/] },
      handler(code, id) {
        const edit = edits.find((each) => each.id.test(id));
        // Lines stay where they are, so that source maps do.
        if (edit === undefined) return { code: code.replace(routerVersion, 'void '), map: null };
        if (!edit.original.test(code)) throw new Error(`${id} is not what it was: ${String(edit.original)}`);
        return { code: code.replace(edit.original, edit.quiet), map: null };
      },
    },
  };
}
