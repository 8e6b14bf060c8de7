import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Visit } from '../../src/playground/people/person.ts';
import { askDatabase, cardsSaying } from '../support/looking.ts';
import { createDatabase } from '../support/postgres.ts';
import type { TestDatabase } from '../support/postgres.ts';
import { openProxy } from '../support/proxy.ts';
import type { Proxy } from '../support/proxy.ts';
import { openWorkspace } from '../support/workspace.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let database: TestDatabase;
let proxy: Proxy;
let workspace: TestWorkspace;
let slack: Visit;

beforeEach(async () => {
  database = await createDatabase();
  proxy = await openProxy(database.url);
  workspace = await openWorkspace({ databaseUrl: proxy.url });
  slack = workspace.slack;
});

afterEach(async () => {
  await proxy.behaves();
  await workspace.close();
  await proxy.close();
  await database.drop();
});

const text = 'The refund form rejects <foreign> IBANs & more';
const notNow = "I can't get at what is kept just now, so nothing was changed. Please try again in a minute.";
const recoveryMs = 20_000;
const unsure = "I'm not sure it was saved.";

async function ready(): Promise<{ status: number; words: string }> {
  const answer = await fetch(`${workspace.address()}/readyz`);
  return { status: answer.status, words: await answer.text() };
}

const ask = (sql: string): Promise<object[]> => askDatabase(database.url, sql);

/** The doubtful connections are gone; what was leased in a transaction nobody heard the end of is free again. */
async function heals(): Promise<void> {
  proxy.cuts();
  await proxy.behaves();
  workspace.clock.skip({ seconds: 16 });
}

/** A second try, as a person would make one: until it works. */
async function typesUntilSaved(line: string): Promise<string> {
  const receipts: string[] = [];
  await expect
    .poll(async () => receipts.push(await slack.person('ana').types(line)) && receipts.at(-1), {
      timeout: recoveryMs,
    })
    .toMatch(/#\d+/);
  return receipts.at(-1) ?? '';
}

/** A second try with the form that is open, and what stands in it then. */
async function sendsAgain(): Promise<string | undefined> {
  const ana = slack.person('ana');
  await ana.submits();
  return await ana.seesForm();
}

describe.each(['refuse', 'hang'] as const)('while Postgres is away (%s)', (trouble) => {
  test('the command gives the text back, unharmed, and works again by itself', async () => {
    const ana = slack.person('ana');
    await proxy.misbehaves(trouble);
    const answer = await ana.types(`/flag-issue ${text}`);
    expect(answer).toContain(notNow);
    expect(answer).toContain(text);
    await proxy.behaves();
    expect(await typesUntilSaved(`/flag-issue ${text}`)).toContain('Saved as #');
    await ana.eventuallySees('process-gaps', text);
    expect(await cardsSaying(slack, 'foreign')).toBe(1);
  });

  test('the form stays open with what was typed, says why, and can be sent again', async () => {
    const ana = slack.person('ana');
    await ana.uses('Flag as an issue');
    await ana.fills('What got in the way?', text);
    await ana.fills('Who is affected?', 'Customers abroad');
    await proxy.misbehaves(trouble);
    await ana.submits();
    const form = await ana.seesForm();
    expect(form).toContain(notNow);
    expect(form).toContain(text);
    expect(form).toContain('Customers abroad');
    await proxy.behaves();
    await expect.poll(sendsAgain, { timeout: recoveryMs }).toContain('Saved as #');
    await ana.eventuallySees('process-gaps', text);
  });

  test('a press answers kindly, to that person alone, and changes nothing', async () => {
    const [ana, sam] = [slack.person('ana'), slack.person('sam')];
    await ana.types(`/flag-issue ${text}`);
    await sam.eventuallySees('process-gaps', 'Needs an owner');
    await proxy.misbehaves(trouble);
    await sam.presses('Claim', { in: 'process-gaps' });
    await sam.eventuallySees('process-gaps', `(only you) Flagpost: ${notNow}`);
    expect(await ana.sees('process-gaps')).not.toContain(notNow);
    await proxy.behaves();
    expect(await sam.sees('process-gaps')).toContain('Needs an owner');
    await expect
      .poll(
        async () => {
          await sam.presses('Claim', { in: 'process-gaps' }).catch(() => undefined);
          return await sam.sees('process-gaps');
        },
        { timeout: recoveryMs },
      )
      .toContain('Sam Okafor has taken it on');
  });

  test('/readyz says so in words, /healthz and /metrics still answer, and it heals by itself', async () => {
    expect(await ready()).toEqual({ status: 200, words: 'ready\n' });
    await proxy.misbehaves(trouble);
    await expect
      .poll(ready, { timeout: recoveryMs })
      .toEqual({ status: 503, words: 'the database does not answer\n' });
    expect((await fetch(`${workspace.address()}/healthz`)).status).toBe(200);
    const metrics = await fetch(`${workspace.address()}/metrics`, {
      signal: AbortSignal.timeout(recoveryMs),
    });
    expect(await metrics.text()).toContain('flagpost_dead_letters');
    await proxy.behaves();
    await expect.poll(ready, { timeout: recoveryMs }).toEqual({ status: 200, words: 'ready\n' });
  });
});

describe('hung in COMMIT', { timeout: 60_000 }, () => {
  test.each([
    { trouble: 'hang after commit', again: 'You have flagged this already' },
    { trouble: 'hang before commit', again: 'Saved as #' },
  ] as const)('$trouble: "not sure", and sent again it counts once', async ({ trouble, again }) => {
    const ana = slack.person('ana');
    await proxy.misbehaves(trouble);
    const answer = await ana.types(`/flag-issue ${text}`);
    expect(answer).toContain(unsure);
    expect(answer).toContain(text);
    await heals();
    const receipt = await typesUntilSaved(`/flag-issue ${text}`);
    expect(receipt).toContain(again);
    const number = /#(\d+)/.exec(receipt)?.[1];
    await ana.eventuallySees('process-gaps', `#${number} · Needs an owner`, recoveryMs);
    expect(await ask('select 1 from issues')).toHaveLength(1);
    expect(await cardsSaying(slack, 'foreign')).toBe(1);
  });

  test('the form says so under the field; sent again it leads to the same number', async () => {
    const ana = slack.person('ana');
    await ana.uses('Flag as an issue');
    await ana.fills('What got in the way?', text);
    await proxy.misbehaves('hang after commit');
    await ana.submits();
    const form = await ana.seesForm();
    expect(form).toContain(unsure);
    expect(form).toContain(text);
    await heals();
    await expect.poll(sendsAgain, { timeout: recoveryMs }).toContain('You have flagged this already');
    await ana.eventuallySees('process-gaps', 'Needs an owner', recoveryMs);
    expect(await ask('select 1 from issues')).toHaveLength(1);
    expect(await cardsSaying(slack, 'foreign')).toBe(1);
  });

  test('what the worker was doing is done, once', async () => {
    const ana = slack.person('ana');
    for (const n of [1, 2, 3]) await ana.types(`/flag-issue Gap ${n} that is posted in bad weather`);
    await proxy.misbehaves('hang after commit');
    await slack.person('sam').types('/flag-issue Something that keeps it busy until the deadline');
    await heals();
    for (const n of [1, 2, 3]) {
      await ana.eventuallySees('process-gaps', `Gap ${n} that`, recoveryMs);
      expect(await cardsSaying(slack, `Gap ${n} that`)).toBe(1);
    }
  }, 60_000);
});

test('every connection of the bot is terminated: the next command is served, and the worker goes on', async () => {
  const ana = slack.person('ana');
  await ana.types('/flag-issue Before the restart');
  await ana.eventuallySees('process-gaps', 'Before the restart');
  await ask(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await typesUntilSaved('/flag-issue After the restart');
  await ana.eventuallySees('process-gaps', 'After the restart', recoveryMs);
  expect(await ready()).toEqual({ status: 200, words: 'ready\n' });
});
