import { expect, test } from 'vitest';

import { allIsSaid, cardAbout, claimed, flagged, inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace();

test('two people press Claim at once: one owns it, the other is told who', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  const number = await flagged(here(), 'ana', 'The crane is stuck');
  await Promise.all([
    sam.presses('Claim', { in: 'process-gaps', containing: 'The crane' }),
    lea.presses('Claim', { in: 'process-gaps', containing: 'The crane' }),
  ]);
  const channel = await sam.eventuallySees('process-gaps', `#${number} · @`);
  const [owner, other] = channel.includes(`#${number} · @Sam Okafor`) ? [sam, lea] : [lea, sam];
  await owner.eventuallySees('flagpost', 'The crane is stuck');
  await other.eventuallySees('process-gaps', `has already taken on #${number}. Thank you for offering.`);
  expect(await owner.sees('process-gaps')).not.toContain('Thank you for offering');
  expect(await other.sees('flagpost')).toBe('');
  await owner.closes();
});

test('Claim pressed twice at once is one claim: one card, one message to the owner, one line in the thread', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await flagged(here(), 'ana', 'The pump hums');
  const before = (await slack.directMessages('sam')).length;
  await sam.presses('Claim', { in: 'process-gaps', containing: 'The pump', times: 2 });
  await kim.eventuallySees('process-gaps', '    Flagpost: @Sam Okafor has taken it on.');
  await sam.eventuallySees('flagpost', 'The pump hums');
  await allIsSaid(here());
  expect((await slack.directMessages('sam')).length - before).toBe(1);
  const card = await sam.looksAt('process-gaps', 'The pump');
  const thread = (await slack.messages('process-gaps')).filter((it) => it.thread_ts === card.ts);
  expect(thread).toHaveLength(1);
  expect(await sam.sees('process-gaps')).toMatch(/\(only you\) Flagpost: #\d+ is yours already/);
  await sam.closes();
});

test('the owner sees who flagged it and what they can do; the reporter hears who took it on', async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  const number = await flagged(here(), 'ana', 'The stairs are dark');
  await sam.presses('Claim', { in: 'process-gaps', containing: 'The stairs' });
  const form = await sam.eventuallySees('form', `Thank you. #${number} is yours already`);
  expect(form).toContain('It does not mean that you caused it, or that you do it all.');
  await sam.closes();
  const controls = await sam.eventuallySees('flagpost', 'The stairs are dark');
  expect(controls).toContain('@Ana Torres flagged it.');
  expect(controls).toContain(
    '[Mark as solved] [Post an update] [Ask for support] [Ask the reporter] [Agreement] [Hand over] [Let go]',
  );
  await ana.eventuallySees('flagpost', `@Sam Okafor has taken on #${number}, which you flagged.`);
  expect(await kim.sees('flagpost')).toBe('');
  expect(await kim.sees('process-gaps')).not.toContain('Ana');
  const told = (await slack.directMessages('ana')).at(-1);
  expect(told?.text).toContain('See the card');
});

test('a claim from a card that is out of date tells who has it', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  const number = await flagged(here(), 'ana', 'The fan rattles');
  const old = await lea.looksAt('process-gaps', 'The fan rattles');
  await claimed(here(), 'sam', 'The fan rattles');
  await lea.presses('Claim', { on: old });
  await lea.eventuallySees('process-gaps', `@Sam Okafor has already taken on #${number}.`);
  expect(await lea.seesForm()).toBeUndefined();
});

test('Claim on a card that is out of date does not empty what its owner has agreed on since', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const number = await flagged(here(), 'ana', 'The hatch jams');
  const old = await sam.looksAt('process-gaps', 'The hatch jams');
  await sam.presses('Claim', { in: 'process-gaps', containing: 'The hatch' });
  await sam.fills("How will we know it's solved?", 'It opens with one hand');
  await sam.submits();
  await sam.presses('Claim', { on: old });
  await sam.eventuallySees('process-gaps', `#${number} is yours already. Thank you.`);
  expect(await sam.seesForm()).toBeUndefined();
});

test('a guest is thanked and told why an owner is a member', async () => {
  const { slack } = here();
  await slack.addPerson({ name: 'gus', isGuest: true });
  await slack.join('process-gaps', 'gus');
  const gus = slack.person('gus');
  const number = await flagged(here(), 'ana', 'The kiosk freezes');
  await gus.presses('Claim', { in: 'process-gaps', containing: 'The kiosk' });
  await gus.eventuallySees(
    'process-gaps',
    `Thank you for being willing. #${number} needs an owner who is a full`,
  );
  expect(await slack.person('sam').sees('process-gaps')).toContain(`#${number} · Needs an owner`);
});

test('an outsider from another workspace changes nothing and hears whom to ask', async () => {
  const { slack } = here();
  await slack.addPerson({ name: 'otto', isOutsider: true });
  await slack.join('process-gaps', 'otto');
  const otto = slack.person('otto');
  const number = await flagged(here(), 'ana', 'The shared portal is down');
  await otto.presses('Me too', { in: 'process-gaps', containing: 'The shared portal' });
  await otto.presses('Claim', { in: 'process-gaps', containing: 'The shared portal' });
  await otto.eventuallySees('process-gaps', 'Please ask somebody there to do this for you.');
  const card = await cardAbout(here(), 'The shared portal');
  expect(card).toContain(`*#${number}* · Needs an owner`);
  expect(card).not.toContain('people met it');
  expect(await slack.person('sam').sees('process-gaps')).not.toContain('Please ask somebody there');
});

test('where Slack does not say whether somebody is a member, they are asked to try again', async () => {
  const { slack } = here();
  await slack.addPerson({ name: 'nia' });
  await slack.join('process-gaps', 'nia');
  const nia = slack.person('nia');
  const number = await flagged(here(), 'ana', 'The scale is off');
  await slack.misbehaves({ method: 'users.info', kind: 'status', status: 500, times: 1 });
  await nia.presses('Claim', { in: 'process-gaps', containing: 'The scale' });
  await nia.eventuallySees('process-gaps', 'whether you are a member here. Please try again in a minute.');
  await nia.presses('Claim', { in: 'process-gaps', containing: 'The scale' });
  await nia.eventuallySees('process-gaps', `#${number} · @Nia has taken it on`);
  await nia.closes();
});
