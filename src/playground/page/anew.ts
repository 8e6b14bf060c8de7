import type { Double } from '../double/double.ts';
import type { Ask } from './asks.ts';

export interface Beginnings {
  /** Empties the workspace and the bot. */
  readonly startOver: () => Promise<void>;
  /** Fills both in, once they are empty. */
  readonly seed: (signal: AbortSignal) => Promise<void>;
}

export interface Anew {
  readonly canStartOver: boolean;
  /** Nothing is there just now. */
  readonly isBeginning: () => boolean;
  readonly isSeeding: () => boolean;
  /** Grows with every beginning. */
  readonly epoch: () => number;
  begin(ask: 'startOver' | 'seed'): void;
  /** Ends what is being filled in. */
  end(): void;
}

export const BUSY = 'Three weeks are being filled in just now. It takes less than a minute.';

/** While it is filled in people look on: what they did would be dated weeks ago, and get in the way. */
export const mayMeanwhile = ({ act }: Ask): boolean => act === 'read' || act === 'home';

/** To begin anew, and to fill it in: one at a time. */
export function openAnew(double: Double, beginnings: Beginnings | undefined, hangUp: () => void): Anew {
  let epoch = 0;
  let isBeginning = false;
  let isSeeding = false;
  const ending = new AbortController();

  const startOver = async (): Promise<void> => {
    isBeginning = true;
    hangUp();
    await beginnings?.startOver();
    isBeginning = false;
    epoch += 1;
  };

  const fillIn = async (): Promise<void> => {
    isSeeding = true;
    await startOver();
    try {
      await beginnings?.seed(ending.signal);
    } catch (error) {
      if (!ending.signal.aborted) double.note(`not all was filled in: ${wordsOf(error)}`);
    }
    isSeeding = false;
    double.changed();
  };

  return {
    canStartOver: beginnings !== undefined,
    isBeginning: () => isBeginning,
    isSeeding: () => isSeeding,
    epoch: () => epoch,
    begin: (ask) => {
      if (isBeginning || isSeeding || beginnings === undefined) return;
      // Where starting over goes wrong half a bot is left: the process ends, and says so.
      void (ask === 'seed' ? fillIn() : startOver());
    },
    end: () => ending.abort(),
  };
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
