import type { OwnMirror } from '../../src/core/mirror.ts';

/** A lead's own mirror, in which nothing is known but what is given. */
export function aMirror(known: Partial<OwnMirror> = {}): OwnMirror {
  return {
    firstAnswers: 0,
    byOthers: 0,
    byYou: 0,
    notDoing: 0,
    lookAgain: 0,
    looks: 0,
    openedAgain: 0,
    learnings: 0,
    asksAnswered: 0,
    supportPromised: 0,
    supportGiven: 0,
    supportUnneeded: 0,
    asksEnded: 0,
    takenOver: 0,
    ...known,
  };
}
