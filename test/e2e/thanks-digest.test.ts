import { expect, test } from 'vitest';

import { allIsSaid, eachInAWorkspace, flagged, later, patienceMs } from './a-workspace.ts';
import { solvedWithLine } from './learned.ts';
import { mondayComes } from './mondays.ts';

const here = eachInAWorkspace();
const long = { timeout: 90_000 };

const line = 'My desk is dry again';

/** Solved by Sam; Ana answers *Fixed* with a line, and lets the digest show it if `mayShow`. */
async function thankedByAna(mayShow: boolean, learning: string | null = null): Promise<void> {
  const { slack } = here();
  const ana = slack.person('ana');
  await solvedWithLine(here(), 'Lids are missing', learning);
  await later(here());
  await ana.presses('Fixed', { in: 'flagpost', containing: 'Is #1 fixed for you?', patienceMs });
  await ana.eventuallySees('form', 'Your answer is saved: Fixed.');
  await ana.fills('A line of thanks', line);
  if (mayShow) await ana.picks('The weekly digest', 'May be shown in the digest');
  await ana.submits();
  await slack.person('sam').eventuallySees('flagpost', `> ${line}`, patienceMs);
  await allIsSaid(here());
}

const newest = async (): Promise<string> => {
  const messages = await here().slack.messages('learnings');
  return messages.findLast((it) => it.text.startsWith('Digest · '))?.text ?? '';
};

test('both agree: the digest thanks, once, and names nobody who has not said yes to that', long, async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await thankedByAna(true);
  const told = await sam.sees('flagpost');
  expect(told).toContain('May others read it in the next weekly digest? Whoever wrote it has said yes.');
  await sam.presses('Show it in the digest', { in: 'flagpost', containing: line });
  await sam.eventuallySees('flagpost', 'The next weekly digest with room for it shows it.', patienceMs);
  await slack
    .person('ana')
    .eventuallySees('flagpost', 'You both agree that the digest shows it.', patienceMs);
  await mondayComes(here());
  await slack.person('kim').eventuallySees('learnings', 'Digest · ', patienceMs);
  expect(await slack.person('kim').sees('learnings')).toContain(
    `Thanks\nThe person who flagged it to the person who took it on, for #1:\n> ${line}`,
  );
  await flagged(here(), 'lea', 'The lift stops between floors');
  await mondayComes(here());
  await expect.poll(newest, { timeout: patienceMs }).toContain('The lift stops');
  expect(await newest()).not.toContain(line);
});

test('those who let their names be shown are named', long, async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await thankedByAna(true, 'A tray helps');
  await sam.presses('Show it in the digest', { in: 'flagpost', containing: line });
  await sam.presses('Show my name', { in: 'flagpost', containing: 'You had a part in it', patienceMs });
  await mondayComes(here());
  await expect.poll(newest, { timeout: patienceMs }).toContain(line);
  const ids = (await slack.world()).people;
  const idOf = (name: string): string => ids.find((it) => it.name === name)?.id ?? '';
  expect(await newest()).toContain(`• The person who flagged it to <@${idOf('sam')}>, for <`);
  expect(await newest()).not.toContain(idOf('ana'));
  await sam.presses('Leave my name off', { in: 'flagpost', containing: 'You had a part in it' });
  await expect.poll(newest, { timeout: patienceMs }).toContain('to the person who took it on, for <');
  await ana.sees('flagpost');
});

test('the owner says nothing, or would rather keep it: nobody else reads it', long, async () => {
  const { slack } = here();
  await thankedByAna(true);
  await mondayComes(here());
  await expect.poll(newest, { timeout: patienceMs }).toContain('Lids are missing');
  expect(await newest()).not.toContain(line);
  await slack.person('sam').presses('Keep it between us', { in: 'flagpost', containing: line });
  await slack.person('sam').eventuallySees('flagpost', 'It stays between you.', patienceMs);
});

test('asked too late for this digest, the owner says yes: the next one shows it', long, async () => {
  const sam = here().slack.person('sam');
  await thankedByAna(true);
  await mondayComes(here());
  await expect.poll(newest, { timeout: patienceMs }).toContain('Lids are missing');
  await sam.presses('Show it in the digest', { in: 'flagpost', containing: line });
  await sam.eventuallySees('flagpost', 'The next weekly digest with room for it shows it.', patienceMs);
  await mondayComes(here());
  await expect.poll(newest, { timeout: patienceMs }).toContain(line);
});

test('whoever wrote it did not tick the box: its owner is not even asked', long, async () => {
  const { slack } = here();
  await thankedByAna(false);
  expect(await slack.person('sam').sees('flagpost')).not.toContain('[Show it in the digest]');
  await slack.person('ana').presses('May be shown in the digest', {
    in: 'flagpost',
    containing: 'Your line of thanks',
  });
  await slack.person('sam').eventuallySees('flagpost', '[Show it in the digest]', patienceMs);
});

test('one of them thinks better of it after the digest: it does not say it any more', long, async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await thankedByAna(true);
  await sam.presses('Show it in the digest', { in: 'flagpost', containing: line });
  await sam.eventuallySees('flagpost', 'The next weekly digest with room for it shows it.', patienceMs);
  await mondayComes(here());
  await expect.poll(newest, { timeout: patienceMs }).toContain(line);
  await ana.presses('Keep it between us', { in: 'flagpost', containing: 'Your line of thanks' });
  await expect.poll(newest, { timeout: patienceMs }).not.toContain(line);
});
