import type { Temporal } from 'temporal-polyfill';

import { firstAct } from './first-act.ts';
import type { Visit } from './people/person.ts';
import { secondAct } from './second-act.ts';

type Who = 'ana' | 'sam' | 'lea' | 'kim';

/** Somebody sees it then: who, where, and words that must be there. */
type Shows = readonly (readonly [Who, string, string])[];

export type Step =
  | {
      readonly who: Who;
      /** What they do, told as a story. */
      readonly does: string;
      readonly act: (
        person: ReturnType<Visit['person']>,
        /** Until all is said that they have brought about so far: two things at once come in any order. */
        allIsSaid: () => Promise<void>,
      ) => Promise<unknown>;
      readonly shows: Shows;
    }
  | {
      /** Time goes by, told as a story. */
      readonly until: string;
      readonly at: (now: Temporal.Instant) => Temporal.Instant;
      readonly shows: Shows;
    };

interface Stage {
  readonly slack: Visit;
  /** Lets time go by. */
  readonly pass: (at: (now: Temporal.Instant) => Temporal.Instant) => Promise<void>;
  readonly say: (line: string) => void;
}

const names: Readonly<Record<Who, string>> = { ana: 'Ana', sam: 'Sam', lea: 'Lea', kim: 'Kim' };

/** Plays both acts and shows what each person sees. @throws naming the step that didn't happen. */
export async function play(stage: Stage): Promise<void> {
  const { say } = stage;
  const shown = new Map<string, readonly string[]>();
  for (const step of firstAct) await take(stage, step, shown);
  say('\nThe journey is complete: flagged, claimed, solved, and confirmed by the person who flagged it.');
  for (const step of secondAct) await take(stage, step, shown);
  say('\nThe second is complete too: nobody answered at first, and nothing was left lying.');
}

async function take(stage: Stage, step: Step, shown: Map<string, readonly string[]>): Promise<void> {
  const { slack, pass, say } = stage;
  const what = 'until' in step ? step.until : `${names[step.who]} ${step.does}`;
  say(`\n━━ ${what}`);
  try {
    const allIsSaid = (): Promise<void> => pass((now) => now);
    await ('until' in step ? pass(step.at) : step.act(slack.person(step.who), allIsSaid));
    /* What was brought about may take longer to be said than the words that are looked for. */
    await allIsSaid();
    for (const [reader, place, words] of step.shows) {
      const seen = await slack.person(reader).eventuallySees(place, words, 15_000);
      say(`\n${names[reader]} sees ${placeWords[place] ?? `in #${place}`}:`);
      for (const line of unseen(shown, `${reader} ${place}`, seen.split('\n'))) say(`   │ ${line}`);
    }
  } catch (error) {
    throw new Error(`This step didn't happen: ${what}.`, { cause: error });
  }
}

const placeWords: Readonly<Record<string, string>> = {
  flagpost: 'in the messages with Flagpost',
  form: 'in a form',
};

/** What is above and reads as it did is not told again. */
function unseen(
  shown: Map<string, readonly string[]>,
  where: string,
  lines: readonly string[],
): readonly string[] {
  const before = shown.get(where) ?? [];
  shown.set(where, lines);
  const first = lines.findIndex((line, index) => line !== before[index]);
  return first <= 0 ? lines : ['…', ...lines.slice(first)];
}
