import type { KnownBlock } from '@slack/types';

import type { Scene } from '../../platform/postgres/scene.ts';
import { anotherLook } from '../another-look.ts';
import { actions, quoted, section } from '../blocks.ts';
import { stuckButton } from '../buttons.ts';
import { decider, linked, whyYou } from '../issue-card.ts';
import { mention } from '../refusals.ts';
import { capitalised } from '../words.ts';

/** News of help for whoever is stuck; `null` for all other. */
export function helpSentence(scene: Scene): string | null {
  const { issue, happening, slackIds } = scene;
  const number = `*#${issue.number}*`;
  const event = happening?.event;
  switch (event?.type) {
    case 'help-promised':
      return `${mention(slackIds, event.helper)} helps with ${number} today. They see that ${isReporter(scene) ? 'it was you who flagged it' : 'it was you who asked'}, so that they can reach you.`;
    case 'helped':
      return `Thank you to ${mention(slackIds, event.helper)}, who has helped with ${number}, ${whyYou(scene)}.`;
    case 'help-withdrawn':
      return event.hasLeft
        ? `Whoever was to help with ${number} has left. Help is wanted again, on its card.`
        : `${mention(slackIds, event.helper)} can't help with ${number} today after all. Help is wanted again, on its card.`;
    case 'help-wanted':
      return `Somebody is still stuck on ${number}, which you helped with. Help is wanted again, on its card. Thank you for what you did.`;
    case 'stuck-too':
      return `One more is stuck on ${number}, which you help with today: ${mention(slackIds, event.person)} met it as well, and knows who. If that is more than you can do, *I can't after all* is with my message about it.`;
    case 'help-ended':
      if (event.fixed !== undefined && scene.reader !== event.helper)
        return `${number}, ${whyYou(scene)}, is the same as ${linked(event.fixed, scene.links)}, and that is fixed, and confirmed. So nobody is asked to help with it any more. If it isn't fixed for you, *Not fixed* on the card of *#${event.fixed}* says so.`;
      return `Nobody is asked for help with ${number} any more, so you need not do anything. Thank you for being there.`;
    default:
      return null;
  }
}

/** News of what ended otherwise than by a fix, or goes on after all; `null` for all other. */
export function endSentence(scene: Scene): string | null {
  const { issue, happening, reader, slackIds, links } = scene;
  const number = `*#${issue.number}*`;
  const event = happening?.event;
  switch (event?.type) {
    case 'declined':
      return `${number}, ${whyYou(scene)}, is not going to be done, says ${decider(event, slackIds)}.`;
    case 'opened-again':
      return event.against === reader
        ? `${mention(slackIds, event.by)} took another look at ${number}, which you had decided against, and opened it again. It needs an owner.`
        : `${mention(slackIds, event.by)} took another look at ${number}, ${whyYou(scene)}: it is open again, and needs an owner.`;
    case 'upheld':
      return `${mention(slackIds, event.by)} took another look at ${number}, ${whyYou(scene)}. It stays as it is.`;
    case 'duplicated':
      return `${number}, ${whyYou(scene)}, is the same as ${linked(event.of, links)}, and goes on there. ${counted(scene)}`;
    case 'separated':
      if (event.wasWithdrawn === true)
        return `${number}, ${whyYou(scene)}, goes on by itself again${event.owner === null ? ' and needs an owner' : ''}: ${linked(event.from, links)}, which it was the same as, was withdrawn by the person who flagged that.`;
      return `${number}, ${whyYou(scene)}, is not the same as ${linked(event.from, links)} after all, and goes on by itself. You hear what comes of it. If you met both, *Me too* on the other card counts you there.`;
    default:
      return null;
  }
}

function counted(scene: Scene): string {
  return whyYou(scene) === 'which you had taken on'
    ? 'Thank you for carrying it this far.'
    : 'You are counted there, and hear what comes of it.';
}

/** What somebody said about it, for the notification; `null` where nobody did. */
export function saidOf({ happening }: Scene): string | null {
  const event = happening?.event;
  switch (event?.type) {
    case 'resolved':
      return event.solution.changed;
    case 'helped':
      return event.line;
    case 'declined':
    case 'upheld':
      return event.because;
    default:
      return null;
  }
}

/** What somebody said about it, and what the reader can do. */
export function more(scene: Scene): KnownBlock[] {
  const event = scene.happening?.event;
  switch (event?.type) {
    case 'helped':
      return [section('What helped:'), quoted(event.line), ...ifStillStuck(scene)];
    case 'help-ended':
      return isReporter(scene) && isStillDuplicate(scene) ? [actions(stuckButton(scene.issue.number))] : [];
    case 'declined':
      return [section('Not doing, because:'), quoted(event.because), ...ifReporter(scene)];
    case 'upheld':
      return [section(`${capitalised(mention(scene.slackIds, event.by))} says:`), quoted(event.because)];
    default:
      return [];
  }
}

function isReporter({ issue, reader }: Scene): boolean {
  return reader !== null && issue.reporter.person === reader;
}

/** Where help for them ended with another issue, they may need it all the same. */
function isStillDuplicate({ issue }: Scene): boolean {
  return issue.state === 'duplicate' && issue.help === null;
}

function ifStillStuck({ issue }: Scene): KnownBlock[] {
  const isHelped = issue.help?.state === 'given' && ['open', 'claimed', 'duplicate'].includes(issue.state);
  return isHelped ? [actions(stuckButton(issue.number))] : [];
}

/** Once for each issue, and as long as it stays declined. */
function ifReporter({ issue, reader, happening }: Scene): KnownBlock[] {
  const isTheirs = issue.reporter.person !== null && issue.reporter.person === reader;
  if (!isTheirs || issue.state !== 'declined' || issue.since !== happening?.seq) return [];
  return anotherLook(issue);
}
