import { describe, expect, test } from 'vitest';

import { whileKimWorks } from '../support/clock.ts';
import { askDatabase, cardsSaying, unfinished } from '../support/looking.ts';
import { eachInAWorkspace } from './a-workspace.ts';

const here = eachInAWorkspace({ beginsAt: whileKimWorks() });

const patienceMs = 20_000;
const patience = { timeout: patienceMs };

const left = (): Promise<string[]> => unfinished(here().databaseUrl);

async function isFlagged(...gaps: string[]): Promise<void> {
  const { slack } = here();
  for (const gap of gaps)
    expect(await slack.person('ana').types(`/flag-issue ${gap}`)).toContain('Saved as #');
}

/** Kim administers the workspace, and nobody else does. */
async function notices(about: string): Promise<number> {
  const { slack } = here();
  for (const name of ['ana', 'sam', 'lea']) expect(await slack.directMessages(name)).toEqual([]);
  const told = await slack.directMessages('kim');
  return told.filter(({ text }) => text.includes(about)).length;
}

/** Whatever waits is tried each minute. */
function minuteGoesBy(): void {
  here().clock.skip({ seconds: 61 });
}

async function allPosted(...gaps: string[]): Promise<void> {
  const { slack } = here();
  for (const gap of gaps) await slack.person('lea').eventuallySees('process-gaps', gap, patienceMs);
  await expect.poll(left, patience).toEqual([]);
  for (const gap of gaps) expect([gap, await cardsSaying(slack, gap)]).toEqual([gap, 1]);
}

const troubles = [
  {
    trouble: 'the bot was thrown out of the channel',
    begins: () => here().slack.leave('process-gaps', 'flagpost'),
    ends: () => here().slack.join('process-gaps', 'flagpost'),
    says: "because I'm not in it",
    waits: ['waiting'],
  },
  {
    trouble: 'the channel is archived',
    begins: () => here().slack.archive('process-gaps'),
    ends: () => here().slack.unarchive('process-gaps'),
    says: 'is archived. Please unarchive it',
    waits: ['waiting', 'waiting'],
  },
];

describe.each(troubles)('$trouble', { timeout: 90_000 }, ({ begins, ends, says, waits }) => {
  test('the admin is told once what to do; when it is mended, everything is posted; if it comes back, told anew', async () => {
    const { slack } = here();
    await begins();
    await isFlagged('First gap', 'Second gap', 'Third gap');
    await slack.person('kim').eventuallySees('flagpost', says, patienceMs);
    await expect.poll(left, patience).toEqual(['waiting', 'waiting', 'waiting']);
    minuteGoesBy();
    await isFlagged('Fourth gap');
    await expect.poll(left, patience).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    expect(await notices(says)).toBe(1);

    await ends();
    minuteGoesBy();
    await allPosted('First gap', 'Second gap', 'Third gap', 'Fourth gap');
    expect(await askDatabase(here().databaseUrl, `select 1 from messages where kind = 'notice'`)).toEqual([]);

    await begins();
    await isFlagged('Fifth gap');
    await expect.poll(() => notices(says), patience).toBe(2);
    await ends();
    minuteGoesBy();
    await allPosted('Fifth gap');
    minuteGoesBy();
    await expect
      .poll(() => askDatabase(here().databaseUrl, `select 1 from due where kind = 'mend'`), patience)
      .toEqual([]);
  });

  test('what happens to an issue meanwhile is shown afterwards, and told in order', async () => {
    const { slack } = here();
    await isFlagged('Membership gap');
    await slack.person('sam').eventuallySees('process-gaps', 'Membership gap', patienceMs);
    const card = await slack.person('sam').looksAt('process-gaps', 'Membership gap');
    await begins();
    await slack.person('sam').presses('Claim', { on: card });
    await slack.person('sam').eventuallySees('flagpost', '[Mark as solved]', patienceMs);
    await expect.poll(left, patience).toEqual(waits);
    await slack.person('kim').eventuallySees('flagpost', says, patienceMs);
    await ends();
    minuteGoesBy();
    await slack.person('ana').eventuallySees('process-gaps', '#1 · @Sam Okafor has taken it on', patienceMs);
    await expect.poll(left, patience).toEqual([]);
    expect(await cardsSaying(slack, 'Membership gap')).toBe(1);
    const told = await slack.directMessages('kim');
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining(says)]);
  });
});

test(
  'the channel is unknown: the admin is told to invite the bot or to set another',
  { timeout: 60_000 },
  async () => {
    const { slack } = here();
    await slack.addChannel({ name: 'secret', isPrivate: true, members: ['kim'] });
    const secret = (await slack.world()).channels.find(({ name }) => name === 'secret')?.id ?? '';
    const { settings } = here().options;
    await here().restart({ settings: { ...settings, issuesChannel: secret } });
    await isFlagged('For a channel nobody finds');
    await slack.person('kim').eventuallySees('flagpost', 'where I post: it is private', patienceMs);
    await slack.join('secret', 'flagpost');
    minuteGoesBy();
    await slack.person('kim').eventuallySees('secret', 'For a channel nobody finds', patienceMs);
  },
);

test(
  'the channel was changed after a restart: what waited goes to the new one',
  { timeout: 60_000 },
  async () => {
    const { slack } = here();
    await slack.archive('process-gaps');
    await isFlagged('Waiting for a channel');
    await expect.poll(left, patience).toContain('waiting');
    const learnings = (await slack.world()).channels.find(({ name }) => name === 'learnings')?.id ?? '';
    await here().restart({ settings: { ...here().options.settings, issuesChannel: learnings } });
    minuteGoesBy();
    await slack.person('ana').eventuallySees('learnings', 'Waiting for a channel', patienceMs);
  },
);

test.each(['invalid_auth', 'account_inactive'] as const)(
  'Slack takes our token no more (%s): flags are saved all the same, the log says so, and all is posted once it does',
  { timeout: 60_000 },
  async (code) => {
    const { slack } = here();
    await slack.rejects(code);
    await isFlagged('First gap', 'Second gap');
    await expect.poll(left, patience).toEqual(['waiting', 'waiting']);
    await expect
      .poll(() => here().logged(), patience)
      .toMatch(new RegExp(`"reason":"${code}".*messages wait until an admin acts`));
    await slack.rejects();
    minuteGoesBy();
    await allPosted('First gap', 'Second gap');
    expect(await slack.directMessages('kim')).toEqual([]);
  },
);

test(
  'somebody in the issue has left: no admin is troubled, and the others hear of it',
  { timeout: 60_000 },
  async () => {
    const { slack } = here();
    const [lea, sam] = [slack.person('lea'), slack.person('sam')];
    await isFlagged('Gap that three have met');
    await lea.eventuallySees('process-gaps', 'Gap that three have met', patienceMs);
    await lea.presses('Me too', { in: 'process-gaps' });
    await sam.presses('Claim', { in: 'process-gaps' });
    await lea.eventuallySees('flagpost', 'has taken on #1', patienceMs);
    await slack.deactivate('lea');
    await sam.presses('Mark as solved', { in: 'flagpost' });
    await sam.fills('What changed?', 'It is mended');
    await sam.picks('What kind of change is it?', 'Removed the cause');
    await sam.submits();
    await slack.person('ana').eventuallySees('flagpost', 'Is #1 fixed for you?', patienceMs);
    await expect.poll(left, patience).toEqual([]);
    expect(await slack.directMessages('kim')).toEqual([]);
  },
);
