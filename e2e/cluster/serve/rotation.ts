/** Things that take long to start, and go from one user to the next as good as new. */
export interface Rotation<Kind, Thing> {
  /** One of this kind, for the caller alone. @throws what starting it throws */
  take(kind: Kind): Promise<Thing>;
  /** Of one that was taken. It is made as good as new for the next, or ended. */
  giveBack(thing: Thing): void;
}

export interface RotationOptions<Kind, Thing> {
  /** How many there may be at once. More than are ever taken at once: the others are being renewed, or kept for their kind. */
  most: number;
  /** How many start side by side: a start mostly waits. */
  startsAtOnce: number;
  start: (kind: Kind) => Promise<Thing>;
  /** @returns false when it can't be made as good as new */
  renew: (thing: Thing) => Promise<boolean>;
  end: (thing: Thing) => Promise<void>;
}

interface Waiter<Kind, Thing> {
  kind: Kind;
  resolve: (thing: Thing) => void;
  reject: (error: unknown) => void;
}

/**
 * Who asks for a kind gets one that is ready, or the next to be renewed, which is sooner done than a start; else one is started.
 * Where there is no room, one that is ready makes it, of the kind that was asked for longest ago. What there is ends with the
 * process.
 */
export function createRotation<Kind, Thing>({
  most,
  startsAtOnce,
  start,
  renew,
  end,
}: RotationOptions<Kind, Thing>): Rotation<Kind, Thing> {
  const kindOf = new Map<Thing, Kind>();
  const ready: Thing[] = [];
  const waiting: Waiter<Kind, Thing>[] = [];
  /** Every kind that was asked for, the latest last. */
  let kindsAsked: readonly Kind[] = [];
  /** The kinds of those that are being started. */
  const starting: Kind[] = [];
  /** The kinds of those that are being renewed. */
  const renewing: Kind[] = [];

  /** Of those that are ready, one of the kind that was asked for longest ago. */
  function leastWanted(): Thing | undefined {
    return kindsAsked.flatMap((kind) => ready.filter((thing) => kindOf.get(thing) === kind))[0];
  }

  function drop(thing: Thing): void {
    if (!kindOf.delete(thing)) return;
    void end(thing).catch(() => {});
  }

  function offer(thing: Thing): void {
    const index = waiting.findIndex(({ kind }) => kind === kindOf.get(thing));
    const [waiter] = index < 0 ? [] : waiting.splice(index, 1);
    if (waiter !== undefined) waiter.resolve(thing);
    else ready.push(thing);
  }

  async function startOne(kind: Kind): Promise<void> {
    starting.push(kind);
    try {
      const thing = await start(kind);
      kindOf.set(thing, kind);
      offer(thing);
    } catch (error) {
      const index = waiting.findIndex((waiter) => waiter.kind === kind);
      if (index >= 0) waiting.splice(index, 1)[0]?.reject(error);
    } finally {
      starting.splice(starting.indexOf(kind), 1);
      provide();
    }
  }

  async function renewOne(thing: Thing, kind: Kind): Promise<void> {
    const isNew = await renew(thing).catch(() => false);
    renewing.splice(renewing.indexOf(kind), 1);
    if (isNew) offer(thing);
    else drop(thing);
    provide();
  }

  /** Starts what somebody waits for and nobody is about to have, as far as there is room. */
  function provide(): void {
    for (const { kind } of waiting) {
      if (starting.length >= startsAtOnce) return;
      const of = (kinds: readonly Kind[]) => kinds.filter((each) => each === kind).length;
      const wanted = waiting.filter((waiter) => waiter.kind === kind).length;
      if (wanted <= of(starting) + of(renewing)) continue;
      if (kindOf.size + starting.length >= most) {
        const unwanted = leastWanted();
        // The next to be given back makes room.
        if (unwanted === undefined) return;
        ready.splice(ready.indexOf(unwanted), 1);
        drop(unwanted);
      }
      void startOne(kind);
    }
  }

  return {
    take(kind) {
      kindsAsked = [...kindsAsked.filter((each) => each !== kind), kind];
      const index = ready.findIndex((thing) => kindOf.get(thing) === kind);
      const [thing] = index < 0 ? [] : ready.splice(index, 1);
      if (thing !== undefined) return Promise.resolve(thing);
      return new Promise((resolve, reject) => {
        waiting.push({ kind, resolve, reject });
        provide();
      });
    },
    giveBack(thing) {
      const kind = kindOf.get(thing);
      if (kind === undefined) return;
      renewing.push(kind);
      void renewOne(thing, kind);
    },
  };
}
