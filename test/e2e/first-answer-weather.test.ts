import type { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { allIsSaid, cardAbout, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { climbs, isOver, laddered, passes, restIsOver } from './promises.ts';

const here = eachInAWorkspace();
const patient = { timeout: 90_000 };

test(
  'a promise passes while Slack is away, and somebody takes it on meanwhile: nobody is told or asked',
  patient,
  async () => {
    const { slack } = here();
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    const number = await flagged(here(), 'ana', 'The bell is silent');
    await slack.misbehaves({ method: 'chat.postMessage', kind: 'ratelimited', retryAfter: 1 });
    await isOver(here(), number);
    await slack.person('ana').opensHome();
    const sam = slack.person('sam');
    await sam.presses('Claim', { in: 'process-gaps', containing: 'The bell' });
    await sam.closes();
    await slack.behaves();
    await allIsSaid(here());
    await slack.person('ana').eventuallySees('flagpost', `@Sam Okafor has taken on #${number}`, patienceMs);
    expect(await climbs(here(), number)).toMatchObject({ asked: 0, due: 0 });
    expect(await slack.person('ana').sees('flagpost')).not.toContain('Nobody has answered');
    expect(await slack.person('lea').sees('process-gaps')).not.toContain('(replied to a thread)');
  },
);

test(
  'a promise passes while Slack is away: once it is back everybody hears of it, once',
  patient,
  async () => {
    const { slack } = here();
    await laddered(here(), { leads: 'lea', above: 'sam', sponsor: '' });
    const number = await flagged(here(), 'ana', 'The hatch sticks');
    await slack.misbehaves({ method: 'chat.postMessage', kind: 'ratelimited', retryAfter: 1 });
    await isOver(here(), number);
    await slack.behaves();
    await allIsSaid(here());
    await slack
      .person('lea')
      .eventuallySees('flagpost', `#${number} has had no first answer yet`, patienceMs);
    await restIsOver(here());
    await allIsSaid(here());
    expect(await climbs(here(), number)).toEqual({ asked: 1, told: 1, inThread: 1, due: 1 });
  },
);

test(
  'the bot is away when it passes: it passes when the bot is back, in the workspace’s working time',
  patient,
  async () => {
    const { slack } = here();
    await laddered(here(), { leads: 'lea', above: 'sam', sponsor: '' });
    const number = await flagged(here(), 'ana', 'The gate is rusty');
    await here().stopApp();
    skipTo(atWork(here().clock.now()));
    await here().restart();
    await slack.person('lea').eventuallySees('flagpost', 'has had no first answer yet', patienceMs);
    await restIsOver(here());
    await slack
      .person('ana')
      .eventuallySees('flagpost', `Nobody has answered #${number}, which you flagged`, patienceMs);
    await allIsSaid(here());
    expect(await climbs(here(), number)).toEqual({ asked: 1, told: 1, inThread: 1, due: 1 });
  },
);

test('nobody is known to lead: Slack is asked who the admins are, and they are asked', patient, async () => {
  const { slack } = here();
  const number = await flagged(here(), 'ana', 'The shed floods');
  await passes(here(), number);
  await restIsOver(here());
  await restIsOver(here());
  await slack
    .person('kim')
    .eventuallySees(
      'flagpost',
      `#${number} has had no first answer yet, so I ask you, as somebody who leads here.`,
      patienceMs,
    );
});

test('away until the evening: no card names a time that has passed, though nobody is told in their rest', async () => {
  const { slack, clock } = here();
  const number = await flagged(here(), 'ana', 'The gate jams');
  expect(await cardAbout(here(), 'The gate jams')).toContain('A person answers');
  await here().stopApp();
  clock.skip({ hours: 24 });
  skipTo(clock.now().toZonedDateTimeISO('UTC').withPlainTime('23:00').toInstant());
  await here().restart();
  await slack
    .person('sam')
    .eventuallySees('process-gaps', `#${number} · Needs a first answer, and an owner.`, patienceMs);
  await allIsSaid(here());
  expect(await slack.person('ana').sees('flagpost')).not.toContain(`#${number}`);
});

function skipTo(at: Temporal.Instant): void {
  here().clock.skip(at.since(here().clock.now()));
}

/** Eleven o'clock on the Tuesday after next. */
function atWork(now: Temporal.Instant): Temporal.Instant {
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 14 });
  const tuesday = day.subtract({ days: day.dayOfWeek - 2 });
  return tuesday.toZonedDateTime({ timeZone: 'UTC', plainTime: '11:00' }).toInstant();
}
