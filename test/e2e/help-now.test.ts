import { expect, test } from 'vitest';

import { cardAbout, claimed, flagged, inAWorkspace, later, patienceMs, solved } from './a-workspace.ts';

const here = inAWorkspace();

const tick = ['Is help wanted today?', 'Someone is stuck right now'] as const;

/** Flags by form, with the box ticked, and waits for the card. */
async function flaggedStuck(by: string, text: string): Promise<number> {
  const { slack } = here();
  const person = slack.person(by);
  await later(here());
  await person.types('/flag-issue');
  await person.fills('What got in the way?', text);
  await person.picks(...tick);
  await person.submits();
  const receipt = await person.eventuallySees('form', 'It says that someone is stuck right now');
  await person.closes();
  await slack.person('kim').eventuallySees('process-gaps', text, patienceMs);
  return Number(/#(\d+)/.exec(receipt)?.[1]);
}

test('somebody is stuck: a guest helps today, the owner is still wanted, and what helped stands on the card', async () => {
  const { slack } = here();
  await slack.addPerson({ name: 'gus', realName: 'Gus Holm', isGuest: true });
  await slack.join('process-gaps', 'gus');
  const [ana, gus, kim] = [slack.person('ana'), slack.person('gus'), slack.person('kim')];
  const number = await flaggedStuck('ana', 'The till is dead');
  const card = await kim.looksAt('process-gaps', 'The till');
  expect(JSON.stringify(card.blocks)).toContain(
    'Somebody is stuck on it right now. Anyone may help them today.',
  );

  await gus.presses('Help now', { in: 'process-gaps', containing: 'The till' });
  const shown = await kim.eventuallySees('process-gaps', '@Gus Holm helps today.');
  expect(shown).toContain(`#${number} · Needs an owner.`);
  expect(await cardAbout(here(), 'The till')).not.toContain('Help now');
  await ana.eventuallySees('flagpost', `@Gus Holm helps with #${number} today. They see that it was you`);
  await gus.eventuallySees('flagpost', '@Ana Torres flagged it, and knows who is stuck.');
  expect(await kim.sees('flagpost')).toBe('');

  await kim.presses('Help now', { on: card });
  await kim.eventuallySees(
    'process-gaps',
    `(only you) Flagpost: @Gus Holm helps with #${number} today already.`,
  );
  await gus.presses('Help now', { on: card });
  await gus.eventuallySees('process-gaps', `(only you) Flagpost: You help with #${number} today already.`);
  await ana.presses('Help now', { on: card });
  await ana.eventuallySees(
    'process-gaps',
    `(only you) Flagpost: You asked for help with #${number}, so it is for you.`,
  );

  await gus.opensHome();
  await gus.eventuallySees('home', `You help with #${number} today.`);
  await gus.presses('Helped', { in: 'flagpost', containing: 'The till' });
  await gus.submits();
  expect(await gus.sees('form')).toContain('Please complete this required field.');
  await gus.fills('What helped?', 'The till next door takes cards');
  await gus.submits();
  await kim.eventuallySees('process-gaps', '> The till next door takes cards');
  expect(await cardAbout(here(), 'The till')).toContain('helped:');
  const told = await ana.eventuallySees('flagpost', `Thank you to @Gus Holm, who has helped with #${number}`);
  expect(told).toContain('[Still stuck]');
  const after = await gus.eventuallySees(
    'flagpost',
    `You helped with #${number}, and its card says what helped.`,
  );
  expect(after).not.toContain('Ana');
  expect(after).not.toContain('[Helped]');
  await gus.eventuallySees('home', 'Nothing waits for you.');
});

test('two press Help now at once: one helps, the other hears who does; and twice is once', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  await flaggedStuck('ana', 'The gate jams');
  await Promise.all([
    sam.presses('Help now', { in: 'process-gaps', containing: 'The gate' }),
    lea.presses('Help now', { in: 'process-gaps', containing: 'The gate' }),
  ]);
  const channel = await sam.eventuallySees('process-gaps', /@(Sam Okafor|Lea Brandt) helps today\./);
  const [helper, other] = channel.includes('@Sam Okafor helps today.') ? [sam, lea] : [lea, sam];
  await helper.eventuallySees('flagpost', 'The gate jams');
  await other.eventuallySees('process-gaps', 'today already. Thank you for being willing');
  expect(await other.sees('flagpost')).not.toContain('The gate jams');
  await helper.presses("I can't after all", { in: 'flagpost', containing: 'The gate', times: 2 });
  await other.eventuallySees('process-gaps', 'Somebody is stuck on it right now.');
  await slack.person('ana').eventuallySees('flagpost', 'today after all. Help is wanted again, on its card.');
  await helper.eventuallySees('flagpost', 'needs no help from you just now. Thank you for being there.');
});

test('whoever was to help leaves the workspace: help is wanted again', async () => {
  const { slack } = here();
  await slack.addPerson({ name: 'rob', realName: 'Rob Vance' });
  await slack.join('process-gaps', 'rob');
  await flaggedStuck('ana', 'The door is locked');
  await slack.person('rob').presses('Help now', { in: 'process-gaps', containing: 'The door' });
  await slack.person('kim').eventuallySees('process-gaps', '@Rob Vance helps today.');
  await slack.deactivate('rob');
  await slack.person('ana').eventuallySees('flagpost', 'has left. Help is wanted again, on its card.');
  const card = await cardAbout(here(), 'The door');
  expect(card).toContain('Help now');
  expect(card).not.toContain('helps today');
});

test('owning and helping are apart: both are shown, and solving it ends the asking', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  const number = await flaggedStuck('ana', 'The label printer is out');
  await claimed(here(), 'sam', 'The label printer is out');
  await lea.presses('Help now', { in: 'process-gaps', containing: 'The label' });
  const card = await lea.eventuallySees('process-gaps', '@Lea Brandt helps today.');
  expect(card).toContain(`#${number} · @Sam Okafor has taken it on.`);
  await lea.eventuallySees('flagpost', 'The label printer is out');
  const old = await lea.looksAt('flagpost', 'Thank you for helping');
  await solved(here(), 'sam', 'The label printer is out', 'A second printer');
  await lea.eventuallySees('flagpost', `Nobody is asked for help with #${number} any more`);
  expect(await cardAbout(here(), 'The label')).not.toContain('helps today');
  await lea.presses('Helped', { on: old });
  await lea.eventuallySees('flagpost', `(only you) Flagpost: You don't help with #${number} just now`);
  expect(await sam.seesForm()).toBeUndefined();
});

test('only the person who flagged it, or an admin, says that nobody is stuck any more; and it may be said again', async () => {
  const { slack } = here();
  const [ana, lea, kim] = [slack.person('ana'), slack.person('lea'), slack.person('kim')];
  const number = await flaggedStuck('ana', 'The scanner is gone');
  await lea.chooses('Not stuck any more', { in: 'process-gaps', containing: 'The scanner' });
  await lea.eventuallySees('process-gaps', `Only whoever is stuck on #${number} knows when that is over`);
  await lea.presses('Help now', { in: 'process-gaps', containing: 'The scanner' });
  await lea.eventuallySees('flagpost', 'The scanner is gone');
  await ana.opensHome();
  await ana.eventuallySees('home', '@Lea Brandt helps today.');
  await ana.presses('Not stuck any more', { in: 'home' });
  await lea.eventuallySees('flagpost', `Nobody is asked for help with #${number} any more`);
  expect(await cardAbout(here(), 'The scanner')).not.toContain('Help now');

  const again = await flaggedStuck('ana', 'The forklift stalls');
  await kim.chooses('Not stuck any more', { in: 'process-gaps', containing: 'The forklift' });
  await kim.eventuallySees('process-gaps', `Nobody is asked for help with #${again} any more.`);

  const third = await flaggedStuck('ana', 'The lift sticks');
  await lea.presses('Help now', { in: 'process-gaps', containing: 'The lift' });
  await lea.presses('Helped', { in: 'flagpost', containing: 'The lift' });
  await lea.fills('What helped?', 'The stairs');
  await lea.submits();
  await ana.eventuallySees('flagpost', `who has helped with #${third}`);
  await ana.presses('Still stuck', { in: 'flagpost', containing: 'The stairs', times: 2 });
  await lea.eventuallySees('flagpost', `Somebody is still stuck on #${third}, which you helped with.`);
  await kim.eventuallySees('process-gaps', 'Somebody is stuck on it again. Anyone may help them today.');
  expect(await cardAbout(here(), 'The lift')).toContain('Help now');
});

test('Edit ticks the box too, and takes the tick away again, before anybody sees it', async () => {
  const { slack, restart, options } = here();
  const ana = slack.person('ana');
  await restart({ settings: { ...options.settings, postingPauseSeconds: 60 } });
  await ana.types('/flag-issue The hose leaks');
  await ana.presses('Edit', { in: 'general', containing: 'Saved as' });
  await ana.picks(...tick);
  await ana.submits();
  await ana.eventuallySees('general', 'It says that someone is stuck right now');
  await ana.closes();
  await ana.presses('Edit', { in: 'general', containing: 'is changed' });
  await ana.eventuallySees('form', 'Someone is stuck right now (Someone');
  await ana.picks(...tick);
  await ana.submits();
  await ana.closes();
  await restart();
  here().clock.skip({ seconds: 61 });
  await slack.person('kim').eventuallySees('process-gaps', 'The hose leaks', patienceMs);
  expect(await cardAbout(here(), 'The hose')).not.toContain('Help now');
});

test('nobody is stuck on an ordinary flag: whoever would help all the same hears so', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  const number = await flagged(here(), 'ana', 'The chair squeaks');
  const card = await lea.looksAt('process-gaps', 'The chair');
  const forged = JSON.stringify(card).replaceAll('"action_id":"claim"', '"action_id":"help-now"');
  await lea.presses('Claim', { on: JSON.parse(forged) });
  await lea.eventuallySees('process-gaps', `(only you) Flagpost: Nobody is stuck on #${number} just now`);
});
