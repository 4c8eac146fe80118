/** Things that take long to start, and go from one user to the next as good as new. */
export interface Rotation<Kind, Thing> {
  /** One of this kind, for the caller alone. @throws what starting it throws */
  take(kind: Kind): Promise<Thing>;
  /** Of one that was taken. It is made as good as new for the next, or ended. */
  giveBack(thing: Thing): void;
}

export interface RotationOptions<Kind, Thing> {
  /** How many there may be at once. More than are ever taken at once, so that nobody waits for one that is made new. */
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

/** What there is ends with the process. */
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
  let lastTaken: readonly Kind[] = [];
  /** The kinds that wait to be started, those that are being started, and those that are being renewed. */
  const toStart: Kind[] = [];
  const starting: Kind[] = [];
  const renewing: Kind[] = [];

  /** Of those that are ready, one of the kind that was asked for longest ago. */
  function leastWanted(): Thing | undefined {
    return lastTaken.flatMap((kind) => ready.filter((thing) => kindOf.get(thing) === kind))[0];
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

  /** Starts what somebody waits for and nobody is about to have, as far as there is room. A renewal is sooner done than a start. */
  function provide(): void {
    for (const { kind } of waiting) {
      const of = (kinds: readonly Kind[]) => kinds.filter((each) => each === kind).length;
      const wanted = waiting.filter((waiter) => waiter.kind === kind).length;
      if (wanted <= of(toStart) + of(starting) + of(renewing)) continue;
      if (kindOf.size + toStart.length + starting.length >= most) {
        // All that are ready are of another kind. Without any, the next to be given back makes room.
        const unwanted = leastWanted();
        if (unwanted === undefined) break;
        ready.splice(ready.indexOf(unwanted), 1);
        drop(unwanted);
      }
      toStart.push(kind);
    }
    for (const kind of toStart.splice(0, Math.max(0, startsAtOnce - starting.length))) void startOne(kind);
  }

  return {
    take(kind) {
      lastTaken = [...lastTaken.filter((each) => each !== kind), kind];
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
