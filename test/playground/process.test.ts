import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

import type { BlockAction } from '@slack/bolt';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

import type { Double } from '../../src/playground/double/double.ts';
import { visit } from '../../src/playground/people/person.ts';
import { aSlack, anApp, APP_TOKEN, buttons, modal, section } from './a-slack.ts';

async function aFile() {
  const folder = await mkdtemp(join(tmpdir(), 'slack-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'slack.json');
}

describe('as a process of its own', () => {
  it('says where it is, keeps its state, and stops when asked', async () => {
    const file = await aFile();
    const start = async () => {
      const args = [
        'src/playground/main.ts',
        '--signing-secret',
        's',
        '--bot-token',
        'xoxb-1',
        '--state-file',
        file,
      ];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      onTestFinished(() => void child.kill('SIGKILL'));
      const [line] = await once(createInterface(child.stdout), 'line');
      return { child, ready: JSON.parse(line) };
    };
    const first = await start();
    expect(first.ready).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      apiUrl: `${first.ready.url}/api/`,
      pid: first.child.pid,
    });
    await visit(first.ready.url).says('ana', 'general', 'Still there?');
    first.child.kill('SIGTERM');
    expect(await once(first.child, 'exit')).toEqual([0, null]);

    const second = await start();
    expect(await visit(second.ready.url).person('sam').sees('general')).toBe('Ana Torres: Still there?');
  });
});

describe('the state', () => {
  it('is in the file soon after a change', async () => {
    const stateFile = await aFile();
    const { s } = await aSlack({ stateFile });
    await s.says('ana', 'general', 'Kept');
    await vi.waitFor(async () => expect(await readFile(stateFile, 'utf8')).toContain('Kept'));
  });

  it('holds how far the clock was moved on, until one starts over', async () => {
    const stateFile = await aFile();
    const dayMs = 86_400_000;
    const aheadMs = ({ clock }: Double): number => clock.nowMs() - Date.now();
    const { slack: first } = await aSlack({ stateFile });
    first.double.clock.moveTo(first.double.clock.now().add({ hours: 24 }));
    expect(aheadMs(first.double)).toBeGreaterThan(dayMs - 5000);
    await first.stop();

    const { slack: second, s } = await aSlack({ stateFile });
    expect(aheadMs(second.double)).toBeGreaterThan(dayMs - 5000);
    second.double.clock.moveTo(second.double.clock.now().subtract({ hours: 2 }));
    expect(aheadMs(second.double)).toBeGreaterThan(dayMs - 5000);
    await s.says('ana', 'general', 'Tomorrow');
    const [said] = await s.messages('general');
    expect(Number(said?.ts) * 1000).toBeGreaterThan(Date.now() + dayMs - 5000);
    second.startOver();
    expect(Math.abs(aheadMs(second.double))).toBeLessThan(5000);
  });
});

describe('the clock', () => {
  it('dates what happens, while requests are signed with the real time', async () => {
    const taken: { signedS: number; eventS: number }[] = [];
    const app = createServer((request, response) => {
      const take = async (): Promise<void> => {
        const body = await text(request);
        const { event_time: eventS } = JSON.parse(body) as { event_time: number };
        taken.push({ signedS: Number(request.headers['x-slack-request-timestamp']), eventS });
        response.end();
      };
      void take();
    });
    onTestFinished(() => void app.close());
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    const { port } = app.address() as AddressInfo;
    const { slack, s } = await aSlack({ eventsUrl: `http://127.0.0.1:${port}` });
    slack.double.clock.moveTo(slack.double.clock.now().add({ hours: 24 }));
    await s.person('ana').opensHome();
    const [one] = taken;
    const nowS = Date.now() / 1000;
    expect(Math.abs(Number(one?.signedS) - nowS)).toBeLessThan(10);
    expect(Math.abs(Number(one?.eventS) - nowS - 86_400)).toBeLessThan(10);
  });
});

describe('the door', () => {
  const knock = (url: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${url}/control/world`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('opens to this machine only, and not to pages of other sites', async () => {
    const { slack } = await aSlack();
    const { port, host } = new URL(slack.url);
    expect(await knock(slack.url, {})).toBe(200);
    expect(await knock(slack.url, { host: `localhost:${port}` })).toBe(200);
    expect(await knock(slack.url, { host: `evil.example:${port}` })).toBe(403);
    expect(await knock(slack.url, { host: 'localhost' })).toBe(403);
    expect(await knock(slack.url, { origin: `http://${host}` })).toBe(200);
    expect(await knock(slack.url, { origin: 'https://evil.example' })).toBe(403);
    expect(await knock(slack.url, { origin: 'null' })).toBe(403);
  });
});

describe('Socket Mode', () => {
  it('carries commands, presses, submissions and events, and their answers', async () => {
    const { slack, s, client } = await aSlack({ appToken: APP_TOKEN });
    const app = await anApp(
      slack,
      (app) => {
        app.command('/hi', async ({ ack }) => ack({ blocks: [section('Hello'), buttons('Open')] }));
        app.action('open', async ({ ack, body }) => {
          await ack();
          const { trigger_id } = body as BlockAction;
          await client.views.open({ trigger_id, view: modal('form') });
        });
        app.view('form', async ({ ack }) =>
          ack({ response_action: 'errors', errors: { words: 'Say more' } }),
        );
        app.event('app_home_opened', async ({ event }) => {
          await client.views.publish({
            user_id: event.user,
            view: { type: 'home', blocks: [section('Home')] },
          });
        });
      },
      true,
    );
    const ana = s.person('ana');
    expect(await ana.types('/hi')).toBe('(only you) Flagpost: Hello\n[Open]');
    await ana.presses('Open', { in: 'general' });
    await ana.fills('Words', 'Hm');
    await ana.submits();
    expect(await ana.seesForm()).toContain('Words: Hm\n  ! Say more');
    await ana.opensHome();
    expect(await ana.eventuallySees('home', 'Home')).toBe('Home');
    await app.stop();
    expect(await ana.types('/hi')).toContain('dispatch_failed');
  });

  it('opens by a ticket, which only the app token buys', async () => {
    const { slack, client } = await aSlack({ appToken: APP_TOKEN });
    await expect(client.apps.connections.open()).rejects.toThrow('not_allowed_token_type');
    const socket = new WebSocket(`${slack.url.replace('http', 'ws')}/link/?ticket=guessed`);
    await new Promise((resolve) => socket.addEventListener('error', resolve));
    expect(socket.readyState).not.toBe(WebSocket.OPEN);
  });
});
