import { expect, test } from 'vitest';

import { eachInAWorkspace, patienceMs } from './a-workspace.ts';
import { asks, isQuiet, itIs, owned } from './asks.ts';
import { isAwayUntil } from './choosing-hours.ts';
import { laddered } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where all of them are but Kim. */
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
  };
}

/** Her time has begun. */
async function asksLea(text: string, tried: string): Promise<void> {
  await asks(here(), text, tried);
  await people().lea.eventuallySees('flagpost', 'asks for support', patienceMs);
  await isQuiet(here());
}

const isOver = (whose: string): string =>
  `What I wrote here about support for ${whose} no longer holds. See the card.`;

/** Past the four working hours of whoever has it. */
const noAnswerFromLea = '2026-12-01T12:30:00Z';
const noAnswerFromTom = '2026-12-02T08:40:00Z';

test('it rises, and is answered: nobody reads any more that those below have it', patient, async () => {
  const { max, sam, tom } = people();
  await laddered(here(), { leads: 'lea', above: 'tom', sponsor: '' });
  const number = await owned(here(), 'The lift stops at four');
  await asksLea('The lift', 'The stairs');
  await itIs(here(), noAnswerFromLea);
  for (const it of [sam, max]) await it.eventuallySees('flagpost', '@Tom Lindt has it now', patienceMs);

  await itIs(here(), noAnswerFromTom);
  const nobody = 'there is nobody else here whom I could ask.';
  const ofOwner = isOver(`#${number}`);
  const ofReporter = isOver(`#${number}, which you flagged,`);
  expect(await sam.eventuallySees('flagpost', ofOwner, patienceMs)).toContain(nobody);
  const seen = await max.eventuallySees('flagpost', ofReporter, patienceMs);
  expect(seen).not.toContain('has it now');
  expect(seen).toContain('everybody here whom I could ask has been asked');

  await tom.presses('Here is an answer', { in: 'flagpost', containing: 'The lift' });
  await tom.fills('Your answer', 'Take the ramp');
  await tom.submits();
  await isQuiet(here());
  await sam.eventuallySees('flagpost', `@Tom Lindt answers what you asked for #${number}.`, patienceMs);
  await max.eventuallySees('flagpost', `The support that #${number}, which you flagged, needed`, patienceMs);
  const told = await sam.sees('flagpost');
  expect(told).not.toContain(nobody);
  expect(told.split(ofOwner)).toHaveLength(3);
  const reads = await max.sees('flagpost');
  expect(reads).not.toContain('whom I could ask');
  expect(reads.split(ofReporter)).toHaveLength(3);
});

test('a promise that is called back, and one that ends with the issue', patient, async () => {
  const { sam, lea } = people();
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  const number = await owned(here(), 'The tent leaks');
  const seesToIt = `@Lea Brandt sees to what you asked for #${number}`;
  await asks(here(), 'The tent', 'Glue');
  await promises('The tent', '2026-12-07');
  await sam.eventuallySees('flagpost', `${seesToIt}, by Mon 7 Dec.`, patienceMs);
  await sam.presses('Take back the ask', { in: 'flagpost', containing: 'The tent' });
  await isQuiet(here());
  expect(await timesOver(number)).toBe(1);

  await asks(here(), 'The tent', 'Tape');
  await lea.presses('Contain for now', { in: 'flagpost', containing: 'asks for support' });
  await promises('asks for support', '2026-12-08');
  await sam.eventuallySees('flagpost', `${seesToIt}, by Tue 8 Dec.`, patienceMs);
  await sam.eventuallySees('flagpost', 'takes care of the immediate damage', patienceMs);
  await sam.presses('Mark as solved', { in: 'flagpost', containing: 'The tent' });
  await sam.fills('What changed?', 'A new tent');
  await sam.picks('What kind of change is it?', 'One-off fix');
  await sam.submits();
  await isQuiet(here());
  expect(await timesOver(number)).toBe(2);
  const contained = `What I wrote here about the immediate damage of #${number} no longer holds.`;
  expect(await sam.sees('flagpost')).toContain(contained);
  expect(await sam.sees('flagpost')).not.toMatch(/sees to what|takes care of/);
});

async function promises(text: string, on: string): Promise<void> {
  const { lea } = people();
  await lea.presses("I'll do it", { in: 'flagpost', containing: text });
  await lea.picks('By when?', on);
  await lea.submits();
  await isQuiet(here());
}

async function timesOver(number: number): Promise<number> {
  return (await people().sam.sees('flagpost')).split(isOver(`#${number}`)).length - 1;
}

test('whoever was away while others had it hears only what came of it', patient, async () => {
  const { max, sam, tom } = people();
  await laddered(here(), { leads: 'lea', above: 'tom', sponsor: '' });
  const number = await owned(here(), 'The gate squeaks');
  await isAwayUntil(max, '2026-12-04');
  await asksLea('The gate', 'Oil');
  await itIs(here(), noAnswerFromLea);
  await sam.eventuallySees('flagpost', '@Tom Lindt has it now', patienceMs);
  await tom.presses('Here is an answer', { in: 'flagpost', containing: 'The gate' });
  await tom.fills('Your answer', 'There is oil in the shed');
  await tom.submits();
  await isQuiet(here());
  await itIs(here(), '2026-12-04T08:05:00Z');
  await max.eventuallySees('flagpost', `The support that #${number}, which you flagged, needed`, patienceMs);
  expect(await max.sees('flagpost')).not.toMatch(/has it now|no longer holds/);
});
