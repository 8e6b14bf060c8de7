import { expect, test } from 'vitest';

import { allIsSaid, claimed, flagged, inAWorkspace, patienceMs, solved } from './a-workspace.ts';
import { confirmed, learnt, publishes, solvedWithLine } from './learned.ts';

const here = inAWorkspace({ neverNamed: ['ana'], receiptPatienceMs: 2000 });

test('the owner writes it up from their message: kept as one types, previewed as it will be, published, changed', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  const number = await learnt(here(), 'Keys go missing', 'Hang them by the door');
  await kim.eventuallySees('learnings', 'Hang them by the door', patienceMs);
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Keys go missing' });
  const form = await sam.eventuallySees('form', 'What we learned');
  expect(form).toContain('What we changed: Changed: Keys go missing');
  expect(form).toContain('What others can use: Hang them by the door');
  await sam.fills('What happened', 'Two doors stayed shut');
  await sam.fills('What made it possible', 'No hook <!channel> *anywhere*');
  await sam.closes();

  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Keys go missing' });
  await sam.eventuallySees('form', 'What happened: Two doors stayed shut');
  await sam.submits();
  const preview = await sam.eventuallySees('form', 'This is the post, as it will look in #learnings.');
  await sam.presses('Back to the text');
  await sam.fills('What went well', 'Nobody was locked in');
  await sam.submits();
  await sam.eventuallySees('form', 'What went well: Nobody was locked in');
  expect(await kim.sees('learnings')).not.toContain('Two doors');
  await sam.submits();
  expect(await sam.eventuallySees('form', 'is published')).toContain('It goes to #learnings.');
  await sam.closes();

  const channel = await kim.eventuallySees('learnings', 'Two doors stayed shut', patienceMs);
  expect(channel).toContain('What made it possible: No hook <!channel> *anywhere*');
  const lines = preview.split('\n').filter((line) => /^What (?!we learned|\w+ well)/.test(line));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(channel).toContain(line);
  await kim.eventuallySees(
    'learnings',
    `What we learned from #${number} is written up: see the post.`,
    patienceMs,
  );
  await kim.eventuallySees('process-gaps', 'What we learned: see the post.', patienceMs);

  await sam.presses('Change what we learned', { in: 'flagpost', containing: 'Keys go missing' });
  await sam.eventuallySees('form', 'What happened: Two doors stayed shut');
  await sam.fills('What happened', 'Three doors stayed shut');
  await sam.submits();
  await sam.eventuallySees('form', 'it is changed where it stands');
  await sam.submits();
  await sam.eventuallySees('form', 'is changed.');
  await sam.closes();
  const changed = await kim.eventuallySees('learnings', 'Three doors stayed shut', patienceMs);
  expect(changed).not.toContain('Two doors');
  expect(changed.split('Hang them by the door')).toHaveLength(2);
});

test('two write at once: the second hears of it, keeps every word, and goes on from there', async () => {
  const { slack } = here();
  const [sam, lea, kim] = ['sam', 'lea', 'kim'].map((name) => slack.person(name));
  if (sam === undefined || lea === undefined || kim === undefined) throw new Error('nobody');
  await flagged(here(), 'ana', 'Stamps dry out');
  await lea.presses('Me too', { in: 'process-gaps', containing: 'Stamps' });
  await claimed(here(), 'sam', 'Stamps dry out');
  await solved(here(), 'sam', 'Stamps dry out', 'A wet sponge');
  await lea.chooses('Write what we learned', { in: 'process-gaps', containing: 'Stamps' });
  await lea.fills('What happened', 'The mail room saw letters come back');
  await lea.fills('What others can use', 'Keep it wet');
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Stamps' });
  await sam.fills('What happened', 'The porter saw the glue crumble');
  await sam.fills('What others can use', 'Keep it moist');
  await sam.submits();
  await sam.submits();
  await sam.eventuallySees('form', 'is published');
  await sam.closes();
  await lea.submits();
  const form = await lea.eventuallySees('form', 'Somebody else has published it while you were writing.');
  expect(form).toContain('What happened: The porter saw the glue crumble');
  expect(form).toContain('What happened: The mail room saw letters come back');
  await lea.closes();
  await kim.eventuallySees('learnings', 'The porter saw the glue crumble', patienceMs);

  await lea.chooses('Change what we learned', { in: 'process-gaps', containing: 'Stamps' });
  await lea.eventuallySees('form', 'What happened: The mail room saw letters come back');
  expect(await lea.sees('form')).toContain('while you were writing');
  await lea.submits();
  await lea.eventuallySees('form', 'it is changed where it stands');
  await lea.submits();
  await lea.eventuallySees('form', 'is changed.');
  await lea.closes();
  const channel = await kim.eventuallySees('learnings', 'The mail room saw letters come back', patienceMs);
  expect(channel).not.toContain('glue crumble');
});

test('sent twice, it is published once', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await solvedWithLine(here(), 'Ink fades', 'Store it dark');
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Ink fades' });
  await sam.fills('What happened', 'Grey letters');
  await sam.submits();
  await sam.eventuallySees('form', 'Back to the text');
  await sam.submits();
  await slack.replaysLast('sam');
  expect(await sam.seesForm()).toContain('is published');
  await sam.closes();
  await allIsSaid(here());
  const posts = (await slack.messages('learnings')).filter((it) =>
    JSON.stringify(it.blocks).includes('Grey letters'),
  );
  expect(posts).toHaveLength(1);
  expect(JSON.stringify(posts)).toContain('those who met it still say whether it is');
  expect(await kim.sees('process-gaps')).not.toContain('[object');
});

test('what is missing or too long stays in the form, under its field', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await solvedWithLine(here(), 'Pens leak', null);
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Pens leak' });
  await sam.fills('What happened', '   ');
  await sam.fills('What others can use', 'Cap them');
  await sam.submits();
  await sam.eventuallySees('form', 'Please say in a few words what happened.');
  const longest = `Begin ${'&'.repeat(1990)} end`;
  for (const field of ['What happened', 'What made it possible', 'What went well', 'What we changed'])
    await sam.fills(field, longest);
  await sam.fills('What others can use', 'x'.repeat(300));
  await sam.submits();
  await sam.eventuallySees('form', 'Back to the text');
  await sam.submits();
  await sam.eventuallySees('form', 'is published');
  await sam.closes();
  await slack.person('kim').eventuallySees('learnings', longest, patienceMs);
});

test('its buttons in the preview say that they work later, and nothing is counted', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await solvedWithLine(here(), 'Clips bend', 'Buy thicker ones');
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Clips bend' });
  await sam.fills('What happened', 'Pages fell out');
  await sam.submits();
  await sam.presses('Used this');
  await sam.eventuallySees('form', 'Its buttons work once it is published.');
  await sam.submits();
  await sam.eventuallySees('form', 'is published');
  await sam.closes();
  const channel = await kim.eventuallySees('learnings', 'Pages fell out', patienceMs);
  expect(channel.split('Pages fell out')[1]).not.toContain('Used this:');
});

test('who had no part in it, or comes after it was published, hears why not; an unsolved issue has nothing yet', async () => {
  const { slack } = here();
  const [ana, sam, lea, kim] = ['ana', 'sam', 'lea', 'kim'].map((name) => slack.person(name));
  if (ana === undefined || sam === undefined || lea === undefined || kim === undefined)
    throw new Error('nobody');
  const number = await solvedWithLine(here(), 'Glue smells', 'Open a window');
  const card = { in: 'process-gaps', containing: 'Glue smells' };
  await kim.chooses('Write what we learned', card);
  await kim.eventuallySees(
    'process-gaps',
    `What was learned from #${number} is written up by those who had a part in it`,
  );
  await publishes(here(), 'sam', 'Glue smells', 'Headaches');
  await ana.chooses('Change what we learned', card);
  await ana.eventuallySees('process-gaps', 'is written up and published already', patienceMs);
  const before = await sam.looksAt('process-gaps', `#${number} · Solved`);
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Is #${number}` });
  await ana.eventuallySees('form', 'Not fixed');
  await ana.closes();
  await kim.eventuallySees('learnings', `#${number} has come back since.`, patienceMs);
  await lea.chooses('Change what we learned', { on: before });
  await lea.eventuallySees('process-gaps', 'is written up by those who had a part in it', patienceMs);
});

test('it was solved and is not done after all: whoever would write it up hears who decided so', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const number = await solvedWithLine(here(), 'Bolts rust', null);
  await ana.eventuallySees('process-gaps', `#${number} · Solved`, patienceMs);
  const before = await ana.looksAt('process-gaps', `#${number} · Solved`);
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Is #${number}` });
  await ana.closes();
  await sam.chooses('Not doing…', { in: 'process-gaps', containing: 'Bolts rust' });
  await sam.fills('Not doing, because…', 'The gate is taken down');
  await sam.submits();
  await ana.chooses('Write what we learned', { on: before });
  await ana.eventuallySees(
    'process-gaps',
    `#${number} is not being done: @Sam Okafor decided so`,
    patienceMs,
  );
});

/** How many messages about these words have the button. */
function buttonsAbout(seen: string, text: string): number {
  const about = seen.split(/^Flagpost: /m).filter((message) => message.includes(text));
  return about.filter((message) => message.includes('[Write what we learned]')).length;
}

test('it is offered where the cause came back as another issue, in one message', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const text = 'The hand scanners lose their connection behind the freezer';
  const fix = await learnt(here(), text, null);
  await allIsSaid(here());
  expect(buttonsAbout(await sam.sees('flagpost'), text)).toBe(1);
  const again = 'Behind the freezer hand scanners lose the connection, their third week';
  const receipt = await ana.types(`/flag-issue ${again}`);
  const number = Number(/#(\d+)/.exec(receipt)?.[1]);
  await ana.presses(`It is back: #${fix}`, { in: 'general', containing: 'Flagged before' });
  await ana.eventuallySees('general', `#${number} is linked to #${fix}`);
  await claimed(here(), 'sam', again);
  await solved(here(), 'sam', again, 'One more antenna');
  await confirmed(here(), number);
  const offer = 'It had come back, so what you learned may be worth more than a line to others.';
  await sam.eventuallySees('flagpost', offer, patienceMs);
  await allIsSaid(here());
  expect(buttonsAbout(await sam.sees('flagpost'), again)).toBe(1);
});

test('it is offered where it hurt somebody, and not where a line is enough', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await ana.uses('Flag as an issue');
  await ana.fills('What got in the way?', 'Ladders wobble');
  await ana.picks('Impact', 'Hurts customers or safety');
  await ana.submits();
  await ana.closes();
  await sam.eventuallySees('process-gaps', 'Ladders wobble', patienceMs);
  await claimed(here(), 'sam', 'Ladders wobble');
  await solved(here(), 'sam', 'Ladders wobble', 'Rubber feet');
  await ana.eventuallySees('flagpost', 'Rubber feet', patienceMs);
  await ana.presses('Fixed', { in: 'flagpost', containing: 'Rubber feet' });
  await ana.eventuallySees('form', 'Your answer is saved');
  await ana.closes();
  const offer = 'It hurt customers or safety, so what you learned may be worth more than a line to others.';
  await sam.eventuallySees('flagpost', offer, patienceMs);
  await allIsSaid(here());
  expect(buttonsAbout(await sam.sees('flagpost'), 'Ladders wobble')).toBe(1);
  await ana.eventuallySees('flagpost', offer, patienceMs);
  await ana.presses('Write what we learned', { in: 'flagpost', containing: offer });
  await ana.eventuallySees('form', 'What we changed: Rubber feet');
  await ana.closes();
});
