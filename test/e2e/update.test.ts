import { expect, test } from 'vitest';

import { allIsSaid, claimed, flagged, inAWorkspace, patienceMs, solved } from './a-workspace.ts';

const here = inAWorkspace();

test('an update stands in the thread with its author, at its longest and as it was typed', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await flagged(here(), 'ana', 'Mail arrives late');
  await claimed(here(), 'sam', 'Mail arrives late');
  const words = `First line\n${'ש'.repeat(1470)} 🛠️ last`;
  await sam.presses('Post an update', { in: 'flagpost', containing: 'Mail' });
  await sam.fills('How is it going?', words);
  await sam.submits();
  const channel = await kim.eventuallySees('process-gaps', 'An update from @Sam Okafor:');
  expect(channel).toContain(words.replace(/^/gm, '    > '));
  await sam.eventuallySees(
    'flagpost',
    'Your newest update is posted in the thread of its card: ',
    patienceMs,
  );
});

test('blanks are no update, and the form says so', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await flagged(here(), 'ana', 'Parcels arrive open');
  await claimed(here(), 'sam', 'Parcels arrive open');
  await sam.presses('Post an update', { in: 'flagpost', containing: 'Parcels' });
  await sam.fills('How is it going?', '   ');
  await sam.submits();
  await sam.eventuallySees('form', 'Please say in a few words how it is going.');
  await sam.closes();
});

test('the same update sent twice stands once; the next one stands too', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await flagged(here(), 'ana', 'Stamps run out');
  await claimed(here(), 'sam', 'Stamps run out');
  await sam.presses('Post an update', { in: 'flagpost', containing: 'Stamps' });
  await sam.fills('How is it going?', 'Ordered more');
  await sam.submits();
  await slack.replaysLast('sam');
  await sam.presses('Post an update', { in: 'flagpost', containing: 'Stamps' });
  await sam.fills('How is it going?', 'They came');
  await sam.submits();
  await sam.eventuallySees('process-gaps', 'They came');
  await allIsSaid(here());
  expect((await sam.sees('process-gaps')).split('Ordered more')).toHaveLength(2);
});

test('an update may still be posted while those who met it decide', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await flagged(here(), 'ana', 'Ink smears');
  await claimed(here(), 'sam', 'Ink smears');
  await solved(here(), 'sam', 'Ink smears', 'Another ink');
  await sam.presses('Post an update', { in: 'flagpost', containing: 'Ink' });
  await sam.fills('How is it going?', 'The old ink is gone too');
  await sam.submits();
  await sam.eventuallySees('process-gaps', 'The old ink is gone too');
});
