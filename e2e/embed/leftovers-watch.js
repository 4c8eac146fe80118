/* oxlint-disable typescript/unbound-method -- each is called with the target that it was called with */
/**
 * Runs in a page before its scripts, and counts what they leave behind: listeners of what lasts as long as the page, timers,
 * sockets, globals. `leftoversNow()` says what there is.
 */
{
  const bare = new Set(Object.getOwnPropertyNames(window));
  const listeners = new Map();
  const timers = new Set();
  const sockets = new Set();

  /** A name for what no element of the page takes away with it; undefined for anything else. */
  const placeOf = (target) => {
    if (target === window) return 'window';
    if (target === document) return 'document';
    if (target === document.documentElement || target === document.body) return 'root';
    return target instanceof MediaQueryList ? `media ${target.media}` : undefined;
  };

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  /** Target -> type and phase -> listeners. */
  const known = new WeakMap();
  const setOf = (target, type, options) => {
    const capture = options === true || options?.capture === true;
    const types = known.get(target) ?? new Map();
    known.set(target, types);
    const key = `${type} ${capture}`;
    const set = types.get(key) ?? new Set();
    types.set(key, set);
    return set;
  };
  const count = (target, type, by) => {
    const key = `${placeOf(target)} ${type}`;
    listeners.set(key, (listeners.get(key) ?? 0) + by);
  };
  const forget = (target, type, listener, options) => {
    if (setOf(target, type, options).delete(listener)) count(target, type, -1);
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (placeOf(target) !== undefined && listener !== null) {
      const set = setOf(target, type, options);
      if (!set.has(listener)) count(target, type, 1);
      set.add(listener);
      const gone = () => forget(target, type, listener, options);
      if (options?.once === true) addEventListener.call(target, type, gone, { once: true });
      if (options?.signal !== undefined) addEventListener.call(options.signal, 'abort', gone);
    }
    addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (placeOf(target) !== undefined) forget(target, type, listener, options);
    removeEventListener.call(target, type, listener, options);
  };

  const { setTimeout, setInterval, clearTimeout, clearInterval } = window;
  window.setTimeout = (run, delay, ...args) => {
    const id = setTimeout(() => {
      timers.delete(id);
      run(...args);
    }, delay);
    timers.add(id);
    return id;
  };
  window.setInterval = (run, delay, ...args) => {
    const id = setInterval(run, delay, ...args);
    timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => {
    timers.delete(id);
    clearTimeout(id);
  };
  window.clearInterval = (id) => {
    timers.delete(id);
    clearInterval(id);
  };

  window.WebSocket = new Proxy(WebSocket, {
    construct(Socket, given) {
      const socket = new Socket(...given);
      sockets.add(socket);
      addEventListener.call(socket, 'close', () => sockets.delete(socket));
      return socket;
    },
  });

  const tagsOf = ({ children }) => [...children].map(({ tagName }) => tagName.toLowerCase());
  const attributesOf = ({ tagName, attributes }) =>
    [...attributes].map(({ name, value }) => `${tagName.toLowerCase()} ${name}=${value}`);
  window.leftoversNow = () => ({
    globals: Object.getOwnPropertyNames(window).filter((name) => !bare.has(name)),
    listeners: [...listeners].filter(([, left]) => left > 0).map(([name, left]) => `${name} ${left}`),
    timers: timers.size,
    sockets: sockets.size,
    elements: [...tagsOf(document.head), ...tagsOf(document.body)],
    attributes: [...attributesOf(document.documentElement), ...attributesOf(document.body)],
  });
}
