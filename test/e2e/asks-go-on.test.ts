import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { cardAbout, eachInAWorkspace, patienceMs } from './a-workspace.ts';
import { asks, isQuiet, itIs, owned } from './asks.ts';
import { readsOnlyOnHome } from './choosing-hours.ts';
import { laddered } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where Sam and Lea are, and evening in Tokyo, where Kim is. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
  },
});
const patient = { timeout: 60_000 };

function people() {
  const { slack } = here();
  return {
    max: slack.person('max'),
    sam: slack.person('sam'),
    lea: slack.person('lea'),
    kim: slack.person('kim'),
  };
}

test('it is passed one rung up with what was offered so far; another date, and done', patient, async () => {
  const { sam, lea, kim } = people();
  await laddered(here(), { leads: 'lea', above: 'sam', sponsor: 'kim' });
  const number = await owned(here(), 'The forklift beeps');
  await asks(here(), 'The forklift', 'A new horn');
  await lea.presses('Pass it one rung up', { in: 'flagpost', containing: 'The forklift' });
  await lea.fills('What could you offer so far?', 'Sam forgot to order the horn');
  await lea.submits();
  await lea.eventuallySees('form', `What you wrote about #${number} is sent.`);
  await itIs(here(), '2026-12-02T00:01:00Z');
  await kim.eventuallySees('flagpost', '> Sam forgot to order the horn', patienceMs);
  await lea.presses('Edit', { in: 'form' });
  await lea.fills('What could you offer so far?', 'I can pay half');
  await lea.submits();
  const asked = await kim.eventuallySees('flagpost', '> I can pay half', patienceMs);
  expect(asked).toContain('as the sponsor here');
  expect(asked).not.toContain('forgot');
  expect(asked).toContain('So far, says whoever was asked before:\n> I can pay half');
  expect(asked).not.toContain('[Pass it one rung up]');
  await kim.presses("I'll do it", { in: 'flagpost', containing: 'The forklift' });
  await kim.picks('By when?', '2026-12-08');
  await kim.submits();
  await kim.eventuallySees(
    'flagpost',
    `You see to what #${number} needs, a decision, by Tue 8 Dec.`,
    patienceMs,
  );
  await kim.presses('Another date', { in: 'flagpost', containing: 'The forklift' });
  await kim.picks('By when?', '2026-12-10');
  await kim.submits();
  await sam.eventuallySees('flagpost', `by Thu 10 Dec.`, patienceMs);
  await lea
    .presses('Here is an answer', { in: 'flagpost', containing: 'The forklift' })
    .catch(() => undefined);
  await sam.opensHome();
  await kim.presses('Done', { in: 'flagpost', containing: 'The forklift' });
  await kim.fills('What was done?', 'Sam forgot to order the horn');
  await kim.submits();
  await kim.eventuallySees('form', `What you wrote about #${number} is sent.`);
  await kim.presses('Edit', { in: 'form' });
  await kim.fills('Your answer', 'The horn is ordered');
  await kim.submits();
  await sam.eventuallySees('flagpost', '> The horn is ordered', patienceMs);
  expect(await sam.sees('flagpost')).not.toContain('forgot');
  await sam.eventuallySees('flagpost', `@Kim Sato has seen to what you asked for #${number}.`, patienceMs);
});

test(
  'the owner calls it back; with nobody but themselves and the reporter on the ladder, and no admin, there is nobody to ask',
  patient,
  async () => {
    const { sam, lea } = people();
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    const number = await owned(here(), 'The kettle trips the fuse');
    await sam.presses('Ask for support', { in: 'flagpost', containing: 'The kettle' });
    await sam.eventuallySees(
      'form',
      'There is nobody above them here; if nobody has answered, you hear that.',
    );
    await sam.closes();
    await asks(here(), 'The kettle', 'Another plug');
    await lea.eventuallySees('flagpost', 'The kettle', patienceMs);
    const old = await lea.looksAt('flagpost', 'The kettle');
    await sam.presses('Take back the ask', { in: 'flagpost', containing: 'The kettle' });
    await isQuiet(here());
    await lea.eventuallySees('flagpost', `#${number} needs no answer from you any more.`, patienceMs);
    await sam.eventuallySees('flagpost', `You have taken back your ask for #${number}.`, patienceMs);
    await lea.presses('Here is an answer', { on: old });
    await lea.eventuallySees(
      'flagpost',
      `#${number} asks nothing of those who lead just now. Thank you.`,
      patienceMs,
    );
    await asks(here(), 'The kettle', 'A longer cable');
    await lea.presses('Not possible, because…', { on: old });
    await lea.eventuallySees('flagpost', 'please answer what I asked you last.', patienceMs);
    await sam.presses('Take back the ask', { in: 'flagpost', containing: 'The kettle' });
    await isQuiet(here());
    await laddered(here(), { leads: 'sam', above: 'max', sponsor: '' });
    await askDatabase(here().databaseUrl, 'update people set is_admin = false');
    await sam.presses('Ask for support', { in: 'flagpost', containing: 'The kettle' });
    await sam.eventuallySees(
      'flagpost',
      `There is nobody whom I could ask for #${number}: I ask those who lead, or else the admins, and never whoever owns it or flagged it.`,
      patienceMs,
    );
  },
);

test(
  'a lead contains the damage, offers to take it over, and it moves only with the owner’s yes',
  patient,
  async () => {
    const { max, sam, lea } = people();
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    const number = await owned(here(), 'The rota is a riddle');
    await asks(here(), 'The rota', 'A map');
    await lea.presses('Contain for now', { in: 'flagpost', containing: 'The rota' });
    await isQuiet(here());
    expect(await cardAbout(here(), 'The rota is a riddle')).toContain(
      'takes care of the immediate damage. The lasting fix stays with',
    );
    await sam.eventuallySees(
      'flagpost',
      `@Lea Brandt takes care of the immediate damage of #${number} for now.`,
      patienceMs,
    );
    await lea.presses('Contained', { in: 'flagpost', containing: 'The rota' });
    await lea.fills('What keeps the damage small?', 'I call each of them');
    await lea.submits();
    await max.eventuallySees('process-gaps', '@Lea Brandt contained the damage:', patienceMs);
    await lea.presses('Offer to take over', { in: 'flagpost', containing: 'The rota' });
    await lea.eventuallySees('flagpost', `You have offered to take #${number} over.`, patienceMs);
    await sam.eventuallySees('flagpost', `@Lea Brandt offers to take #${number} over from you.`, patienceMs);
    await sam.presses('No, I keep it', { in: 'flagpost', containing: 'offers to take' });
    await lea.eventuallySees(
      'flagpost',
      `#${number} stays with its owner. Thank you for offering`,
      patienceMs,
    );
    await sam.eventuallySees('flagpost', `#${number} stays with you. That offer`, patienceMs);
    await lea.presses('Offer to take over', { in: 'flagpost', containing: 'asks for support' });
    await sam.eventuallySees('flagpost', `@Lea Brandt offers to take #${number} over from you.`, patienceMs);
    await sam.presses('Yes, hand it over', { in: 'flagpost', containing: 'offers to take' });
    await max.eventuallySees('process-gaps', `#${number} · @Lea Brandt has taken it on.`, patienceMs);
    await sam.eventuallySees(
      'flagpost',
      `#${number} is with @Lea Brandt now. Thank you for carrying it this far.`,
      patienceMs,
    );
    await lea.eventuallySees('flagpost', `#${number} is yours. You see that it gets solved`, patienceMs);
    await sam.eventuallySees('flagpost', 'What would have let you settle this without asking?', patienceMs);
    await lea.eventuallySees('flagpost', 'What would have let them settle this without asking?', patienceMs);
    await sam.presses('A freedom', { in: 'flagpost', containing: 'without asking?' });
    await sam.eventuallySees('flagpost', 'settle it without asking: A freedom. Thank you.', patienceMs);
    await lea.presses('Nothing', { in: 'flagpost', containing: 'without asking?' });
    await lea.eventuallySees('flagpost', 'settle it without asking: Nothing. Thank you.', patienceMs);
  },
);

test('a lead who reads only on Home has it from when they begin to work', patient, async () => {
  const { sam, lea } = people();
  await laddered(here(), { leads: 'lea', above: 'kim', sponsor: '' });
  await readsOnlyOnHome(lea);
  const number = await owned(here(), 'The bell is mute');
  await asks(here(), 'The bell', 'A spoon');
  await sam.eventuallySees('flagpost', '@Lea Brandt has it now, and answers by', patienceMs);
  expect(await lea.sees('flagpost')).not.toContain('The bell is mute');
  await lea.opensHome();
  await lea.eventuallySees(
    'home',
    `@Sam Okafor asks for support with #${number}: a decision. They know that somebody answers by`,
  );
  await lea.presses("I'll do it", { in: 'home', containing: 'The bell' });
  await lea.picks('By when?', '2026-12-04');
  await lea.submits();
  await sam.eventuallySees(
    'flagpost',
    `@Lea Brandt sees to what you asked for #${number}, by Fri 4 Dec.`,
    patienceMs,
  );
});

test(
  'a lead who promised it leaves: it goes back to the ladder, and owner and reporter hear so',
  patient,
  async () => {
    const { max, sam, lea } = people();
    const { slack } = here();
    await slack.addPerson({ name: 'rob', realName: 'Rob Vance' });
    await laddered(here(), { leads: 'lea,rob', above: 'kim', sponsor: '' });
    const number = await owned(here(), 'The tap drips');
    await asks(here(), 'The tap', 'Tape');
    const rob = slack.person('rob');
    await rob.presses('Contain for now', { in: 'flagpost', containing: 'The tap' });
    await sam.eventuallySees('flagpost', '@Rob Vance takes care of the immediate damage', patienceMs);
    await rob.presses("I'll do it", { in: 'flagpost', containing: 'The tap' });
    await rob.eventuallySees('form', 'By when?', patienceMs);
    await rob.picks('By when?', '2026-12-07');
    await rob.submits();
    await isQuiet(here());
    await slack.deactivate('rob');
    await lea.eventuallySees('flagpost', 'Whoever had it has left.', patienceMs);
    await isQuiet(here());
    await sam.eventuallySees(
      'flagpost',
      `Whoever had what you asked for #${number} has left, so it went on. @Lea Brandt has it now`,
      patienceMs,
    );
    await sam.eventuallySees(
      'flagpost',
      `Whoever took care of the immediate damage of #${number} has left.`,
      patienceMs,
    );
    await max.eventuallySees(
      'flagpost',
      `#${number}, which you flagged, needs support. @Lea Brandt has it now`,
      patienceMs,
    );
  },
);

test(
  'whoever offered to take it over leaves: the offer ends, and Home waits for nothing',
  patient,
  async () => {
    const { sam } = people();
    const { slack } = here();
    await slack.addPerson({ name: 'roy', realName: 'Roy Vance' });
    await laddered(here(), { leads: 'lea,roy', above: 'kim', sponsor: '' });
    const number = await owned(here(), 'The blind sticks');
    await asks(here(), 'The blind', 'Oil');
    await slack.person('roy').presses('Offer to take over', { in: 'flagpost', containing: 'The blind' });
    await sam.eventuallySees('flagpost', `@Roy Vance offers to take #${number} over`, patienceMs);
    const old = await sam.looksAt('flagpost', 'offers to take');
    await slack.deactivate('roy');
    await sam.eventuallySees('flagpost', `#${number} stays with you. That offer`, patienceMs);
    await sam.opensHome();
    expect(await sam.sees('home')).not.toContain('Waiting for you (');
    await sam.presses('Yes, hand it over', { on: old });
    await sam.eventuallySees('flagpost', 'so it stays with you.', patienceMs);
  },
);
