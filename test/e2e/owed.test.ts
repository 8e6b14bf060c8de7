import { expect, test } from 'vitest';

import type { PersonAtSlack } from '../../src/playground/people/person.ts';
import { askDatabase } from '../support/looking.ts';
import { eachInAWorkspace, flagged, isLookedAt, patienceMs } from './a-workspace.ts';
import { nextMonday } from './mondays.ts';
import { laddered, passes, restIsOver } from './promises.ts';

/* Thursday afternoon. Lea and Sam are in Berlin, where it is ten when the digest comes on Monday at nine. */
const here = eachInAWorkspace();
const patient = { timeout: 120_000 };

const owes = /(One thing waits|(Two|Three) things wait) for you/g;

/** It is Monday; the digest is out, and whoever owes something and works by now has read so. */
async function mondayComes(): Promise<void> {
  const { clock, databaseUrl } = here();
  const monday = nextMonday(here());
  clock.skip({ milliseconds: Math.ceil(monday.since(clock.now()).total('milliseconds')) });
  const isOver = (): Promise<unknown[]> =>
    askDatabase(databaseUrl, 'select 1 from digests where ends_at = $1', [monday.toString()]);
  await expect.poll(isOver, { timeout: patienceMs }).toHaveLength(1);
  clock.skip({ minutes: 2 });
  const isToBeFound = `select 1 from due where kind = 'owed'`;
  await expect.poll(() => askDatabase(databaseUrl, isToBeFound), { timeout: patienceMs }).toEqual([]);
  await isLookedAt(here());
}

async function howOften(person: PersonAtSlack): Promise<number> {
  return [...(await person.sees('flagpost')).matchAll(owes)].length;
}

/** The newest message of this kind, as it is read now. */
async function newest(person: PersonAtSlack): Promise<string> {
  const seen = await person.sees('flagpost');
  return seen.slice(seen.lastIndexOf('for you.') - 20);
}

test('each week leads read what they owe, answer in place, and read that they did', patient, async () => {
  const { slack } = here();
  const [lea, sam] = [slack.person('lea'), slack.person('sam')];
  await laddered(here(), { leads: 'lea', above: 'sam', sponsor: '' });
  const bell = await flagged(here(), 'ana', 'The bell is mute');
  const lamp = await flagged(here(), 'ana', 'The lamp is out');
  for (const number of [bell, lamp]) await passes(here(), number);
  await mondayComes();
  const asked = await lea.eventuallySees(
    'flagpost',
    'Two things wait for you. About two minutes.',
    patienceMs,
  );
  const message = asked.slice(asked.indexOf('Two things'));
  expect(message).toContain(
    `#${bell} waits for a first answer. Everybody I could ask was asked, and you are`,
  );
  expect(message).toContain('> The bell is mute');
  expect(message).toContain(`#${lamp} waits for a first answer`);
  expect(message).toContain('[When may I write to you?]');
  await sam.eventuallySees('flagpost', 'Two things wait for you.', patienceMs);

  await lea.presses('Not doing…', { in: 'flagpost', on: await lea.looksAt('flagpost', 'Two things wait') });
  await lea.fills('Not doing, because…', 'It goes next year');
  await lea.submits();
  const once = await lea.eventuallySees('flagpost', 'One thing waits for you. About a minute.', patienceMs);
  expect(once.slice(once.indexOf('One thing'))).toContain(
    `#${bell}: not doing, you said. Thank you for the honest answer.`,
  );
  await lea.presses('Claim', { on: await lea.looksAt('flagpost', 'One thing waits') });
  await lea.closes();
  const done = await lea.eventuallySees(
    'flagpost',
    'Nothing of this waits for you any more. Thank you.',
    patienceMs,
  );
  expect(done.slice(done.indexOf('Nothing of this'))).toContain(`#${lamp} is yours now. Thank you.`);
  await mondayComes();
  await expect.poll(() => howOften(lea), { timeout: patienceMs }).toBe(0);
});

test('nobody has answered: it comes back each week until somebody decides', patient, async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  const number = await flagged(here(), 'ana', 'The gate squeaks');
  await passes(here(), number);
  await passes(here(), number);
  await mondayComes();
  const first = await lea.eventuallySees('flagpost', 'One thing waits for you.', patienceMs);
  expect(first).toContain(`#${number} waits for a first answer. Everybody I could ask was asked`);
  await lea.opensHome();
  const home = await lea.eventuallySees('home', `#${number} waits for a first answer from you`, patienceMs);
  expect(home).toContain('[Claim] [Find an owner] [Not doing…] [Look again on…]');
  await mondayComes();
  await expect.poll(() => howOften(lea), { timeout: patienceMs }).toBe(2);
  const day = nextMonday(here()).toZonedDateTimeISO('UTC').toPlainDate().add({ weeks: 5 });
  await lea.presses('Look again on…', { in: 'home', containing: 'The gate squeaks' });
  await lea.picks('Look again on', day.toString());
  await lea.submits();
  await lea.eventuallySees('home', 'Nothing waits for you.', patienceMs);
  await lea.eventuallySees('flagpost', 'Nothing of this waits for you any more.', patienceMs);
  await mondayComes();
  await expect.poll(() => howOften(lea), { timeout: patienceMs }).toBe(0);
});

test('after three without a press it asks how often, and keeps to the answer', patient, async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  const question = 'How often would you like to read this?';
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  const number = await flagged(here(), 'ana', 'The tap drips');
  await passes(here(), number);
  await passes(here(), number);
  for (let week = 1; week <= 3; week += 1) await mondayComes();
  await expect.poll(() => howOften(lea), { timeout: patienceMs }).toBe(3);
  expect(await lea.sees('flagpost')).not.toContain(question);
  await mondayComes();
  await lea.eventuallySees('flagpost', question, patienceMs);
  await lea.presses('Fortnightly', { in: 'flagpost', containing: question });
  await lea.eventuallySees('flagpost', 'comes every two weeks, and only when there is something', patienceMs);
  await isLookedAt(here());
  expect(await newest(lea)).not.toContain(question);
  await mondayComes();
  await expect.poll(() => howOften(lea), { timeout: patienceMs }).toBe(4);
  await mondayComes();
  await expect.poll(() => howOften(lea), { timeout: patienceMs }).toBe(5);
  await lea.presses('When may I write to you?', { in: 'flagpost', containing: 'The tap drips' });
  await lea.eventuallySees('form', 'What waits for you as somebody who leads: Fortnightly');
  await lea.picks('What waits for you as somebody who leads', 'Only when someone waits');
  await lea.submits();
  await lea.eventuallySees(
    'form',
    'comes only when somebody is stuck, or waits longer than they were promised',
  );
  await lea.closes();
});

test('whoever leads nowhere is not asked how often they want to read what they owe', async () => {
  const ana = here().slack.person('ana');
  await ana.opensHome();
  await ana.presses('Change', { in: 'home' });
  expect(await ana.eventuallySees('form', 'When may I write?')).not.toContain('as somebody who leads');
  await ana.closes();
});

test(
  'where only its reporter leads, the admins who were asked in vain read of it each week',
  patient,
  async () => {
    const { slack } = here();
    const kim = slack.person('kim');
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    const number = await flagged(here(), 'lea', 'The hinge is loose');
    await passes(here(), number);
    await restIsOver(here());
    await kim.eventuallySees('flagpost', `#${number} has had no first answer yet`, patienceMs);
    await passes(here(), number);
    const [issue] = await askDatabase<{ state: string }>(
      here().databaseUrl,
      `select life #>> '{promise,state}' as state from issues where number = ${number}`,
    );
    expect(issue?.state).toBe('unanswered');
    await mondayComes();
    here().clock.skip({ hours: 20 });
    await isLookedAt(here());
    await kim.opensHome();
    await kim.eventuallySees('home', `#${number} waits for a first answer from you`, patienceMs);
    await expect.poll(() => howOften(kim), { timeout: patienceMs }).toBe(1);
  },
);
