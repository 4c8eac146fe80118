import { createCache } from '@ant-design/cssinjs';

/** Where `@ant-design/cssinjs` notes on a style element whose it is. */
const ownerKey = '__cssinjs_instance__';

/**
 * A cache for the styles of one root. To take over what a server has rendered, antd moves styles that it finds in the body and that
 * nobody owns to the page's head; the animations of another root, or of a host with its own antd, are such styles.
 * They are given an owner first, and stay.
 */
export function createStyleCache(): ReturnType<typeof createCache> {
  for (const style of document.body.querySelectorAll('style[data-css-hash]')) {
    if (Reflect.get(style, ownerKey) === undefined) Reflect.set(style, ownerKey, 'another root');
  }
  return createCache();
}
