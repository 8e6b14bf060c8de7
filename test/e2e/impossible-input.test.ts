import { describe, expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, cardAbout, claimed, flagged, inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace();

const gap = 'Signs point the wrong way';

/** What stands in a form's view, by field, as its element holds it. */
type Held = Readonly<Record<string, object>>;

let views = 0;

/** A form as Slack would send it, rightly signed, with what no Slack would put in it. */
async function submits(by: string, view: object, held?: Held | null) {
  const { team, people } = await here().slack.world();
  const id = people.find(({ name }) => name === by)?.id;
  const values = Object.fromEntries(
    Object.entries(held ?? {}).map(([field, it]) => [field, { [field]: it }] as const),
  );
  views += 1;
  const payload = {
    type: 'view_submission',
    team: { id: team.id },
    user: { id, team_id: team.id },
    trigger_id: '1.2.3',
    view: {
      id: `V${views}`,
      type: 'modal',
      blocks,
      ...(held === null ? {} : { state: { values } }),
      ...view,
    },
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return await here().slack.sends({ body });
}

const blocks = [
  { type: 'section', block_id: 's' },
  { type: 'input', block_id: 'first' },
];

let number: number | null = null;

/** The issue of this file, which Sam owns. */
async function sams(): Promise<string> {
  if (number === null) {
    number = await flagged(here(), 'ana', gap);
    await claimed(here(), 'sam', gap);
  }
  return String(number);
}

async function people(): Promise<number> {
  return (await askDatabase(here().databaseUrl, 'select 1 from people')).length;
}

function refusal(field: string, words: string) {
  return { status: 200, body: JSON.stringify({ response_action: 'errors', errors: { [field]: words } }) };
}

describe('a day that is none', () => {
  test.each([
    '2026-02-31',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '-271821-04-20',
    '+999999-01-01',
    '+275760-09-13',
    '10000-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '20260101',
    'junk',
    '',
    '9'.repeat(5000),
  ])('%s is refused under its field, and nothing is agreed', async (day) => {
    const view = { callback_id: 'agreement-form', private_metadata: await sams() };
    const answer = await submits('sam', view, {
      success: { value: 'Nobody asks the way' },
      by: { selected_date: day },
    });
    const words = 'There is no such day. Please choose one from the calendar.';
    expect(answer).toMatchObject(refusal('by', words));
    expect(await cardAbout(here(), gap)).not.toContain('By: ');
  });

  test('one that there is, in any of ten thousand years, is taken', async () => {
    const view = { callback_id: 'agreement-form', private_metadata: await sams() };
    for (const [day, shown] of [
      ['0001-01-01', 'Mon 1 Jan 1'],
      ['9999-12-31', 'Fri 31 Dec 9999'],
      ['2028-02-29', 'Tue 29 Feb 2028'],
    ] as const) {
      const answer = await submits('sam', view, { by: { selected_date: day } });
      expect(answer).toMatchObject({ status: 200, body: '' });
      await here().slack.person('kim').eventuallySees('process-gaps', `By: ${shown}`, patienceMs);
    }
  });
});

describe('somebody who is nobody', () => {
  test.each([
    '',
    ' ',
    'nobody',
    'u0lower',
    'U',
    'C0CHANNEL',
    'U0 SPACE',
    '<@U0123ABC>',
    'U'.repeat(300),
    "U0'; --",
  ])('%s can’t be asked to take an issue on, and is not kept', async (who) => {
    const view = { callback_id: 'hand-over-form', private_metadata: await sams() };
    const before = await people();
    const answer = await submits('sam', view, { to: { selected_user: who } });
    expect(answer).toMatchObject(refusal('to', 'Please choose somebody of this workspace.'));
    expect(await people()).toBe(before);
  });
});

describe('more than a form lets anybody type', () => {
  test.each([
    ['agreement-form', 'success', 500, {}],
    ['update-form', 'progress', 1500, {}],
    ['resolve-form', 'changed', 2000, { kind: { selected_option: { value: 'automated' } } }],
    [
      'resolve-form',
      'learning',
      300,
      { changed: { value: 'x' }, kind: { selected_option: { value: 'automated' } } },
    ],
    ['comment-form', 'comment', 300, {}],
    ['flag-form', 'affected', 300, { text: { value: 'Something' } }],
    ['edit-form', 'affected', 300, { text: { value: 'Something' } }],
  ] as const)('%s: %s takes %d characters and says so', async (callback_id, field, most, held) => {
    const view = { callback_id, private_metadata: await sams() };
    const answer = await submits('sam', view, { ...held, [field]: { value: '🧩'.repeat(most + 1) } });
    const [takes, has] = [most, most + 1].map((it) => it.toLocaleString('en'));
    const words = `This takes ${takes} characters; there are ${has}. Please shorten it.`;
    expect(answer).toMatchObject(refusal(field, words));
  });
});

describe('a form without what was in it', () => {
  const forms = ['flag-form', 'edit-form', 'agreement-form', 'update-form', 'hand-over-form', 'resolve-form'];

  test.each([...forms, 'comment-form'])('%s is refused calmly, and changes nothing', async (callback_id) => {
    const view = { callback_id, private_metadata: await sams() };
    const before = await cardAbout(here(), gap);
    const answers = [
      await submits('sam', view, null),
      await submits('sam', { ...view, state: null }),
      await submits('sam', { ...view, state: {} }),
      await submits('sam', { ...view, state: { values: null } }),
      await submits('sam', { ...view, state: { values: 'junk' } }),
      await submits('sam', { ...view, state: { values: { by: 7 } } }),
      await submits('sam', { ...view, blocks: undefined }, null),
    ];
    const words = 'This form reached me without what was in it, so nothing was changed.';
    for (const { status, body } of answers)
      expect([status, body]).toEqual([200, expect.stringContaining(words)]);
    expect(answers.slice(0, -1).map(({ body }) => body)).toEqual(
      answers.slice(0, -1).map(() => expect.stringContaining('"errors":{"first":')),
    );
    expect(answers.at(-1)?.body).toContain('"response_action":"update"');
    expect(here().logged()).not.toContain('"stack"');
    await allIsSaid(here());
    expect(await cardAbout(here(), gap)).toBe(before);
  });
});
