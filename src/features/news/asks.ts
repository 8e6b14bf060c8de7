import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import { isEnd } from '../../core/ask.ts';
import type { AskEvent, End, Ending, Over, SoFar, Standing } from '../../core/ask.ts';
import type { Issue, IssueEvent, PersonId } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import { lessonButtons } from '../ask-buttons.ts';
import { lessonLabels, namesOf, whoAnswersBy } from '../ask-words.ts';
import { actions, note, section } from '../blocks.ts';
import { dayInWords } from '../day.ts';
import { linked, whyYou } from '../issue-card.ts';
import { mention } from '../refusals.ts';
import { answersBy, capitalised } from '../words.ts';

type EventOf<T extends AskEvent['type']> = Extract<AskEvent, { type: T }>;

/** News of what an owner needs from those who lead, for whoever it concerns; `null` for all other. */
export function askSentence(scene: Scene): string | null {
  const { issue, happening, slackIds, reader } = scene;
  const number = `*#${issue.number}*`;
  const event = happening?.event;
  if (isOverAsk(issue, event)) {
    const what = event?.type === 'containing' ? 'the immediate damage of' : 'support for';
    return `What I wrote here about ${what} ${whose(scene)} no longer holds.`;
  }
  switch (event?.type) {
    case 'ask-delivered':
      return `${wentOn(scene, event.after)} ${whoAnswersBy(readers(scene, event), answersBy(untilNow(issue, event), scene.now))}${goesOn(scene)}`;
    case 'ask-passed':
      return unanswered(scene);
    case 'ask-promised': {
      const what = isOwner(scene)
        ? `what you asked for ${number}`
        : `what ${number}, ${whyYou(scene)}, needs`;
      return `${mention(slackIds, event.by)} sees to ${what}, by ${dayInWords(event.on, scene.now)}.`;
    }
    case 'ask-closed':
      return closed(scene, event);
    case 'take-declined':
      return `${number} stays with its owner. Thank you for offering to take it over.`;
    case 'containing':
      return `${mention(slackIds, event.by)} takes care of the immediate damage of ${number} for now. The lasting fix stays with you.`;
    case 'contained':
      return `${mention(slackIds, event.by)} has contained the damage of ${number}. The lasting fix stays with you.`;
    case 'containment-ended':
      return containmentEnded(scene, event);
    case 'support-ended':
      return supportEnded(scene, event.over, event.by);
    case 'handed-over':
      return happening?.actor === event.from && event.from === reader
        ? `${number} is with ${mention(slackIds, event.to)} now. Thank you for carrying it this far.`
        : null;
    default:
      return null;
  }
}

function containmentEnded(scene: Scene, event: EventOf<'containment-ended'>): string {
  const { issue, slackIds } = scene;
  const number = `*#${issue.number}*`;
  if (event.over !== undefined && isEnd(event.over)) return nothingExpected(scene, event.over);
  if (event.over !== undefined)
    return `${why(number, event.over)}, so its card no longer says that you take care of its immediate damage. Thank you.`;
  return event.hasLeft
    ? `Whoever took care of the immediate damage of ${number} has left.`
    : `${mention(slackIds, event.by)} can't take care of the immediate damage of ${number} after all.`;
}

/** `by`: who had promised it; `null`: it was only asked. */
function supportEnded(scene: Scene, over: Over, by: PersonId | null): string {
  const { issue, reader, slackIds } = scene;
  if (isEnd(over)) return nothingExpected(scene, over);
  const because = why(`*#${issue.number}*`, over);
  if (reader === by) return `${because}, so what you promised for it has ended with that. Thank you.`;
  const what = by === null ? 'you asked' : `${mention(slackIds, by)} promised`;
  return `${because}, so what ${what} for it has ended with that. Should it go on, you can ask anew.`;
}

/** It has ended otherwise than by a fix, for whoever contained it or had promised support. */
function nothingExpected({ issue, links }: Scene, over: End): string {
  const number = `*#${issue.number}*`;
  const other = issue.state === 'duplicate' ? linked(issue.of, links) : 'another issue';
  const ended = over === 'declined' ? 'ended with *Not doing*' : `is the same as ${other}, and goes on there`;
  return `${number} ${ended}, so nothing is expected of you for it any more. Thank you for standing by.`;
}

function why(number: string, over: Exclude<Over, End>): string {
  return over === 'solved' ? `${number} is called solved` : `${number} needs an owner again`;
}

/** Somebody else has it since, or it has ended: who had it, saw to it, or contained it, is true no more. */
export function isOverAsk(issue: Issue, event: IssueEvent | undefined): boolean {
  const standing = issue.state === 'claimed' ? issue.ask?.standing : undefined;
  switch (event?.type) {
    case 'ask-delivered':
      return !isDeliveredStill(standing, event);
    case 'ask-passed':
      return standing?.state !== 'unanswered';
    case 'ask-promised':
      return standing?.state !== 'promised' || standing.by !== event.by || !standing.on.equals(event.on);
    case 'containing':
      return isOverContainment(issue, event);
    default:
      return false;
  }
}

/** It may have moved since. */
function isDeliveredStill(
  standing: Standing | undefined,
  { until, counted }: EventOf<'ask-delivered'>,
): boolean {
  if (standing?.state !== 'asked' || standing.until === null) return false;
  if (standing.counted === undefined || counted === undefined) return standing.until.equals(until);
  return standing.counted.from.equals(counted.from);
}

function untilNow(issue: Issue, { until }: EventOf<'ask-delivered'>): Temporal.Instant {
  const standing = issue.state === 'claimed' ? issue.ask?.standing : undefined;
  return standing?.state === 'asked' ? (standing.until ?? until) : until;
}

function isOverContainment(issue: Issue, { by }: EventOf<'containing'>): boolean {
  const containment = issue.state === 'claimed' ? issue.containment : null;
  return containment?.state !== 'under-way' || containment.by !== by;
}

/** As its owner reads of it, or anybody else. */
function whose(scene: Scene): string {
  const number = `*#${scene.issue.number}*`;
  return isOwner(scene) ? number : `${number}, ${whyYou(scene)},`;
}

function isOwner({ issue, reader }: Scene): boolean {
  return 'owner' in issue && issue.owner === reader;
}

/** Why it went on, as its owner reads it, or the person who flagged it. */
function wentOn(scene: Scene, after: SoFar['why'] | null): string {
  const number = `*#${scene.issue.number}*`;
  if (!isOwner(scene)) return `${capitalised(`${number}, ${whyYou(scene)}, needs support`)}.`;
  const what = `what you asked for ${number}`;
  switch (after) {
    case 'passed-on':
      return `${capitalised(what)} was passed one rung up.`;
    case 'not-there':
      return `Nobody was there to read ${what}, so it went on.`;
    case 'promise':
      return `${capitalised(what)} was promised and is not there yet, so it went on.`;
    case 'left':
      return `Whoever had ${what} has left, so it went on.`;
    case 'no-answer':
    case null:
      return `There was no answer in time to ${what}, so it went one rung up.`;
  }
}

/** Who was asked together with whoever read it first. */
function readers({ issue, slackIds }: Scene, { reader }: EventOf<'ask-delivered'>): string[] {
  const to = issue.state === 'claimed' ? (issue.ask?.to ?? []) : [];
  return namesOf(slackIds, to.includes(reader) ? to : [reader]);
}

function goesOn(scene: Scene): string {
  if (isOwner(scene) || !('owner' in scene.issue)) return '';
  return ` ${capitalised(mention(scene.slackIds, scene.issue.owner))} goes on with it meanwhile.`;
}

/** Never who was silent. */
function unanswered(scene: Scene): string {
  const { issue } = scene;
  const number = `*#${issue.number}*`;
  if (!isOwner(scene))
    return `${number}, ${whyYou(scene)}, needs support, and everybody here whom I could ask has been asked.${goesOn(scene)}`;
  const to = issue.state === 'claimed' ? (issue.ask?.to ?? []) : [];
  const still = to.length === 0 ? '' : ' Those I asked can still answer; a word in person may help.';
  return `There was no answer in time to what you asked for ${number}, and there is nobody else here whom I could ask.${still} If it can't go on without, *Not doing…* on its card is an honest answer too.`;
}

function closed(scene: Scene, { how, owner, lead }: EventOf<'ask-closed'>): string {
  const { issue, reader, slackIds } = scene;
  const number = `*#${issue.number}*`;
  if (how === 'solved') return supportEnded(scene, how, lead);
  if (reader === owner) return toOwner(number, mention(slackIds, lead), how);
  if (reader === lead) {
    if (how === 'taken-over')
      return `${number} is yours now, so what its owner had asked of you has ended with that. Thank you.`;
    if (how === 'not-possible')
      return `You said that what ${number} needs is not possible. Thank you for the honest answer.`;
    return how === 'done'
      ? `You saw to what ${number} needs. Thank you.`
      : `You answered what ${number} needs. Thank you.`;
  }
  return how === 'not-possible'
    ? `What ${number}, ${whyYou(scene)}, needs is not possible, says ${mention(slackIds, lead)}.${goesOn(scene)}`
    : `The support that ${number}, ${whyYou(scene)}, needed is there.`;
}

function toOwner(number: string, lead: string, how: Exclude<Ending, 'solved'>): string {
  switch (how) {
    case 'answered':
      return `${lead} answers what you asked for ${number}.`;
    case 'done':
      return `${lead} has seen to what you asked for ${number}.`;
    case 'not-possible':
      return `What you asked for ${number} is not possible, says ${lead}.`;
    case 'taken-over':
      return `${lead} has taken on ${number}, so what you asked for it has ended with that.`;
    case 'called-back':
      return `You have taken back your ask for ${number}. Nobody is asked any more.`;
  }
}

/** What was said, where it is to be read; `null`: the issue's own words are. */
export function saidOfAsk({ happening, reader }: Scene): string | null {
  const event = happening?.event;
  if (event?.type === 'contained') return event.line;
  return event?.type === 'ask-closed' && reader === event.owner && event.text !== '' ? event.text : null;
}

/** Once to whoever asked, and to whoever closed it. */
export function lessonBlocks({ issue, happening, reader, lessons }: Scene): KnownBlock[] {
  const event = happening?.event;
  if (event?.type !== 'ask-closed') return [];
  const as = reader === event.owner ? 'owner' : reader === event.lead ? 'lead' : null;
  if (as === null) return [];
  const told = lessons.get(as);
  const you = as === 'owner' ? 'you' : 'them';
  if (told !== undefined)
    return [note(`What would have let ${you} settle it without asking: *${lessonLabels[told]}*. Thank you.`)];
  return [
    section(`What would have let ${you} settle this without asking?`),
    actions(...lessonButtons(issue.number, happening?.seq ?? 0)),
    note('Nobody is shown who said it.'),
  ];
}
