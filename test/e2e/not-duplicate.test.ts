import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, cardAbout, claimed, flagged, inAWorkspace, solved } from './a-workspace.ts';
import { marks, marksAndStays } from './duplicates.ts';

/* Kim is an admin of this Slack; while nobody is named in the settings, admins lead. */
const here = inAWorkspace();

/** Says on a card that it is not the same. */
async function parts(by: string, text: string): Promise<void> {
  await here().slack.person(by).chooses('Not a duplicate', { in: 'process-gaps', containing: text });
}

async function countOf(type: string, number: number): Promise<number> {
  const sql = 'select 1 from events where type = $1 and issue = $2';
  return (await askDatabase(here().databaseUrl, sql, [type, number])).length;
}

test('on the receipt: it is open again, whom the mistake brought is counted here and not there, and both threads say so', async () => {
  const { slack } = here();
  const [ana, sam, lea, kim] = ['ana', 'sam', 'lea', 'kim'].map((it) => slack.person(it));
  if (!ana || !sam || !lea || !kim) throw new Error('nobody is here');
  const first = await flagged(here(), 'sam', 'The printer jams');
  const second = await flagged(here(), 'ana', 'The scanner jams');
  await lea.presses('Me too', { in: 'process-gaps', containing: 'The scanner' });
  await lea.presses('Me too', { in: 'process-gaps', containing: 'The printer' });
  await marksAndStays(here(), 'kim', 'The scanner', first);
  await allIsSaid(here());
  expect(await cardAbout(here(), 'The printer')).toContain('3 people met it');

  await kim.presses('Not a duplicate', { in: 'form' });
  await kim.eventuallySees('form', `#${second} goes on by itself, as it did before`);
  await kim.closes({ all: true });
  await allIsSaid(here());

  const there = await cardAbout(here(), 'The printer');
  expect(there).toContain('2 people met it');
  expect(there).not.toContain('The same:');
  const again = await cardAbout(here(), 'The scanner');
  expect(again).toContain(`*#${second}* · Needs an owner.`);
  expect(again).toContain('2 people met it');
  const channel = await sam.sees('process-gaps');
  expect(channel).toContain(
    `It is not the same as #${first} after all: it goes on here, and needs an owner.`,
  );
  expect(channel).toContain(`#${second} is not the same after all. It goes on by itself`);
  const said = `is not the same as #${first} after all, and goes on by itself.`;
  await ana.eventuallySees('flagpost', `#${second}, which you flagged, ${said}`);
  await lea.eventuallySees('flagpost', `#${second}, which you met as well, ${said}`);

  await claimed(here(), 'sam', 'The scanner jams');
  await ana.eventuallySees('flagpost', `@Sam Okafor has taken on #${second}, which you flagged.`);
});

test('its owner has it back with what was agreed, and those asked about the other are asked no more', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const first = await flagged(here(), 'lea', 'The north lift stops');
  const second = await flagged(here(), 'ana', 'The south lift stops');
  await claimed(here(), 'sam', 'The south lift');
  await sam.presses('Agreement', { in: 'flagpost', containing: 'The south lift' });
  await sam.fills("How will we know it's solved?", 'It runs for a week');
  await sam.submits();
  await claimed(here(), 'kim', 'The north lift');
  await marks(here(), 'kim', 'The south lift', first);
  await sam.eventuallySees('flagpost', `#${second} is no longer with you.`);
  await solved(here(), 'kim', 'The north lift', 'A new cable');
  await ana.eventuallySees('flagpost', `Is #${first} fixed for you?`);

  await parts('ana', 'The south lift');
  await ana.eventuallySees('process-gaps', `(only you) Flagpost: Somebody had taken #${second} on`);
  expect(await cardAbout(here(), 'The south lift')).toContain('The same as');
  await parts('sam', 'The south lift');
  await allIsSaid(here());
  const card = await cardAbout(here(), 'The south lift');
  expect(card).toContain('has taken it on.');
  expect(card).toContain('It runs for a week');
  const controls = await sam.looksAt('flagpost', 'so it goes on, and is yours as it was.');
  expect(JSON.stringify(controls.blocks)).toContain('Mark as solved');
  await sam.eventuallySees('process-gaps', 'it goes on here, with @Sam Okafor.');
  const asked = await ana.sees('flagpost');
  expect(asked).toContain(`#${first} is not what you met after all, so nothing is asked of you here.`);
  expect(asked).not.toContain(`Is #${first} fixed for you?`);
});

test('pressed twice and at once it happens once; an old receipt says nothing of what it is the same as since', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  const first = await flagged(here(), 'sam', 'Gate one sticks');
  const other = await flagged(here(), 'sam', 'Gate nine sticks');
  const second = await flagged(here(), 'sam', 'Gate two sticks');
  await marksAndStays(here(), 'kim', 'Gate two', first);
  await allIsSaid(here());
  const card = await sam.looksAt('process-gaps', 'Gate two');
  const choose = () => sam.chooses('Not a duplicate', { on: card });
  await Promise.all([choose(), choose(), kim.presses('Not a duplicate', { in: 'form' })]);
  await allIsSaid(here());
  expect(await countOf('separated', second)).toBe(1);
  expect(await countOf('unmerged', first)).toBe(1);
  await choose();
  await sam.eventuallySees('process-gaps', `(only you) Flagpost: #${second} goes on by itself already.`);
  await kim.closes({ all: true });

  await marksAndStays(here(), 'kim', 'Gate two', first);
  await parts('sam', 'Gate two');
  await marksAndStays(here(), 'sam', 'Gate two', other);
  await kim.presses('Not a duplicate', { in: 'form' });
  expect(await kim.eventuallySees('form', `#${second} is the same as #${other}`)).not.toContain('by itself');
  await kim.closes({ all: true });
  await sam.closes({ all: true });
  expect(await countOf('unmerged', other)).toBe(0);
});

test('where the other has become a duplicate itself, that comes apart first; then both go on', async () => {
  const kim = here().slack.person('kim');
  const first = await flagged(here(), 'lea', 'Desk one wobbles');
  const second = await flagged(here(), 'sam', 'Desk two wobbles');
  const third = await flagged(here(), 'ana', 'Desk three wobbles');
  await marks(here(), 'kim', 'Desk three', second);
  await marks(here(), 'kim', 'Desk two', first);
  await allIsSaid(here());
  expect(await cardAbout(here(), 'Desk one')).toContain('3 people met it');
  await parts('kim', 'Desk three');
  await kim.eventuallySees(
    'process-gaps',
    `#${second} goes on as #${first} by now, and those who met #${third}`,
  );
  await parts('kim', 'Desk two');
  await allIsSaid(here());
  await parts('kim', 'Desk three');
  await allIsSaid(here());
  for (const text of ['Desk one', 'Desk two', 'Desk three']) {
    const card = await cardAbout(here(), text);
    expect(card).toContain('Needs an owner.');
    expect(card).not.toContain('people met it');
  }
});

test('whoever was brought and says me too themselves stays counted there', async () => {
  const { slack } = here();
  const [ana, lea] = [slack.person('ana'), slack.person('lea')];
  const first = await flagged(here(), 'sam', 'Tap one drips');
  const second = await flagged(here(), 'ana', 'Tap two drips');
  await lea.presses('Me too', { in: 'process-gaps', containing: 'Tap two' });
  await marks(here(), 'kim', 'Tap two', first);
  await allIsSaid(here());
  await ana.presses('Me too', { in: 'process-gaps', containing: 'Tap one' });
  await ana.eventuallySees('process-gaps', `(only you) Flagpost: You are counted on #${first} already.`);
  await ana.presses('Me too', { in: 'process-gaps', containing: 'Tap one' });
  await parts('kim', 'Tap two');
  await allIsSaid(here());
  const there = await cardAbout(here(), 'Tap one');
  expect(there).toContain('2 people met it');
  expect(await cardAbout(here(), 'Tap two')).toContain(`*#${second}* · Needs an owner.`);
  expect(await countOf('joined', first)).toBe(1);
});

test('its owner has left meanwhile: it needs one again', async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  const first = await flagged(here(), 'kim', 'Shelf one bends');
  const second = await flagged(here(), 'kim', 'Shelf two bends');
  await claimed(here(), 'sam', 'Shelf two');
  await marks(here(), 'kim', 'Shelf two', first);
  await slack.deactivate('sam');
  await parts('kim', 'Shelf two');
  await kim.eventuallySees('process-gaps', `#${second} · Needs an owner.`);
});
