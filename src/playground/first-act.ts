import type { Step } from './journey.ts';

/** A flag, an owner, a fix, and the word of the person who flagged it. */
export const firstAct: readonly Step[] = [
  {
    who: 'ana',
    does: 'types /flag-issue The refund form rejects foreign IBANs',
    act: (ana) => ana.types('/flag-issue The refund form rejects foreign IBANs', { in: 'general' }),
    shows: [
      ['ana', 'general', 'Saved as #1'],
      ['sam', 'process-gaps', 'Needs an owner'],
    ],
  },
  {
    who: 'lea',
    does: 'presses Me too',
    act: (lea) => lea.presses('Me too', { in: 'process-gaps' }),
    shows: [['lea', 'process-gaps', '2 people met it']],
  },
  {
    who: 'sam',
    does: 'presses Claim',
    act: (sam) => sam.presses('Claim', { in: 'process-gaps' }),
    shows: [['sam', 'form', '#1 is yours already']],
  },
  {
    who: 'sam',
    does: 'says how we will know it is solved, and by when',
    act: async (sam) => {
      await sam.fills("How will we know it's solved?", 'A refund to a Dutch IBAN goes through');
      await sam.picks('By when?', '2026-12-03');
      await sam.submits();
    },
    shows: [
      ['sam', 'flagpost', '[Mark as solved]'],
      ['ana', 'flagpost', 'has taken on #1, which you flagged'],
    ],
  },
  {
    who: 'sam',
    does: 'posts an update',
    act: async (sam) => {
      await sam.presses('Post an update', { in: 'flagpost' });
      await sam.fills('How is it going?', 'The form checks a pattern that only fits our own country.');
      await sam.submits();
    },
    shows: [['ana', 'process-gaps', 'only fits our own country']],
  },
  {
    who: 'sam',
    does: 'marks it as solved',
    act: async (sam) => {
      await sam.presses('Mark as solved', { in: 'flagpost' });
      await sam.fills('What changed?', 'The form asks the bank instead of checking a pattern.');
      await sam.picks('What kind of change is it?', 'Removed the cause');
      await sam.fills('What can others use?', 'Ask the bank whether an IBAN exists; patterns age.');
      await sam.submits();
    },
    shows: [
      ['ana', 'flagpost', 'Is #1 fixed for you?'],
      ['lea', 'flagpost', 'so your answer counts'],
    ],
  },
  {
    who: 'ana',
    does: 'presses Fixed, and adds a line of thanks',
    act: async (ana, allIsSaid) => {
      await ana.presses('Fixed', { in: 'flagpost' });
      await allIsSaid();
      await ana.fills('A line of thanks', 'Three customers have their money back. Thank you.');
      await ana.submits();
    },
    shows: [
      ['sam', 'process-gaps', 'Fixed, says the person who flagged it'],
      ['ana', 'flagpost', 'Your line of thanks is for'],
      ['sam', 'flagpost', 'is fixed, says the person who flagged it'],
    ],
  },
];
