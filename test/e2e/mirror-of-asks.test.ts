import { expect, test } from 'vitest';

import { allIsSaid, eachInAWorkspace, later, patienceMs } from './a-workspace.ts';
import { asks, isQuiet, itIs, owned } from './asks.ts';
import { laddered } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where Sam and Lea are. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
  },
});

const gap = 'The rota is a riddle';

/** Sam asks, and Lea, on Home, sees to it at once. */
async function seenTo(): Promise<void> {
  const lea = here().slack.person('lea');
  await asks(here(), gap, 'A map');
  await lea.opensHome();
  await lea.presses("I'll do it", { in: 'home' });
  await lea.picks('By when?', '2026-12-10');
  await lea.submits();
  await isQuiet(here());
  await lea.opensHome();
  await lea.presses('Done', { in: 'home' });
  await lea.fills('What was done?', 'It is drawn');
  await lea.submits();
  await isQuiet(here());
}

async function mirrorOfLea(): Promise<string> {
  const lea = here().slack.person('lea');
  await later(here());
  await lea.opensHome();
  await lea.presses('Your mirror', { in: 'home' });
  return await lea.eventuallySees('form', 'Only you see this', patienceMs);
}

test(
  'what asks tell a lead of themselves is for them alone; a question back from five asks on, and never shared',
  { timeout: 120_000 },
  async () => {
    const { slack } = here();
    const [sam, lea] = [slack.person('sam'), slack.person('lea')];
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    await owned(here(), gap);
    for (let times = 0; times < 3; times += 1) await seenTo();
    await asks(here(), gap, 'A list');
    await lea.opensHome();
    await lea.presses('Here is an answer', { in: 'home' });
    await lea.fills('Your answer', 'Draw it anew');
    await lea.submits();
    await isQuiet(here());
    const four = await mirrorOfLea();
    expect(four).toContain('Do people here step in?\nYou answered 4 asks for support.');
    expect(four).toContain('Do they feel it is theirs?\nYou promised support to an owner 3 times. Given: 3.');
    expect(four).toContain('May they act?\nNothing that Flagpost knows of.');
    await lea.closes();

    await itIs(here(), '2026-12-02T08:10:00Z');
    await asks(here(), gap, 'A calendar');
    await lea.presses('Offer to take over', { in: 'flagpost', containing: 'A calendar' });
    await isQuiet(here());
    await sam.presses('Yes, hand it over', { in: 'flagpost', containing: 'offers to take' });
    await isQuiet(here());
    const five = await mirrorOfLea();
    expect(five).toContain('You answered 4 asks for support.');
    expect(five).toContain(
      'May they act?\nYou took over, or did yourself, four of the last five asks: which could become a freedom?',
    );

    await lea.presses('Share…', { in: 'form' });
    const share = await lea.eventuallySees('form', 'What would you like to share?');
    expect(share).not.toContain('May they act?');
    await lea.picks('What would you like to share?', 'Do they feel it is theirs?');
    await lea.submits();
    await lea.eventuallySees('form', 'I promised support to an owner 3 times. Given: 3.');
    await lea.submits();
    const post = await sam.eventuallySees('learnings', 'shares from their own mirror', patienceMs);
    expect(post).toContain('I promised support to an owner 3 times. Given: 3.');
    await allIsSaid(here());
    for (const name of ['sam', 'max', 'kim'])
      for (const place of ['learnings', 'flagpost', 'process-gaps', 'general'])
        expect(await slack.person(name).sees(place)).not.toMatch(/asks for support\.|You took over/);
  },
);
