import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace, later, patienceMs } from './a-workspace.ts';

const here = inAWorkspace({ adminUsers: [] });

/** What `/metrics` says of all rules together. */
async function total(name: 'shown' | 'disputed'): Promise<number> {
  const answer = await (await fetch(`${here().address()}/metrics`)).text();
  const lines = answer.split('\n').filter((line) => line.startsWith(`flagpost_lens_${name}_total{`));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

test('a note that comes up when another goes is counted as shown, once', async () => {
  const lea = here().slack.person('lea');
  const receipt = await lea.types(
    '/flag-issue She forgot to run the scale test. Who approved this? It was human error. Omar was careless.',
  );
  const number = Number(/#(\d+)/.exec(receipt)?.[1]);
  expect(receipt).not.toContain('“Omar was careless”');
  expect(await total('shown')).toBe(3);
  await lea.presses("This isn't blame", { in: 'general', containing: `#${number}` });
  await lea.eventuallySees('general', '“Omar was careless”: This judges people.');
  expect(await total('shown')).toBe(4);
  await lea.presses("This isn't blame", { in: 'general', containing: `#${number}` });
  expect(await total('shown')).toBe(4);
  expect(await total('disputed')).toBe(2);
});

test('an edit counts the notes that it brings, and not those that stood there', async () => {
  const kim = here().slack.person('kim');
  const before = await total('shown');
  const receipt = await kim.types('/flag-issue She forgot to run the tyre test');
  const number = Number(/#(\d+)/.exec(receipt)?.[1]);
  const edits = async (text: string): Promise<void> => {
    await kim.presses('Edit', { in: 'general', containing: `#${number}` });
    await kim.fills('What got in the way?', text);
    await kim.submits();
    await kim.eventuallySees('form', `#${number} is changed`);
    await kim.closes();
  };
  await edits('She forgot to run the tyre test. The tyres were new.');
  expect(await total('shown')).toBe(before + 1);
  await edits('She forgot to run the tyre test. It was human error.');
  expect(await total('shown')).toBe(before + 2);
});

test('the line after posting is counted, and This isn’t blame there, once, with nothing else changed', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await flagged(here(), 'ana', 'Hinges squeak');
  await claimed(here(), 'sam', 'Hinges squeak');
  const before = { shown: await total('shown'), disputed: await total('disputed') };
  const updates = async (words: string): Promise<void> => {
    await later(here());
    await sam.presses('Post an update', { in: 'flagpost', containing: 'Hinges squeak' });
    await sam.fills('How is it going?', words);
    await sam.submits();
    await sam.eventuallySees('form', 'is sent.');
  };
  await updates('Omar was careless with the oil.');
  expect(await total('shown')).toBe(before.shown + 1);
  await sam.presses("This isn't blame", { times: 2 });
  await sam.eventuallySees('form', /Thank you: that is how these notes get better\.[^]*stays as it is\./);
  await sam.closes();
  expect(await total('disputed')).toBe(before.disputed + 1);
  await kim.eventuallySees('process-gaps', 'Omar was careless with the oil.', patienceMs);

  await updates('I am so stupid, the oil was the old one.');
  expect(await sam.seesForm()).not.toContain("This isn't blame");
  await sam.closes();
  expect(await total('shown')).toBe(before.shown + 1);
});
