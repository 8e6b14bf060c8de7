import type { Step } from './journey.ts';
import { instantOf, type Aim } from './time/aim.ts';

const until =
  (aim: Aim): Extract<Step, { readonly until: string }>['at'] =>
  (now) =>
    instantOf(aim, now, 'UTC');

/** A promise that passes, and what comes of it by the next Monday. */
export const secondAct: readonly Step[] = [
  {
    who: 'kim',
    does: 'names Lea as the one who leads',
    act: async (kim) => {
      await kim.types('/flag-issue settings');
      await kim.eventuallySees('form', 'Leads');
      await kim.picks('Time zone', 'UTC');
      await kim.picks('Leads', 'lea');
      await kim.submits();
      await kim.closes();
    },
    shows: [],
  },
  {
    who: 'ana',
    does: 'types /flag-issue Nobody can see which orders are on hold',
    act: (ana) => ana.types('/flag-issue Nobody can see which orders are on hold'),
    shows: [['ana', 'general', 'Saved as #2']],
  },
  {
    until: 'Four working hours go by, and nobody answers',
    at: (now) => now.add({ hours: 5 }),
    shows: [
      ['ana', 'flagpost', 'who has it now and answers'],
      ['lea', 'flagpost', 'knows that somebody answers'],
      ['sam', 'process-gaps', 'Needs a first answer'],
    ],
  },
  {
    who: 'sam',
    does: 'presses Claim, and closes the form',
    act: async (sam) => {
      await sam.presses('Claim', { in: 'process-gaps', containing: 'orders are on hold' });
      await sam.eventuallySees('form', '#2 is yours already');
      await sam.closes();
    },
    shows: [['lea', 'flagpost', 'has taken on #2. Nothing is asked of you any more.']],
  },
  {
    who: 'sam',
    does: 'asks for support',
    act: async (sam) => {
      await sam.presses('Ask for support', { in: 'flagpost', containing: 'orders are on hold' });
      await sam.fills('What I tried', 'A list by hand: it is old within the hour.');
      await sam.picks('What I need', 'A decision');
      await sam.submits();
    },
    shows: [
      ['lea', 'flagpost', 'asks for support'],
      ['sam', 'flagpost', 'has it now'],
    ],
  },
  {
    who: 'lea',
    does: 'gives an answer',
    act: async (lea) => {
      await lea.presses('Here is an answer', { in: 'flagpost', containing: 'orders are on hold' });
      await lea.fills('Your answer', 'Show it in the order itself. You need not ask anybody else.');
      await lea.submits();
    },
    shows: [['sam', 'flagpost', 'You need not ask anybody else.']],
  },
  {
    who: 'sam',
    does: 'marks it as solved',
    act: async (sam) => {
      await sam.presses('Mark as solved', { in: 'flagpost', containing: 'orders are on hold' });
      await sam.fills('What changed?', 'Each order says whether it is on hold, and why.');
      await sam.picks('What kind of change is it?', 'Removed the cause');
      await sam.submits();
    },
    shows: [['ana', 'flagpost', 'Is #2 fixed for you?']],
  },
  {
    who: 'ana',
    does: 'presses Fixed',
    act: async (ana) => {
      await ana.presses('Fixed', { in: 'flagpost', containing: 'Each order says' });
      await ana.closes();
    },
    shows: [['sam', 'process-gaps', '#2 · Fixed, and confirmed.']],
  },
  {
    until: 'It is Monday, 9:00',
    at: until('monday'),
    shows: [['sam', 'learnings', 'Digest']],
  },
];
