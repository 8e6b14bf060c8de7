import { expect, test } from 'vitest';

import { allIsSaid, cardAbout, flagged, inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace({ receiptPatienceMs: patienceMs });

const label = 'This is a test of Flagpost.';

test('while a test is under way nobody is counted on it, and nothing goes on as it', async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  await flagged(here(), 'ana', 'The invoices are late');
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await slack.withholdsEvents(true);
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Issues channel', patienceMs);
  await kim.submits();
  await kim.presses('Test it');
  await kim.closes({ all: true });
  const channel = await sam.eventuallySees('process-gaps', label, patienceMs);
  const number = Number(/#(\d+) · [^#]*$/.exec(channel.slice(0, channel.indexOf(label)))?.[1]);
  const isOne = `#${number} is a test of Flagpost`;

  await sam.presses('Me too', { in: 'process-gaps', containing: label });
  await sam.eventuallySees('process-gaps', `(only you) Flagpost: ${isOne}`);
  await sam.opensHome();
  expect(await sam.eventuallySees('home', 'The invoices are late')).not.toContain(label);

  await kim.chooses('Duplicate of…', { in: 'process-gaps', containing: 'The invoices' });
  await kim.fills('Which issue is it?', `#${number}`);
  await kim.submits();
  await kim.eventuallySees('form', isOne);
  await kim.fills('Which issue is it?', 'test of Flagpost');
  await kim.submits();
  await kim.eventuallySees('form', 'I found none with these words.');
  await kim.closes({ all: true });
  await kim.chooses('Duplicate of…', { in: 'process-gaps', containing: label });
  await kim.eventuallySees('process-gaps', `(only you) Flagpost: ${isOne}`);

  const receipt = await ana.types(`/flag-issue ${label} Nothing is asked of you, and it takes itself away.`);
  expect(receipt).not.toContain('Me too');

  await slack.releases();
  await slack.withholdsEvents(false);
  await kim.eventuallySees('flagpost', 'The test went all the way through.', patienceMs);
  await allIsSaid(here());
  expect(await cardAbout(here(), 'The invoices')).toContain('Needs an owner.');
});
