import type { EndRefusal, HelpRefusal } from '../core/decision.ts';
import type { PersonId } from '../core/issue.ts';

export type Name = (person: PersonId) => string;

/** Why somebody can't help whoever is stuck, or why an issue can't end, or go on, so. */
export function aboutHelp(refusal: HelpRefusal | EndRefusal, number: number, name: Name): string {
  switch (refusal.reason) {
    case 'nobody-stuck':
      return `Nobody is stuck on #${number} just now, as far as I know. Thank you for being willing.`;
    case 'help-is-for-you':
      return refusal.isStuck
        ? `You asked for help with #${number}, so it is for you.`
        : `You flagged #${number}, and its card would name you as the one who helps. What you know helps them in its thread.`;
    case 'helps-already':
      return `${name(refusal.person)} helps with #${number} today already. Thank you for being willing; if you know what helps, say it in the thread of its card.`;
    case 'not-the-helper':
      return `You don't help with #${number} just now, so nothing is asked of you. Thank you.`;
    case 'not-stuck-yourself':
      return `Only whoever is stuck on #${number} knows when that is over: they can say so, and an admin can as well.`;
    case 'no-help-there':
      return `#${number} counts as solved just now, so nobody is asked for help there. Your flag says that someone is stuck right now.`;
    default:
      return aboutDeclining(refusal, number, name);
  }
}

function aboutDeclining(refusal: EndRefusal, number: number, name: Name): string {
  switch (refusal.reason) {
    case 'not-doing':
      return notDoing(refusal, number, name);
    case 'not-a-lead':
      return refusal.to === 'look'
        ? `Another look at #${number} is for those who lead here.`
        : `To say that #${number} is not being done is for its owner, and for those who lead here. What you know about it helps them in the thread of its card.`;
    case 'goes-on':
      return `#${number} isn't declined just now, so there is no decision to look at again.`;
    case 'looked-already':
      return `Somebody has taken another look at #${number} already, and there is one for each issue.`;
    case 'nobody-to-look':
      return `I know of nobody else here who leads, so nobody can take another look at #${number} just now. You can still ask later; its card says who decided.`;
    case 'no-look-asked':
      return `#${number} needs no other look from you just now. Thank you.`;
    case 'look-by-another':
      return `You ${refusal.you === 'decider' ? 'decided on' : 'flagged'} #${number}, so it is for somebody else to take another look.`;
    default:
      return aboutDuplicates(refusal, number);
  }
}

function notDoing(
  { person, you }: Extract<EndRefusal, { reason: 'not-doing' }>,
  number: number,
  name: Name,
): string {
  if (you === 'decider') return `You decided that #${number} is not being done, and its card says why.`;
  const said = `#${number} is not being done: ${name(person)} decided so, and its card says why.`;
  return you === 'reporter' ? `${said} What you can do about it is on Flagpost's Home.` : said;
}

type DuplicateRefusal = Exclude<
  EndRefusal,
  {
    reason:
      | 'not-doing'
      | 'not-a-lead'
      | 'goes-on'
      | 'looked-already'
      | 'nobody-to-look'
      | 'no-look-asked'
      | 'look-by-another';
  }
>;

function aboutDuplicates(refusal: DuplicateRefusal, number: number): string {
  switch (refusal.reason) {
    case 'duplicate':
      return `#${number} is the same as #${refusal.of}, and goes on there. Its card has the buttons.`;
    case 'cannot-mark':
      return refusal.isReporter
        ? `Somebody has taken #${number} on, so they decide what it is the same as. Tell them which one; they can see that it was you.`
        : `What #${number} is the same as is for its owner to say, for those who lead here, and for the person who flagged it. If you know which one it is, say so in the thread of its card.`;
    case 'no-such-issue':
      return `I know of no issue #${refusal.asked} that is posted. Please look at the number again.`;
    case 'same-issue':
      return `That is #${number} itself. Which other one is the same?`;
    case 'other-way-round':
      return `#${refusal.asked} is marked as the same as #${number} already, so both go on here.`;
    case 'cannot-join':
      return cannotJoin(refusal, number);
    case 'cannot-separate':
      return refusal.isReporter
        ? `Somebody had taken #${number} on, so they say whether it is the same as #${refusal.of}. If you see it otherwise, say so in the thread of its card.`
        : `Whether #${number} is the same as #${refusal.of} is for its owner to say, for those who lead here, and for the person who flagged it. If you see it otherwise, say so in the thread of its card.`;
    case 'went-along':
      return `#${refusal.other} goes on as #${refusal.of} by now, and those who met #${number} are counted there. If #${refusal.other} is not the same either, say so on its card first; then #${number} can go on by itself.`;
    case 'moved-meanwhile':
      return `#${refusal.other} has just been marked as the same as #${refusal.of}. Please look again.`;
  }
}

function cannotJoin(
  { other, state }: Extract<EndRefusal, { reason: 'cannot-join' }>,
  number: number,
): string {
  switch (state) {
    case 'withdrawn':
      return `#${other} was withdrawn, so nothing goes on there.`;
    case 'declined':
      return `#${other} is not being done, so nothing goes on there. If #${number} isn't either, its menu has Not doing…`;
    case 'confirmed':
      return `#${other} is fixed, and confirmed. If it is back, #${number} is worth an owner of its own.`;
  }
}
