import { describe, expect, test } from 'vitest';

import { requestKey } from '../../src/platform/keys.ts';
import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import type { Outcome } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { readMembership } from '../../src/platform/slack/membership.ts';
import { clear } from '../support/builders.ts';
import { aChange, aFlag, aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

const claim: Wish = { type: 'claim' };
const meToo: Wish = { type: 'me-too' };

async function posted(bench: TestStore): Promise<number> {
  const { store, workspace } = bench;
  const { number } = await flagIssue(store, aFlag(bench, { pauseSeconds: 0 }));
  await takeTurn(store, workspace, number, 'post');
  return number;
}

async function aMember({ store, workspace }: TestStore, slackUser: string): Promise<string> {
  const { slackUserId, ...standing } = readMembership({ id: slackUser }, 'T0FLAGPOST');
  await transact(store, { workspace }, async (tx) => {
    await personFor(tx, workspace, slackUserId);
    await saveMembership(tx, workspace, slackUserId, standing, store.clock());
  });
  return slackUser;
}

async function members(bench: TestStore, count: number): Promise<string[]> {
  return await atOnce(
    Array.from({ length: count }, (_, index) => `UMEMBER${index}`),
    (who) => aMember(bench, who),
  );
}

async function count({ ask }: TestStore, from: string): Promise<number> {
  const [row] = await ask<{ n: number }>(`select count(*)::int as n from ${from}`);
  return row?.n ?? -1;
}

/** As many at a time as the pool has connections: more would only wait for one, and on a busy machine too long. */
async function atOnce<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const waiting = [...items];
  const lane = async (): Promise<Result[]> => {
    const done: Result[] = [];
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) done.push(await work(item));
    return done;
  };
  return (await Promise.all(Array.from({ length: 10 }, lane))).flat();
}

describe('at once', () => {
  test('ten people claim: one owns it, and the others are told who', async () => {
    const bench = await aStore();
    const number = await posted(bench);
    const people = await members(bench, 10);
    const outcomes = await Promise.all(
      people.map((who) => changeIssue(bench.store, aChange(bench.workspace, number, who, claim))),
    );
    const refusals = outcomes.flatMap((it) => (it.ok ? [] : [it]));
    expect(refusals).toHaveLength(9);
    const [owner] = await bench.ask<{ person_id: string }>(
      `select person_id from participants where role = 'owner'`,
    );
    for (const { refusal, slackIds } of refusals) {
      expect(refusal).toEqual({ reason: 'claimed-by', owner: owner?.person_id });
      expect(slackIds.size).toBe(1);
    }
    expect(await count(bench, `events where type = 'claimed'`)).toBe(1);
    expect(await count(bench, `messages where kind = 'controls'`)).toBe(1);
  });

  test('twenty people have met it: all twenty count, each once', async () => {
    const bench = await aStore();
    const number = await posted(bench);
    const people = await members(bench, 20);
    const outcomes = await atOnce([...people, ...people], (who) =>
      changeIssue(bench.store, aChange(bench.workspace, number, who, meToo)),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await count(bench, `participants where role = 'me-too'`)).toBe(20);
    expect(await count(bench, `events where type = 'joined'`)).toBe(20);
    const seqs = await bench.ask(`select seq from events where issue = ${number} order by seq`);
    expect(seqs.map(({ seq }) => seq)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
  });

  test('the same submission twice: one effect, and both are told it worked', async () => {
    const bench = await aStore();
    const number = await posted(bench);
    const owner = await aMember(bench, 'USAM');
    await changeIssue(bench.store, aChange(bench.workspace, number, owner, claim));
    const update = aChange(bench.workspace, number, owner, { type: 'update', text: 'Half done' });
    const request = 'form V1';
    const outcomes = await Promise.all([1, 2, 3].map(() => changeIssue(bench.store, { ...update, request })));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await count(bench, `events where type = 'updated'`)).toBe(1);
    await changeIssue(bench.store, { ...update, request: 'form V2' });
    expect(await count(bench, `events where type = 'updated'`)).toBe(2);
  });

  test('the same words by the same person: one issue; by another person: a second one', async () => {
    const bench = await aStore();
    const flagged = await Promise.all(
      ['UANA', 'UANA', 'UANA', 'ULEA'].map((slackUser) =>
        flagIssue(bench.store, aFlag(bench, { slackUser, text: 'The same' })),
      ),
    );
    const [first, second, third, other] = flagged.map(({ number }) => number);
    expect([second, third]).toEqual([first, first]);
    expect(other).not.toBe(first);
    expect(flagged.filter(({ isRepeat }) => isRepeat)).toHaveLength(2);
    expect(await count(bench, 'issues')).toBe(2);
  });

  test('fifty flags by fifty people: fifty numbers', async () => {
    const bench = await aStore();
    const flags = Array.from({ length: 50 }, (_, index) => aFlag(bench, { slackUser: `UFIFTY${index}` }));
    const flagged = await atOnce(flags, (flag) => flagIssue(bench.store, flag));
    expect(new Set(flagged.map(({ number }) => number)).size).toBe(50);
    expect(await count(bench, 'issues')).toBe(50);
  });

  test('its minute is over for many sweeps: it is posted once, with one card', async () => {
    const bench = await aStore();
    const { number } = await flagIssue(bench.store, aFlag(bench, { pauseSeconds: 0 }));
    await Promise.all([1, 2, 3, 4, 5].map(() => takeTurn(bench.store, bench.workspace, number, 'post')));
    expect(await count(bench, `events where type = 'posted'`)).toBe(1);
    expect(await count(bench, `messages where kind = 'card'`)).toBe(1);
    expect(await count(bench, `due where kind <> 'promise-passes'`)).toBe(0);
  });

  test('undone while it is being posted: it is one or the other', async () => {
    const bench = await aStore();
    for (let round = 0; round < 10; round += 1) {
      const { number } = await flagIssue(bench.store, aFlag(bench, { pauseSeconds: 0 }));
      const [undo] = await Promise.all([
        changeIssue(bench.store, aChange(bench.workspace, number, 'UANA', { type: 'undo' })),
        takeTurn(bench.store, bench.workspace, number, 'post'),
      ]);
      const there = await count(bench, `issues where number = ${number}`);
      expect([undo.ok, there]).toEqual(undo.ok ? [true, 0] : [false, 1]);
      expect(await count(bench, `messages where subject = '${number}'`)).toBe(there);
    }
  });
});

describe('what is refused', () => {
  test('leaves no trace: no event, no message, no job', async () => {
    const bench = await aStore();
    const number = await posted(bench);
    const before = await dump(bench, []);
    const refused: Outcome = await changeIssue(bench.store, {
      ...aChange(bench.workspace, number, 'UANA', { type: 'update', text: 'Not mine' }),
      request: 'form V9',
    });
    expect(refused.ok).toBe(false);
    expect(await dump(bench, [])).toBe(before);
  });
});

describe('before it is posted', () => {
  test('nothing in the whole database says who flagged it', async () => {
    const bench = await aStore();
    const { store, workspace } = bench;
    const slackUser = 'UREPORTER77';
    const { number } = await flagIssue(store, aFlag(bench, { slackUser }));
    const edit: Wish = {
      type: 'edit',
      gap: { text: 'Better words', impact: 'slows', affected: null, isStuck: false, asksAbove: false },
      reading: clear,
    };
    await changeIssue(store, {
      ...aChange(workspace, number, slackUser, edit),
      request: requestKey(store.keys, [workspace, slackUser, 'form', 'V1']),
    });
    const [person] = await bench.ask<{ id: string }>('select id from people where slack_user_id = $1', [
      slackUser,
    ]);
    const everything = await dump(bench, ['people']);
    expect(everything).toContain('Better words');
    for (const who of [slackUser, person?.id ?? '-', person?.id.replaceAll('-', '') ?? '-'])
      expect(everything).not.toContain(who);

    const later = { ...store, clock: () => store.clock().add({ minutes: 2 }) };
    await takeTurn(later, workspace, number, 'post');
    const [reporter] = await bench.ask(
      `select person_id, seal, tag from participants where role = 'reporter'`,
    );
    expect(reporter).toEqual({ person_id: person?.id, seal: null, tag: null });
    expect(await dump(bench, ['people'])).not.toContain(slackUser);
  });

  test('undoing it leaves nothing behind', async () => {
    const bench = await aStore();
    await personsKnown(bench);
    const before = await dump(bench, ['workspaces']);
    const { number } = await flagIssue(bench.store, aFlag(bench));
    expect(await dump(bench, ['workspaces'])).not.toBe(before);
    const undo = aChange(bench.workspace, number, 'UANA', { type: 'undo' });
    expect((await changeIssue(bench.store, undo)).ok).toBe(true);
    expect(await dump(bench, ['workspaces'])).toBe(before);
    const again = await changeIssue(bench.store, undo);
    expect(again).toMatchObject({ ok: false, refusal: { reason: 'gone' } });
  });

  test('once undone, the same words may be flagged anew', async () => {
    const bench = await aStore();
    const first = await flagIssue(bench.store, aFlag(bench, { text: 'Again' }));
    await changeIssue(bench.store, aChange(bench.workspace, first.number, 'UANA', { type: 'undo' }));
    const second = await flagIssue(bench.store, aFlag(bench, { text: 'Again' }));
    expect(second.isRepeat).toBe(false);
    expect(second.number).not.toBe(first.number);
  });

  test('nobody but the reporter can take it back', async () => {
    const bench = await aStore();
    const { number } = await flagIssue(bench.store, aFlag(bench));
    const theirs = await changeIssue(bench.store, aChange(bench.workspace, number, 'USAM', { type: 'undo' }));
    expect(theirs).toMatchObject({ ok: false, refusal: { reason: 'not-the-reporter' } });
  });
});

async function personsKnown({ store, workspace }: TestStore): Promise<void> {
  await transact(store, { workspace }, (tx) => personFor(tx, workspace, 'UANA'));
}

/** Every row of every table of ours and of the queue's, as text; less the tables left out. */
async function dump({ ask }: TestStore, leftOut: readonly string[]): Promise<string> {
  const tables = await ask<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and (n.nspname = 'public' or (n.nspname = 'pgboss' and c.relname not in ('version', 'queue', 'bam')))
    order by 1`);
  const parts: string[] = [];
  for (const { name } of tables.filter((it) => !leftOut.includes(it.name))) {
    const rows = await ask<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    parts.push(name, ...rows.map(({ row }) => row));
  }
  return parts.join('\n');
}
