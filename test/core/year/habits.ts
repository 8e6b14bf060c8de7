import type { Address } from '../../../src/core/address.ts';
import { promiseLapses } from '../../../src/core/ask-turns.ts';
import type { Command } from '../../../src/core/command.ts';
import { isOwned, roundOf } from '../../../src/core/issue.ts';
import type { Issue, Verdict } from '../../../src/core/issue.ts';
import type { NudgeKind } from '../../../src/core/nudge.ts';
import { addWorkingDays, addWorkingMinutes, dayOf, openingOn } from '../../../src/core/working-time.ts';
import { solution } from '../../support/builders.ts';
import type { Dice } from './dice.ts';
import type { Colleague } from './people.ts';
import { actorOf, cadenceOf, loaded, timeOf } from './reading.ts';
import { later } from './tasks.ts';
import { owedIn } from './wanted.ts';
import { change } from './world.ts';
import type { World } from './world.ts';

type Kind = Address['kind'] | NudgeKind;

/** What somebody would do about an issue; `null`: nothing. */
type Mind = (world: World, dice: Dice, person: Colleague, issue: Issue) => Command | null;

const verdicts: readonly Verdict[] = [
  'fixed',
  'fixed',
  'fixed',
  'fixed',
  'partly',
  'not-fixed',
  'cannot-tell',
];

const says =
  (...some: readonly (Command | null)[]): Mind =>
  (_, dice) =>
    dice.oneOf(some);

const answer: Mind = (_, dice) => ({ type: 'answer', verdict: dice.oneOf(verdicts) });

const goOn: Mind = (world, dice, person) => {
  const today = dayOf(timeOf(world, person), world.now);
  const until = today.add({ days: 1 + dice.below(20) });
  return dice.oneOf<Command>([
    { type: 'still-on-it' },
    { type: 'update', text: 'Blocked: the bank is closed' },
    { type: 'snooze', until, today },
    { type: 'resolve', solution },
  ]);
};

const didItHold: Mind = ({ now }, dice, __, issue) => {
  /* They were asked only then. */
  const said = { round: roundOf(issue), confirmedAt: now.subtract({ hours: 24 * 30 }) };
  return dice.oneOf<Command>([
    { type: 'say-of-hold', whether: 'held', ...said },
    { type: 'say-of-hold', whether: 'held', ...said },
    { type: 'say-of-hold', whether: 'cannot-tell', ...said },
    { type: 'answer', verdict: 'not-fixed' },
  ]);
};

/** What people make of what they are sent. What is not here asks nothing of them. */
const minds: Readonly<Partial<Record<Kind, Mind>>> = {
  'first-answer': (world, dice) =>
    dice.oneOf<Command>([
      { type: 'claim' },
      { type: 'inquire', text: 'Which bank was it?' },
      { type: 'not-doing', because: 'The bank stops it next year' },
      someoneElse(world, dice),
      inTwoWeeks(world),
    ]),
  question: answer,
  'fixed-for-you': answer,
  'is-it-fixed': answer,
  'day-before': goOn,
  'on-the-day': goOn,
  quiet: goOn,
  'snooze-over': goOn,
  'did-it-hold': didItHold,
  'could-use-help': says({ type: 'offer-support' }, null),
  offer: (_, dice) => dice.oneOf<Command>([{ type: 'accept' }, { type: 'accept' }, { type: 'decline' }]),
  'take-over': (_, dice) => dice.oneOf<Command>([{ type: 'let-take', canOwn: true }, { type: 'keep-it' }]),
  ask: (world, dice, person) =>
    dice.oneOf<Command>([
      inAWeek(world, person),
      inAWeek(world, person),
      { type: 'answer-ask', text: 'You may decide that' },
      { type: 'not-possible', text: 'There is no money for it' },
      { type: 'pass-up', text: 'I can give half of it', cadence: cadenceOf(world) },
      { type: 'contain' },
      { type: 'offer-to-take' },
    ]),
  containment: (world, dice, person) => {
    const today = dayOf(timeOf(world, person), world.now);
    const until = today.add({ days: 1 + dice.below(20) });
    return dice.oneOf<Command>([
      { type: 'still-containing' },
      { type: 'snooze-containment', until, today },
      { type: 'contained', line: 'Refunds go by hand' },
      { type: 'cannot-contain' },
    ]);
  },
  'ask-promise': (world, dice, person) =>
    dice.oneOf<Command>([
      { type: 'support-done', text: 'The bank has it' },
      { type: 'support-done', text: 'The bank has it' },
      inAWeek(world, person),
    ]),
  inquiry: (_, __, ___, issue) => ({
    type: 'inform',
    inquiry: ('inquiry' in issue && issue.inquiry?.seq) || 0,
    text: 'The one in Norway',
  }),
  help: says({ type: 'helped', line: 'A new card' }, { type: 'cannot-help' }),
  look: says({ type: 'open-again' }, { type: 'uphold', because: 'It would cost more than it helps' }),
  news: (world, dice, person, issue) =>
    issue.state === 'declined' && dice.falls(0.3) ? another(world, person, issue) : null,
};

function inAWeek(world: World, person: Colleague): Command {
  const time = timeOf(world, person);
  const on = world.now.toZonedDateTimeISO(time.zone).toPlainDate().add({ weeks: 1 });
  return { type: 'promise-support', on, until: promiseLapses(time, on, world.now) };
}

function someoneElse(world: World, dice: Dice): Command {
  const { id, hasLeft, isMember } = dice.oneOf([...world.people.values()]);
  return { type: 'offer', to: { person: id, canOwn: isMember && !hasLeft } };
}

function inTwoWeeks({ cadence, now }: World): Command {
  const on = now.toZonedDateTimeISO(cadence.time.zone).toPlainDate().add({ weeks: 2 });
  return { type: 'look-again', on, until: openingOn(cadence.time, on) ?? now };
}

function another({ cadence }: World, person: Colleague, issue: Issue): Command {
  const by = issue.state === 'declined' ? issue.by : null;
  const of = cadence.rungs.flat().filter((it) => it !== by && it !== person.id);
  return { type: 'ask-look', of: of.slice(0, 3) };
}

/** They read it while they work, and some of it they leave alone. */
export function react(world: World, dice: Dice, person: Colleague, kind: Kind, subject: string): void {
  const number = Number(subject.split('/')[0]);
  if (kind === 'controls') return own(world, dice, person, number);
  if (kind === 'owed') return catchUp(world, dice, person);
  const mind = minds[kind];
  if (mind === undefined || !dice.falls(person.answers)) return;
  soon(world, dice, person, () => {
    const issue = loaded(world, number);
    const command = issue === null ? null : mind(world, dice, person, issue);
    if (command !== null) act(world, person, number, command);
  });
}

/** What blocks somebody most is decided; the rest waits for another week. */
function catchUp(world: World, dice: Dice, person: Colleague): void {
  const [first] = owedIn(world, person.id);
  if (first !== undefined)
    react(world, dice, person, first.state === 'open' ? 'first-answer' : 'look', String(first.number));
}

const longestMinutes = 900;

function soon(world: World, dice: Dice, person: Colleague, run: () => void): void {
  const at = addWorkingMinutes(timeOf(world, person), world.now, 1 + dice.below(longestMinutes));
  if (at !== null && !person.hasLeft) later(world, at, run);
}

function act(world: World, person: Colleague, number: number, command: Command): void {
  if (!person.hasLeft) change(world, number, [actorOf(world, person, number), command]);
}

/** An owner sees it through, writes of it, gives it back, or does nothing about it at all. */
function own(world: World, dice: Dice, person: Colleague, number: number): void {
  const days = 1 + dice.below(15);
  const at = addWorkingDays(timeOf(world, person), world.now, days);
  if (at === null || !dice.falls(person.answers)) return;
  later(world, at, () => {
    const issue = loaded(world, number);
    if (issue === null || !isOwned(issue) || issue.owner !== person.id) return;
    const doing = dice.oneOf<Command>([
      { type: 'resolve', solution },
      { type: 'resolve', solution },
      { type: 'resolve', solution },
      { type: 'update', text: 'The bank answers on Tuesday' },
      inTenDays(world, person, dice),
      { type: 'ask-support', tried: 'The bank', needs: ['decision'], by: null, cadence: cadenceOf(world) },
      { type: 'ask-support', tried: 'A form', needs: ['time'], by: null, cadence: cadenceOf(world) },
      { type: 'inquire', text: 'Does it happen to you still?' },
      { type: 'let-go', ownerHasLeft: false },
      { type: 'not-doing', because: 'There is a new form in spring' },
      someoneElse(world, dice),
    ]);
    act(world, person, number, doing);
    own(world, dice, person, number);
  });
}

/** A date of theirs, soon or not. */
function inTenDays(world: World, person: Colleague, dice: Dice): Command {
  const by = dayOf(timeOf(world, person), world.now).add({ days: 1 + dice.below(25) });
  return { type: 'agree', agreement: { success: null, by } };
}

/** Whoever reads a card may take it on, have met it as well, or help. */
export function passBy(world: World, dice: Dice, number: number): void {
  const everybody = [...world.people.values()];
  for (let passing = dice.below(5); passing > 0; passing -= 1) {
    const person = dice.oneOf(everybody);
    const command = dice.oneOf<Command>([
      { type: 'claim' },
      { type: 'me-too' },
      { type: 'me-too' },
      { type: 'me-too', isStuck: true },
      { type: 'help' },
    ]);
    if (dice.falls(person.answers)) soon(world, dice, person, () => act(world, person, number, command));
  }
}
