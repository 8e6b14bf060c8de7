import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { cardAbout, eachInAWorkspace, patienceMs } from './a-workspace.ts';
import { asks, isQuiet, itIs, owned } from './asks.ts';
import { laddered } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where Sam and Lea are, and evening in Tokyo, where Kim is. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'tom', realName: 'Tom Lindt' });
  },
});
const patient = { timeout: 60_000 };

function people() {
  const { slack } = here();
  return {
    max: slack.person('max'),
    tom: slack.person('tom'),
    sam: slack.person('sam'),
    lea: slack.person('lea'),
    kim: slack.person('kim'),
  };
}

test(
  'the lead answers: the owner reads it, and both say what would have let them settle it',
  patient,
  async () => {
    const { sam, lea } = people();
    await laddered(here(), { leads: 'lea', above: 'kim', sponsor: '' });
    const number = await owned(here(), 'The scanner eats labels');
    await sam.presses('Ask for support', { in: 'flagpost', containing: 'The scanner' });
    const form = await sam.eventuallySees('form', 'What I tried');
    expect(form).toContain(
      'It goes to @Lea Brandt, who answers within 4 working hours of their own. If nobody has, it goes one rung up',
    );
    await sam.fills('What I tried', 'Other labels, and the old scanner');
    await sam.submits();
    await sam.picks('What I need', 'A decision');
    await sam.picks('What I need', 'Money');
    await sam.submits();
    await isQuiet(here());
    const asked = await lea.eventuallySees('flagpost', 'as somebody who leads here.', patienceMs);
    expect(asked).toContain(`@Sam Okafor, who has taken on #${number}, asks for support, and I ask you`);
    expect(asked).toContain('What would help: a decision and money.\nWhat was tried:\n> Other labels');
    await sam.eventuallySees(
      'flagpost',
      'You asked for support: a decision and money. @Lea Brandt has it now',
      patienceMs,
    );
    expect(await cardAbout(here(), 'The scanner eats labels')).toContain(
      'Support was asked for: a decision and money.',
    );
    expect(await cardAbout(here(), 'The scanner eats labels')).not.toContain('Lea');
    await lea.opensHome();
    await lea.eventuallySees('home', `@Sam Okafor asks for support with #${number}`);
    await sam.opensHome();
    await sam.eventuallySees(
      'home',
      'You have taken it on. You asked for support: a decision and money. @Lea Brandt has it now',
    );

    await lea.presses('Here is an answer', { in: 'flagpost', containing: 'The scanner' });
    await lea.fills('Your answer', 'Buy the new one');
    await lea.submits();
    await isQuiet(here());
    await sam.eventuallySees('flagpost', `@Lea Brandt answers what you asked for #${number}.`, patienceMs);
    expect(await sam.sees('flagpost')).toContain('> Buy the new one');
    expect(await sam.sees('process-gaps')).not.toContain('Buy the new one');
    await lea.eventuallySees('flagpost', `You answered what #${number} needs. Thank you.`, patienceMs);
    expect(await lea.sees('flagpost')).toContain(`#${number} needs no answer from you any more.`);
    await sam.presses('A freedom', { in: 'flagpost', containing: 'Buy the new one' });
    await sam.eventuallySees(
      'flagpost',
      'What would have let you settle it without asking: A freedom. Thank you.',
      patienceMs,
    );
    await lea.presses('Nothing', { in: 'flagpost', containing: 'You answered what' });
    await lea.eventuallySees(
      'flagpost',
      'What would have let them settle it without asking: Nothing. Thank you.',
      patienceMs,
    );
    const told = await askDatabase(
      here().databaseUrl,
      `select actor_role as role, actor_id as who, data ->> 'lesson' as lesson from events where type = 'lesson-told' order by seq`,
    );
    expect(told).toEqual([
      { role: 'owner', who: null, lesson: 'freedom' },
      { role: 'lead', who: null, lesson: 'nothing' },
    ]);
  },
);

test(
  'unanswered in the lead’s hours it goes one rung up, and in the end it is said that nobody is left',
  patient,
  async () => {
    const { max, sam, lea, tom } = people();
    await laddered(here(), { leads: 'lea', above: 'tom', sponsor: '' });
    const number = await owned(here(), 'The lift stops at four');
    await asks(here(), 'The lift stops', 'The stairs');
    await lea.eventuallySees('flagpost', 'asks for support', patienceMs);
    await itIs(here(), '2026-12-01T12:05:00Z');
    expect(await tom.sees('flagpost')).not.toContain('The lift stops');
    await itIs(here(), '2026-12-01T12:30:00Z');
    const asked = await tom.eventuallySees('flagpost', 'whom those who lead here turn to', patienceMs);
    expect(asked).toContain('There is no answer to it so far, and you are the next above whom I can ask.');
    await lea.eventuallySees('flagpost', 'By now it stands with others; you can still answer.', patienceMs);
    const went = `There was no answer in time to what you asked for #${number}, so it went one rung up.`;
    /* Three and a half hours are left of Tom's day. */
    const has = await sam.eventuallySees(
      'flagpost',
      `${went} @Tom Lindt has it now, and answers by`,
      patienceMs,
    );
    expect(has).toContain('2 Dec 2026, 08:3');
    await max.eventuallySees(
      'flagpost',
      `#${number}, which you flagged, needs support. @Tom Lindt has it now`,
      patienceMs,
    );
    await itIs(here(), '2026-12-02T08:29:00Z');
    expect(await sam.sees('flagpost')).not.toContain('nobody else here whom I could ask');
    await itIs(here(), '2026-12-02T08:40:00Z');
    const end = `There was no answer in time to what you asked for #${number}, and there is nobody else here whom I could ask.`;
    await sam.eventuallySees('flagpost', `${end} Those I asked can still answer`, patienceMs);
    await max.eventuallySees('flagpost', 'everybody here whom I could ask has been asked', patienceMs);
    await tom.presses('Not possible, because…', { in: 'flagpost', containing: 'The lift stops' });
    await tom.fills('Not possible, because…', 'The house is listed');
    await tom.submits();
    await isQuiet(here());
    const no = `What you asked for #${number} is not possible, says @Tom Lindt.`;
    await sam.eventuallySees('flagpost', no, patienceMs);
    await max.eventuallySees(
      'flagpost',
      'says @Tom Lindt. @Sam Okafor goes on with it meanwhile.',
      patienceMs,
    );
  },
);

test(
  'whoever is asked next has it when they are at work, and nobody is told so before',
  patient,
  async () => {
    const { max, sam, lea, kim } = people();
    await laddered(here(), { leads: 'lea', above: 'kim', sponsor: '' });
    await owned(here(), 'The gate squeaks');
    await asks(here(), 'The gate', 'Oil');
    await lea.eventuallySees('flagpost', 'asks for support', patienceMs);
    await itIs(here(), '2026-12-01T12:30:00Z');
    /* It is half past nine in the evening in Tokyo. */
    await sam.eventuallySees('flagpost', 'It goes to @Kim Sato as soon as they are at work.', patienceMs);
    expect(await kim.sees('flagpost')).not.toContain('The gate squeaks');
    expect(await max.sees('flagpost')).not.toContain('needs support');
    await itIs(here(), '2026-12-02T00:01:00Z');
    await kim.eventuallySees('flagpost', 'whom those who lead here turn to', patienceMs);
    await sam.eventuallySees(
      'flagpost',
      'You asked for support: a decision. @Kim Sato has it now',
      patienceMs,
    );
  },
);

test(
  '“I’ll do it” is asked about the working day before and on the day; left alone it goes on',
  patient,
  async () => {
    const { sam, lea, tom } = people();
    await laddered(here(), { leads: 'lea', above: 'tom', sponsor: '' });
    const number = await owned(here(), 'The tent leaks');
    await asks(here(), 'The tent leaks', 'Glue');
    await lea.presses("I'll do it", { in: 'flagpost', containing: 'The tent leaks' });
    await lea.picks('By when?', '2020-01-01');
    await lea.submits();
    await lea.eventuallySees('form', 'Please choose a day from today on, within a year.');
    /* A Monday. */
    await lea.picks('By when?', '2026-12-07');
    await lea.submits();
    await isQuiet(here());
    await sam.eventuallySees(
      'flagpost',
      `@Lea Brandt sees to what you asked for #${number}, by Mon 7 Dec.`,
      patienceMs,
    );
    expect(await cardAbout(here(), 'The tent leaks')).toContain(
      'Support is on its way, by Mon 7 Dec: a decision.',
    );
    const asked = async () => (await lea.sees('flagpost')).split('How is it?').length - 1;
    await itIs(here(), '2026-12-04T07:50:00Z');
    expect(await asked()).toBe(0);
    await itIs(here(), '2026-12-04T08:05:00Z');
    await expect.poll(asked, { timeout: patienceMs }).toBe(1);
    await itIs(here(), '2026-12-07T08:05:00Z');
    await expect.poll(asked, { timeout: patienceMs }).toBe(2);
    await itIs(here(), '2026-12-09T08:05:00Z');
    const above = await tom.eventuallySees('flagpost', 'The tent leaks', patienceMs);
    expect(above).toContain('Somebody had promised it, and it is not there yet.');
    await sam.eventuallySees(
      'flagpost',
      `What you asked for #${number} was promised and is not there yet`,
      patienceMs,
    );
  },
);
