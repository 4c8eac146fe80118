import type { CSSOptions } from 'vite';

type PostcssOptions = Exclude<CSSOptions['postcss'], string | undefined>;
type PostcssPlugin = NonNullable<PostcssOptions['plugins']>[number];

/**
 * Lets a CSS module beat antd at equal specificity wherever their style sheets stand in the page. antd's are inside the root
 * of the plugin, after those of the modules, and of two equal rules the later one wins; so the first class of each
 * selector of a module is written twice.
 */
export const cssPriority: PostcssPlugin = {
  postcssPlugin: 'podnic-css-priority',
  Rule(rule) {
    if (doubled.has(rule)) return;
    doubled.add(rule);
    rule.selectors = rule.selectors.map((selector) => selector.replace(/\.[_a-zA-Z][\w-]*/, '$&$&'));
  },
};

/** PostCSS visits a rule again after it was changed. */
const doubled = new WeakSet<object>();
