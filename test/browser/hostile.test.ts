import { request } from 'node:http';

import { expect, test } from 'vitest';

import { inABrowser, messagesWith, writes } from './a-window.ts';

const windows = inABrowser();
const hostile = `<img src=x onerror="document.title='got you'"> *bold* <!channel> &amp; <https://evil.example> \`code\``;

test('what people type is shown as they typed it, and does nothing', async () => {
  const page = await windows().open('ana');
  await writes(page, `/flag-issue ${hostile}`);
  const card = messagesWith(page, 'Needs an owner');
  await card.waitFor();
  expect(await card.locator('blockquote').textContent()).toBe(hostile);
  expect(await page.locator('main img, main blockquote a, main blockquote strong').count()).toBe(0);

  await writes(page, '<script>alert(1)</script> & <b>more</b>');
  await messagesWith(page, '<script>alert(1)</script> & <b>more</b>').waitFor();
  expect(await page.title()).not.toContain('got you');
});

test('a link that is none of the web is only its words', async () => {
  const { open, workspace } = windows();
  const { world } = workspace.double;
  const channel = world.channels.find(({ name }) => name === 'learnings')?.id ?? '';
  await workspace.slack.says(
    'kim',
    'learnings',
    '<javascript:alert(1)|press me> <https://example.com|and me>',
  );
  const page = await open('ana', 'learnings');
  expect(channel).not.toBe('');
  expect(await page.getByRole('link').allTextContents()).toEqual(['and me']);
});

interface Knock {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly path?: string;
  readonly body?: string;
}

function knock({ method = 'GET', headers = {}, path = '/', body = '' }: Knock): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${windows().workspace.address()}${path}`, { method, headers }, (response) => {
      response.destroy();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end(body);
  });
}

test('the page opens to this machine only, and not to pages of other sites', async () => {
  const { port } = new URL(windows().workspace.address());
  const says = { method: 'POST', path: '/page/acts?as=ana', body: JSON.stringify({ act: 'home' }) };
  const json = { 'content-type': 'application/json' };
  expect(await knock({})).toBe(200);
  expect(await knock({ headers: { host: `localhost:${port}` } })).toBe(200);
  expect(await knock({ headers: { host: `evil.example:${port}` } })).toBe(403);
  expect(await knock({ headers: { host: 'localhost' } })).toBe(403);
  expect(await knock({ path: '/page/sight?as=ana', headers: { origin: 'https://evil.example' } })).toBe(403);
  expect(await knock({ ...says, headers: json })).toBe(200);
  expect(await knock({ ...says, headers: { ...json, origin: 'https://evil.example' } })).toBe(403);
  expect(await knock({ ...says, headers: { ...json, origin: 'null' } })).toBe(403);
  expect(await knock({ ...says, headers: { 'content-type': 'text/plain' } })).toBe(404);
  expect(await knock({ ...says, path: '/page/acts?as=flagpost', headers: json })).toBe(404);
});

test('a bot that is given a real Slack has no page', async () => {
  const { workspace } = windows();
  await workspace.restart({ others: null });
  expect(await knock({})).toBe(404);
  expect(await knock({ path: '/page/sight?as=ana' })).toBe(404);
  await workspace.restart();
});

test('it hands out its own files, and none that lie near by', async () => {
  const root = process.cwd();
  expect(await knock({ path: '/main.tsx' })).toBe(200);
  for (const path of ['package.json', '.flagpost/keys', 'src/config.ts', '.git/config']) {
    expect(await knock({ path: `/@fs${root}/${path}` })).not.toBe(200);
    expect(await knock({ path: `/../../../../${path}` })).not.toBe(200);
    expect(await knock({ path: `/@fs${root}/${path}?raw` })).not.toBe(200);
    expect(await knock({ path: `/@fs${root}/${path}?url&import` })).not.toBe(200);
  }
  expect(await knock({ path: '/@fs/etc/passwd?raw' })).not.toBe(200);
});

test.each(['{', '{"act":"fly"}', '{"act":"press"}', '[]'])(
  'a body that is none is refused: %s',
  async (body) => {
    const headers = { 'content-type': 'application/json' };
    expect(await knock({ method: 'POST', path: '/page/acts?as=ana', headers, body })).toBe(400);
  },
);

test('nobody works with what is not before their eyes', async () => {
  const { workspace } = windows();
  const address = `${workspace.address()}/page/acts?as=`;
  const ask = (person: string, body: object) =>
    fetch(address + person, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await workspace.slack.person('ana').types('/flag-issue', { in: 'general' });
  await workspace.slack.person('ana').eventuallySees('form', 'What got in the way?');
  const form = workspace.double.world.views.find(({ view }) => view.type === 'modal');
  const entered = { act: 'submit', view: form?.id, entered: {} };
  expect((await ask('sam', entered)).status).toBe(409);
  const typed = { act: 'enter', on: { view: form?.id }, block: 'x', action: 'x', entry: 'x' };
  for (const act of [typed, { act: 'close', view: form?.id, all: true }]) await ask('sam', act);
  expect(await workspace.slack.person('ana').seesForm()).toContain('What got in the way?: ___');
  const receipt = workspace.double.world.messages.find(({ ephemeralFor }) => ephemeralFor !== undefined);
  const [block] = receipt?.blocks?.filter(({ type }) => type === 'actions') ?? [];
  if (block?.type !== 'actions') throw new Error('the receipt has no buttons');
  const on = { channel: receipt?.channel, ts: receipt?.ts };
  const press = { act: 'press', on, block: block.block_id, action: block.elements[0]?.action_id };
  const answer = await ask('sam', { ...press, value: block.elements[0]?.value });
  expect(await answer.json()).toEqual({ said: 'That has changed meanwhile. Please look again.' });
});
