import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace, solved } from './a-workspace.ts';

const workspace = inAWorkspace({ neverNamed: [] });

test('somebody who takes on what they flagged themselves is named as its owner, like any other', async () => {
  const { slack } = workspace();
  const kim = slack.person('kim');
  await flagged(workspace(), 'ana', 'The door sticks');
  await claimed(workspace(), 'ana', 'The door sticks');

  const ana = slack.person('ana');
  await ana.presses('Post an update', { in: 'flagpost', containing: 'The door sticks' });
  await ana.fills('How is it going?', 'The carpenter comes on Monday');
  await ana.submits();
  const thread = await kim.eventuallySees('process-gaps', 'The carpenter comes on Monday');
  expect(thread).toMatch(/An update from @?ana/i);

  await solved(workspace(), 'ana', 'The door sticks', 'It was planed');
  expect(await kim.eventuallySees('process-gaps', /@?ana.* calls it solved/i)).not.toContain(
    'somebody who has left',
  );
});
