import { createServer } from 'node:http';

import { describe, expect, it, onTestFinished } from 'vitest';

import { sign } from '../../src/playground/double/wire.ts';
import { aSlack, anApp, buttons, section } from './a-slack.ts';

describe('a signature', () => {
  it('is the one Slack publishes as its example', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V' +
      '&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=' +
      '&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN' +
      '&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    expect(sign('8f742231b10e8888abcd99yyyzzz85a5', '1531420618', body)).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });

  it('is what the app checks, and so is its age', async () => {
    const { slack, s } = await aSlack();
    await anApp(slack, (app) => app.command('/hi', async ({ ack }) => ack('Hello')));
    const body = new URLSearchParams({ command: '/hi', team_id: 'T1', user_id: 'U1' }).toString();
    expect(await s.sends({ body })).toMatchObject({ status: 200, body: 'Hello' });
    expect(await s.sends({ body, signature: 'v0=wrong' })).toMatchObject({ status: 401 });
    expect(await s.sends({ body, timestampS: Math.floor(Date.now() / 1000) - 301 })).toMatchObject({
      status: 401,
    });
    expect((await s.sends({ body: 'x'.repeat(5_000_000) })).status).not.toBe(200);
  });
});

describe('a command', () => {
  it('is answered to the one who typed it, in text or in blocks', async () => {
    const { slack, s } = await aSlack();
    await anApp(slack, (app) => {
      app.command('/text', async ({ ack }) => ack('*Saved*'));
      app.command('/blocks', async ({ ack }) =>
        ack({ text: 'Saved', blocks: [section('_Saved_'), buttons('Undo')] }),
      );
      app.command('/nothing', async ({ ack }) => ack());
    });
    const ana = s.person('ana');
    expect(await ana.types('/text')).toBe('(only you) Flagpost: Saved');
    expect(await ana.types('/blocks', { in: 'process-gaps' })).toBe('(only you) Flagpost: Saved\n[Undo]');
    expect(await ana.types('/nothing')).toBe('');
    expect(await s.person('sam').sees('general')).toBe('');
  });

  it('carries names and links as markup, and all else escaped', async () => {
    const { slack, s, id } = await aSlack();
    const texts: string[] = [];
    await anApp(slack, (app) =>
      app.command('/say', async ({ ack, command }) => {
        texts.push(command.text);
        await ack();
      }),
    );
    await s
      .person('ana')
      .types('/say  @sam and @Kim Sato in #learnings: <!here> a & b, @here, https://x.org/?a=1&b=2');
    const [sam, kim, learnings] = await Promise.all(['@sam', '@kim', 'learnings'].map(id));
    expect(texts).toEqual([
      `<@${sam}|sam> and <@${kim}|kim> in <#${learnings}|learnings>: &lt;!here&gt; a &amp; b, <!here>, ` +
        '<https://x.org/?a=1&amp;b=2>',
    ]);
  });

  it('names only public channels', async () => {
    const { slack, s } = await aSlack();
    await s.addChannel({ name: 'secret', isPrivate: true, members: ['ana'] });
    await anApp(slack, (app) => app.command('/where', async ({ ack, command }) => ack(command.channel_name)));
    const ana = s.person('ana');
    expect(await ana.types('/where', { in: 'general' })).toContain('general');
    expect(await ana.types('/where', { in: 'secret' })).toContain('privategroup');
    expect(await ana.types('/where', { in: 'flagpost' })).toContain('directmessage');
    await expect(s.person('sam').types('/where', { in: 'secret' })).rejects.toThrow('sam is not in secret');
  });

  it('is not there for people of other workspaces, nor for those who left', async () => {
    const { slack, s } = await aSlack();
    await s.addPerson({ name: 'olu', isOutsider: true });
    await s.join('general', 'olu');
    await s.deactivate('sam');
    await anApp(slack, (app) => app.command('/hi', async ({ ack }) => ack('Hello')));
    await expect(s.person('olu').types('/hi')).rejects.toThrow('another workspace');
    await expect(s.person('sam').types('/hi')).rejects.toThrow('sam is deactivated');
  });

  it('that nobody answers, or not in time, tells the person so', async () => {
    const { slack, s } = await aSlack();
    const kim = s.person('kim');
    slack.connect('http://127.0.0.1:1/slack/events');
    const seen = '(only you) Slackbot: /hi failed with the error ';
    expect(await kim.types('/hi')).toBe(`${seen}"dispatch_failed"`);
    await anApp(slack, (app) => {
      app.command('/throws', async () => Promise.reject(new Error('a bug')));
      app.command('/wrong', async ({ ack }) => ack({ blocks: [section('')] }));
    });
    expect(await kim.types('/throws')).toContain('"dispatch_failed"');
    expect(await kim.types('/wrong')).toContain('"invalid_command_response"');
  });

  it('that is not answered within three seconds times out', async () => {
    const { slack, s } = await aSlack();
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      silent.close();
      silent.closeAllConnections();
    });
    const address = silent.address();
    slack.connect(`http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/`);
    expect(await s.person('kim').types('/hi')).toContain('/hi failed with the error "operation_timeout"');
  });
});

describe('a response_url', () => {
  const say = async (url: string, body: object) => {
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return { status: answer.status, answer: await answer.json() };
  };

  const anUrl = async () => {
    const { slack, s } = await aSlack();
    const urls: string[] = [];
    await anApp(slack, (app) => {
      app.command('/url', async ({ ack, command }) => {
        urls.push(command.response_url);
        await ack({ blocks: [buttons('Undo')] });
      });
      app.action('undo', async ({ ack, respond }) => {
        await ack();
        await respond({ replace_original: true, text: 'Undone' });
      });
    });
    await s.person('ana').types('/url');
    return { s, url: urls[0]! };
  };

  it('works five times', async () => {
    const { s, url } = await anUrl();
    for (let use = 1; use <= 5; use += 1)
      expect(await say(url, { text: `Use ${use}` })).toEqual({ status: 200, answer: { ok: true } });
    expect(await say(url, { text: 'Use 6' })).toEqual({
      status: 404,
      answer: { ok: false, error: 'used_url' },
    });
    expect(await s.person('ana').sees('general')).toContain('(only you) Flagpost: Use 5');
    expect(await s.person('sam').sees('general')).toBe('');
  });

  it('works for half an hour', async () => {
    const { s, url } = await anUrl();
    await s.ages(30 * 60_000 - 5000);
    expect(await say(url, { text: 'Late' })).toMatchObject({ status: 200 });
    await s.ages(5001);
    expect(await say(url, { text: 'Too late' })).toEqual({
      status: 404,
      answer: { ok: false, error: 'expired_url' },
    });
  });

  it('speaks to the channel when told to, even where the bot is no member', async () => {
    const { s, url } = await anUrl();
    await say(url, { text: 'To all', response_type: 'in_channel' });
    expect(await s.person('sam').sees('general')).toBe('Flagpost: To all');
  });

  it('takes no invalid blocks', async () => {
    const { url } = await anUrl();
    expect(await say(url, { blocks: [section('')] })).toMatchObject({
      status: 400,
      answer: { error: 'invalid_blocks' },
    });
  });

  it('of a press says something else instead of the message', async () => {
    const { s } = await anUrl();
    await s.person('ana').presses('Undo', { in: 'general' });
    expect(await s.person('ana').eventuallySees('general', 'Undone')).toBe('(only you) Flagpost: Undone');
  });
});
