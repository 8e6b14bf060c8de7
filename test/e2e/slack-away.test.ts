import { describe, expect, test } from 'vitest';

import { askDatabase, cardsSaying, unfinished } from '../support/looking.ts';
import { eachInAWorkspace } from './a-workspace.ts';

const here = eachInAWorkspace();

const patience = { timeout: 15_000 };
const words = 'Gap in bad weather';

async function isFlagged(): Promise<void> {
  const { slack } = here();
  expect(await slack.person('ana').types(`/flag-issue ${words}`)).toContain('Saved as #1');
}

async function isClaimed(): Promise<void> {
  const { slack } = here();
  const sam = slack.person('sam');
  await sam.eventuallySees('process-gaps', words, patience.timeout);
  const answer = await sam.presses('Claim', { in: 'process-gaps', containing: words });
  if (answer.includes('operation_timeout')) throw new Error(answer);
}

async function goesOn(): Promise<void> {
  const { slack } = here();
  await isClaimed();
  await slack.person('ana').eventuallySees('process-gaps', 'Sam Okafor has taken it on', patience.timeout);
  expect(await cardsSaying(slack, words)).toBe(1);
}

const left = (): Promise<string[]> => unfinished(here().databaseUrl);

/** How often a job has come to draw the card, whatever came of it. The first time it is drawn without one. */
async function drawn(): Promise<number> {
  const sql = `select 1 from pgboss.job join messages on messages.id::text = data->>'message'
    where name = 'draw' and kind = 'card' and job.state = 'completed'`;
  return (await askDatabase(here().databaseUrl, sql)).length;
}

async function deadLetters(): Promise<string | undefined> {
  const metrics = await (await fetch(`${here().address()}/metrics`)).text();
  return /^flagpost_dead_letters (.+)$/m.exec(metrics)?.[1];
}

describe('the first try to post the card comes to nothing', { timeout: 60_000 }, () => {
  test('Slack is slow: it is posted once', async () => {
    const { slack } = here();
    await slack.misbehaves({ method: 'chat.postMessage', kind: 'slow', ms: 3000, times: 1 });
    await isFlagged();
    await goesOn();
  });

  test('Slack wants us to wait: not a moment earlier, and no other message there either', async () => {
    const { slack } = here();
    await slack.misbehaves({ method: 'chat.postMessage', kind: 'ratelimited', retryAfter: 4, times: 1 });
    await isFlagged();
    await expect.poll(() => slack.calls('chat.postMessage'), patience).toHaveLength(1);
    await slack.person('lea').types('/flag-issue Another one for the same channel');
    await goesOn();
    const [first, second] = await slack.calls('chat.postMessage');
    expect(first?.error).toBe('ratelimited');
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(3900);
    expect(await deadLetters()).toBe('0');
  });

  test.each([
    { kind: 'status', status: 500 },
    { kind: 'status', status: 503 },
    { kind: 'error', code: 'internal_error' },
    { kind: 'cut-before' },
  ] as const)(
    'nobody knows whether it is there ($kind $status $code): after a minute it is sent again',
    async (fault) => {
      const { slack } = here();
      await slack.misbehaves({ method: 'chat.postMessage', ...fault, times: 1 });
      await isFlagged();
      await expect.poll(left, patience).toEqual(['unsure']);
      expect(await cardsSaying(slack, words)).toBe(0);
      here().clock.skip({ seconds: 61 });
      await goesOn();
    },
  );

  test.each(['cut-after', 'hold'] as const)(
    'it is there after all (%s), and Slack says where',
    async (kind) => {
      const { slack } = here();
      await slack.misbehaves({ method: 'chat.postMessage', kind, times: 1 });
      await isFlagged();
      await goesOn();
      here().clock.skip({ seconds: 61 });
      await slack.releases();
      await slack.person('lea').presses('Me too', { in: 'process-gaps' });
      await slack.person('ana').eventuallySees('process-gaps', '2 people met it', patience.timeout);
      await expect.poll(left, patience).toEqual([]);
      expect(await cardsSaying(slack, words)).toBe(1);
    },
  );
});

describe('it is there after all, but Slack never says so', { timeout: 60_000 }, () => {
  async function isUnsure(): Promise<void> {
    const { slack } = here();
    await slack.withholdsEvents(true);
    await slack.misbehaves({ method: 'chat.postMessage', kind: 'cut-after', times: 1 });
    await isFlagged();
    await expect.poll(left, patience).toEqual(['unsure']);
    expect(await cardsSaying(slack, words)).toBe(1);
  }

  test('for a minute nothing is sent; then a second copy, and when the event comes at last the stray one goes', async () => {
    const { slack } = here();
    await isUnsure();
    here().clock.skip({ seconds: 45 });
    await slack.ages(45_000);
    const sam = slack.person('sam');
    await sam.opensHome();
    await sam.presses('Claim', { in: 'home' });
    await sam.eventuallySees('flagpost', '[Mark as solved]', patience.timeout);
    await expect.poll(drawn, patience).toBeGreaterThanOrEqual(1);
    expect(await cardsSaying(slack, words)).toBe(1);
    here().clock.skip({ seconds: 16 });
    await expect.poll(() => cardsSaying(slack, words), patience).toBe(2);
    await expect.poll(left, patience).toEqual([]);
    await slack.withholdsEvents(false);
    await expect.poll(() => cardsSaying(slack, words), patience).toBe(1);
    await slack
      .person('ana')
      .eventuallySees('process-gaps', '#1 · @Sam Okafor has taken it on', patience.timeout);
  });

  test('a press on it tells us where it is: it is taken for the card, and not sent again', async () => {
    const { slack } = here();
    await isUnsure();
    await goesOn();
    here().clock.skip({ seconds: 61 });
    await slack.withholdsEvents(false);
    await slack.person('lea').presses('Me too', { in: 'process-gaps' });
    await slack.person('ana').eventuallySees('process-gaps', '2 people met it', patience.timeout);
    await expect.poll(left, patience).toEqual([]);
    expect(await cardsSaying(slack, words)).toBe(1);
  });

  test('a press on a stray copy counts, and the copy goes', async () => {
    const { slack } = here();
    await isUnsure();
    const stray = await slack.person('lea').looksAt('process-gaps', words);
    here().clock.skip({ seconds: 61 });
    await expect.poll(() => cardsSaying(slack, words), patience).toBe(2);
    await expect.poll(left, patience).toEqual([]);
    await slack.person('lea').presses('Me too', { on: stray });
    await expect.poll(() => cardsSaying(slack, words), patience).toBe(1);
    await slack.person('ana').eventuallySees('process-gaps', '2 people met it', patience.timeout);
  });
});

describe('the rest of the way', { timeout: 60_000 }, () => {
  test.each([
    { method: 'chat.update', kind: 'status', status: 500 },
    { method: 'chat.update', kind: 'ratelimited', retryAfter: 2 },
    { method: 'chat.update', kind: 'cut-before' },
    { method: 'chat.update', kind: 'cut-after' },
    { method: 'chat.update', kind: 'hold' },
    { method: 'conversations.open', kind: 'status', status: 500 },
    { method: 'conversations.open', kind: 'ratelimited', retryAfter: 2 },
    { method: 'conversations.open', kind: 'cut-after' },
    { method: 'views.open', kind: 'status', status: 500 },
    { method: 'views.open', kind: 'hold' },
    { method: 'users.info', kind: 'slow', ms: 400 },
  ] as const)('$method $kind: the claim holds, and everybody hears of it once', async (fault) => {
    const { slack } = here();
    await isFlagged();
    await slack.misbehaves({ ...fault, times: 1 });
    await goesOn();
    await slack.person('sam').eventuallySees('flagpost', '[Mark as solved]', patience.timeout);
    await slack.person('ana').eventuallySees('flagpost', 'has taken on #1', patience.timeout);
    await expect.poll(left, patience).toEqual([]);
    expect(await slack.directMessages('sam')).toHaveLength(1);
    expect(await slack.directMessages('ana')).toHaveLength(1);
  });

  test('Slack does not say who somebody is: they are asked kindly to try again, and nothing is claimed', async () => {
    const { slack } = here();
    await isFlagged();
    await slack.misbehaves({ method: 'users.info', kind: 'status', status: 500 });
    await isClaimed();
    const sam = slack.person('sam');
    await sam.eventuallySees('process-gaps', 'Slack did not tell me just now whether you are a member here.');
    expect(await sam.sees('process-gaps')).toContain('Needs an owner');
  });
});

test(
  'a job that is given up is kept, counted in /metrics, and told in the log',
  { timeout: 60_000 },
  async () => {
    const { slack } = here();
    await slack.misbehaves({ method: 'chat.postMessage', kind: 'error', code: 'invalid_blocks' });
    await isFlagged();
    const lastTry = `update pgboss.job set retry_limit = retry_count where name = 'draw' and state = 'retry' returning 1`;
    await expect.poll(() => askDatabase(here().databaseUrl, lastTry), patience).toHaveLength(1);
    await expect.poll(deadLetters, patience).toBe('1');
    expect(here().logged()).toContain('a job is given up');
    expect(here().logged()).not.toContain(words);
  },
);

/** On a busy machine one post may be late by more than what keeps it clear of the next. */
const mostHeldBack = 2;

test(
  'fifteen flags at once: all are posted, one a second, and Slack does not have to slow us down',
  { timeout: 60_000 },
  async () => {
    const { slack } = here();
    const flags = Array.from({ length: 15 }, (_, index) => `Gap in a burst ${index}.`);
    await Promise.all(flags.map((flag) => slack.person('ana').types(`/flag-issue ${flag}`)));
    for (const flag of flags) await slack.person('ana').eventuallySees('process-gaps', flag, 40_000);
    const posts = await slack.calls('chat.postMessage');
    const heldBack = posts.filter(({ error }) => error === 'ratelimited').length;
    expect(heldBack).toBeLessThanOrEqual(mostHeldBack);
    expect(posts.length - heldBack).toBe(flags.length);
  },
);
