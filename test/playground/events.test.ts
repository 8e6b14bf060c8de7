import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { aSlack, section } from './a-slack.ts';

interface Received {
  headers: IncomingHttpHeaders;
  body: { event_id: string; team_id: string; authorizations: object[]; event: Record<string, unknown> };
}

/** An endpoint that keeps what it gets; `statuses` are its first answers, 0 for none, then 200. */
async function anEndpoint(statuses: number[] = []) {
  const scene = await aSlack();
  const received: Received[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    received.push({ headers: request.headers, body: JSON.parse(await text(request)) });
    const status = statuses.shift() ?? 200;
    if (status !== 0) response.writeHead(status).end();
  };
  const server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  scene.slack.connect(`http://127.0.0.1:${address.port}/slack/events`);
  return { ...scene, received };
}

const metadata = { event_type: 'card', event_payload: { id: 'row' } };

describe('an event', () => {
  it('is signed JSON with the installation it is for', async () => {
    const { s, id, received } = await anEndpoint();
    await s.person('ana').opensHome();
    const { team, app } = await s.world();
    expect(received).toMatchObject([
      {
        headers: {
          'content-type': 'application/json',
          'x-slack-signature': expect.stringMatching(/^v0=[0-9a-f]{64}$/),
        },
        body: {
          team_id: team.id,
          api_app_id: app.id,
          event: { type: 'app_home_opened', user: await id('@ana'), tab: 'home' },
          authorizations: [{ team_id: team.id, user_id: app.botUserId, is_bot: true }],
        },
      },
    ]);
    expect(received[0]?.body.event).not.toHaveProperty('view');
  });

  it('is sent again three times at most, with the same id and the reason', async () => {
    const { s, received } = await anEndpoint([500, 500, 500, 500, 500]);
    await s.retriesEventsAt(0.0001);
    await s.person('ana').opensHome();
    await vi.waitFor(() => expect(received).toHaveLength(4));
    const retries = received.map(({ headers }) => [
      headers['x-slack-retry-num'],
      headers['x-slack-retry-reason'],
    ]);
    expect(retries).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
    expect(new Set(received.map(({ body }) => body.event_id)).size).toBe(1);
  });

  it('is sent again when there is no answer within three seconds', async () => {
    const { s, received } = await anEndpoint([0]);
    await s.person('ana').opensHome();
    await vi.waitFor(() => expect(received).toHaveLength(2));
    expect(received[1]?.headers).toMatchObject({
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_timeout',
    });
  });

  it('is sent no more once it is accepted', async () => {
    const { s, received } = await anEndpoint([500]);
    await s.retriesEventsAt(0.0001);
    await s.person('ana').opensHome();
    await vi.waitFor(() => expect(received).toHaveLength(2));
    await s.person('sam').opensHome();
    expect(received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', undefined]);
  });

  it('tells of Home as it is, of people who change, and of those who leave', async () => {
    const { s, client, id, received } = await anEndpoint();
    await client.views.publish({
      user_id: await id('@ana'),
      view: { type: 'home', blocks: [section('Hi')] },
    });
    await s.person('ana').opensHome();
    await s.makeAdmin('sam');
    await s.deactivate('lea');
    expect(received.map(({ body }) => body.event)).toMatchObject([
      { type: 'app_home_opened', view: { type: 'home', blocks: [section('Hi')] } },
      { type: 'user_change', user: { name: 'sam', is_admin: true } },
      { type: 'user_change', user: { name: 'lea', deleted: true } },
    ]);
  });

  it('tells of each message of the bot that has metadata, in direct messages too', async () => {
    const { client, id, received } = await anEndpoint();
    const posted = await client.chat.postMessage({ channel: await id('@ana'), text: 'Card', metadata });
    await client.chat.postMessage({ channel: await id('process-gaps'), text: 'No metadata' });
    await vi.waitFor(() => expect(received).toHaveLength(1));
    expect(received[0]?.body.event).toMatchObject({
      type: 'message_metadata_posted',
      channel_id: posted.channel,
      message_ts: posted.ts,
      metadata,
    });
  });

  it('about metadata can be held back', async () => {
    const { s, client, id, received } = await anEndpoint();
    await s.withholdsEvents(true);
    await client.chat.postMessage({ channel: await id('process-gaps'), text: 'Card', metadata });
    await s.person('ana').opensHome();
    expect(received.map(({ body }) => body.event['type'])).toEqual(['app_home_opened']);
    await s.withholdsEvents(false);
    await vi.waitFor(() => expect(received).toHaveLength(2));
    expect(received[1]?.body.event['type']).toBe('message_metadata_posted');
  });
});
