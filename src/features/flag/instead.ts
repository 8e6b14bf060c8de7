import { noticedIn } from '../../platform/noticed.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Effect, House, Press } from '../../platform/slack/feature.ts';
import { numbersIn } from '../answers.ts';
import { oneSentence } from '../blocks.ts';
import { refusalDrawing } from '../refusals.ts';
import { linkedReceipt } from './held-receipts.ts';
import { inItsPlace } from './receipt-place.ts';
import { termsOf } from './terms.ts';

/** *Me too on #17*: they are counted there, and their own flag is taken back. */
export async function joinInstead(house: House, press: Press): Promise<readonly Effect[]> {
  const [number, other] = numbersIn(press.value);
  const joined = await house.join(press, number, other);
  if (!joined.ok) {
    const why = refusalDrawing(joined, other);
    return [{ say: joined.isThere ? together(why, oneSentence(`*#${number}* stays as it is.`)) : why }];
  }
  const help = joined.isHelpFor
    ? ' Its card says that someone is stuck right now; only whoever helps sees that it is you.'
    : '';
  const counted = `You are counted on *#${other}* now, and hear what comes of it.${help}`;
  if (joined.stays !== null)
    return [{ say: together(oneSentence(counted), refusalDrawing(joined.stays, number)) }];
  const back = `${counted} *#${number}* is taken back: nobody saw it, and nothing of it is kept.`;
  return inItsPlace(press, number, oneSentence(back));
}

/** *It is back: #17*: the flag stays, and says whose fix did not hold. */
export async function linkToFix(house: House, press: Press): Promise<readonly Effect[]> {
  const [number, fix] = numbersIn(press.value);
  /* Asked first: once it is saved nothing may come between that and the answer. */
  const ways = await house.waysOf(press.workspace);
  const outcome = await house.change(press, number, { type: 'link-to-fix', fix });
  if (!outcome.ok) return [{ say: refusalDrawing(outcome, number) }];
  const { issue, person } = outcome;
  const noticed = noticedIn(house.store.keys, press.workspace, issue);
  const receipt = linkedReceipt(issue, fix, termsOf(ways, issue, person), noticed);
  return issue.state === 'saved' ? inItsPlace(press, number, receipt) : [{ say: receipt }];
}

function together(one: Drawing, other: Drawing): Drawing {
  return { text: `${one.text} ${other.text}`, blocks: [...one.blocks, ...other.blocks] };
}
