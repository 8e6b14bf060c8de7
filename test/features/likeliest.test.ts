import { expect, test } from 'vitest';

import type { ClaimedIssue, Issue } from '../../src/core/issue.ts';
import { row } from '../../src/features/home/row.ts';
import { lists } from '../../src/platform/postgres/home-lists.ts';
import type { HomeLists, ListName } from '../../src/platform/postgres/home-lists.ts';
import { kim } from '../support/builders.ts';
import { askedOnHome } from './asks.ts';
import { usualWords } from './drawings.ts';
import { askedHome, emptyHome, fullHome } from './home-drawings.ts';

function standOut(name: ListName, issue: Issue, home: HomeLists): string[] {
  return row(name, issue, home).flatMap((block) =>
    block.type === 'actions'
      ? block.elements.flatMap((it) => (it.type === 'button' && it.style === 'primary' ? [it.text.text] : []))
      : [],
  );
}

const asked = { ...emptyHome, person: kim };

test.each([
  { who: 'an owner who is asked what it needs', home: askedHome(usualWords) },
  { who: 'whoever is asked for support', home: { ...asked, lists: waiting(...askedOnHome(usualWords)) } },
  {
    who: 'whoever helps today and is asked for support',
    home: { ...asked, lists: waiting(...askedOnHome(usualWords).map(helpedByKim)) },
  },
  { who: 'everybody else', home: fullHome(usualWords) },
])('one button at most stands out in an item, to $who', ({ home }) => {
  const items = lists.flatMap((name) => home.lists[name].issues.map((it) => standOut(name, it, home)));
  for (const item of items) expect(item.length).toBeLessThan(2);
  expect(items.flat()).not.toEqual([]);
});

test('what an owner is asked is answered before it is solved', () => {
  const home = askedHome(usualWords);
  const [first] = home.lists.owned.issues;
  if (first === undefined) throw new Error('nothing owned');
  expect(standOut('owned', first, home)).toEqual(['Still on it']);
});

function waiting(...issues: Issue[]): HomeLists['lists'] {
  return { ...emptyHome.lists, waiting: { issues, total: issues.length, page: 0 } };
}

function helpedByKim(issue: ClaimedIssue): ClaimedIssue {
  return { ...issue, help: { state: 'promised', since: 7, helper: kim } };
}
