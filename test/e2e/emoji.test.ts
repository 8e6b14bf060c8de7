import { expect, test } from 'vitest';

import { allIsSaid, claimed, flagged, inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace();

/** So many characters, the last of them a letter, so that a text that was cut is not found. */
function emoji(sign: string, count: number): string {
  return `${sign.repeat(count - 1)}z`;
}

async function paused(run: () => Promise<void>): Promise<void> {
  const { settings } = here().options;
  await here().restart({ settings: { ...settings, postingPauseSeconds: 600 } });
  await run();
  await here().restart();
}

test('3,000 emoji are one flag, by command and by form; one more is too much, and is counted right', async () => {
  const { slack } = here();
  const [ana, kim] = [slack.person('ana'), slack.person('kim')];
  expect(await ana.types(`/flag-issue ${emoji('🧩', 3000)}`)).toContain('Saved as');
  await kim.eventuallySees('process-gaps', emoji('🧩', 3000));
  expect(await ana.types(`/flag-issue ${emoji('🧩', 3001)}`)).toContain('; this has 3,001.');

  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', emoji('🪁', 3000));
  await ana.fills('Who is affected?', emoji('🪡', 300));
  await ana.submits();
  await ana.eventuallySees('form', 'Saved as');
  await ana.closes();
  await kim.eventuallySees('process-gaps', emoji('🪁', 3000));
  expect(await kim.sees('process-gaps')).toContain(`Affected: ${emoji('🪡', 300)}`);
});

test('a flag of 3,000 emoji opens for editing, and is taken back with another one in it', async () => {
  await paused(async () => {
    const ana = here().slack.person('ana');
    await ana.types(`/flag-issue ${emoji('🪀', 3000)}`);
    await ana.presses('Edit', { in: 'general', containing: 'Saved as' });
    expect(await ana.eventuallySees('form', 'Edit your flag')).toContain(emoji('🪀', 3000));
    await ana.fills('What got in the way?', emoji('🪀', 3001));
    await ana.submits();
    await ana.eventuallySees('form', 'A flag holds 3,000 characters; this has 3,001.');
    await ana.fills('What got in the way?', `${emoji('🪀', 2999)}!`);
    await ana.submits();
    await ana.eventuallySees('form', 'is changed. Nobody has seen it yet.');
    await ana.closes();
  });
  here().clock.skip({ minutes: 11 });
  await here()
    .slack.person('kim')
    .eventuallySees('process-gaps', `${emoji('🪀', 2999)}!`, patienceMs);
});

test('with every field of an issue full of emoji, card, thread and question all stand in Slack', async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  const text = emoji('🛠', 3000);
  await flagged(here(), 'ana', text);
  await claimed(here(), 'sam', text);
  const at = { in: 'flagpost', containing: text };
  await sam.presses('Agreement', at);
  await sam.fills("How will we know it's solved?", emoji('🎯', 500));
  await sam.picks('By when?', '2027-02-28');
  await sam.submits();
  await sam.presses('Post an update', at);
  await sam.fills('How is it going?', emoji('🚲', 1500));
  await sam.submits();
  await kim.eventuallySees('process-gaps', emoji('🚲', 1500), patienceMs);
  await sam.presses('Mark as solved', at);
  await sam.fills('What changed?', emoji('🔧', 2000));
  await sam.picks('What kind of change is it?', 'Added a guard');
  await sam.fills('What can others use?', emoji('💡', 300));
  await sam.submits();
  await kim.eventuallySees('process-gaps', `What others can use: ${emoji('💡', 300)}`, patienceMs);
  await allIsSaid(here());
  expect(await kim.sees('process-gaps')).toContain(`> ${emoji('🔧', 2000)}`);

  expect(await ana.eventuallySees('flagpost', emoji('🔧', 2000), patienceMs)).toContain(text);
  await ana.presses('Fixed', { in: 'flagpost', containing: text });
  await ana.fills('A line of thanks', emoji('💐', 300));
  await ana.submits();
  await sam.eventuallySees('flagpost', emoji('💐', 300), patienceMs);
  await kim.eventuallySees('process-gaps', 'Fixed, and confirmed.', patienceMs);
});
