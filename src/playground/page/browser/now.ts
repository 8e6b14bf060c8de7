import { useEffect, useState } from 'preact/hooks';

import { useHere } from './here.ts';

const TICK_MS = 10_000;

/** The time of this Slack; who asks for it is drawn anew as it goes by. */
export function useNow(): number {
  const { nowMs } = useHere();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs();
}
