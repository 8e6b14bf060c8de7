import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, cardAbout, claimed, flagged, inAWorkspace, patienceMs } from './a-workspace.ts';

/* Kim is an admin of this Slack; while nobody is named in the settings, admins lead. */
const here = inAWorkspace();

const field = 'Not doing, because…';

async function declined(by: string, text: string, because: string): Promise<void> {
  const lead = here().slack.person(by);
  await lead.chooses('Not doing…', { in: 'process-gaps', containing: text });
  await lead.fills(field, because);
  await lead.submits();
  await lead.eventuallySees('process-gaps', because);
}

test('a lead says why it is not being done: everybody hears it, and nobody can claim it or say me too', async () => {
  const { slack } = here();
  const [ana, sam, lea, kim] = ['ana', 'sam', 'lea', 'kim'].map((it) => slack.person(it));
  if (!ana || !sam || !lea || !kim) throw new Error('nobody is here');
  const number = await flagged(here(), 'ana', 'The form asks for a fax number');
  await lea.presses('Me too', { in: 'process-gaps', containing: 'a fax number' });
  const old = await sam.looksAt('process-gaps', 'a fax number');

  await sam.chooses('Not doing…', { in: 'process-gaps', containing: 'a fax number' });
  await sam.eventuallySees('process-gaps', `To say that #${number} is not being done is for its owner`);
  expect(await sam.seesForm()).toBeUndefined();

  await kim.chooses('Not doing…', { in: 'process-gaps', containing: 'a fax number' });
  await kim.submits();
  expect(await kim.sees('form')).toContain('Please complete this required field.');
  await kim.fills(field, 'The old form goes away in May');
  await kim.closes();
  await kim.chooses('Not doing…', { in: 'process-gaps', containing: 'a fax number' });
  await kim.eventuallySees('form', 'The old form goes away in May');
  await kim.submits();
  const card = await sam.eventuallySees(
    'process-gaps',
    `#${number} · Not doing, says @Kim Sato, who leads here.`,
  );
  expect(card).toContain('Not doing, because: The old form goes away in May');
  const told = await ana.eventuallySees('flagpost', `#${number}, which you flagged, is not going to be done`);
  expect(told).toContain('> The old form goes away in May');
  expect(told).toContain('[Ask for another look]');
  const others = await lea.eventuallySees(
    'flagpost',
    `#${number}, which you met as well, is not going to be done`,
  );
  expect(others).not.toContain('[Ask for another look]');

  for (const button of ['Claim', 'Me too']) await sam.presses(button, { on: old });
  await sam.eventuallySees('process-gaps', `#${number} is not being done: @Kim Sato decided so`);
  expect(await sam.seesForm()).toBeUndefined();
  await kim.chooses('Not doing…', { on: old });
  await kim.eventuallySees('process-gaps', `You decided that #${number} is not being done`);
  expect(await sam.sees('process-gaps')).toContain(`#${number} · Not doing`);
});

test('flagged again, its reporter hears that it is declined, and may ask for another look there', async () => {
  const ana = here().slack.person('ana');
  const number = await flagged(here(), 'ana', 'The bell rings at noon');
  await declined('kim', 'The bell rings', 'The bell is listed');
  const again = await ana.types('/flag-issue The bell rings at noon');
  expect(again).toContain(`You have flagged this already: it is #${number}. It is not going to be done`);
  expect(again).toContain('> The bell is listed');
  await ana.presses('Ask for another look', { in: 'general' });
  await ana.eventuallySees('general', 'I know of nobody else here who leads');
});

test('an owner says it too; whoever had it offered need not answer any more', async () => {
  const { slack } = here();
  const [ana, sam, lea] = [slack.person('ana'), slack.person('sam'), slack.person('lea')];
  const number = await flagged(here(), 'ana', 'The gong is too quiet');
  await claimed(here(), 'sam', 'The gong is too quiet');
  await sam.presses('Hand over', { in: 'flagpost', containing: 'The gong' });
  await sam.picks('Who could take it on?', 'lea');
  await sam.submits();
  await lea.eventuallySees('flagpost', '[Yes, I take it on]');
  await declined('sam', 'The gong', 'It would wake the baby next door');
  await ana.eventuallySees('process-gaps', `#${number} · Not doing, says @Sam Okafor, who had taken it on.`);
  await sam.eventuallySees('flagpost', `#${number} is no longer with you`);
  await lea.eventuallySees('flagpost', `#${number} needs no answer from you any more.`);
});

test('where nobody else leads, the person who flagged it hears so honestly', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const number = await flagged(here(), 'ana', 'The desk wobbles');
  await declined('kim', 'The desk', 'It is to be thrown away');
  await ana.presses('Ask for another look', { in: 'flagpost', containing: 'The desk' });
  await ana.eventuallySees(
    'flagpost',
    `I know of nobody else here who leads, so nobody can take another look at #${number}`,
  );
});

test('another look, once: it goes to a lead who did not decide, and is opened again', async () => {
  const { slack } = here();
  const [ana, kim] = [slack.person('ana'), slack.person('kim')];
  /* An admin whom Flagpost has never met. */
  await slack.addPerson({ name: 'ida', realName: 'Ida Berg', isAdmin: true });
  const ida = slack.person('ida');
  const number = await flagged(here(), 'ana', 'The visitor badge peels');
  await declined('kim', 'The visitor badge', 'Badges cost too much');
  await ana.opensHome();
  expect(await ana.eventuallySees('home', 'Not doing, because: Badges cost too much')).toContain(
    '[Ask for another look]',
  );
  await ana.presses('Ask for another look', { in: 'flagpost', containing: 'The visitor badge', times: 2 });
  await ana.eventuallySees(
    'flagpost',
    `Somebody who has not decided on #${number} is asked to take another look.`,
  );
  const asked = await ida.eventuallySees(
    'flagpost',
    `The person who flagged #${number} asks for another look.`,
  );
  expect(asked).toContain('> Badges cost too much');
  expect(asked).not.toContain('Ana');
  expect(await kim.sees('flagpost')).not.toContain('asks for another look');
  await ida.opensHome();
  await ida.eventuallySees('home', `Another look at #${number} is asked of you`);
  const old = await ida.looksAt('flagpost', 'The visitor badge');

  await ida.presses('Open it again', { in: 'flagpost', containing: 'The visitor badge', times: 2 });
  await kim.eventuallySees(
    'process-gaps',
    '@Ida Berg took another look: it is open again, and needs an owner.',
  );
  expect(await cardAbout(here(), 'The visitor badge')).toContain(`*#${number}* · Needs an owner.`);
  await ana.eventuallySees(
    'flagpost',
    `@Ida Berg took another look at #${number}, which you flagged: it is open again`,
  );
  await kim.eventuallySees(
    'flagpost',
    `look at #${number}, which you had decided against, and opened it again.`,
  );
  await ida.eventuallySees('flagpost', `#${number} needs no other look from you any more.`);
  await ida.presses('It stays as it is, because…', { on: old });
  await ida.eventuallySees('flagpost', `(only you) Flagpost: #${number} isn't declined just now`);

  await declined('kim', 'The visitor badge', 'They still cost too much');
  const told = await ana.eventuallySees('flagpost', '> They still cost too much');
  expect(told.slice(told.indexOf('> They still'))).not.toContain('[Ask for another look]');
  expect(await ana.eventuallySees('home', 'They still cost too much')).not.toMatch(
    /They still[^>]*another look/,
  );
});

test('it stays as it is, with a reason: for good', async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  await slack.addPerson({ name: 'eve', realName: 'Eve Roth', isAdmin: true });
  const number = await flagged(here(), 'ana', 'The fish tank gurgles');
  const card = JSON.stringify(await sam.looksAt('process-gaps', 'The fish tank'));
  await declined('kim', 'The fish tank', 'Fish gurgle');
  await ana.eventuallySees('flagpost', 'The fish tank');
  const old = await ana.looksAt('flagpost', 'The fish tank');
  await ana.presses('Ask for another look', { in: 'flagpost', containing: 'The fish tank' });
  const look = await Promise.any(
    ['ida', 'eve'].map(async (name) => {
      await slack.person(name).eventuallySees('flagpost', 'The fish tank');
      return slack.person(name);
    }),
  );
  /* A press that no button of theirs would send. */
  const forged = JSON.parse(card.replaceAll('"action_id":"claim"', '"action_id":"open-again"'));
  await sam.presses('Claim', { on: forged });
  await sam.eventuallySees('process-gaps', `Another look at #${number} is for those who lead here.`);
  await kim.presses('Claim', { on: forged });
  await kim.eventuallySees(
    'process-gaps',
    `You decided on #${number}, so it is for somebody else to take another look.`,
  );
  await look.presses('It stays as it is, because…', { in: 'flagpost', containing: 'The fish tank' });
  await look.fills('It stays as it is, because…', 'And they were here first');
  await look.submits();
  await ana.eventuallySees('flagpost', '> And they were here first');
  await expect
    .poll(() => cardAbout(here(), 'The fish tank'), { timeout: patienceMs })
    .toContain('And they were here first');
  await ana.presses('Ask for another look', { on: old });
  await ana.eventuallySees('flagpost', `Somebody has taken another look at #${number} already`);
  await allIsSaid(here());
});

test('where leads are named, an admin who is not among them can’t decide, and is asked only where no lead is left', async () => {
  const { slack } = here();
  const [ana, lea, kim] = [slack.person('ana'), slack.person('lea'), slack.person('kim')];
  await named('lea');
  const number = await flagged(here(), 'ana', 'The stamp is dry');
  await kim.chooses('Not doing…', { in: 'process-gaps', containing: 'The stamp' });
  await kim.eventuallySees('process-gaps', `To say that #${number} is not being done is for its owner`);
  await declined('lea', 'The stamp', 'We stop stamping');
  await ana.presses('Ask for another look', { in: 'flagpost', containing: 'The stamp' });
  await kim.opensHome();
  await kim.eventuallySees('home', `Another look at #${number} is asked of you`);
  await kim.presses('Open it again', { in: 'home', containing: 'The stamp' });
  await lea.eventuallySees(
    'flagpost',
    `look at #${number}, which you had decided against, and opened it again.`,
  );
});

/** As an admin does in the settings. */
async function named(lead: string): Promise<void> {
  const { slack, databaseUrl } = here();
  const { people } = await slack.world();
  await askDatabase(
    databaseUrl,
    'insert into leads (workspace_id, person_id) select workspace_id, id from people where slack_user_id = $1',
    [people.find(({ name }) => name === lead)?.id],
  );
}
