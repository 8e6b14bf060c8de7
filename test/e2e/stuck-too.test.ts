import { expect, test } from 'vitest';

import { allIsSaid, cardAbout, claimed, inAWorkspace, patienceMs, solved } from './a-workspace.ts';

const here = inAWorkspace({ pauseSeconds: 600, neverNamed: ['ana', 'lea'], receiptPatienceMs: 2000 });

async function posted(text: string): Promise<number> {
  const { slack, clock } = here();
  const receipt = await slack.person('ana').types(`/flag-issue ${text}`);
  clock.skip({ minutes: 10, seconds: 1 });
  await slack.ages(20_000);
  await slack.person('kim').eventuallySees('process-gaps', text, patienceMs);
  return Number(/#(\d+)/.exec(receipt)?.[1]);
}

/** By form, with the box ticked: what is similar is beneath the receipt. */
async function flagsStuck(by: string, text: string, similar: number): Promise<number> {
  const person = here().slack.person(by);
  await person.types('/flag-issue');
  await person.fills('What got in the way?', text);
  await person.picks('Is help wanted today?', 'Someone is stuck right now');
  await person.submits();
  const receipt = await person.eventuallySees('form', `Me too on #${similar}`);
  return Number(/Saved as #(\d+)/.exec(receipt)?.[1]);
}

async function joins(by: string, number: number, other: number): Promise<void> {
  const label = `Me too on #${other}, and take #${number} back`;
  await here().slack.person(by).presses(label, { in: 'form', times: 2 });
}

test('whoever is stuck stays so on the issue they join: help is wanted there, and reaches them', async () => {
  const { slack } = here();
  const [ana, lea, max, kim] = [
    slack.person('ana'),
    slack.person('lea'),
    slack.person('sam'),
    slack.person('kim'),
  ];
  const text = 'The scales in the packing hall show wrong weights';
  const first = await posted(text);
  await claimed(here(), 'kim', text);
  const number = await flagsStuck('lea', 'Scales show wrong weights in the packing hall', first);
  await joins('lea', number, first);
  await lea.eventuallySees('form', 'Its card says that someone is stuck right now; only whoever helps sees');
  await lea.closes();
  await kim.eventuallySees('process-gaps', 'Somebody is stuck on it right now. Anyone may help', patienceMs);
  await allIsSaid(here());
  const card = await cardAbout(here(), text);
  expect(card).toContain('Help now');
  expect(card).toContain('2 people met it');

  await ana.presses('Help now', { in: 'process-gaps', containing: text });
  await ana.eventuallySees('process-gaps', 'its card would name you as the one who helps.');
  await max.presses('Help now', { in: 'process-gaps', containing: text });
  await lea.eventuallySees(
    'flagpost',
    `@Sam Okafor helps with #${first} today. They see that it was you who`,
  );
  const whom = await max.eventuallySees('flagpost', '@Lea Brandt met it as well, and knows who is stuck.');
  expect(whom).not.toContain('Ana');
  await max.presses('Helped', { in: 'flagpost', containing: text });
  await max.fills('What helped?', 'The scales next door');
  await max.submits();
  await lea.eventuallySees('flagpost', `Thank you to @Sam Okafor, who has helped with #${first}`);
  await lea.presses('Still stuck', { in: 'flagpost', containing: text });
  await allIsSaid(here());
  expect(await cardAbout(here(), text)).toContain('Help now');
  expect(await ana.sees('flagpost')).not.toContain('helps with');
  await lea.chooses('Not stuck any more', { in: 'process-gaps', containing: text });
  await allIsSaid(here());
  expect(await cardAbout(here(), text)).not.toContain('Help now');
});

test('where the other counts as solved nobody would help: the new flag stays, and says who is stuck', async () => {
  const { slack, clock } = here();
  const [lea, kim] = [slack.person('lea'), slack.person('kim')];
  const text = 'The barrier at the parking deck ignores the new badges';
  const first = await posted(text);
  await claimed(here(), 'kim', text);
  await solved(here(), 'kim', text, 'The badges are entered');
  const number = await flagsStuck('lea', 'New badges are ignored by the parking deck barrier', first);
  await joins('lea', number, first);
  await lea.eventuallySees('form', `#${first} counts as solved just now, so nobody is asked for help there.`);
  expect(await lea.sees('form')).toContain(`#${number} stays as it is.`);
  await lea.closes({ all: true });
  clock.skip({ minutes: 10, seconds: 1 });
  await kim.eventuallySees('process-gaps', 'New badges are ignored', patienceMs);
  await allIsSaid(here());
  expect(await cardAbout(here(), 'New badges are ignored')).toContain('Help now');
  expect(await cardAbout(here(), text)).not.toContain('2 people met it');
});
