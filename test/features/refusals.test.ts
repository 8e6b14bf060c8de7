import { describe, expect, it } from 'vitest';

import type { Actor, Command } from '../../src/core/command.ts';
import type { Issue } from '../../src/core/issue.ts';
import { refusalDrawing, refusalLine } from '../../src/features/refusals.ts';
import {
  aMeToo,
  ada,
  ana,
  anActor,
  anIssue,
  gus,
  kim,
  lea,
  max,
  sam,
  slackIds,
  una,
} from '../support/builders.ts';
import { answer, comment, edit, letGo, told, update } from './refused.ts';

const met = { meToos: [aMeToo(lea)] };
const open = anIssue({ state: 'open', ...met });
const claimed = anIssue({ state: 'claimed', ...met, offeredTo: kim });
const resolved = anIssue({ state: 'resolved', ...met });
const confirmed = anIssue({ state: 'confirmed', ...met });
const withdrawn = anIssue({ state: 'withdrawn', ...met });
/** Ana flagged it, and took it on herself. */
const own = { claimed: { ...claimed, owner: ana }, resolved: { ...resolved, owner: ana } };

const reporter = anActor(ana);
const owner = anActor(sam);
const admin = anActor(ada, { isAdmin: true });
const guest = anActor(gus, { isMember: false });
const unknown = anActor(una, { isMember: null });
const stranger = anActor(max);

type Case = readonly [string, Issue, Actor, Command, string];

const toReporters: readonly Case[] = [
  [
    'Edit while somebody has it',
    claimed,
    reporter,
    edit,
    '#42 is posted already, and somebody has taken it on. Tell them what has changed; they can see that it was you.',
  ],
  [
    'Edit while one has it oneself',
    own.claimed,
    reporter,
    edit,
    '#42 is posted already, and with you. Say in an update what has changed; or let go of it, and you can withdraw it.',
  ],
  [
    'Undo while it counts as solved',
    resolved,
    reporter,
    { type: 'undo' },
    '#42 is posted already, and called solved by now. You can say on its card whether it is fixed for you.',
  ],
  [
    'Undo of what one solved oneself',
    own.resolved,
    reporter,
    { type: 'undo' },
    '#42 is posted already, and you call it solved. You can still say in an update what has changed.',
  ],
  [
    'Withdraw once it is confirmed',
    confirmed,
    reporter,
    { type: 'withdraw', duplicates: [] },
    "#42 is fixed, and confirmed. If it isn't fixed for you, or comes back, press Not fixed on its card.",
  ],
  [
    'Edit once it is withdrawn',
    withdrawn,
    reporter,
    edit,
    'You withdrew #42, and it stays so. If it gets in the way again, please flag it anew.',
  ],
];

const aboutOwning: readonly Case[] = [
  [
    'an update on nobody’s issue',
    open,
    owner,
    update,
    '#42 has no owner just now. You can claim it, if you like.',
  ],
  [
    'an update on nobody’s issue by a guest',
    open,
    guest,
    update,
    '#42 has no owner just now. Any full member of this workspace may claim it.',
  ],
  [
    'Let go for an owner who has left, by somebody who is no admin',
    claimed,
    stranger,
    letGo(true),
    'The owner of #42 has left. An admin can let go of it for them, in the menu of its card.',
  ],
  [
    'Let go for an owner who is here, by somebody who is no admin',
    claimed,
    stranger,
    letGo(),
    '#42 is with <@USAM> now, so only they can let go of it. Once they have left, an admin can, in the menu of its card.',
  ],
  [
    'Let go while Slack does not tell who one is',
    claimed,
    unknown,
    letGo(true),
    'Slack did not tell me just now whether you are an admin here. Please try again in a minute.',
  ],
  [
    'Let go for an owner who is here, by an admin',
    claimed,
    admin,
    letGo(),
    'As far as I know <@USAM> is still here, so only they can let go of #42.',
  ],
  [
    'Let go for an owner who has left, while it counts as solved',
    resolved,
    admin,
    letGo(true),
    "#42 counts as solved just now: the people who met it decide. If it isn't fixed, it goes on, and you can let go of it for its owner then.",
  ],
  [
    'No, thank you, after one’s own Yes',
    claimed,
    owner,
    { type: 'decline' },
    "#42 is with you already. If you can't keep it, hand it over or let go of it.",
  ],
  [
    'Yes to what was never offered',
    open,
    stranger,
    { type: 'accept' },
    '#42 is not offered to you now, so it needs no yes or no from you.',
  ],
];

const aboutAnswering: readonly Case[] = [
  [
    'Fixed, of what has no owner',
    open,
    reporter,
    answer(),
    '#42 needs an owner just now, so there is nothing to confirm yet.',
  ],
  [
    'a comment while it goes on',
    claimed,
    reporter,
    comment,
    '#42 goes on just now, so there is nothing to confirm yet.',
  ],
  [
    'Fixed, by its owner',
    resolved,
    owner,
    answer(),
    'You took #42 on, so the others who met it decide whether it is fixed.',
  ],
  [
    'a comment by its owner',
    resolved,
    owner,
    comment,
    'You took #42 on, so the others who met it decide whether it is fixed.',
  ],
  [
    'Fixed, of an earlier solution',
    { ...resolved, reopenings: 1 },
    reporter,
    answer(1),
    'There is a newer solution to #42. Please say on its card whether that one is a fix.',
  ],
  [
    'Fixed, of an earlier solution, once a later one is confirmed',
    { ...confirmed, reopenings: 1 },
    anActor(lea),
    answer(1),
    "#42 is fixed, and confirmed. If it isn't fixed for you, or comes back, press Not fixed on its card.",
  ],
];

describe.each([
  ['reporters', toReporters],
  ['those who would own it', aboutOwning],
  ['those who would answer', aboutAnswering],
] as const)('what is true for %s', (_, cases) => {
  it.each(cases)('%s', (_name, issue, actor, command, words) => {
    expect(told(issue, actor, command)).toBe(words);
  });
});

it('an issue that never was, or was undone: both are told the same, and no number is made up', () => {
  const gone = { refusal: { reason: 'gone' }, slackIds } as const;
  const rest = 'is not here. A flag that was taken back before anybody saw it is gone for good.';
  expect(refusalDrawing(gone, 7).text).toBe(`#7 ${rest}`);
  expect(refusalLine(gone, 0)).toBe(`This issue ${rest}`);
});
