import { beforeEach, describe, expect, test } from 'vitest';

import { askDatabase, cardsSaying } from '../support/looking.ts';
import { eachInAWorkspace, patienceMs } from './a-workspace.ts';

/* Longer than a receipt takes, so that no card is under way before it is there. */
const here = eachInAWorkspace({ pauseSeconds: 5 });

const words = 'Gap in bad weather';

/** All that this bot calls while it starts and while it posts. */
async function isAway(fault: { kind: 'status'; status: number } | { kind: 'hold' }): Promise<void> {
  const { slack } = here();
  for (const method of ['auth.test', 'chat.postMessage', 'conversations.open', 'views.open', 'users.info'])
    await slack.misbehaves({ method, ...fault });
}

const timeout = 60_000;

describe('a start while Slack is away, with a token that Slack has answered for once', { timeout }, () => {
  test.each([{ kind: 'status', status: 500 }, { kind: 'hold' }] as const)(
    'flags are saved at once, and the card comes when Slack is back ($kind)',
    async (fault) => {
      const { slack } = here();
      await here().stopApp();
      await isAway(fault);
      await here().restart();
      expect(await slack.person('ana').types(`/flag-issue ${words}`)).toContain('Saved as #1');
      expect(await cardsSaying(slack, words)).toBe(0);
      await slack.behaves();
      here().clock.skip({ seconds: 61 });
      await slack.person('ana').eventuallySees('process-gaps', words, 30_000);
      expect(await cardsSaying(slack, words)).toBe(1);
    },
  );

  test('what Slack says then corrects what was known', async () => {
    const { slack } = here();
    const ours = await askDatabase(here().databaseUrl, 'select tag from tokens');
    await askDatabase(here().databaseUrl, `update tokens set bot_id = 'B0SOMEBODY'`);
    await askDatabase(here().databaseUrl, `insert into tokens select 'old', workspace_id from tokens`);
    await slack.misbehaves({ method: 'auth.test', kind: 'status', status: 500, times: 1 });
    await here().restart();
    await expect
      .poll(() => askDatabase(here().databaseUrl, 'select tag, bot_id from tokens'), {
        timeout: patienceMs,
      })
      .toEqual([{ ...ours[0], bot_id: 'B0FLAGPOST' }]);
  });

  test('a token that was revoked meanwhile: what people type is kept until there is one that works', async () => {
    const { slack } = here();
    await here().stopApp();
    await slack.rejects('invalid_auth');
    await here().restart();
    expect(await slack.person('ana').types(`/flag-issue ${words}`)).toContain('Saved as #1');
    await expect.poll(here().logged, { timeout: patienceMs }).toContain('Slack does not say who we are');
    await slack.rejects();
    here().clock.skip({ minutes: 6 });
    await slack.person('ana').eventuallySees('process-gaps', words, 30_000);
  });

  test('the token itself is nowhere in the database', async () => {
    const { botToken } = here().options.slack;
    const [row] = await askDatabase<{ tag: string }>(here().databaseUrl, 'select tag from tokens');
    expect(row?.tag).toMatch(/^k1\.[\w-]{43}$/);
    expect(JSON.stringify(row)).not.toContain(botToken);
  });
});

describe('a start while Slack is away, with a token never seen before', { timeout }, () => {
  const early = 'I have just been started';

  beforeEach(async () => {
    await here().stopApp();
    await askDatabase(here().databaseUrl, 'delete from tokens');
  });

  test('whoever types a flag gets the words back, and nothing is saved', async () => {
    const { slack } = here();
    const ana = slack.person('ana');
    await isAway({ kind: 'status', status: 500 });
    await here().restart({}, 'listening');
    const answer = await ana.types(`/flag-issue The <form> & more`);
    expect(answer).toContain(early);
    expect(answer).toContain('The <form> & more');
    expect(await askDatabase(here().databaseUrl, 'select 1 from issues')).toEqual([]);
    await slack.behaves();
    await expect.poll(() => ana.types(`/flag-issue ${words}`), { timeout: 30_000 }).toContain('Saved as #1');
  });

  test('a form stays open with what was typed, and a button is answered', async () => {
    const { slack } = here();
    const [ana, sam] = [slack.person('ana'), slack.person('sam')];
    await here().restart();
    await ana.types(`/flag-issue ${words}`);
    await sam.eventuallySees('process-gaps', words, patienceMs);
    await here().stopApp();
    await askDatabase(here().databaseUrl, 'delete from tokens');
    await here().restart();
    await ana.uses('Flag as an issue');
    await ana.fills('What got in the way?', 'Another gap');
    await here().stopApp();
    await askDatabase(here().databaseUrl, 'delete from tokens');
    await isAway({ kind: 'status', status: 500 });
    await here().restart({}, 'listening');
    await ana.submits();
    await ana.eventuallySees('form', early, patienceMs);
    expect(await ana.sees('form')).toContain('Another gap');
    await sam.presses('Claim', { in: 'process-gaps', containing: words });
    await sam.eventuallySees('process-gaps', early, patienceMs);
    await slack.behaves();
    await expect
      .poll(async () => (await ana.submits(), ana.sees('form')), { timeout: 30_000 })
      .toContain('Saved as #2');
  });
});
