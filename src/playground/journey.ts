import type { Visit } from './people/person.ts';

type Say = (line: string) => void;

interface Step {
  readonly who: 'ana' | 'sam' | 'lea';
  /** What they do, told as a story. */
  readonly does: string;
  readonly act: (person: ReturnType<Visit['person']>) => Promise<unknown>;
  /** Then somebody sees it: who, where, and words that must be there. */
  readonly shows: readonly (readonly ['ana' | 'sam' | 'lea', string, string])[];
}

const names = { ana: 'Ana', sam: 'Sam', lea: 'Lea' };

const steps: readonly Step[] = [
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
    act: async (ana) => {
      await ana.presses('Fixed', { in: 'flagpost' });
      await ana.fills(
        'A line of thanks, or anything to add?',
        'Three customers have their money back. Thank you.',
      );
      await ana.submits();
    },
    shows: [
      ['sam', 'process-gaps', 'Three customers have their money back'],
      ['sam', 'flagpost', 'is fixed, says the person who flagged it'],
    ],
  },
];

/** Plays the journey and shows what each person sees. @throws naming the step that didn't happen. */
export async function play(slack: Visit, say: Say): Promise<void> {
  for (const { who, does, act, shows } of steps) {
    say(`\n━━ ${names[who]} ${does}`);
    try {
      await act(slack.person(who));
      for (const [reader, place, words] of shows)
        show(say, reader, place, await look(slack, reader, place, words));
    } catch (error) {
      throw new Error(`This step didn't happen: ${names[who]} ${does}.`, { cause: error });
    }
  }
  say('\nThe journey is complete: flagged, claimed, solved, and confirmed by the person who flagged it.');
}

async function look(slack: Visit, reader: Step['who'], place: string, words: string): Promise<string> {
  return await slack.person(reader).eventuallySees(place, words, 15_000);
}

const placeWords: Readonly<Record<string, string>> = {
  flagpost: 'in the messages with Flagpost',
  form: 'in a form',
};

function show(say: Say, reader: Step['who'], place: string, text: string): void {
  say(`\n${names[reader]} sees ${placeWords[place] ?? `in #${place}`}:`);
  for (const line of text.split('\n')) say(`   │ ${line}`);
}
