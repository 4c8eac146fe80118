import type { Plugin } from 'vite';

const original = /export const useInsertStyles = [\s\S]*?\n\};/;

/**
 * Keeps antd's icons from writing their style into the page's head, over that of a page with antd icons of its own.
 * `IconProvider` tells them not to, but antd's Table gives those inside it a provider of its own. antd itself has the
 * same style (`genIconStyle`) and puts it into the root of the plugin.
 */
export function quietIcons(): Plugin {
  return {
    name: 'podnic-quiet-icons',
    enforce: 'pre',
    transform: {
      filter: { id: /@ant-design[\\/]icons[\\/]es[\\/]renderUtils\.js$/ },
      handler(code) {
        if (!original.test(code)) throw new Error('useInsertStyles of @ant-design/icons is not what it was');
        return code.replace(original, 'export const useInsertStyles = () => {};');
      },
    },
  };
}
