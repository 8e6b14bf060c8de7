import { describe, expect, it } from 'vitest';

import type { Ask, AskEvent } from '../../src/core/ask.ts';
import { aMeToo, anActor, anIssue, cadence, kim, ned, sam } from '../support/builders.ts';
import { asked, lead, passUp, promise } from './an-ask.ts';
import { live, solve, told } from './life.ts';
import type { Step } from './life.ts';

describe('what others do for an owner does not end without a word', () => {
  const own = anActor(sam);
  const closed = { type: 'ask-closed', how: 'solved', owner: sam, text: '' } as const;
  const ways: readonly (readonly [string, Step, string, AskEvent])[] = [
    ['solves it', solve, 'solved', { ...closed, lead: kim }],
    [
      'lets it go',
      [own, { type: 'let-go', ownerHasLeft: false }],
      'let-go',
      { type: 'support-ended', by: kim, over: 'let-go' },
    ],
  ];
  it.each(ways)('where its owner %s', (_, step, over, ended) => {
    const issue = asked([lead(ned), { type: 'contain' }], [lead(kim), promise]);
    const change = live(issue, step);
    expect(change.events.slice(1, 3)).toEqual([
      { type: 'containment-ended', by: ned, hasLeft: false, over },
      ended,
    ]);
    const contained = change.after.version - change.events.length + 2;
    const promised = contained + 1;
    const all = told(change);
    expect(all).toContain(`reply 42/${contained}`);
    expect(all).toContain(`news 42/${contained} to ned`);
    expect(all).toContain(`news 42/${promised} to kim`);
    expect(all.includes(`news 42/${promised} to sam`)).toBe(over === 'solved');
  });

  it('what nobody has promised, or only somebody who has left, closes for its owner alone as it is solved', () => {
    const issue = asked([lead(kim), passUp]);
    const left = asked([lead(kim), promise]);
    const standing = { ...left.ask.standing, hasLeft: true } as const;
    for (const it of [asked(), issue, { ...left, ask: { ...left.ask, standing } as Ask }]) {
      const change = live(it, solve);
      expect(change.events.slice(1)).toEqual([{ ...closed, lead: null }]);
      const news = told(change).filter((line) => line.includes(`42/${change.after.version}`));
      expect(news).toEqual([`news 42/${change.after.version} to sam`]);
      expect(change.after).toMatchObject({ state: 'resolved', supporters: [] });
    }
  });

  const ends = [
    ['ends with *Not doing*', 'declined', [own, { type: 'not-doing', because: 'The bank stops it' }]],
    [
      'is the same as another',
      'duplicate',
      [own, { type: 'duplicate', of: { asked: 17, issue: anIssue({ state: 'open', number: 17 }) } }],
    ],
  ] as const;
  it.each(ends)(
    'where it %s: whoever contains it and whoever has promised hear so once, privately',
    (_, over, step) => {
      const issue = asked([lead(ned), { type: 'contain' }], [lead(kim), promise]);
      const change = live(issue, step);
      expect(change.events.slice(1)).toEqual([
        { type: 'containment-ended', by: ned, hasLeft: false, over },
        { type: 'support-ended', by: kim, over },
      ]);
      const ended = change.after.version;
      const all = told(change).filter((it) => it.includes(String(ended)) || it.includes(String(ended - 1)));
      expect(all).toEqual([`news 42/${ended - 1} to ned`, `news 42/${ended} to kim`]);
      const both = live(asked([lead(kim), { type: 'contain' }], [lead(kim), promise]), step);
      expect(both.events.slice(1).map(({ type }) => type)).toEqual(['containment-ended']);
      const [, command] = step;
      const themselves = live(issue, [lead(kim), command]);
      expect(themselves.events.slice(1).map(({ type }) => type)).toEqual(['containment-ended']);
    },
  );

  it.each(ends)('where it %s, whoever met it too hears of that end, and no more', (_, over, step) => {
    const issue = asked([lead(ned), { type: 'contain' }], [lead(kim), promise]);
    const change = live({ ...issue, meToos: [aMeToo(kim), aMeToo(ned)] }, step);
    expect(change.events.map(({ type }) => type)).toEqual([over === 'declined' ? over : 'duplicated']);
    const theirs = told(change).filter((it) => it.startsWith('news') && /(kim|ned)$/.test(it));
    expect(theirs).toHaveLength(2);
  });

  it('where its owner leaves', () => {
    const issue = asked([lead(ned), { type: 'contain' }]);
    const { events } = live({ ...issue, ownerHasLeft: true }, { type: 'owner-left', cadence });
    expect(events.map(({ type }) => type).slice(0, 2)).toEqual(['let-go', 'containment-ended']);
  });
});
