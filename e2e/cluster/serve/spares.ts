/** Things that take long to start, one of which, of the usual kind, is always started in advance. */
export interface Spares<Kind, Thing> {
  /** The one that was started in advance, where it is of this kind, or else another. @throws what starting it throws */
  take(kind: Kind): Promise<Thing>;
  /** Ends the one that is ready; nothing is started any more. */
  close(): Promise<void>;
}

/**
 * Starts one thing at a time: two side by side would take as long and find each other's ports.
 * @param usual the kind that is wanted most
 * @param start makes one
 * @param end of one that nobody has taken
 */
export function createSpares<Kind, Thing>(
  usual: Kind,
  start: (kind: Kind) => Promise<Thing>,
  end: (thing: Thing) => Promise<void>,
): Spares<Kind, Thing> {
  let spare: Promise<Thing> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  function startNext(kind: Kind): Promise<Thing> {
    const thing = last.then(() => {
      if (closed) throw new Error('nothing is started any more');
      return start(kind);
    });
    // Whoever takes it hears of a failure.
    last = thing.catch(() => {});
    return thing;
  }

  async function endSpare(): Promise<void> {
    const unwanted = spare;
    spare = undefined;
    const thing = await unwanted?.catch(() => {});
    if (thing !== undefined && thing !== null) await end(thing);
  }

  return {
    async take(kind) {
      if (kind !== usual) return startNext(kind);
      const taken = spare ?? startNext(kind);
      spare = startNext(usual);
      return taken;
    },
    async close() {
      closed = true;
      await endSpare();
    },
  };
}
