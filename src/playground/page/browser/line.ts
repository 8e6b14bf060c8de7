import { useEffect, useState } from 'preact/hooks';

import type { Ask } from '../asks.ts';
import type { Sight } from '../seen.ts';

const AGAIN_MS = 700;
/** A short break, such as a restart, is not worth a word. */
const PATIENCE_MS = 1500;

/** What this person sees, always as of now; `isAway` while nobody answers. */
export function useSight(person: string): { sight: Sight | null; isAway: boolean } {
  const [sight, setSight] = useState<Sight | null>(null);
  const [isAway, setAway] = useState(false);
  useEffect(() => listen(person, setSight, setAway), [person]);
  return { sight, isAway };
}

function listen(person: string, told: (sight: Sight) => void, away: (isAway: boolean) => void): () => void {
  let source: EventSource | undefined;
  let again: number | undefined;
  let worry: number | undefined;
  const calm = () => {
    clearTimeout(worry);
    worry = undefined;
    away(false);
  };
  const open = () => {
    source = new EventSource(`/page/sight?as=${encodeURIComponent(person)}`);
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      calm();
      told(JSON.parse(data) as Sight);
    });
    source.addEventListener('error', () => {
      worry ??= setTimeout(() => away(true), PATIENCE_MS);
      source?.close();
      clearTimeout(again);
      again = setTimeout(open, AGAIN_MS);
    });
  };
  open();
  return () => {
    clearTimeout(again);
    calm();
    source?.close();
  };
}

/** Does something as that person. Resolves to what they are to be told, or ''. */
export async function send(person: string, ask: Ask): Promise<string> {
  try {
    const response = await fetch(`/page/acts?as=${encodeURIComponent(person)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ask),
    });
    const { said } = (await response.json()) as { said?: string };
    return said ?? (response.ok ? '' : NO_ANSWER);
  } catch {
    return NO_ANSWER;
  }
}

const NO_ANSWER = 'Nobody answers just now. Is npm start still running?';
