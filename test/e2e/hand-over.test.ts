import { expect, test } from 'vitest';

import { allIsSaid, claimed, eachInAWorkspace, flagged, patienceMs, solved } from './a-workspace.ts';

const here = eachInAWorkspace({ neverNamed: ['ana'] });

/** Sam offers what these words are about. */
async function offered(to: string, text: string): Promise<void> {
  const sam = here().slack.person('sam');
  await sam.presses('Hand over', { in: 'flagpost', containing: text });
  await sam.picks('Who could take it on?', to);
  await sam.submits();
}

test('it moves only with the other’s yes; then everybody concerned knows, and the controls move along', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const [lea, kim] = [slack.person('lea'), slack.person('kim')];
  const number = await flagged(here(), 'ana', 'Heating runs in summer');
  await kim.presses('Me too', { in: 'process-gaps', containing: 'Heating' });
  await claimed(here(), 'sam', 'Heating runs in summer');
  await sam.presses('Hand over', { in: 'flagpost', containing: 'Heating' });
  await sam.eventuallySees('form', `#${number} stays yours until the other person says yes.`);
  await sam.picks('Who could take it on?', 'lea');
  await sam.submits();
  const offer = await lea.eventuallySees(
    'flagpost',
    `@Sam Okafor asks whether you would take on #${number}.`,
  );
  expect(offer).toContain('It stays with them unless you say yes.');
  expect(offer).toContain('Heating runs in summer');
  expect(offer).not.toContain('Ana');
  expect(await sam.sees('process-gaps')).toContain(`#${number} · @Sam Okafor has taken it on`);

  await lea.presses('Yes, I take it on', { in: 'flagpost', containing: 'Heating' });
  await kim.eventuallySees('process-gaps', `#${number} · @Lea Brandt has taken it on.`);
  await sam.eventuallySees('flagpost', `@Lea Brandt said yes: #${number} is with them now.`);
  const former = await sam.eventuallySees('flagpost', `#${number} is no longer with you`);
  expect(former).not.toContain('[Mark as solved]');
  await ana.eventuallySees('flagpost', `#${number}, which you flagged, is with @Lea Brandt now.`);
  await kim.eventuallySees('flagpost', `#${number}, which you met as well, is with @Lea Brandt now.`);
  await lea.eventuallySees('flagpost', '@Ana Torres flagged it.');
  await lea.eventuallySees('flagpost', `#${number} is with you now. Thank you.`);
  await kim.eventuallySees('process-gaps', '    Flagpost: @Lea Brandt has it now.');
});

test('declined, it stays, its owner hears so, and may ask the same person again', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  const number = await flagged(here(), 'ana', 'Blinds come down alone');
  await claimed(here(), 'sam', 'Blinds come down alone');
  await offered('lea', 'Blinds');
  const old = await lea.eventuallySees('flagpost', 'Blinds').then(() => lea.looksAt('flagpost', 'Blinds'));
  await lea.presses('No, thank you', { on: old });
  await sam.eventuallySees('flagpost', `@Lea Brandt can't take on #${number} just now. It stays with you.`);
  await lea.presses('No, thank you', { on: old });
  await lea.eventuallySees(
    'flagpost',
    `#${number} is not offered to you now, so it needs no yes or no from you.`,
  );
  await lea.presses('Yes, I take it on', { on: old });
  expect(await sam.sees('process-gaps')).toContain(`#${number} · @Sam Okafor has taken it on`);
  const before = (await slack.directMessages('lea')).length;
  await offered('lea', 'Blinds come down alone');
  const now = async () => (await slack.directMessages('lea')).length;
  await expect.poll(now, { timeout: patienceMs }).toBe(before + 1);
  await lea.eventuallySees('flagpost', '> Blinds come down alone', patienceMs);
});

test('offered again, only the newest message has buttons', async () => {
  const lea = here().slack.person('lea');
  await flagged(here(), 'ana', 'The lamp hums');
  await claimed(here(), 'sam', 'The lamp hums');
  await offered('lea', 'The lamp');
  await lea.eventuallySees('flagpost', '[Yes, I take it on]', patienceMs);
  await lea.presses('No, thank you', { in: 'flagpost', containing: 'The lamp' });
  await allIsSaid(here());
  await offered('lea', 'The lamp');
  await lea.eventuallySees('flagpost', 'You are asked about #1 anew, in another message.', patienceMs);
  await lea.eventuallySees('flagpost', '[Yes, I take it on]', patienceMs);
  await allIsSaid(here());
  const all = await here().slack.directMessages('lea');
  expect(all.filter((it) => JSON.stringify(it.blocks).includes('Yes, I take it on'))).toHaveLength(1);
});

test('Yes pressed twice at once takes it on once', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  const number = await flagged(here(), 'ana', 'Carpets curl');
  await claimed(here(), 'sam', 'Carpets curl');
  await offered('lea', 'Carpets');
  await lea.eventuallySees('flagpost', 'Carpets curl');
  await lea.presses('Yes, I take it on', { in: 'flagpost', containing: 'Carpets', times: 2 });
  await lea.eventuallySees('flagpost', `(only you) Flagpost: #${number} is with you already. Thank you.`);
  await lea.eventuallySees('process-gaps', `#${number} · @Lea Brandt has taken it on.`);
  await lea.eventuallySees('process-gaps', '@Lea Brandt has it now.');
  await allIsSaid(here());
  const card = await lea.looksAt('process-gaps', 'Carpets curl');
  const thread = (await slack.messages('process-gaps')).filter((it) => it.thread_ts === card.ts);
  expect(thread).toHaveLength(2);
});

test('an offer ends when its owner lets go, and its buttons say so to whoever still sees them', async () => {
  const { slack } = here();
  const [sam, nia] = [slack.person('sam'), slack.person('nia')];
  await slack.addPerson({ name: 'nia' });
  const number = await flagged(here(), 'ana', 'Tiles crack');
  await claimed(here(), 'sam', 'Tiles crack');
  await offered('nia', 'Tiles');
  await nia.eventuallySees('flagpost', 'Tiles crack');
  const old = await nia.looksAt('flagpost', 'Tiles crack');
  await sam.presses('Let go', { in: 'flagpost', containing: 'Tiles' });
  await nia.eventuallySees('flagpost', `#${number} needs no answer from you any more.`);
  await nia.presses('Yes, I take it on', { on: old });
  await nia.eventuallySees(
    'flagpost',
    `#${number} is not offered to you now, so it needs no yes or no from you.`,
  );
  expect(await nia.sees('process-gaps')).toContain(`#${number} · Needs an owner`);
});

test('an offer ends when it is solved first, or made to somebody else', async () => {
  const { slack } = here();
  const [lea, nia] = [slack.person('lea'), slack.person('nia')];
  await slack.addPerson({ name: 'nia' });
  const number = await flagged(here(), 'ana', 'Shelves sag');
  await claimed(here(), 'sam', 'Shelves sag');
  await offered('lea', 'Shelves');
  await lea.eventuallySees('flagpost', 'Shelves sag');
  await offered('nia', 'Shelves');
  await nia.eventuallySees('flagpost', 'Shelves sag');
  await lea.eventuallySees('flagpost', `#${number} needs no answer from you any more.`);
  await solved(here(), 'sam', 'Shelves sag', 'Thicker boards');
  await nia.eventuallySees('flagpost', `#${number} needs no answer from you any more.`);
});

test('the form says who cannot be asked: oneself, a guest, somebody who left, an outsider, the bot', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const number = await flagged(here(), 'ana', 'Chairs wobble');
  await claimed(here(), 'sam', 'Chairs wobble');
  await slack.addPerson({ name: 'gus', isGuest: true });
  await slack.addPerson({ name: 'otto', isOutsider: true });
  await slack.addPerson({ name: 'pia' });
  await slack.deactivate('pia');
  await sam.presses('Hand over', { in: 'flagpost', containing: 'Chairs' });
  await sam.submits();
  expect(await sam.eventuallySees('form', '! ')).toContain('Who could take it on?: ___');
  await sam.picks('Who could take it on?', 'sam');
  await sam.submits();
  await sam.eventuallySees('form', `#${number} is yours already. Choose somebody else to hand it over to.`);
  for (const name of ['gus', 'otto', 'pia', 'flagpost']) {
    await sam.picks('Who could take it on?', name);
    await sam.submits();
    await sam.eventuallySees('form', "That person can't own issues here: an owner is a full member");
  }
  await sam.closes();
  expect(await slack.directMessages('gus')).toEqual([]);
});

test('where Slack does not say whether somebody is a member, the form says so, and keeps whom one chose', async () => {
  const { slack } = here();
  const [sam, nia] = [slack.person('sam'), slack.person('nia')];
  await slack.addPerson({ name: 'nia' });
  await flagged(here(), 'ana', 'Hinges squeak');
  await claimed(here(), 'sam', 'Hinges squeak');
  await slack.misbehaves({ method: 'users.info', kind: 'status', status: 500, times: 1 });
  await offered('nia', 'Hinges');
  const form = await sam.eventuallySees(
    'form',
    'Slack did not tell me just now whether that person is a member here. Please try again in a minute.',
  );
  expect(form).not.toContain("can't own");
  expect(await slack.directMessages('nia')).toEqual([]);
  await sam.submits();
  await nia.eventuallySees('flagpost', 'Hinges squeak');
});

test('somebody whom Slack does not show to us is no member, however often one asks', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await slack.addPerson({ name: 'ida' });
  await flagged(here(), 'ana', 'Windows rattle');
  await claimed(here(), 'sam', 'Windows rattle');
  await slack.misbehaves({ method: 'users.info', kind: 'error', code: 'user_not_visible', times: 1 });
  await offered('ida', 'Windows');
  await sam.eventuallySees('form', "That person can't own issues here: an owner is a full member");
  await sam.closes();
});

test('somebody who can be asked but leaves before answering: the owner keeps it', async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  await slack.addPerson({ name: 'rob' });
  const number = await flagged(here(), 'ana', 'Lamps flicker');
  await claimed(here(), 'sam', 'Lamps flicker');
  await offered('rob', 'Lamps');
  await slack.person('rob').eventuallySees('flagpost', 'Lamps flicker');
  await slack.deactivate('rob');
  await offered('lea', 'Lamps');
  await slack.person('lea').eventuallySees('flagpost', 'Lamps flicker');
  await allIsSaid(here());
  expect(await kim.sees('process-gaps')).toContain(`#${number} · @Sam Okafor has taken it on`);
  expect(await kim.sees('flagpost')).not.toContain('channel');
});
