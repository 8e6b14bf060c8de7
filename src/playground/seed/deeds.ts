import type { personAt } from '../people/control.ts';
import type { Deed } from './stories.ts';

/** What a deed needs: who does it, about what, and how time goes by meanwhile. */
export interface Scene {
  readonly person: ReturnType<typeof personAt>;
  readonly text: string;
  readonly command: string;
  /** The number of what was flagged with this text. */
  readonly numberOf: (text: string) => number;
  /** The date of a working day. */
  readonly dateOf: (day: number) => string;
  /** Waits until all is said, then lets a while go by. */
  readonly pass: () => Promise<void>;
}

type Doing<Name> = Extract<Deed, { does: Name }>;
type Deeds = { [Name in Deed['does']]: (scene: Scene, deed: Doing<Name>) => Promise<unknown> };

/** A machine may be busy; whoever presses waits as long as this for what is to be pressed. */
export const patienceMs = 15_000;

const onCard = ({ text }: Scene) => ({ in: 'process-gaps', containing: text, patienceMs });
const onMessage = ({ text }: Scene) => ({ in: 'flagpost', containing: text, patienceMs });
const inForm = { in: 'form', patienceMs };

const deeds: Deeds = {
  flags: async ({ person, text, command }, { impact, affected, isStuck }) => {
    if (impact === undefined && affected === undefined) return await person.types(`${command} ${text}`);
    await person.types(command);
    await person.fills('What got in the way?', text, inForm);
    if (impact !== undefined) await person.picks('Impact', impact);
    if (affected !== undefined) await person.fills('Who is affected?', affected);
    if (isStuck === true) await person.picks('Is help wanted today?', 'Someone is stuck right now');
    await person.submits();
    await person.eventuallySees('form', 'Saved as', patienceMs);
    await person.closes();
  },
  'me too': (scene) => scene.person.presses('Me too', onCard(scene)),
  claims: async (scene, { success, by }) => {
    const { person, dateOf, pass } = scene;
    await person.presses('Claim', onCard(scene));
    await person.eventuallySees('form', 'is yours already', patienceMs);
    if (success === undefined) return await person.closes();
    await pass();
    await person.fills("How will we know it's solved?", success);
    if (by !== undefined) await person.picks('By when?', dateOf(by));
    await person.submits();
  },
  updates: async (scene, { text }) => {
    await scene.person.presses('Post an update', onMessage(scene));
    await scene.person.fills('How is it going?', text, inForm);
    await scene.person.submits();
  },
  solves: async (scene, { changed, kind, learning }) => {
    const { person } = scene;
    await person.presses('Mark as solved', onMessage(scene));
    await person.fills('What changed?', changed, inForm);
    await person.picks('What kind of change is it?', kind);
    if (learning !== undefined) await person.fills('What can others use?', learning);
    await person.submits();
  },
  answers: async (scene, { verdict, adds }) => {
    const { person, pass } = scene;
    await person.presses(verdict, onMessage(scene));
    await person.eventuallySees('form', `Your answer is saved: ${verdict}.`, patienceMs);
    if (adds === undefined) return await person.closes();
    await pass();
    const isThanks = verdict === 'Fixed';
    await person.fills(isThanks ? 'A line of thanks' : 'Anything to add? One line helps.', adds);
    await person.submits();
  },
  'agrees to be named': (scene) => scene.person.presses('Show my name', onMessage(scene)),
  'is not doing': async (scene, { because }) => {
    await scene.person.chooses('Not doing…', onCard(scene));
    await scene.person.fills('Not doing, because…', because, inForm);
    await scene.person.submits();
  },
  'finds a duplicate': async (scene, { of }) => {
    const { person, numberOf } = scene;
    await person.chooses('Duplicate of…', onCard(scene));
    await person.fills('Which issue is it?', String(numberOf(of)), inForm);
    await person.submits();
    await person.eventuallySees('form', '[Yes, the same]', patienceMs);
    await person.submits();
    await person.eventuallySees('form', 'are counted there', patienceMs);
    await person.closes();
  },
  helps: (scene) => scene.person.presses('Help now', onCard(scene)),
  helped: async (scene, { line }) => {
    await scene.person.presses('Helped', onMessage(scene));
    await scene.person.fills('What helped?', line, inForm);
    await scene.person.submits();
  },
  offers: async (scene, { to }) => {
    await scene.person.presses('Hand over', onMessage(scene));
    await scene.person.picks('Who could take it on?', to, inForm);
    await scene.person.submits();
  },
  'names a lead': async ({ person, command }, { lead }) => {
    await person.types(`${command} settings`);
    await person.picks('Leads', lead, inForm);
    await person.submits();
    await person.eventuallySees('form', 'leads now.', patienceMs);
    await person.closes();
  },
  'writes up': async (scene, { happened, possible, well }) => {
    const { person } = scene;
    await person.presses('Write what we learned', onMessage(scene));
    await person.fills('What happened', happened, inForm);
    await person.fills('What made it possible', possible);
    await person.fills('What went well', well);
    await person.submits();
    await person.eventuallySees('form', 'This is the post, as it will look', patienceMs);
    await person.picks('May your name be shown with it?', 'Show my name');
    await person.submits();
    await person.eventuallySees('form', 'is published.', patienceMs);
    await person.closes();
  },
  'has read': ({ person }, { line, says }) =>
    person.presses(says, { in: 'learnings', containing: line, patienceMs }),
};

export async function doIt(scene: Scene, deed: Deed): Promise<void> {
  const run = deeds[deed.does] as (scene: Scene, deed: Deed) => Promise<unknown>;
  await run(scene, deed);
  const open = scene.person.seesForm();
  if (open !== undefined) throw new Error(`a form stayed open:\n${open}`);
}
