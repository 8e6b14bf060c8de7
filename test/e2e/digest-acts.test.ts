import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { mondayComes, nothingIsPromised } from './mondays.ts';

/* Kim is an admin of this Slack; while nobody is named in the settings, admins lead. */
const here = eachInAWorkspace();
const long = { timeout: 90_000 };

const lift = 'The lift stops between floors';
const stairs = 'The stairs are dark';

const digestOf = async (week: number): Promise<string> => {
  const all = (await here().slack.messages('learnings')).filter((it) => !it.deleted);
  return all[week - 1]?.text ?? '';
};

/** It was twice in a digest as waiting, and the third lists it as a decision. */
async function needsDecision(by = 'ana'): Promise<void> {
  await flagged(here(), by, lift);
  await allIsSaid(here());
  await nothingIsPromised(here());
  for (const week of [1, 2, 3]) {
    await mondayComes(here());
    await expect.poll(() => digestOf(week), { timeout: patienceMs }).toContain(lift);
  }
  await allIsSaid(here());
}

/** These lead from now on, and nobody else. */
async function leads(...names: readonly string[]): Promise<void> {
  const { slack, databaseUrl } = here();
  /* Whoever has opened Home is known. */
  for (const name of names) await slack.person(name).opensHome();
  const { people } = await slack.world();
  const ids = names.map((name) => people.find((it) => it.name === name)?.id ?? name);
  const known = 'select workspace_id, id from people where slack_user_id = any($1)';
  const knows = () => askDatabase(databaseUrl, known, [ids]);
  await expect.poll(knows, { timeout: patienceMs }).toHaveLength(ids.length);
  await askDatabase(databaseUrl, `insert into leads (workspace_id, person_id) ${known}`, [ids]);
}

test('claimed in the digest: the form opens, and the digest lists it no longer', long, async () => {
  const sam = here().slack.person('sam');
  await flagged(here(), 'ana', lift);
  await flagged(here(), 'ana', stairs);
  await allIsSaid(here());
  await nothingIsPromised(here());
  await mondayComes(here());
  await sam.eventuallySees('learnings', '[Claim #1] [Claim #2]', patienceMs);
  await sam.presses('Claim #2', { in: 'learnings' });
  await sam.eventuallySees('form', '#2 is yours already');
  await sam.closes();
  await expect.poll(() => digestOf(1), { timeout: patienceMs }).not.toContain(stairs);
  expect(await digestOf(1)).toContain(lift);
  expect(await sam.sees('learnings')).not.toContain('Claim #2');
  await sam.presses('Let go', { in: 'flagpost', containing: stairs, patienceMs });
  await expect.poll(() => digestOf(1), { timeout: patienceMs }).toContain(stairs);
});

test('what needs a decision is decided from the digest, by those who lead', long, async () => {
  const { slack } = here();
  const [kim, sam] = [slack.person('kim'), slack.person('sam')];
  await needsDecision();
  await sam.presses('Decide on #1', { in: 'learnings' });
  await sam.eventuallySees('form', 'those who lead here are asked to decide', patienceMs);
  expect(await sam.sees('form')).toContain('[Claim]');
  expect(await sam.sees('form')).not.toContain('[Find an owner]');
  await sam.closes();
  await kim.presses('Decide on #1', { in: 'learnings' });
  await kim.eventuallySees('form', '[Claim] [Find an owner] [Not doing…] [Look again on…]');
  await kim.presses('Not doing…', { in: 'form' });
  await kim.fills('Not doing, because…', 'A new lift comes in May');
  await kim.submits();
  await expect.poll(() => digestOf(3), { timeout: patienceMs }).not.toContain(lift);
  expect(await digestOf(3)).toMatch(
    /^\*Digest · .+\* What stood here has been seen to by now, or was taken back\.$/,
  );
  expect(await kim.sees('learnings')).not.toContain('[Decide on #1]');
});

test(
  'a lead who flagged it finds an owner, and leaves the decision to others, if there are any',
  long,
  async () => {
    const { slack } = here();
    const kim = slack.person('kim');
    await needsDecision('kim');
    /* Nobody else leads yet. */
    await kim.presses('Decide on #1', { in: 'learnings' });
    await kim.eventuallySees('form', '[Claim] [Find an owner] [Not doing…] [Look again on…]');
    await kim.closes();
    await leads('kim', 'lea');
    await kim.presses('Decide on #1', { in: 'learnings' });
    await kim.eventuallySees('form', 'is for somebody else who leads here to say');
    expect(await kim.sees('form')).not.toContain('[Not doing…]');
    await kim.presses('Find an owner', { in: 'form' });
    await kim.eventuallySees('form', 'Who could take it on?');
    await kim.closes();
    await kim.chooses('Not doing…', { in: 'process-gaps', containing: lift });
    await kim.eventuallySees('process-gaps', 'You flagged #1, so whether it is done, and when,', patienceMs);
    const lea = slack.person('lea');
    await lea.presses('Decide on #1', { in: 'learnings' });
    await lea.presses('Not doing…', { in: 'form' });
    await lea.eventuallySees('form', 'Not doing, because…');
  },
);

test('whoever leads no more reads whose it is to find an owner', long, async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  await needsDecision();
  await kim.presses('Decide on #1', { in: 'learnings' });
  await kim.eventuallySees('form', '[Find an owner]');
  await leads('lea');
  await kim.presses('Find an owner', { in: 'form' });
  await kim.eventuallySees('form', 'Finding an owner for #1 is for those who lead here.', patienceMs);
});

test(
  'what is decided for now needs no decision in the digest, until that comes to nothing',
  long,
  async () => {
    const { slack, clock } = here();
    const [kim, sam] = [slack.person('kim'), slack.person('sam')];
    await needsDecision();
    await kim.presses('Decide on #1', { in: 'learnings' });
    await kim.presses('Find an owner', { in: 'form' });
    await kim.picks('Who could take it on?', 'sam');
    await kim.submits();
    await expect.poll(() => digestOf(3), { timeout: patienceMs }).not.toContain(lift);
    expect(await kim.sees('learnings')).not.toContain('[Decide on #1]');
    await sam.presses('No, thank you', { in: 'flagpost', containing: lift, patienceMs });
    await kim.eventuallySees('learnings', '[Decide on #1]', patienceMs);
    await kim.presses('Decide on #1', { in: 'learnings' });
    await kim.presses('Look again on…', { in: 'form' });
    const day = clock.now().toZonedDateTimeISO('UTC').toPlainDate().add({ days: 20 });
    await kim.picks('Look again on', day.toString());
    await kim.submits();
    await expect.poll(() => digestOf(3), { timeout: patienceMs }).not.toContain(lift);
  },
);

test('whoever does not lead may claim from the digest what needs a decision', long, async () => {
  const sam = here().slack.person('sam');
  await needsDecision();
  await sam.presses('Decide on #1', { in: 'learnings' });
  await sam.presses('Claim', { in: 'form' });
  await sam.eventuallySees('form', '#1 is yours already', patienceMs);
  await expect.poll(() => digestOf(3), { timeout: patienceMs }).not.toContain(lift);
});
