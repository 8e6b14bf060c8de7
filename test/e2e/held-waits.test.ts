import { expect, test } from 'vitest';

import { officeWeek, openingAfter } from '../../src/core/working-time.ts';
import { askDatabase } from '../support/looking.ts';
import { allIsSaid, inAWorkspace, patienceMs } from './a-workspace.ts';

/* A Monday: Ana begins to work in Lima, in Berlin it is the afternoon, in Tokyo night. */
const here = inAWorkspace({
  pauseSeconds: 600,
  neverNamed: ['ana', 'lea'],
  beginsAt: '2026-11-23T14:10:00Z',
});

const numberOf = (receipt: string): number => Number(/#(\d+)/.exec(receipt)?.[1]);

const asked = async (who: string, number: number): Promise<number> =>
  (await here().slack.directMessages(who)).filter(({ text }) => text.includes(`*#${number}*, which you`))
    .length;

const wait = (hours: number): void => here().clock.skip({ hours, seconds: 1 });

/** A day goes by, and what is left of it until they are at work. */
function waitADay(zone: string): void {
  wait(24);
  const { clock } = here();
  const office = { zone, week: officeWeek, holidays: new Set<string>(), awayUntil: null };
  const ms = (openingAfter(office, clock.now())?.epochMilliseconds ?? 0) - clock.now().epochMilliseconds;
  clock.skip({ milliseconds: Math.max(0, ms) });
}

test('unanswered it waits on Home with the same buttons, and is asked about once, a day later', async () => {
  const { slack, databaseUrl } = here();
  const ana = slack.person('ana');
  const number = numberOf(await ana.types('/flag-issue She forgot to run the oven check before the shift'));
  await ana.opensHome();
  const home = await ana.eventuallySees('home', 'Waiting for you (1)');
  expect(home).toContain(`#${number} is saved and waits until you choose. Nobody has seen it.`);
  expect(home).toContain('Use this wording makes it:\n> The oven check was not run');
  expect(home).toContain('[Use this wording] [Post as written] [Edit]');
  wait(23);
  await ana.types('/flag-issue Time goes by with nothing said');
  await allIsSaid(here());
  expect(await asked('ana', number)).toBe(0);
  wait(1);
  const message = await ana.eventuallySees(
    'flagpost',
    `#${number}, which you flagged, was saved and waited`,
    patienceMs,
  );
  expect(message).toContain('[Use this wording] [Post as written] [Edit] [Undo]');
  for (let day = 0; day < 3; day += 1) {
    wait(24);
    await allIsSaid(here());
  }
  expect(await asked('ana', number)).toBe(1);
  expect(await askDatabase(databaseUrl, `select 1 from due where subject = '${number}'`)).toEqual([]);
  await ana.opensHome();
  expect(await ana.eventuallySees('home', 'Waiting for you (1)')).toContain('oven check');
  await ana.presses('Use this wording', { in: 'flagpost', containing: `#${number}, which you` });
  await ana.eventuallySees('flagpost', `#${number} has the new wording.`);
  wait(1);
  await ana.eventuallySees('process-gaps', 'The oven check was not run', patienceMs);
});

test('before it is posted nothing that is kept of the question says who was asked', async () => {
  const { slack, databaseUrl } = here();
  const number = numberOf(await slack.person('lea').types('/flag-issue She forgot to run the fire drill'));
  waitADay('Europe/Berlin');
  await slack.person('lea').eventuallySees('flagpost', `#${number}, which you flagged`, patienceMs);
  await allIsSaid(here());
  const kept = await askDatabase<{ kept: string }>(
    databaseUrl,
    `select concat(m.*::text, d.*::text, e.*::text) as kept
      from messages m left join due d on d.subject = m.subject left join events e on e.issue::text = m.subject
      where m.subject = '${number}'`,
  );
  const turns = await askDatabase(
    databaseUrl,
    `select to_jsonb(s) as row from slots s
      union all select to_jsonb(n) from nudges n union all select to_jsonb(n) from sealed_nudges n`,
  );
  const people = await askDatabase<{ id: string; slack_user_id: string; dm_channel: string | null }>(
    databaseUrl,
    'select id, slack_user_id, dm_channel from people',
  );
  const { channels, people: everybody } = await slack.world();
  const lea = everybody.find(({ name }) => name === 'lea')?.id ?? '';
  const known = people.find((it) => it.slack_user_id === lea);
  const letters = channels.find(({ kind, members }) => kind === 'direct' && members.includes(lea))?.id;
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify(turns)).toContain('"tag"');
  expect(letters).toMatch(/^D/);
  expect(people.map((it) => it.dm_channel)).not.toContain(letters);
  for (const word of [known?.id, known?.slack_user_id, letters])
    expect(JSON.stringify([kept, turns])).not.toContain(word);
});

test('nothing of one transaction holds both what they chose and who they are', async () => {
  const { slack, databaseUrl } = here();
  const kim = slack.person('kim');
  await kim.types('/flag-issue The lamp in the hall is out');
  const number = numberOf(await kim.types('/flag-issue She forgot to run the lamp check'));
  await kim.presses('Post as written', { in: 'general', containing: `#${number}` });
  await kim.eventuallySees('general', `#${number} goes out as`);
  const together = await askDatabase(
    databaseUrl,
    `select 1 from people p join events e on p.xmin = e.xmin where e.issue = ${number} and p.as_written > 0`,
  );
  expect(together).toEqual([]);
  const counted = await askDatabase(databaseUrl, 'select 1 from people where as_written > 0');
  expect(counted).toHaveLength(1);
});

test('switched off meanwhile, the question says nothing of the wording', async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  const number = numberOf(await kim.types('/flag-issue She forgot to run the door check'));
  await kim.opensHome();
  await kim.presses('Switch wording notes off', { in: 'home' });
  await kim.eventuallySees('form', 'I say nothing about your wording from now on.');
  await kim.closes();
  waitADay('Asia/Tokyo');
  const question = await kim.eventuallySees(
    'flagpost',
    `#${number}, which you flagged, was saved and waited`,
    patienceMs,
  );
  const own = question.slice(question.indexOf(`#${number}, which`));
  expect(own).toContain('> She forgot to run the door check');
  expect(own).not.toMatch(/Use this wording|not blame|explains/);
  expect(own).toContain('[Post as written] [Edit] [Undo]');
  await kim.opensHome();
  await kim.presses('Switch wording notes on', { in: 'home' });
  await kim.closes();
});

test('chosen on Home, it waits there no more; taken back, it is not asked about', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const first = numberOf(await sam.types('/flag-issue She forgot to run the pump test'));
  const undone = numberOf(await sam.types('/flag-issue She forgot to run the tank test'));
  await sam.presses('Undo', { in: 'general', containing: `#${undone}` });
  await sam.eventuallySees('general', `#${undone} is taken back.`);
  await sam.opensHome();
  await sam.eventuallySees('home', 'Waiting for you (1)');
  await sam.presses('Post as written', { in: 'home' });
  const home = await sam.eventuallySees('home', 'Nothing waits for you.');
  expect(home).toContain(`#${first} is saved. Nobody has seen it yet.`);
  wait(24);
  await sam.eventuallySees('process-gaps', 'She forgot to run the pump test', patienceMs);
  await allIsSaid(here());
  expect(await asked('sam', first)).toBe(0);
  expect(await asked('sam', undone)).toBe(0);
});

test('on Home there is all that the receipt has: a note is no blame, and the flag is taken back', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  const text = 'She forgot to run the cold test. It was human error. Nothing else was wrong.';
  const number = numberOf(await lea.types(`/flag-issue ${text}`));
  await lea.opensHome();
  await lea.eventuallySees('home', `#${number} is saved and waits until you choose.`);
  await lea.chooses("This isn't blame: “She forgot”", { in: 'home' });
  const page = await lea.eventuallySees('form', 'Thank you: that is how these notes get better.');
  expect(page).not.toContain('“She forgot”');
  await lea.closes();
  await lea.eventuallySees('home', "[Post as written] [Edit] [Undo] [This isn't blame]");
  await lea.presses(`This isn't blame: issue #${number}`, { in: 'home' });
  await lea.eventuallySees('home', `#${number} is saved. Nobody has seen it yet.`);
  const undone = numberOf(await lea.types('/flag-issue She forgot to run the warm test'));
  await lea.opensHome();
  await lea.eventuallySees('home', `#${undone} is saved and waits until you choose.`);
  await lea.presses(`Undo: issue #${undone}`, { in: 'home' });
  await lea.eventuallySees('home', /^(?![^]*warm test)[^]*cold test/);
});

test('the bot was away when the day was over: it asks when it is back, once', async () => {
  const { slack, restart, stopApp } = here();
  const lea = slack.person('lea');
  const number = numberOf(await lea.types('/flag-issue She forgot to run the lift test'));
  await stopApp();
  wait(6);
  waitADay('Europe/Berlin');
  await restart();
  await lea.eventuallySees('flagpost', `#${number}, which you flagged`, patienceMs);
  await restart();
  await allIsSaid(here());
  expect(await asked('lea', number)).toBe(1);
});
