import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, claimed, eachInAWorkspace, flagged, later, patienceMs, solved } from './a-workspace.ts';

const here = eachInAWorkspace();
const long = { timeout: 60_000 };

const text = 'Lids are missing';

/** Flagged by Ana, met by Lea as well, taken on by Sam and called solved. */
async function solvedBySam(): Promise<void> {
  const { slack } = here();
  await flagged(here(), 'ana', text);
  await slack.person('lea').presses('Me too', { in: 'process-gaps', containing: text });
  await claimed(here(), 'sam', text);
  await solved(here(), 'sam', text, 'A tray for lids');
  await slack.person('ana').eventuallySees('flagpost', 'Is #1 fixed for you?', patienceMs);
}

/** Answers *Fixed*, with a line in the form that opens. */
async function thanks(name: string, line: string, mayShow = false): Promise<void> {
  const person = here().slack.person(name);
  await later(here());
  await person.presses('Fixed', { in: 'flagpost', containing: 'Is #1 fixed for you?' });
  await person.eventuallySees('form', 'Your answer is saved: Fixed.');
  await person.fills('A line of thanks', line);
  if (mayShow) await person.picks('The weekly digest', 'May be shown in the digest');
  await person.submits();
}

test('the line goes to the owner, with the reporter’s name, and to nobody else', long, async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  await solvedBySam();
  await thanks('ana', 'My desk is dry again');
  const told = await sam.eventuallySees('flagpost', '> My desk is dry again', patienceMs);
  expect(told).toContain('@Ana Torres, who flagged #1, thanks you for what you did about it:');
  expect(told).toContain('Nobody else reads this.');
  expect(told).not.toContain('[Show it in the digest]');
  await allIsSaid(here());
  const others = await Promise.all((['process-gaps', 'flagpost'] as const).map((place) => kim.sees(place)));
  expect(others.join('\n')).not.toContain('My desk is dry again');
  expect(await slack.person('lea').sees('flagpost')).not.toContain('My desk is dry again');
  await ana.eventuallySees(
    'flagpost',
    'Your line of thanks is for @Sam Okafor, and stays between you.',
    patienceMs,
  );
});

test('whoever helped reads it too, and still does not learn who flagged it', long, async () => {
  const { slack, clock } = here();
  const [ana, kim, sam] = [slack.person('ana'), slack.person('kim'), slack.person('sam')];
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', text);
  await ana.picks('Is help wanted today?', 'Someone is stuck right now');
  await ana.submits();
  await ana.closes();
  await kim.eventuallySees('process-gaps', text, patienceMs);
  await claimed(here(), 'sam', text);
  await kim.presses('Help now', { in: 'process-gaps', containing: text });
  await kim.presses('Helped', { in: 'flagpost', containing: text, patienceMs });
  await kim.fills('What helped?', 'Lids from next door');
  await kim.submits();
  await solved(here(), 'sam', text, 'A tray for lids');
  await ana.eventuallySees('flagpost', 'Is #1 fixed for you?', patienceMs);
  await thanks('ana', 'My desk is dry again');
  await sam.eventuallySees('flagpost', '@Kim Sato reads this too, and nobody else does.', patienceMs);
  clock.skip({ hours: 10 });
  const told = await kim.eventuallySees('flagpost', '> My desk is dry again', patienceMs);
  expect(told).toContain('The person who flagged #1 thanks you for your help with it:');
  expect(told).toContain('@Sam Okafor reads this too, and nobody else does.');
  expect(told.split('Flagpost:').findLast((it) => it.includes('thanks you'))).not.toContain('Ana');
});

test('from somebody who met it as well: by name, one line each', long, async () => {
  const { slack } = here();
  const [lea, sam] = [slack.person('lea'), slack.person('sam')];
  await solvedBySam();
  await thanks('lea', 'No more spills');
  const told = await sam.eventuallySees('flagpost', '> No more spills', patienceMs);
  expect(told).toMatch(/@Lea .*, who met #1 as well, thanks you for what you did about it:/);
  await lea.eventuallySees('flagpost', '[Edit my thanks]', patienceMs);
  expect(await lea.sees('flagpost')).not.toContain('[Say thanks]');
});

test('not said with the answer, it can be said later, and edited where its reader has it', long, async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await solvedBySam();
  await later(here());
  await ana.presses('Fixed', { in: 'flagpost', containing: 'Is #1 fixed for you?' });
  await ana.eventuallySees('form', 'Your answer is saved: Fixed.');
  await ana.submits();
  await ana.presses('Say thanks', { in: 'flagpost', containing: 'Your answer on #1: Fixed', patienceMs });
  await ana.fills('A line of thanks', 'Omar should have told me of it.');
  await ana.submits();
  await ana.eventuallySees('form', 'is sent.');
  await ana.presses('Edit');
  await ana.fills('A line of thanks', 'My desk is dry again');
  await ana.submits();
  const told = await sam.eventuallySees('flagpost', '> My desk is dry again', patienceMs);
  expect(told).not.toContain('Omar');
});

test('in the evening it waits for the owner’s morning', long, async () => {
  const { slack, clock } = here();
  const sam = slack.person('sam');
  await solvedBySam();
  await allIsSaid(here());
  await askDatabase(here().databaseUrl, `update people set time_zone = 'Europe/Berlin'`);
  clock.skip({ hours: 4 });
  await thanks('ana', 'My desk is dry again');
  await slack.person('ana').eventuallySees('flagpost', 'Your line of thanks is for', patienceMs);
  const waits = `select 1 from due d join messages m on m.id::text = d.subject
    where d.kind = 'resend' and m.kind = 'thanks'`;
  await expect.poll(() => askDatabase(here().databaseUrl, waits), { timeout: patienceMs }).toHaveLength(1);
  expect(await sam.sees('flagpost')).not.toContain('My desk is dry again');
  clock.skip({ hours: 14 });
  await sam.eventuallySees('flagpost', '> My desk is dry again', patienceMs);
});

test(
  'it came back before the owner was thanked: nobody is thanked for what does not hold',
  long,
  async () => {
    const { slack, clock } = here();
    const [ana, sam] = [slack.person('ana'), slack.person('sam')];
    await solvedBySam();
    await allIsSaid(here());
    clock.skip({ hours: 8 });
    await sam.opensHome();
    await thanks('ana', 'My desk is dry again');
    await ana.eventuallySees('flagpost', 'Your line of thanks is for', patienceMs);
    await ana.presses('Not fixed', { in: 'flagpost', containing: 'Your answer on #1' });
    await ana.closes();
    await sam.eventuallySees('flagpost', `#1 came back for those who met it.`, patienceMs);
    clock.skip({ hours: 14 });
    await allIsSaid(here());
    expect(await sam.sees('flagpost')).not.toContain('My desk is dry again');
  },
);

test('the reporter reads what their flag led to, also where others confirm it', long, async () => {
  const { slack, clock } = here();
  const [ana, lea] = [slack.person('ana'), slack.person('lea')];
  await solvedBySam();
  await ana.presses("I can't tell", { in: 'flagpost', containing: 'Is #1 fixed for you?' });
  await lea.presses('Fixed', { in: 'flagpost', containing: 'Is #1 fixed for you?' });
  await lea.closes();
  clock.skip({ seconds: 20 });
  const told = await ana.eventuallySees('flagpost', '#1, which you flagged, is fixed', patienceMs);
  expect(told).toContain('say others who met it. Thank you for flagging it.');
  expect(told).toContain('Your flag led to this: A tray for lids · 2 people met it');
});

test('the reporter who says it is fixed reads it beside their answer', long, async () => {
  await solvedBySam();
  const ana = here().slack.person('ana');
  await ana.presses('Fixed', { in: 'flagpost', containing: 'Is #1 fixed for you?' });
  await ana.closes();
  await ana.eventuallySees(
    'flagpost',
    'Your flag led to this: A tray for lids · 2 people met it',
    patienceMs,
  );
});

test('whoever reads on Home only gets no message, finds it there, and answers there', long, async () => {
  const { slack, databaseUrl, clock } = here();
  const sam = slack.person('sam');
  await solvedBySam();
  await allIsSaid(here());
  await askDatabase(databaseUrl, `update people set is_only_on_home = true where slack_user_id is not null`);
  await sam.opensHome();
  expect(await sam.eventuallySees('home', 'When may I write to you?')).not.toContain('[Thanks to you]');
  await thanks('ana', 'My desk is dry again', true);
  await slack.person('ana').eventuallySees('flagpost', 'Your line of thanks is for', patienceMs);
  clock.skip({ hours: 20 });
  await sam.opensHome();
  await sam.eventuallySees('home', '[Thanks to you]', patienceMs);
  await sam.presses('Thanks to you', { in: 'home' });
  await sam.eventuallySees('form', '> My desk is dry again', patienceMs);
  await sam.presses('Show it in the digest', { in: 'form' });
  await sam.eventuallySees('form', 'The next weekly digest with room for it shows it.', patienceMs);
  expect(await sam.sees('flagpost')).not.toContain('My desk is dry again');
  await slack.person('lea').opensHome();
  expect(await slack.person('lea').eventuallySees('home', 'When may I write')).not.toContain(
    '[Thanks to you]',
  );
});
