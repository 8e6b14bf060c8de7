import { describe, expect, it } from 'vitest';

import { aSlack, refusal } from './a-slack.ts';

async function aCard() {
  const scene = await aSlack();
  const channel = await scene.id('process-gaps');
  const post = () => scene.client.chat.postMessage({ channel, text: 'Card' });
  return { ...scene, channel, post };
}

describe('Slack misbehaves', () => {
  it('with a status, an error of its own or a rate limit, as often as told', async () => {
    const { s, post } = await aCard();
    await s.misbehaves({ method: 'chat.postMessage', kind: 'status', status: 503, times: 1 });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_http_error', statusCode: 503 });
    await s.misbehaves({ method: '*', kind: 'error', code: 'fatal_error', times: 1 });
    expect(await refusal(post())).toBe('fatal_error');
    await s.misbehaves({ method: 'chat.postMessage', kind: 'ratelimited', retryAfter: 7, times: 1 });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 7 });
    expect(await s.messages('process-gaps')).toEqual([]);
    expect(await refusal(post())).toBe('ok');
    expect((await s.calls('chat.postMessage')).map((call) => call.error)).toEqual([
      'status',
      'fatal_error',
      'ratelimited',
      undefined,
    ]);
  });

  it('by cutting the line before anything happens, or after it has', async () => {
    const { s, post } = await aCard();
    await s.misbehaves({ method: 'chat.postMessage', kind: 'cut-before', times: 1 });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(await s.messages('process-gaps')).toHaveLength(0);
    await s.misbehaves({ method: 'chat.postMessage', kind: 'cut-after', times: 1 });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(await s.messages('process-gaps')).toHaveLength(1);
  });

  it('by keeping an answer back', async () => {
    const { s, post } = await aCard();
    await s.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
    const answered = post().then(() => 'answered');
    await s.person('ana').eventuallySees('process-gaps', 'Card');
    expect(await Promise.race([answered, s.world().then(() => 'waiting')])).toBe('waiting');
    await s.releases();
    expect(await answered).toBe('answered');
  });

  it('by being slow', async () => {
    const { s, client } = await aCard();
    await s.misbehaves({ method: 'auth.test', kind: 'slow', ms: 120 });
    const start = performance.now();
    await client.auth.test();
    expect(performance.now() - start).toBeGreaterThan(100);
  });

  it('until it is told to behave', async () => {
    const { s, post } = await aCard();
    await s.misbehaves({ method: '*', kind: 'error', code: 'fatal_error' });
    expect(await refusal(post())).toBe('fatal_error');
    expect(await refusal(post())).toBe('fatal_error');
    await s.behaves();
    expect(await refusal(post())).toBe('ok');
  });
});
