import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';

import type { Visit } from '../../src/playground/people/person.ts';
import { askDatabase } from '../support/looking.ts';
import { waitUntil } from '../support/postgres-server.ts';
import { openWorkspace } from '../support/workspace.ts';
import type { TestWorkspace, Wishes } from '../support/workspace.ts';

interface Ordinary extends Wishes {
  /** Who flags in this file and never shows themselves by claiming: nothing public may name them. */
  readonly neverNamed?: readonly string[];
}

/**
 * A workspace for the journeys of one file. When they are over, whatever else was tried: Slack had nothing to remark,
 * nobody was alerted by a broadcast, and no public message names a reporter.
 */
export function inAWorkspace({ neverNamed = ['ana'], ...wishes }: Ordinary = {}): () => TestWorkspace {
  let opened: TestWorkspace | null = null;
  beforeAll(async () => {
    opened = await openWorkspace(wishes);
  });
  afterAll(async () => {
    if (opened === null) return;
    try {
      await expectDecency(opened.slack, neverNamed);
    } finally {
      await opened.close();
    }
  });
  return () => whichIsOpen(opened);
}

/**
 * A workspace of its own for each test of a file, where Slack and its people do worse; Slack behaves again in the end.
 * `neverNamed`: they do no worse, and in the end all is as with `inAWorkspace`.
 */
export function eachInAWorkspace({ neverNamed, ...wishes }: Ordinary = {}): () => TestWorkspace {
  let opened: TestWorkspace | null = null;
  beforeEach(async () => {
    opened = await openWorkspace(wishes);
  });
  afterEach(async () => {
    const workspace = opened;
    opened = null;
    if (workspace === null) return;
    try {
      if (neverNamed === undefined) await workspace.slack.behaves();
      else await expectDecency(workspace.slack, neverNamed);
    } finally {
      await workspace.close();
    }
  });
  return () => whichIsOpen(opened);
}

function whichIsOpen(opened: TestWorkspace | null): TestWorkspace {
  if (opened === null) throw new Error('the workspace is not open yet');
  return opened;
}

async function expectDecency(slack: Visit, neverNamed: readonly string[]): Promise<void> {
  const { app, channels, people, messages } = await slack.world();
  const said = messages.filter(({ user }) => user === app.botUserId);
  const isPublic = (id: string): boolean => channels.some((it) => it.id === id && it.kind !== 'direct');
  const shown = said
    .filter((it) => isPublic(it.channel) && it.ephemeralFor === undefined)
    .map(({ text, blocks, metadata }) => ({ text, blocks, metadata }));
  for (const name of neverNamed) {
    const reporter = people.find((person) => person.name === name);
    const naming = shown.filter((message) => JSON.stringify(message).includes(reporter?.id ?? name));
    expect(naming).toEqual([]);
  }
  expect(said.filter(({ notifies }) => notifies.includes('everyone'))).toEqual([]);
  expect(await slack.notes()).toEqual([]);
}

/** On a busy machine a message that has to wait for its turn twice takes a while. */
export const patienceMs = 15_000;

/** Time goes by, so that the channel, which takes one message a second, is free again. */
export async function later({ slack, clock }: TestWorkspace): Promise<void> {
  clock.skip({ seconds: 20 });
  await slack.ages(20_000);
}

/* What waits until its reader is back at work is not to be said now. */
const unsaid = `select (select count(*) from messages m where state not in ('sent', 'ended') and not exists (
    select from due d where d.kind = 'resend' and d.subject = m.id::text and m.state = 'reserved'))
  + (select count(*) from pgboss.job where name = 'draw' and state in ('created', 'retry', 'active')) as open`;

/** Waits until everything stands in Slack that is to be said: what is not there now will not come. */
export async function allIsSaid(workspace: TestWorkspace): Promise<void> {
  await later(workspace);
  const client = new Client({ connectionString: workspace.databaseUrl });
  await client.connect();
  try {
    await waitUntil(async () => {
      const { rows } = await client.query<{ open: string }>(unsaid);
      return rows[0]?.open === '0';
    });
  } finally {
    await client.end();
  }
}

/** Waits until everybody whose time had come by now was looked at, and what follows is said. */
export async function isLookedAt(workspace: TestWorkspace): Promise<void> {
  const { clock, databaseUrl } = workspace;
  const late = `select 1 from due where kind in ('ask-to-choose', 'nudge', 'could-use-help') and due_at <= $1`;
  /* What is being looked at just now would be found again in five seconds. */
  const look = () => askDatabase(databaseUrl, late, [clock.now().add({ seconds: 6 }).toString()]);
  await expect.poll(look, { timeout: patienceMs }).toEqual([]);
  await allIsSaid(workspace);
}

/** Flags by command and waits for the card. The text should be found nowhere else. */
export async function flagged(workspace: TestWorkspace, by: string, text: string): Promise<number> {
  const { slack } = workspace;
  await later(workspace);
  const receipt = await slack.person(by).types(`/flag-issue ${text}`);
  const number = Number(/#(\d+)/.exec(receipt)?.[1]);
  await slack.person('kim').eventuallySees('process-gaps', text, patienceMs);
  return number;
}

/** Claims from the card and closes the form that opens. */
export async function claimed(workspace: TestWorkspace, by: string, text: string): Promise<void> {
  await later(workspace);
  const owner = workspace.slack.person(by);
  await owner.presses('Claim', { in: 'process-gaps', containing: text });
  await owner.eventuallySees('form', 'is yours already');
  await owner.closes();
  await owner.eventuallySees('flagpost', text, patienceMs);
}

/** Says from the owner's direct message that it is solved, and waits until the card says so. */
export async function solved(
  workspace: TestWorkspace,
  by: string,
  text: string,
  changed: string,
): Promise<void> {
  await later(workspace);
  const owner = workspace.slack.person(by);
  await owner.presses('Mark as solved', { in: 'flagpost', containing: text });
  await owner.fills('What changed?', changed);
  await owner.picks('What kind of change is it?', 'Added a guard');
  await owner.submits();
  await owner.eventuallySees('process-gaps', `What changed: ${changed}`, patienceMs);
}

/** What the one card about these words says, without its thread. */
export async function cardAbout({ slack }: TestWorkspace, text: string): Promise<string> {
  const message = await slack.person('kim').looksAt('process-gaps', text);
  return JSON.stringify(message.blocks);
}

/** Somebody leaves, and the bot has heard of it. */
export async function leaves({ slack, databaseUrl }: TestWorkspace, name: string): Promise<void> {
  const gone = async () => (await askDatabase(databaseUrl, 'select 1 from people where has_left')).length;
  const before = await gone();
  await slack.deactivate(name);
  await expect.poll(gone, { timeout: patienceMs }).toBe(before + 1);
}
