export interface Hands<It> {
  /** How many more could be begun at once. */
  free(): number;
  add(its: readonly It[]): void;
  /** Nothing is under way, and nothing waits for its turn. */
  areIdle(): boolean;
  /** Something waits until one of those before it has ended. */
  isAnythingWaiting(): boolean;
  /** What has not begun is not begun any more. */
  letGo(): void;
  /** What was under way has ended. */
  settled(): Promise<void>;
}

/**
 * Works off what it is given, the first first, and so many of them at a time. One that had to wait, and may not begin
 * any more when its turn comes, is passed over. `work` does not throw; whenever one ends, `onEnd` is told.
 */
export function openHands<It>(
  most: number,
  work: (it: It) => Promise<void>,
  mayBegin: (it: It) => boolean,
  onEnd: () => void,
): Hands<It> {
  const underWay = new Set<Promise<void>>();
  let waiting: It[] = [];
  const begin = (it: It): void => {
    const done = work(it).finally(() => {
      underWay.delete(done);
      goOn();
      onEnd();
    });
    underWay.add(done);
  };
  const goOn = (): void => {
    while (underWay.size < most) {
      const next = waiting.shift();
      if (next === undefined) return;
      if (mayBegin(next)) begin(next);
    }
  };
  return {
    free: () => most - underWay.size,
    add: (its) => {
      const atOnce = waiting.length > 0 ? 0 : most - underWay.size;
      waiting.push(...its.slice(atOnce));
      its.slice(0, atOnce).forEach(begin);
    },
    areIdle: () => underWay.size === 0 && waiting.length === 0,
    isAnythingWaiting: () => waiting.length > 0,
    letGo: () => {
      waiting = [];
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
}
