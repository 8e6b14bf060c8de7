import { expect, test } from 'vitest';

import { allIsSaid, flagged, inAWorkspace, patienceMs } from './a-workspace.ts';
import { climbs, laddered, passes } from './promises.ts';

/* Max, who flags, is at work when everybody else is: what he is told comes at once. */
const here = inAWorkspace({
  neverNamed: ['max'],
  prepare: (slack) => slack.addPerson({ name: 'max', realName: 'Max Hofer' }),
});
const patient = { timeout: 60_000 };

const isOver = (number: number, what = 'an answer to'): string =>
  `What I wrote here about ${what} #${number}, which you flagged, no longer holds. See the card.`;

test('others are asked, and one takes it on: who had it before is not named any more', patient, async () => {
  const { slack } = here();
  const [max, lea, sam] = [slack.person('max'), slack.person('lea'), slack.person('sam')];
  await laddered(here(), { leads: 'lea', above: 'sam', sponsor: '' });
  const number = await flagged(here(), 'max', 'The blinds are stuck');
  await passes(here(), number);
  await max.eventuallySees('flagpost', 'I have asked @Lea Brandt, who has it now and answers', patienceMs);

  await passes(here(), number);
  await max.eventuallySees('flagpost', 'I have asked @Sam Okafor, who has it now and answers', patienceMs);
  const risen = await max.eventuallySees('flagpost', isOver(number), patienceMs);
  expect(risen).not.toContain('I have asked @Lea Brandt');
  expect(risen).toContain('The blinds are stuck');

  await lea.presses('Claim', { in: 'process-gaps', containing: 'The blinds are stuck' });
  await lea.closes();
  await max.eventuallySees('flagpost', `@Lea Brandt has taken on #${number}, which you flagged.`, patienceMs);
  await allIsSaid(here());
  const seen = await max.sees('flagpost');
  expect(seen).not.toContain('who has it now');
  expect(seen.split(isOver(number))).toHaveLength(3);
  expect(await climbs(here(), number)).toMatchObject({ told: 3 });
  await sam.eventuallySees('flagpost', `@Lea Brandt has taken on #${number}.`, patienceMs);
});

test('somebody takes it on before the day on which it was to be looked at again', patient, async () => {
  const { slack, clock } = here();
  const [max, lea] = [slack.person('max'), slack.person('lea')];
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  const number = await flagged(here(), 'max', 'The shelf sags');
  await passes(here(), number);
  await lea.presses('Look again on…', { in: 'flagpost', containing: 'The shelf sags' });
  const day = clock.now().toZonedDateTimeISO('UTC').toPlainDate().add({ days: 14 });
  await lea.picks('Look again on', day.toString());
  await lea.submits();
  const waits = `#${number}, which you flagged, has to wait, says @Lea Brandt.`;
  await max.eventuallySees('flagpost', waits, patienceMs);

  await lea.presses('Claim', { in: 'process-gaps', containing: 'The shelf sags' });
  await lea.closes();
  await max.eventuallySees('flagpost', `@Lea Brandt has taken on #${number}, which you flagged.`, patienceMs);
  await allIsSaid(here());
  const seen = await max.sees('flagpost');
  expect(seen).not.toContain(waits);
  expect(seen).toContain(isOver(number));
  expect(seen).toContain(isOver(number, 'looking again at'));
});

test('it is not being done: nobody is to answer any more', patient, async () => {
  const { slack } = here();
  const [max, lea] = [slack.person('max'), slack.person('lea')];
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  const number = await flagged(here(), 'max', 'The bell is faint');
  await passes(here(), number);
  await max.eventuallySees('flagpost', 'I have asked @Lea Brandt, who has it now and answers', patienceMs);
  await lea.presses('Not doing…', { in: 'flagpost', containing: 'The bell is faint' });
  await lea.fills('Not doing, because…', 'The hall is rebuilt in May');
  await lea.submits();
  await max.eventuallySees('flagpost', 'Not doing, because:', patienceMs);
  await max.eventuallySees('flagpost', isOver(number), patienceMs);
  expect(await max.sees('flagpost')).not.toContain('who has it now');
});

test(
  'it was offered in the channel once more, and is withdrawn: nothing of it is left there',
  patient,
  async () => {
    const { slack } = here();
    const [max, kim] = [slack.person('max'), slack.person('kim')];
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    const number = await flagged(here(), 'max', 'The sink is slow');
    await passes(here(), number);
    await kim.eventuallySees('process-gaps', `(replied to a thread) Flagpost: #${number} needs`, patienceMs);
    await max.presses('Undo', { in: 'general', containing: `Saved as #${number}` });
    await max.presses('Withdraw', { in: 'general', containing: `#${number} is posted` });
    const withdrawn = `(replied to a thread) Flagpost: #${number} was withdrawn by the person who flagged it.`;
    await kim.eventuallySees('process-gaps', withdrawn, patienceMs);
    await allIsSaid(here());
    expect(await kim.sees('process-gaps')).not.toContain('The sink is slow');
  },
);
