import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace } from './a-workspace.ts';

const workspace = inAWorkspace();

test('an offer that is answered, or no longer holds, has no buttons any more', async () => {
  const { slack } = workspace();
  const [sam, lea, nia] = [slack.person('sam'), slack.person('lea'), slack.person('nia')];
  await slack.addPerson({ name: 'nia' });
  await flagged(workspace(), 'ana', 'The fax eats pages');
  await claimed(workspace(), 'sam', 'The fax eats pages');

  const offer = async (to: string): Promise<void> => {
    await sam.presses('Hand over', { in: 'flagpost', containing: 'The fax eats pages' });
    await sam.picks('Who could take it on?', to);
    await sam.submits();
  };
  await offer('nia');
  await nia.eventuallySees('flagpost', '[Yes, I take it on]');
  await nia.presses('No, thank you', { in: 'flagpost' });
  expect(await nia.eventuallySees('flagpost', 'needs no answer from you any more')).not.toContain('[Yes');

  await offer('lea');
  await lea.eventuallySees('flagpost', '[Yes, I take it on]');
  await sam.presses('Let go', { in: 'flagpost', containing: 'The fax eats pages' });
  expect(await lea.eventuallySees('flagpost', 'needs no answer from you any more')).not.toContain('[Yes');
});
