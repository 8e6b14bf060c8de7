import type { Self } from '../double/payloads.ts';
import { act } from './acts.ts';
import { BUSY, mayMeanwhile, type Anew } from './anew.ts';
import type { Ask } from './asks.ts';
import { MOVING, mayWhileMoving, type Hand } from './hand.ts';

interface Playground {
  readonly anew: Anew;
  readonly hand: Hand;
}

/** Does what somebody asks for, as far as that goes just now, and tells them once what there is to be told, or ''. */
export async function perform(
  { anew, hand }: Playground,
  self: Self,
  ask: Ask,
  tell: (said: string) => void,
): Promise<void> {
  if (anew.isSeeding() && !mayMeanwhile(ask)) return tell(BUSY);
  if (ask.act === 'startOver' || ask.act === 'seed') {
    tell('');
    await hand.stop();
    return anew.begin(ask.act);
  }
  if (hand.isMoving() && !mayWhileMoving(ask)) return tell(MOVING);
  if (ask.act !== 'time') tell(await act(self, ask));
  else tell(anew.isBeginning() ? 'One moment, please.' : hand.move(ask.to));
  await hand.learnZone();
}
