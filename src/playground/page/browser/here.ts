import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { Ask } from '../asks.ts';
import type { Face, Sight } from '../seen.ts';
import type { Route } from './route.ts';

/** What every part of the page may need. */
export interface Here {
  readonly sight: Sight;
  readonly me: Face;
  readonly route: Route;
  readonly go: (to: Partial<Route>) => void;
  /** The time of this Slack, which may have been moved on. */
  readonly nowMs: () => number;
  /** Tells this person something, for a moment. */
  readonly say: (words: string) => void;
  /** Resolves when it is done; false if it came to nothing, which the person has been told by then. */
  readonly ask: (ask: Ask) => Promise<boolean>;
  /** The message a link has led to. */
  readonly pointedAt: string | null;
  readonly pointAt: (channel: string, ts: string) => void;
}

export const HereContext = createContext<Here | null>(null);

export function useHere(): Here {
  const here = useContext(HereContext);
  if (here === null) throw new Error('there is nothing to see yet');
  return here;
}

const NOBODY = { tz: 'UTC', isBot: false, unread: 0 };

export function faceOf(sight: Sight, id: string): Face {
  return sight.people.find((one) => one.id === id) ?? { ...NOBODY, id, name: id, handle: id };
}
