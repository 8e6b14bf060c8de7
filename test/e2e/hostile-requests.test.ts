import { request } from 'node:http';

import { describe, expect, test } from 'vitest';

import { inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace({ pauseSeconds: 600 });

/** Words that nobody should find in an answer or in the log. */
const secret = 'plum-coloured-secret';

const json = 'application/json';

function formOf(payload: unknown): string {
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

async function command(text: string, changes: Record<string, string> = {}): Promise<string> {
  const { team, people, channels } = await here().slack.world();
  return new URLSearchParams({
    command: '/flag-issue',
    text,
    team_id: team.id,
    user_id: people.find(({ name }) => name === 'ana')?.id ?? '',
    channel_id: channels[0]?.id ?? '',
    trigger_id: '1.2.3',
    ...changes,
  }).toString();
}

async function sender(): Promise<{ team: object; user: object; trigger_id: string }> {
  const { team, people } = await here().slack.world();
  const id = people.find(({ name }) => name === 'ana')?.id ?? '';
  return { team: { id: team.id }, user: { id, team_id: team.id }, trigger_id: '1.2.3' };
}

async function nothingWasSaved(): Promise<void> {
  const ana = here().slack.person('ana');
  const number = /#(\d+)/.exec(await ana.types(`/flag-issue probe ${Math.random()}`))?.[1];
  const again = /#(\d+)/.exec(await ana.types(`/flag-issue probe ${Math.random()}`))?.[1];
  expect(Number(again)).toBe(Number(number) + 1);
  expect(await ana.sees('process-gaps')).not.toContain(secret);
  expect(here().logged()).not.toContain(secret);
}

async function knocks(method: string, path: string, headers: Record<string, string> = {}) {
  return await new Promise<{ status: number; body: string }>((resolve, reject) => {
    const outgoing = request(`${here().address()}${path}`, { method, headers, agent: false });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    outgoing.end();
  });
}

describe('a request that does not come from Slack', () => {
  test('without a right signature is refused without a word', async () => {
    const body = await command(secret);
    for (const signature of ['', 'v0=', `v0=${'0'.repeat(64)}`, 'nonsense']) {
      expect(await here().slack.sends({ body, signature })).toMatchObject({ status: 401, body: '' });
    }
    await nothingWasSaved();
  });

  test('without any of Slack’s headers is refused without a word', async () => {
    const answer = await fetch(`${here().address()}/slack/events`, {
      method: 'POST',
      body: await command(secret),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([answer.status, await answer.text()]).toEqual([401, '']);
    await nothingWasSaved();
  });

  test('six minutes old, or from a clock that does not tell the time, is refused', async () => {
    const body = await command(secret);
    const now = Math.floor(Date.now() / 1000);
    expect(await here().slack.sends({ body, timestampS: now - 360 })).toMatchObject({
      status: 401,
      body: '',
    });
    expect(await here().slack.sends({ body, timestampS: 0 })).toMatchObject({ status: 401, body: '' });
    await nothingWasSaved();
  });

  test('of 5 MB is refused before it is read, and the bot goes on', async () => {
    const body = await command(secret.repeat(260_000));
    const { status, body: said } = await here().slack.sends({ body });
    expect([0, 413]).toContain(status);
    expect(said).not.toContain(secret);
    await nothingWasSaved();
  });

  test('at any other path or with any other method is not there', async () => {
    for (const [method, path] of [
      ['GET', '/slack/events'],
      ['PUT', '/slack/events'],
      ['DELETE', '/slack/events'],
      ['POST', '/'],
      ['POST', '/slack/events/'],
      ['GET', '/slack/install'],
      ['GET', `/..%2f..%2fetc/passwd?${secret}`],
      ['GET', '//'],
    ] as const) {
      expect(await knocks(method, path), `${method} ${path}`).toEqual({ status: 404, body: '' });
    }
  });

  test('with a flood of headers is refused', async () => {
    const headers = { 'x-flood': secret.repeat(2000) };
    const answer = await knocks('POST', '/slack/events', headers);
    expect(answer).toEqual({ status: 431, body: '' });
    await nothingWasSaved();
  });
});

describe('a signed request that makes no sense', () => {
  test.each([
    ['no JSON', json, '{"type": "event_callback", '],
    ['an array', json, '[]'],
    ['null', json, 'null'],
    ['a number', json, '7'],
    ['an object with nothing in it', json, '{}'],
    ['an event without an event', json, '{"type": "event_callback"}'],
    ['an event that is a text', json, '{"type": "event_callback", "event": "x"}'],
    ['an unknown type', json, '{"type": "nothing_known"}'],
    ['a payload that is null', undefined, 'payload=null'],
    ['a payload that is a list', undefined, 'payload=[]'],
    ['a payload that is no JSON', undefined, `payload={${secret}`],
    ['a payload with nothing in it', undefined, 'payload={}'],
    ['a payload of an unknown type', undefined, 'payload={"type":"nothing_known"}'],
    ['a press of nothing', undefined, 'payload={"type":"block_actions","actions":[]}'],
    ['a press without a button', undefined, 'payload={"type":"block_actions","actions":[null]}'],
    ['a submission without a form', undefined, 'payload={"type":"view_submission"}'],
    ['a form without anything', undefined, ''],
    ['a form of something else', undefined, `a=${secret}`],
    ['a question whether TLS works that is none', undefined, 'ssl_check=0'],
    ['the same question twice', undefined, 'ssl_check=1&ssl_check=1'],
    ['text', 'text/plain', secret],
    ['multipart', 'multipart/form-data; boundary=x', `--x\r\n\r\n${secret}\r\n--x--`],
  ])('%s is refused at once and without a word', async (_, contentType, body) => {
    const began = Date.now();
    const answer = await here().slack.sends({
      body,
      ...(contentType === undefined ? {} : { contentType }),
    });
    expect(answer.body).toBe('');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(Date.now() - began).toBeLessThan(3000);
  });

  test('leaves nothing in the log of what was in it, and the bot goes on', nothingWasSaved);
});

test('Slack’s own question, whether the address is ours, has its answer', async () => {
  const body = JSON.stringify({ type: 'url_verification', token: 'x', challenge: 'a-challenge' });
  const answer = await here().slack.sends({ body, contentType: json });
  expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('a-challenge') });
});

describe('somebody from nowhere', () => {
  test('another team’s request is refused, whatever it asks', async () => {
    const other = { team: { id: 'T0ANOTHER' }, user: { id: 'U0ANOTHER', team_id: 'T0ANOTHER' } };
    const press = { action_id: 'claim', block_id: 'x', type: 'button', value: '1' };
    const bodies = [
      await command(secret, { team_id: 'T0ANOTHER', user_id: 'U0ANOTHER' }),
      formOf({ type: 'block_actions', ...other, actions: [press] }),
      formOf({
        type: 'view_submission',
        ...other,
        view: { id: 'V1', type: 'modal', callback_id: 'flag-form', blocks: [], state: { values: {} } },
      }),
      formOf({ type: 'shortcut', ...other, callback_id: 'flag-an-issue' }),
    ];
    for (const body of bodies) {
      const answer = await here().slack.sends({ body });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body).toBe('');
    }
    const event = { type: 'app_home_opened', user: 'U0ANOTHER', tab: 'home' };
    const body = JSON.stringify({ type: 'event_callback', team_id: 'T0ANOTHER', event });
    expect((await here().slack.sends({ body, contentType: json })).body).toBe('');
    await nothingWasSaved();
  });

  test('a form submitted by an outsider in a view of ours is not taken', async () => {
    const ana = here().slack.person('ana');
    await ana.types('/flag-issue');
    await ana.eventuallySees('form', 'Flag an issue');
    const { views, team } = await here().slack.world();
    const open = Object.values(views).find(({ view }) => view.type === 'modal');
    const values = { text: { text: { type: 'plain_text_input', value: secret } } };
    const body = formOf({
      type: 'view_submission',
      team: { id: 'T0OTHERTEAM' },
      user: { id: 'U0OUTSIDER', team_id: 'T0OTHERTEAM' },
      view: { ...open?.view, id: open?.id, app_installed_team_id: team.id, state: { values } },
    });
    const answer = await here().slack.sends({ body });
    expect(answer.body).toContain('for the people of the workspace that installed it');
    await ana.closes();
    await nothingWasSaved();
  });

  test('message, issue and view ids that are not ours do nothing', async () => {
    const press = {
      type: 'block_actions',
      ...(await sender()),
      container: { type: 'message', message_ts: '1.2', channel_id: 'C0ELSEWHERE' },
      channel: { id: 'C0ELSEWHERE' },
    };
    const value = '999999';
    const block = '00000000-0000-4000-8000-000000000000/3';
    for (const [id, over] of [
      ['claim', value],
      ['undo', value],
      ['accept-offer', value],
      ['answer-fixed', `${value} 1`],
      ['claim', 'nonsense'],
      ['claim', '-1'],
      ['claim', '1e99'],
      ['claim', '1; drop table issues'],
    ]) {
      const actions = [{ type: 'button', action_id: id, block_id: block, value: over }];
      const answer = await here().slack.sends({ body: formOf({ ...press, actions }) });
      expect(answer, `${id} ${over}`).toMatchObject({ status: 200, body: '' });
    }
    await nothingWasSaved();
    expect(here().logged()).not.toContain('something a person did came to nothing');
  });
});
