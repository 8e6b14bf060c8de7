import type { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { flagged, inAWorkspace, later, patienceMs } from './a-workspace.ts';
import { climbs, laddered, passes, restIsOver } from './promises.ts';

const here = inAWorkspace({
  prepare: (slack) => slack.addPerson({ name: 'max', realName: 'Max Hofer' }),
});
const patient = { timeout: 60_000 };

test(
  'nobody answers in time: the reporter hears so, the lead is asked, and the channel once more',
  patient,
  async () => {
    const { slack } = here();
    const [ana, lea, max] = [slack.person('ana'), slack.person('lea'), slack.person('max')];
    await laddered(here(), { leads: 'lea', above: 'sam', sponsor: 'kim' });
    const receipt = await ana.types('/flag-issue The scanner eats labels');
    expect(receipt).toMatch(
      /A person answers by .+ UTC\. If nobody has, I tell you, and it goes to @Lea Brandt\./,
    );
    await later(here());
    await max.eventuallySees('process-gaps', 'The scanner eats labels', patienceMs);
    const number = Number(/#(\d+)/.exec(receipt)?.[1]);
    await max.eventuallySees(
      'process-gaps',
      `#${number} · Needs an owner. Anyone may take it, from any team. A person answers by`,
    );

    await passes(here(), number);
    /* In Lima, where Ana is, it is six in the morning. */
    expect(await ana.sees('flagpost')).not.toContain('Nobody has answered');
    await restIsOver(here());
    await ana.eventuallySees(
      'flagpost',
      `Nobody has answered #${number}, which you flagged, in time. I have asked @Lea Brandt, who has it now and answers by`,
      patienceMs,
    );
    await lea.eventuallySees(
      'flagpost',
      `#${number} has had no first answer yet, so I ask you, as somebody who leads here.`,
      patienceMs,
    );
    const asked = await lea.looksAt('flagpost', 'has had no first answer yet');
    expect(await lea.sees('flagpost')).toContain('[Claim] [Ask a question] [Not doing…]');
    await max.eventuallySees('process-gaps', `#${number} · Needs a first answer, and an owner.`, patienceMs);
    await max.eventuallySees(
      'process-gaps',
      `(replied to a thread) Flagpost: #${number} needs a first answer, and an owner. Anyone may take it`,
      patienceMs,
    );
    const card = await max.looksAt('process-gaps', `#${number} · Needs a first answer`);
    expect(JSON.stringify(card.blocks)).not.toContain('<!date');

    await lea.presses('Claim', { on: asked });
    await lea.eventuallySees('form', 'is yours already');
    await lea.closes();
    await lea.eventuallySees('flagpost', `#${number} is yours now. Thank you.`, patienceMs);
    expect(await lea.sees('flagpost')).not.toContain('has had no first answer yet');
    const taken = `(replied to a thread) Flagpost: #${number} · @Lea Brandt has taken it on.`;
    await max.eventuallySees('process-gaps', taken, patienceMs);
    expect(await max.sees('process-gaps')).not.toContain(`#${number} needs a first answer`);
  },
);

test('it rises one rung at a time; the top has to choose, and is asked once', patient, async () => {
  const { slack } = here();
  const [ana, lea, sam, max] = ['ana', 'lea', 'sam', 'max'].map((name) => slack.person(name));
  if (!ana || !lea || !sam || !max) throw new Error('somebody is missing');
  await laddered(here(), { leads: 'lea', above: 'sam', sponsor: 'max' });
  const number = await flagged(here(), 'ana', 'The lift stops at four');
  await passes(here(), number);
  await lea.eventuallySees('flagpost', `#${number} has had no first answer yet`, patienceMs);
  await passes(here(), number);
  await sam.eventuallySees(
    'flagpost',
    `#${number} has had no first answer yet, so I ask you, whom those who lead here turn to.`,
    patienceMs,
  );
  await lea.eventuallySees(
    'flagpost',
    'By now I have asked others as well; you can still answer.',
    patienceMs,
  );
  await passes(here(), number);
  await max.eventuallySees(
    'flagpost',
    `#${number} has had no first answer yet, so I ask you, as the sponsor here.`,
    patienceMs,
  );
  expect(await max.sees('flagpost')).toContain('There is nobody after you whom I could ask.');
  expect(await max.sees('flagpost')).toContain('[Claim] [Find an owner] [Not doing…] [Look again on…]');
  await passes(here(), number);
  await ana.eventuallySees(
    'flagpost',
    'There is nobody else here whom I could ask. Its card says that it needs a first answer',
    patienceMs,
  );
  expect(await climbs(here(), number)).toMatchObject({ asked: 3, inThread: 1, due: 0 });
  await max.eventuallySees('process-gaps', `#${number} · Needs a first answer, and an owner.`);
});

test(
  'the top looks again on a day: the reporter hears which, and on it the lead is asked',
  patient,
  async () => {
    const { slack, clock } = here();
    const [max, lea, sam] = [slack.person('max'), slack.person('lea'), slack.person('sam')];
    await laddered(here(), { leads: 'lea', above: 'sam', sponsor: '' });
    const number = await flagged(here(), 'max', 'The tent leaks');
    await passes(here(), number);
    await passes(here(), number);
    await sam.eventuallySees('flagpost', `#${number} has had no first answer yet`, patienceMs);
    const day = nextMonday(clock.now());
    await sam.presses('Look again on…', { in: 'flagpost', containing: 'The tent leaks' });
    await sam.picks('Look again on', '2020-01-01');
    await sam.submits();
    await sam.eventuallySees('form', 'Please choose a day from tomorrow on, within a year.');
    await sam.picks('Look again on', day.toString());
    await sam.submits();
    await max.eventuallySees(
      'flagpost',
      `#${number}, which you flagged, has to wait, says @Sam Okafor. It is looked at again on`,
      patienceMs,
    );
    await lea.eventuallySees('flagpost', `#${number} waits until`, patienceMs);
    await lea.eventuallySees(
      'process-gaps',
      `It has to wait, says @Sam Okafor, and is looked at again on`,
      patienceMs,
    );
    await passes(here(), number);
    expect(clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString()).toBe(day.toString());
    await lea.eventuallySees(
      'flagpost',
      `#${number} has waited until now, and still needs an owner`,
      patienceMs,
    );
    await max.eventuallySees(
      'flagpost',
      `#${number}, which you flagged, has waited until now, and is looked at again.`,
      patienceMs,
    );
  },
);

test('the top finds an owner: theirs with a yes', patient, async () => {
  const { slack } = here();
  const [lea, max] = [slack.person('lea'), slack.person('max')];
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  const number = await flagged(here(), 'ana', 'The forklift beeps');
  await passes(here(), number);
  await lea.presses('Find an owner', { in: 'flagpost', containing: 'The forklift' });
  await lea.picks('Who could take it on?', 'max');
  await lea.submits();
  await max.eventuallySees(
    'flagpost',
    `@Lea Brandt asks whether you would take on #${number}, which needs an owner.`,
    patienceMs,
  );
  await lea.eventuallySees('flagpost', `You have asked somebody to take on #${number}`, patienceMs);
  await max.presses('Yes, I take it on', { in: 'flagpost', containing: 'The forklift', patienceMs });
  await max.eventuallySees('process-gaps', `#${number} · @Max Hofer has taken it on.`, patienceMs);
  await lea.eventuallySees(
    'flagpost',
    `@Max Hofer said yes, and has taken on #${number}. Thank you for finding an owner.`,
    patienceMs,
  );
});

test('a lead asks the reporter without taking it on, and hears the answer', patient, async () => {
  const { slack } = here();
  const [ana, lea] = [slack.person('ana'), slack.person('lea')];
  await laddered(here(), { leads: 'lea', above: 'sam', sponsor: '' });
  const number = await flagged(here(), 'ana', 'The kettle trips the fuse');
  await passes(here(), number);
  await lea.eventuallySees('flagpost', `#${number} has had no first answer yet`, patienceMs);
  await ana.opensHome();
  await lea.presses('Ask a question', { in: 'flagpost', containing: 'The kettle' });
  await lea.fills('What would you like to know?', 'Which floor?');
  await lea.submits();
  await ana.eventuallySees(
    'flagpost',
    `@Lea Brandt, who leads here, asks you about #${number}, which you flagged:`,
    patienceMs,
  );
  await lea.eventuallySees(
    'flagpost',
    `You have asked the person who flagged #${number} something`,
    patienceMs,
  );
  expect(await lea.sees('process-gaps')).not.toContain('Which floor?');
  await ana.presses('Answer', { in: 'flagpost', containing: 'Which floor?' });
  await ana.fills('Your answer', 'The second');
  await ana.submits();
  await lea.eventuallySees('flagpost', `The person who flagged #${number} has answered.`, patienceMs);
  await lea.eventuallySees(
    'process-gaps',
    `#${number} · Needs an owner. Anyone may take it, from any team. A person answers by`,
    patienceMs,
  );
});

test('the reporter has somebody above the lead answer first', patient, async () => {
  const { slack } = here();
  const [ana, lea, sam] = [slack.person('ana'), slack.person('lea'), slack.person('sam')];
  await laddered(here(), { leads: 'lea', above: 'sam', sponsor: '' });
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', 'The rota is a riddle');
  await ana.picks('Who answers first?', 'Someone above the lead');
  await ana.submits();
  await ana.eventuallySees('form', 'I ask @Sam Okafor first, above the lead. A person answers by');
  await ana.closes();
  await later(here());
  await sam.eventuallySees(
    'flagpost',
    'whoever flagged it would like somebody above the lead to answer first',
    patienceMs,
  );
  expect(await lea.sees('flagpost')).not.toContain('The rota is a riddle');
});

test('without anybody above the lead there is nothing to choose', patient, async () => {
  const ana = here().slack.person('ana');
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  await ana.types('/flag-issue');
  expect(await ana.sees('form')).not.toContain('Who answers first?');
  await ana.closes();
});

function nextMonday(now: Temporal.Instant): Temporal.PlainDate {
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 14 });
  return day.subtract({ days: day.dayOfWeek - 1 });
}
