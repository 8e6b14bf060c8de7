import type { Button, ConversationsSelect } from '@slack/types';

import { roundOf } from '../core/issue.ts';
import type { ClaimedIssue, Issue, OwnedIssue, Verdict } from '../core/issue.ts';
import { buttonWith, plain } from './blocks.ts';
import { saidLabels, verdictWords } from './words.ts';

/** The buttons people press in more than one place. Each one's id is what its listener is opened with. */
export const ids = {
  undo: 'undo',
  edit: 'edit',
  useWording: 'use-wording',
  asWritten: 'post-as-written',
  notBlame: 'not-blame',
  wordingNotes: 'wording-notes',
  flagNotes: 'flag-notes',
  newsRead: 'news-read',
  withdraw: 'withdraw',
  flag: 'flag',
  settings: 'settings',
  mirror: 'my-mirror',
  ownThanks: 'my-thanks',
  hours: 'my-hours',
  officeHours: 'office-hours-are-right',
  chooseChannel: 'choose-issues-channel',
  testIt: 'test-it',
  meToo: 'me-too',
  meTooInstead: 'me-too-instead',
  itIsBack: 'it-is-back',
  claim: 'claim',
  letGo: 'let-go',
  update: 'post-update',
  handOver: 'hand-over',
  agreement: 'agreement',
  inquire: 'ask-the-reporter',
  inform: 'answer-the-owner',
  resolve: 'resolve',
  stillOnIt: 'still-on-it',
  blocked: 'blocked',
  snooze: 'snooze',
  offerSupport: 'offer-support',
  accept: 'accept-offer',
  decline: 'decline-offer',
  comment: 'comment',
  thank: 'say-thanks',
  help: 'help-now',
  helped: 'helped',
  ask: 'ask-for-support',
  callBack: 'call-back-ask',
  cannotHelp: 'cannot-help',
  stuck: 'still-stuck',
  notStuck: 'not-stuck',
  askLook: 'ask-another-look',
  openAgain: 'open-again',
  uphold: 'uphold',
  notDoing: 'not-doing',
  findOwner: 'find-an-owner',
  lookAgain: 'look-again-on',
  notDuplicate: 'not-duplicate',
  menu: 'card-menu',
  fixed: 'answer-fixed',
  partly: 'answer-partly',
  'not-fixed': 'answer-not-fixed',
  'cannot-tell': 'answer-cannot-tell',
  itHeld: 'it-held',
  cannotTellWhether: 'cannot-tell-whether-it-held',
} as const;

type Look = { readonly style?: 'primary' | 'danger'; readonly asks?: Button['confirm'] };

/** Ten buttons may say *Claim*: what a screen reader hears names the issue. */
export function button(id: string, text: string, number: number, look: Look = {}): Button {
  return {
    ...buttonWith(id, text, String(number), `${text}: issue #${number}`),
    ...(look.style === undefined ? {} : { style: look.style }),
    ...(look.asks === undefined ? {} : { confirm: look.asks }),
  };
}

export const undoButton = (number: number): Button => button(ids.undo, 'Undo', number);
export const editButton = (number: number): Button => button(ids.edit, 'Edit', number);
export const meTooButton = (number: number): Button => button(ids.meToo, 'Me too', number);
/** On the receipt of flag `number`; whoever is counted on the other already can only take it back. */
export function meTooInsteadButton(number: number, other: number, isCounted: boolean): Button {
  const text = isCounted ? `Take #${number} back` : `Me too on #${other}`;
  const spoken = isCounted ? `${text}: you are counted on #${other}` : `${text}, and take #${number} back`;
  return {
    ...button(ids.meTooInstead, text, number),
    value: `${number} ${other}`,
    accessibility_label: spoken,
  };
}

export function itIsBackButton(number: number, fix: number): Button {
  const text = `It is back: #${fix}`;
  const spoken = `${text}, with issue #${number}`;
  return { ...button(ids.itIsBack, text, number), value: `${number} ${fix}`, accessibility_label: spoken };
}

export const claimButton = (number: number): Button =>
  button(ids.claim, 'Claim', number, { style: 'primary' });
export const updateButton = (number: number): Button => button(ids.update, 'Post an update', number);
export const handOverButton = (number: number): Button => button(ids.handOver, 'Hand over', number);
const agreementButton = (number: number): Button => button(ids.agreement, 'Agreement', number);
const inquireButton = (number: number): Button => button(ids.inquire, 'Ask the reporter', number);
/** Carries the question it is about: pressed on an old message, it does not answer a newer one. */
export function informButton(number: number, inquiry: number, text = 'Answer'): Button {
  return { ...button(ids.inform, text, number), value: `${number} ${inquiry}` };
}
const resolveButton = (number: number): Button =>
  button(ids.resolve, 'Mark as solved', number, { style: 'primary' });
export const acceptButton = (number: number): Button =>
  button(ids.accept, 'Yes, I take it on', number, { style: 'primary' });
export const declineButton = (number: number): Button => button(ids.decline, 'No, thank you', number);
export const commentButton = (number: number): Button => button(ids.comment, 'Add a comment', number);

export const thanksButton = (number: number): Button => button(ids.thank, 'Say thanks', number);

function letGoButton(number: number): Button {
  return button(ids.letGo, 'Let go', number, {
    asks: {
      title: plain(`Let go of #${number}?`),
      text: plain('It will need an owner again, and anyone may take it. That is all right.'),
      confirm: plain('Let go'),
      deny: plain('Keep it'),
    },
  });
}

/** One ask at a time. */
export function askButton({ number, ask }: ClaimedIssue): Button {
  return ask === null
    ? button(ids.ask, 'Ask for support', number)
    : button(ids.callBack, 'Take back the ask', number);
}

/** What an owner can do, wherever they see their issue. */
export function ownersButtons(issue: OwnedIssue): Button[] {
  const { number } = issue;
  return [
    resolveButton(number),
    updateButton(number),
    ...(issue.state === 'claimed' ? [askButton(issue)] : []),
    ...inquireButtons(issue),
    agreementButton(number),
    handOverButton(number),
    letGoButton(number),
  ];
}

/** Nobody is asked to ask themselves, or somebody who has left. */
export function inquireButtons({ number, owner, reporter }: OwnedIssue): Button[] {
  return reporter.person === owner || reporter.hasLeft ? [] : [inquireButton(number)];
}

export function withdrawButton(number: number): Button {
  return button(ids.withdraw, 'Withdraw', number, {
    asks: {
      title: plain(`Withdraw #${number}?`),
      text: plain('Its card will say that it was withdrawn, and nothing else. This stays so.'),
      confirm: plain('Withdraw'),
      deny: plain('Keep it'),
    },
  });
}

/** Carries the solution it is about: pressed on an old message, it says nothing of a newer one. */
export function verdictButton(verdict: Verdict, issue: Issue, text = verdictWords[verdict]): Button {
  return ofSolution(ids[verdict], text, issue);
}

/** Of a fix that was confirmed: it isn't fixed after all. */
export const cameBackButton = (issue: Issue): Button => verdictButton('not-fixed', issue, 'It came back');

/** To whoever is asked a month later whether it held. */
export function holdButtons(issue: Issue): Button[] {
  return [
    ofSolution(ids.itHeld, 'It held', issue),
    cameBackButton(issue),
    ofSolution(ids.cannotTellWhether, verdictWords['cannot-tell'], issue),
  ];
}

function ofSolution(id: string, text: string, issue: Issue): Button {
  return { ...button(id, text, issue.number), value: `${issue.number} ${roundOf(issue)}` };
}

export function flagButton(): Button {
  return { ...buttonWith(ids.flag, 'Flag an issue', 'new'), style: 'primary' };
}

export function settingsButton(): Button {
  return buttonWith(ids.settings, 'Settings', 'open');
}

/** To what others have thanked one for. */
export function ownThanksButton(): Button {
  return buttonWith(ids.ownThanks, 'Thanks to you', 'open');
}

/** To a lead's own mirror; whose it is says the press alone. */
export function mirrorButton(): Button {
  return buttonWith(ids.mirror, 'Your mirror', 'open');
}

/** To the form that says when somebody may be written to. */
export function hoursButton(text: string): Button {
  return buttonWith(
    ids.hours,
    text,
    'open',
    text === 'Change' ? 'Change when I may write to you' : undefined,
  );
}

/** One flag goes through everything and takes itself away again. */
export function testButton(): Button {
  return buttonWith(ids.testIt, 'Test it', 'begin');
}

/** Whatever is chosen holds at once. Direct messages are no place for issues, nor is another organisation. */
export function channelMenu(name: string, chosen: string | null): ConversationsSelect {
  return {
    type: 'conversations_select',
    action_id: name,
    filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
    ...(chosen === null ? {} : { initial_conversation: chosen }),
  };
}

export const helpButton = (number: number): Button => button(ids.help, 'Help now', number);
export const helpedButton = (number: number): Button =>
  button(ids.helped, 'Helped', number, { style: 'primary' });
export const cannotHelpButton = (number: number): Button =>
  button(ids.cannotHelp, "I can't after all", number);
export const stuckButton = (number: number): Button => button(ids.stuck, 'Still stuck', number);
export const notStuckButton = (number: number): Button => button(ids.notStuck, 'Not stuck any more', number);
export const askLookButton = (number: number): Button => button(ids.askLook, 'Ask for another look', number);
export const openAgainButton = (number: number): Button =>
  button(ids.openAgain, 'Open it again', number, { style: 'primary' });
/** Carries what it was the same as: pressed later, it says nothing of another. */
export function notDuplicateButton(number: number, of: number): Button {
  return { ...button(ids.notDuplicate, 'Not a duplicate', number), value: `${number} ${of}` };
}
export const upholdButton = (number: number): Button => button(ids.uphold, saidLabels.upheld, number);
export const notDoingButton = (number: number): Button => button(ids.notDoing, 'Not doing…', number);
