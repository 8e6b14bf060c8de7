import { expect, test } from 'vitest';

import { claimed, inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace();

const nasty =
  '<!channel> <!here|x> <@U0FLAGPOST> <#C123|general> <!subteam^S1> @channel *bold* _it_ ~no~ `code` <https://evil.example|click> &amp; [a](b)';

/** Everything the bot has said or shown so far, wherever that is. */
async function everythingShown(): Promise<string> {
  const { messages, views } = await here().slack.world();
  return JSON.stringify([messages.map(({ blocks }) => blocks), Object.values(views).map(({ view }) => view)]);
}

/** All strings that Slack would read as its own markup. */
function markupIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markupIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(markupIn);
}

async function expectHarmless(mark: string): Promise<void> {
  const { app, messages, views } = await here().slack.world();
  const said = messages.filter(({ user }) => user === app.botUserId);
  expect(
    said.filter(({ notifies }) => notifies.some((one) => one === 'everyone' || one === app.botUserId)),
  ).toEqual([]);
  for (const text of [...markupIn(said.map(({ blocks }) => blocks)), ...markupIn(Object.values(views))]) {
    expect(text).not.toContain(mark);
  }
  for (const { text } of said.filter((message) => message.text.includes(mark))) {
    expect(
      text.replaceAll(/<(?:[@#][A-Z0-9]+|!date[^>]*|http:\/\/127[^|>]*\|See the card)>/g, ''),
    ).not.toMatch(/<|>/);
    expect(text.length).toBeLessThanOrEqual(4000);
  }
}

test('markup in every field, and everywhere it is shown, stays what was typed and notifies nobody', async () => {
  const { slack } = here();
  const [ana, sam, lea] = [slack.person('ana'), slack.person('sam'), slack.person('lea')];
  for (const one of [ana, sam, lea]) await one.opensHome();
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', `FLAG ${nasty}`);
  await ana.fills('Who is affected?', `WHO ${nasty}`);
  await ana.submits();
  await ana.eventuallySees('form', 'Saved as');
  await ana.closes();
  const card = await lea.eventuallySees('process-gaps', `> FLAG ${nasty}`);
  expect(card).toContain(`Affected: WHO ${nasty}`);
  await lea.opensHome();
  await lea.eventuallySees('home', `> FLAG ${nasty}`);
  expect(await ana.types('/flag-issue mine')).toContain(`> FLAG ${nasty}`);

  await claimed(here(), 'sam', `FLAG ${nasty}`);
  await sam.presses('Agreement', { in: 'flagpost' });
  await sam.fills("How will we know it's solved?", `GOAL ${nasty}`);
  await sam.submits();
  await lea.eventuallySees('process-gaps', `GOAL ${nasty}`);
  await sam.eventuallySees('flagpost', `GOAL ${nasty}`);
  await sam.presses('Post an update', { in: 'flagpost' });
  await sam.fills('How is it going?', `NEWS ${nasty}`);
  await sam.submits();
  await lea.eventuallySees('process-gaps', `> NEWS ${nasty}`);
  await sam.presses('Hand over', { in: 'flagpost' });
  await sam.picks('Who could take it on?', 'lea');
  await sam.submits();
  await lea.eventuallySees('flagpost', `> FLAG ${nasty}`);
  await sam.presses('Mark as solved', { in: 'flagpost' });
  await sam.fills('What changed?', `DONE ${nasty}`);
  await sam.picks('What kind of change is it?', 'One-off fix');
  await sam.fills('What can others use?', `TIP ${nasty}`);
  await sam.submits();
  await ana.eventuallySees('flagpost', `> DONE ${nasty}`);
  await ana.eventuallySees('process-gaps', `TIP ${nasty}`);
  await ana.presses('Partly', { in: 'flagpost' });
  await ana.fills('Anything to add? One line helps.', `LINE ${nasty}`);
  await ana.submits();
  await lea.eventuallySees('process-gaps', `> LINE ${nasty}`);

  for (const mark of ['FLAG', 'WHO', 'GOAL', 'NEWS', 'DONE', 'TIP', 'LINE']) await expectHarmless(mark);
  expect(await everythingShown()).toContain('FLAG <!channel>');
});

test('typed as a command, markup stays text too', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await ana.types(`/flag-issue TYPED <!channel> <@U0FLAGPOST> *bold* a<b>c & d`);
  await ana.eventuallySees('process-gaps', '> TYPED <!channel> <@U0FLAGPOST> *bold* a<b>c & d');
  await expectHarmless('TYPED');
});

test('three thousand times & fits on the card and into every notification', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const text = `&${'&'.repeat(2999)}`;
  await ana.types(`/flag-issue ${text}`);
  await ana.eventuallySees('process-gaps', text);
  await claimed(here(), 'sam', text);
  await ana.eventuallySees('flagpost', text);
  const { messages } = await slack.world();
  for (const message of messages) expect(message.text.length).toBeLessThanOrEqual(4000);
});

test('what people typed is nowhere in the log', () => {
  for (const mark of ['FLAG', 'WHO', 'GOAL', 'NEWS', 'DONE', 'TIP', 'LINE', 'TYPED', '&&&']) {
    expect(here().logged().includes(`${mark} <!channel>`)).toBe(false);
  }
  expect(here().logged()).not.toContain('evil.example');
});
