import { expect, test } from 'vitest';

import type { PersonAtSlack } from '../../src/playground/people/person.ts';
import { allIsSaid, claimed, flagged, inAWorkspace, patienceMs, solved } from './a-workspace.ts';

/* It is eleven in Berlin, and evening in Tokyo, where Kim is: she finds on Home what is asked of her. */
const here = inAWorkspace({ beginsAt: '2026-12-03T10:00:00Z', neverNamed: ['ana', 'rob', 'zoe'] });

/** Presses Me too once for each of them. */
async function metToo(text: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await here().slack.person(name).presses('Me too', { in: 'process-gaps', containing: text });
  }
}

async function saysNoMore(person: PersonAtSlack): Promise<void> {
  await person.eventuallySees('form', 'Your answer is saved');
  await person.closes();
}

async function saysFixedOnHome(person: PersonAtSlack): Promise<void> {
  await person.opensHome();
  await person.presses('Fixed', { in: 'home' });
  await saysNoMore(person);
}

/** A week and a day go by, and Ana, in Lima, is asked once more. */
async function anaIsAskedOnceMore(): Promise<void> {
  here().clock.skip({ hours: 24 * 8 + 5 });
  await here().slack.person('ana').eventuallySees('flagpost', 'so I ask once more', patienceMs);
  await allIsSaid(here());
}

test('the reporter who is silent for two weeks hands the decision to those who met it as well', async () => {
  const { slack, clock } = here();
  const [lea, kim] = [slack.person('lea'), slack.person('kim')];
  const number = await flagged(here(), 'ana', 'The lights hum');
  await metToo('The lights', ['lea', 'kim']);
  await claimed(here(), 'sam', 'The lights hum');
  await solved(here(), 'sam', 'The lights hum', 'New lights');
  await lea.eventuallySees('flagpost', 'New lights', patienceMs);
  await lea.presses('Fixed', { in: 'flagpost', containing: 'New lights' });
  await saysNoMore(lea);
  await saysFixedOnHome(kim);
  await allIsSaid(here());
  await anaIsAskedOnceMore();
  clock.skip({ hours: 24 * 6 - 6 });
  /* Posted by the same sweep that would note the silence. */
  await flagged(here(), 'ana', 'Something in the meantime');
  await allIsSaid(here());
  expect(await kim.sees('process-gaps')).toContain(`#${number} · Solved, says @Sam Okafor.`);
  clock.skip({ hours: 1 });
  await kim.eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`, patienceMs);
  await kim.eventuallySees('process-gaps', 'Fixed, say those who met it.', patienceMs);
});

test('silence alone is never a yes: with nobody else it stays unconfirmed, and the reporter may still answer', async () => {
  const { slack, clock } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const number = await flagged(here(), 'ana', 'The heater clicks');
  await claimed(here(), 'sam', 'The heater clicks');
  await solved(here(), 'sam', 'The heater clicks', 'A new valve');
  await ana.eventuallySees('flagpost', 'A new valve', patienceMs);
  /* From when the bot knows that she was asked. */
  await allIsSaid(here());
  await anaIsAskedOnceMore();
  clock.skip({ hours: 24 * 6 - 4 });
  await sam.eventuallySees('process-gaps', `#${number} · Solved, unconfirmed.`, patienceMs);
  await ana.presses('Fixed', { in: 'flagpost', containing: 'A new valve' });
  await saysNoMore(ana);
  await sam.eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`, patienceMs);
});

test('a reporter who has left is not asked, nobody is troubled about it, and the others decide', async () => {
  const { slack } = here();
  const [lea, kim] = [slack.person('lea'), slack.person('kim')];
  await slack.addPerson({ name: 'rob', realName: 'Rob Vance' });
  const number = await flagged(here(), 'rob', 'The fridge is warm');
  await metToo('The fridge', ['lea']);
  await claimed(here(), 'sam', 'The fridge is warm');
  await slack.person('rob').eventuallySees('flagpost', 'which you flagged', patienceMs);
  await slack.deactivate('rob');
  await solved(here(), 'sam', 'The fridge is warm', 'A new seal');
  await kim.eventuallySees('process-gaps', `#${number} · Solved, unconfirmed.`, patienceMs);
  await lea.eventuallySees('flagpost', 'A new seal', patienceMs);
  await lea.presses('Fixed', { in: 'flagpost', containing: 'A new seal' });
  await saysNoMore(lea);
  await kim.eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`, patienceMs);
  await allIsSaid(here());
  expect(await kim.sees('flagpost')).not.toContain("I can't find the channel");
});

test('somebody who met it and has left does not keep the others from deciding', async () => {
  const { slack } = here();
  const [ana, kim] = [slack.person('ana'), slack.person('kim')];
  await slack.addPerson({ name: 'zoe' });
  const number = await flagged(here(), 'ana', 'The sink is slow');
  await metToo('The sink', ['zoe']);
  await claimed(here(), 'sam', 'The sink is slow');
  await slack.person('zoe').eventuallySees('flagpost', 'which you met as well', patienceMs);
  await slack.deactivate('zoe');
  await solved(here(), 'sam', 'The sink is slow', 'A new drain');
  await ana.presses('Fixed', { in: 'flagpost', containing: 'A new drain' });
  await saysNoMore(ana);
  await kim.eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`, patienceMs);
  await allIsSaid(here());
  expect(await kim.sees('flagpost')).not.toContain("I can't find the channel");
});

test('the owner who flagged it themselves is not asked; one other who met it decides', async () => {
  const { slack } = here();
  const [lea, kim] = [slack.person('lea'), slack.person('kim')];
  const number = await flagged(here(), 'lea', 'The mat slips');
  await metToo('The mat', ['kim']);
  await claimed(here(), 'lea', 'The mat slips');
  await solved(here(), 'lea', 'The mat slips', 'Tape');
  await kim.eventuallySees('process-gaps', `#${number} · Solved, unconfirmed.`, patienceMs);
  expect(await lea.sees('flagpost')).not.toContain(`Is #${number} fixed for you?`);
  await lea.presses('Fixed', { in: 'process-gaps', containing: 'The mat' });
  await lea.eventuallySees(
    'process-gaps',
    `You took #${number} on, so the others who met it decide`,
    patienceMs,
  );
  await saysFixedOnHome(kim);
  await kim.eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`, patienceMs);
});

test(
  'of twenty who met it ten are asked; the others are told, and answer on the card',
  { timeout: 60_000 },
  async () => {
    const { slack } = here();
    const number = await flagged(here(), 'ana', 'The canteen queue');
    const crowd = Array.from({ length: 20 }, (_, index) => `crowd-${String(index + 1).padStart(2, '0')}`);
    for (const name of crowd) await slack.addPerson({ name });
    await metToo('The canteen', crowd);
    await slack.person('kim').eventuallySees('process-gaps', '21 people met it', patienceMs);
    await claimed(here(), 'sam', 'The canteen queue');
    await solved(here(), 'sam', 'The canteen queue', 'A second till');
    const [asked, told] = [crowd.slice(0, 10), crowd.slice(10)];
    for (const name of asked)
      await slack.person(name).eventuallySees('flagpost', `Is #${number} fixed for you?`, patienceMs);
    for (const name of told) {
      const seen = await slack
        .person(name)
        .eventuallySees('flagpost', `says that #${number}, which you met as well, is solved`, patienceMs);
      expect(seen).not.toContain(`Is #${number} fixed for you?`);
    }
    for (const name of told.slice(0, 2)) {
      const one = slack.person(name);
      await one.presses('Not fixed', { in: 'process-gaps', containing: 'The canteen' });
      await saysNoMore(one);
    }
    await slack
      .person('kim')
      .eventuallySees('process-gaps', `#${number} · @Sam Okafor has taken it on.`, patienceMs);
  },
);

test('only its owner has the owner’s controls, wherever somebody else finds them', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  const number = await flagged(here(), 'ana', 'The hose leaks');
  await claimed(here(), 'sam', 'The hose leaks');
  const old = await sam.looksAt('flagpost', 'The hose');
  await sam.presses('Hand over', { on: old });
  await sam.picks('Who could take it on?', 'lea');
  await sam.submits();
  await lea.opensHome();
  await lea.presses('Yes, I take it on', { in: 'home', containing: 'The hose' });
  await sam.eventuallySees('flagpost', `#${number} is with them now.`, patienceMs);
  for (const label of ['Mark as solved', 'Post an update', 'Agreement', 'Hand over', 'Let go']) {
    await sam.presses(label, { on: old });
    const what = label === 'Let go' ? 'let go of it' : 'do that';
    await sam.eventuallySees(
      'flagpost',
      `#${number} is with @Lea Brandt now, so only they can ${what}.`,
      patienceMs,
    );
    expect(await sam.seesForm()).toBeUndefined();
  }
  const said = (await slack.directMessages('sam')).filter(({ text }) =>
    text.includes('now, so only they can '),
  );
  expect(said).toHaveLength(5);
});

test('a form that no longer says which issue it is about makes no number up', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await flagged(here(), 'ana', 'The gate sticks');
  await claimed(here(), 'sam', 'The gate sticks');
  await sam.presses('Post an update', { in: 'flagpost', containing: 'The gate' });
  await sam.eventuallySees('form', 'How is it going?');
  const { views, team, people } = await slack.world();
  const open = Object.values(views).find(({ view }) => view.type === 'modal');
  const user = { id: people.find(({ name }) => name === 'sam')?.id, team_id: team.id };
  const values = { progress: { progress: { type: 'plain_text_input', value: 'Soon' } } };
  const about = { private_metadata: 'torn', app_installed_team_id: team.id, state: { values } };
  const view = { ...open?.view, id: open?.id, ...about };
  const payload = JSON.stringify({ type: 'view_submission', team: { id: team.id }, user, view });
  const answer = await slack.sends({ body: new URLSearchParams({ payload }).toString() });
  expect(JSON.parse(answer.body)).toEqual({
    response_action: 'errors',
    errors: {
      progress: 'This issue is not here. A flag that was taken back before anybody saw it is gone for good.',
    },
  });
  await sam.closes();
});
