import { expect, test } from 'vitest';

import { readBlocks, readView } from '../../src/playground/double/limits.ts';
import { addMessage } from '../../src/playground/double/messages.ts';
import { pushView } from '../../src/playground/double/views.ts';
import { closesForm, inABrowser, messagesWith } from './a-window.ts';

const windows = inABrowser();
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });

/** Says it as the bot, without a bot that would. */
function says(blocks: object[]): void {
  const { double } = windows().workspace;
  const { app, channels } = double.world;
  const channel = channels.find(({ name }) => name === 'learnings')?.id ?? '';
  addMessage(double, { channel, user: app.botUserId, text: 'All blocks', blocks: readBlocks(blocks) });
}

function idOf(name: string): string {
  return windows().workspace.double.world.people.find((one) => one.name === name)?.id ?? '';
}

const series = [
  {
    name: 'Flagged',
    data: [
      { label: 'Mon', value: 3 },
      { label: 'Tue', value: 7 },
    ],
  },
  {
    name: 'Fixed',
    data: [
      { label: 'Mon', value: 1 },
      { label: 'Tue', value: 5 },
    ],
  },
];
const axis_config = { categories: ['Mon', 'Tue'], x_label: 'Day', y_label: 'Issues' };

test('a full stop stands beside the way to a card or a channel, however wide it is', async () => {
  const { channels } = windows().workspace.double.world;
  const id = channels.find(({ name }) => name === 'learnings')?.id ?? '';
  const card = `https://acme.slack.com/archives/${id}/p1700000000000100`;
  says([{ type: 'section', text: mrkdwn(`It is in a sentence: <#${id}>. <${card}|See it>.`) }]);
  const page = await windows().open('ana', 'learnings');
  await messagesWith(page, 'It is in a sentence').getByRole('link', { name: 'See it' }).waitFor();
  const alone = await page.evaluate<number[]>(`(() => {
    const words = [...document.querySelectorAll('.words')].find((it) => it.textContent.startsWith('It is in a sentence'));
    const range = document.createRange();
    words.style.display = 'block';
    return Array.from({ length: 80 }, (_, index) => 120 + 3 * index).filter((width) => {
      words.style.width = width + 'px';
      return [...words.querySelectorAll('a, button')].some((it) => {
        range.setStart(it.nextSibling, 0);
        range.setEnd(it.nextSibling, 1);
        return range.getBoundingClientRect().top > [...it.getClientRects()].at(-1).bottom - 4;
      });
    });
  })()`);
  expect(alone).toEqual([]);
});

test('texts with everything that may be in them', async () => {
  const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
  says([
    { type: 'header', text: plain('This week') },
    {
      type: 'section',
      text: mrkdwn(
        `<@${idOf('sam')}> *bold* _italic_ ~gone~ \`code\` <https://example.com|a link>\n&gt; quoted`,
      ),
    },
    { type: 'context', elements: [mrkdwn('<!date^1767225600^{date_short} at {time}|new year>')] },
    {
      type: 'rich_text',
      elements: [
        section({ type: 'text', text: 'strong', style: { bold: true } }),
        section({ type: 'emoji', name: 'tada' }),
      ],
    },
  ]);
  const page = await windows().open('kim', 'learnings');
  const message = messagesWith(page, 'This week');
  expect(await message.locator('strong').allTextContents()).toEqual(['Flagpost', 'bold', 'strong']);
  expect(await message.locator('em, s, code, blockquote, pre, li').allTextContents()).toEqual([
    'italic',
    'gone',
    'code',
    'quoted',
  ]);
  expect(await message.getByRole('link').getAttribute('href')).toBe('https://example.com');
  expect(await message.getByText('1 Jan 2026 at 09:00').count()).toBe(1);
  expect(await message.textContent()).toContain('🎉');
  expect(await message.getByText('@Sam Okafor').count()).toBe(1);
});

test('a list in rich text, and a link in it', async () => {
  const link = { type: 'link', url: 'https://example.com/42', text: '#42' };
  const line = (...elements: object[]) => ({ type: 'rich_text_section', elements });
  const title = line({ type: 'text', text: 'What became better', style: { bold: true } });
  const lines = [
    line(link, { type: 'text', text: ' It is fixed' }),
    line({ type: 'text', text: 'and 3 more' }),
  ];
  says([
    { type: 'rich_text', elements: [title, { type: 'rich_text_list', style: 'bullet', elements: lines }] },
  ]);
  const page = await windows().open('kim', 'learnings');
  const message = messagesWith(page, 'What became better');
  expect(await message.getByRole('listitem').allTextContents()).toEqual(['#42 It is fixed', 'and 3 more']);
  expect(await message.getByRole('link', { name: '#42' }).getAttribute('href')).toBe(
    'https://example.com/42',
  );
});

test.each(['bar', 'line', 'area'] as const)('a %s chart is drawn, and read out as a table', async (type) => {
  says([{ type: 'data_visualization', title: `As ${type}`, chart: { type, series, axis_config } }]);
  const page = await windows().open('lea', 'learnings');
  const message = messagesWith(page, `As ${type}`);
  const table = message.getByRole('table', { name: `As ${type}` });
  expect(await table.getByRole('row').allTextContents()).toEqual(['FlaggedFixed', 'Mon31', 'Tue75']);
  expect(await message.locator('svg :is(rect, circle)').count()).toBe(4);
  expect(await message.locator('.legend li').allTextContents()).toEqual(['Flagged', 'Fixed']);
  const below = await page.evaluate<number>(`(() => {
    const list = document.querySelector('main .talk');
    const chart = [...list.querySelectorAll('figure')].at(-1).getBoundingClientRect();
    return list.scrollHeight - list.scrollTop - (chart.bottom - list.getBoundingClientRect().top);
  })()`);
  expect(below).toBeLessThan(60);
});

test('a pie chart, also of one piece', async () => {
  says([
    {
      type: 'data_visualization',
      title: 'As pie',
      chart: { type: 'pie', segments: [{ label: 'All', value: 4 }] },
    },
  ]);
  const page = await windows().open('lea', 'learnings');
  const message = messagesWith(page, 'As pie');
  const box = await message.locator('path.slice').boundingBox();
  expect(box?.width).toBeGreaterThan(50);
  expect(await message.getByRole('row').allTextContents()).toEqual(['As pie', 'All4']);
});

test('every kind of field holds what one puts into it', async () => {
  const { workspace, open } = windows();
  const input = (label: string, element: object) => ({
    type: 'input',
    optional: true,
    label: plain(label),
    element,
  });
  const blocks = [
    input('Line', { type: 'plain_text_input', max_length: 10, initial_value: 'begun' }),
    input('Place', { type: 'conversations_select' }),
    input('Who', { type: 'users_select' }),
    input('Day', { type: 'datepicker' }),
    input('One', { type: 'radio_buttons', options: [option('Left'), option('Right')] }),
    input('Many', {
      type: 'checkboxes',
      options: [option('Salt'), option('Pepper')],
      initial_options: [option('Salt')],
    }),
  ];
  const page = await open('kim', 'general');
  const view = { type: 'modal', title: plain('Fields'), submit: plain('Send'), blocks };
  const form = pushView(workspace.double, idOf('kim'), readView(view, 'modal'));
  const dialog = page.getByRole('dialog', { name: 'Fields' });
  await dialog.getByLabel('Line').fill('far too long');
  await dialog.getByText('2 too many').waitFor();
  await dialog.getByLabel('Line').fill('short');
  await dialog.getByLabel('Place').selectOption('#general');
  await dialog.getByLabel('Who').selectOption('Lea Brandt');
  await dialog.getByLabel('Day').fill('2026-12-03');
  await dialog.getByRole('radio', { name: 'Right' }).check();
  await dialog.getByRole('checkbox', { name: 'Pepper' }).check();
  const held = () => Object.values(form.entered).flatMap((one) => Object.values(one));
  const room = workspace.double.world.channels.map(({ id, name }) => [name, id] as const);
  const ids = Object.fromEntries(room);
  const wanted = ['short', ids['general'], idOf('lea'), '2026-12-03', 'right', ['salt', 'pepper']];
  await expect.poll(held).toEqual(expect.arrayContaining(wanted));
  await closesForm(page, 'Close');
});

test('a button that asks first does nothing until one says yes, and a note tells developers what Slack would refuse', async () => {
  const confirm = {
    title: plain('Really?'),
    text: plain('It goes.'),
    confirm: plain('Yes'),
    deny: plain('No'),
  };
  const button = { type: 'button', action_id: 'not-ours', text: plain('Delete'), confirm };
  says([{ type: 'actions', elements: [button] }]);
  const { workspace, open } = windows();
  const page = await open('kim', 'learnings');
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Really?' }).getByText('It goes.').waitFor();
  await page.getByRole('button', { name: 'No' }).click();
  expect(workspace.double.lastSent.size).toBe(0);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect.poll(() => workspace.double.lastSent.size).toBe(1);

  expect(await page.getByText('note for developers').count()).toBe(0);
  await fetch(`${workspace.double.url}/api/chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.double.keys.botToken}` },
    body: new URLSearchParams({ channel: 'C0NOWHERE', text: 'x' }),
  });
  await page.getByText('1 note for developers').click();
  await page.getByText('chat.postMessage: channel_not_found').waitFor();
});
