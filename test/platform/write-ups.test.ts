import { expect, test } from 'vitest';

import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { answerCredit } from '../../src/platform/postgres/credits.ts';
import { keepDraft, keepSent } from '../../src/platform/postgres/drafts.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import {
  beginWriteUp,
  printOfSections,
  publishWriteUp,
  sectionsOf,
  writeUpForm,
} from '../../src/platform/postgres/write-ups.ts';
import { aChange, aFlag, aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

const draft = (happened: string, seen = 0) => ({
  happened,
  possible: '',
  well: '',
  changed: '',
  use: 'Ask first',
  seen: String(seen),
});

function named(fields: Readonly<Record<string, string>>): string {
  const sections = sectionsOf(fields);
  return sections === null ? '' : printOfSections(sections);
}

const at = ({ workspace }: TestStore, number: number, slackUser: string) => ({
  workspace,
  number,
  slackUser,
  isListedAdmin: false,
});

/** Flagged by Ana, solved by Sam. */
async function aSolvedIssue(bench: TestStore): Promise<number> {
  const { store, workspace, ask } = bench;
  const { number } = await flagIssue(store, aFlag(bench, { pauseSeconds: 0 }));
  await takeTurn(store, workspace, number, 'post');
  await ask(`insert into people (workspace_id, slack_user_id, is_member) values ($1, 'USAM', true)`, [
    workspace,
  ]);
  const solution = { changed: 'A guard', kind: 'added-guard', learning: null } as const;
  for (const wish of [{ type: 'claim' }, { type: 'resolve', solution }] as const) {
    const outcome = await changeIssue(store, aChange(workspace, number, 'USAM', wish));
    expect(outcome.ok).toBe(true);
  }
  return number;
}

async function writes(bench: TestStore, number: number, slackUser: string, happened: string, seen = 0) {
  const place = { ...at(bench, number, slackUser), form: writeUpForm, view: `V${slackUser}/0` };
  await keepSent(bench.store, place, draft(happened, seen));
  return {
    ...at(bench, number, slackUser),
    view: place.view,
    seen,
    previewed: named(draft(happened)),
    consent: null,
  };
}

test('two publish at the same moment: one does, the other hears what stands there now', async () => {
  const bench = await aStore();
  const number = await aSolvedIssue(bench);
  const [ana, sam] = [
    await writes(bench, number, 'UANA', 'Ana saw it'),
    await writes(bench, number, 'USAM', 'Sam saw it'),
  ];
  const outcomes = await Promise.all([publishWriteUp(bench.store, ana), publishWriteUp(bench.store, sam)]);
  expect(outcomes.filter(({ ok }) => ok === true)).toHaveLength(1);
  const [row] = await bench.ask<{ version: number; happened: string }>(
    `select version, sections->>'happened' as happened from write_ups`,
  );
  const late = outcomes.find(({ ok }) => ok === 'overtaken');
  expect(late).toMatchObject({ by: { version: 1, sections: { happened: row?.happened } } });
  expect(row?.version).toBe(1);
});

test('the same sent twice at once is published once', async () => {
  const bench = await aStore();
  const number = await aSolvedIssue(bench);
  const sam = await writes(bench, number, 'USAM', 'Sam saw it');
  const outcomes = await Promise.all([publishWriteUp(bench.store, sam), publishWriteUp(bench.store, sam)]);
  expect(outcomes).toEqual([
    { ok: true, isFirst: true, isLost: false },
    { ok: true, isFirst: true, isLost: false },
  ]);
  expect(await bench.ask('select version from write_ups')).toEqual([{ version: 1 }]);
});

test('each publication and each yes or no to being named is an event, by role; of a reporter without their name', async () => {
  const bench = await aStore();
  const number = await aSolvedIssue(bench);
  const sam = { ...(await writes(bench, number, 'USAM', 'Sam saw it')), consent: 'yes' as const };
  for (const _ of [1, 2]) expect(await publishWriteUp(bench.store, sam)).toMatchObject({ ok: true });
  const later = await writes(bench, number, 'USAM', 'Sam saw it all', 1);
  expect(await publishWriteUp(bench.store, later)).toMatchObject({ ok: true });
  for (const answer of ['yes', 'yes', 'no'] as const)
    expect(await answerCredit(bench.store, at(bench, number, 'UANA'), answer)).toEqual({ ok: true });
  const events = await bench.ask(
    `select seq, type, actor_role as role, slack_user_id as who, data from events
     left join people on people.id = actor_id where type in ('written-up', 'credited') order by seq`,
  );
  expect(events).toEqual([
    { seq: 6, type: 'written-up', role: 'owner', who: 'USAM', data: { version: 1 } },
    { seq: 7, type: 'credited', role: 'owner', who: 'USAM', data: { consent: 'yes' } },
    { seq: 8, type: 'written-up', role: 'owner', who: 'USAM', data: { version: 2 } },
    { seq: 9, type: 'credited', role: 'reporter', who: null, data: { consent: 'yes' } },
    { seq: 10, type: 'credited', role: 'reporter', who: null, data: { consent: 'no' } },
  ]);
  expect(await bench.ask('select version from issues')).toEqual([{ version: 10 }]);
});

test('what was not in the preview is not published', async () => {
  const bench = await aStore();
  const number = await aSolvedIssue(bench);
  const sam = await writes(bench, number, 'USAM', 'Sam saw it');
  await writes(bench, number, 'USAM', 'Sam saw more of it, in another window');
  expect(await publishWriteUp(bench.store, sam)).toMatchObject({
    ok: 'changed',
    sections: { happened: 'Sam saw more of it, in another window' },
  });
  expect(await bench.ask('select 1 from write_ups')).toEqual([]);
});

test('a keystroke that comes after the text was sent changes it no more; back at the text, it counts', async () => {
  const bench = await aStore();
  const number = await aSolvedIssue(bench);
  const place = { ...at(bench, number, 'USAM'), form: writeUpForm, view: 'V1/0' };
  await keepSent(bench.store, place, draft('All of it'));
  await keepDraft(bench.store, place, draft('All of i'));
  const begun = await beginWriteUp(bench.store, at(bench, number, 'USAM'));
  expect(begun).toMatchObject({ ok: true, draft: { happened: 'All of it' } });
  await keepDraft(bench.store, { ...place, view: 'V1/1' }, draft('All of it, and more'));
  const again = await beginWriteUp(bench.store, at(bench, number, 'USAM'));
  expect(again).toMatchObject({ ok: true, draft: { happened: 'All of it, and more' } });
});
