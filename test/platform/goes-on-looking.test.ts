import { expect, test } from 'vitest';

import { asPersonId } from '../../src/platform/postgres/person-id.ts';
import { sendNudges } from '../../src/platform/postgres/send-nudges.ts';
import { copy } from './copies.ts';
import { aThursday, inTime, onRungs, passes, posted } from './promises.ts';

const then = inTime.add({ minutes: 5 });

/** Lea leads, and was asked about so many. */
async function leaIsAskedAbout(many: number, where: 'in a message' | 'on Home') {
  const bench = await aThursday();
  const { ask, at, workspace } = bench;
  await onRungs(bench, ['ULEA'], ['UHAL']);
  const number = await posted(bench);
  await passes(bench, number, inTime);
  await copy(ask, 'issues', { number: 'n' }, many);
  await copy(ask, 'participants', { issue: 'n', id: 'gen_random_uuid()' }, many);
  await copy(ask, 'nudges', { subject: `n || '/4'` }, many, `it.kind = 'first-answer'`);
  await ask(`update people set is_only_on_home = $1 where slack_user_id = 'ULEA'`, [where === 'on Home']);
  const [lea] = await ask<{ id: string }>(`select id from people where slack_user_id = 'ULEA'`);
  return {
    ask,
    /** Whether the sweep finds them again right after. */
    goesOn: async (moment = then) => {
      await sendNudges(at(moment), workspace, asPersonId(lea?.id ?? ''), 'UTC');
      const due = await ask(`select from due where kind = 'nudge' and due_at <= $1`, [moment.toString()]);
      return due.length > 0;
    },
    told: async () => {
      const rows = await ask('select subject from nudges where sent_at is not null');
      return rows.map(({ subject }) => subject);
    },
  };
}

test('what was not put to somebody on Home yet is put to them right after', async () => {
  const { goesOn, told } = await leaIsAskedAbout(15, 'on Home');
  expect(await goesOn()).toBe(true);
  expect(await told()).toHaveLength(10);
  expect(await goesOn()).toBe(false);
  expect(await told()).toHaveLength(15);
});

test('at night nothing is put to them: nobody looks again and again until the morning', async () => {
  const { goesOn, told } = await leaIsAskedAbout(15, 'on Home');
  expect(await goesOn(then.add({ hours: 6 }))).toBe(false);
  expect(await told()).toEqual([]);
});

test('the day has no room for more: nobody looks again and again until the next', async () => {
  const { goesOn, told } = await leaIsAskedAbout(60, 'in a message');
  expect(await goesOn()).toBe(false);
  expect(await told()).toHaveLength(3);
});

test.each(['in a message', 'on Home'] as const)(
  'much of what waits for somebody is over: what is not is put to them right after, %s',
  async (where) => {
    const { ask, goesOn, told } = await leaIsAskedAbout(250, where);
    await ask(`update nudges set wanted_at = wanted_at - interval '1 minute' where subject <> '1/4'`);
    await ask(`update issues set state = 'withdrawn', life = '{}' where number > 1`);
    expect(await goesOn()).toBe(true);
    expect(await ask('select from nudges')).toHaveLength(50);
    await goesOn();
    expect(await told()).toEqual(['1/4']);
  },
);
