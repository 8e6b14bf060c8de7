import type { Issue } from '../../src/core/issue.ts';
import { drawMine } from '../../src/features/home/mine.ts';
import type { HomeLists, List } from '../../src/platform/postgres/home-lists.ts';
import { ana, lea, slackIds, thursday } from '../support/builders.ts';
import { asked, fullIssues, happened } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';
import { officeHours } from './hours-drawings.ts';

const post = 'https://acme.slack.com/archives/C0LEARN/p1764756000000200';

/** As many issues of a kind as a page of Home holds. */
export function fullHome(words: Words, page = 0, total = 12): HomeLists {
  const { saved, open, claimed, resolved, confirmed } = fullIssues(words);
  const list = (...issues: readonly Issue[]): List => ({ issues, total, page });
  return {
    person: ana,
    isAdmin: false,
    isLead: true,
    isThanked: true,
    notes: 'all',
    hours: { ...officeHours, awayUntil: '2026-12-24' },
    now: thursday,
    pageSize: 5,
    slackIds,
    links: new Map(),
    lists: {
      waiting: list(
        resolved,
        { ...claimed, offeredTo: ana },
        asked(words),
        resolvedAndAsked(words),
        confirmed,
      ),
      owned: list(claimed, claimed, claimed, claimed, resolved),
      flagged: list(saved, open, claimed, resolved, saved),
      unowned: list(open, open, open, open, { ...open, reporter: { ...open.reporter, person: lea } }),
      solved: list(confirmed, confirmed, confirmed, confirmed, confirmed),
    },
    learned: new Map([[words.number, { writeUp: { writers: [ana] }, link: post }]]),
    openCredits: new Set([words.number]),
    askedOfOwner: new Map(),
    questionsToOwner: 0,
    unknownContainments: new Set(),
    askedOfHold: new Set(),
    couldUseHelp: new Set(),
    noticed: new Map(),
    learnings: {
      rows: [4, 1, 0].map((used) => ({ issue: words.number, line: words.learning, used })),
      total,
    },
  };
}

/** The same where its owner is asked of each what it needs. */
export function askedHome(words: Words): HomeLists {
  const heard = happened({ type: 'claimed', owner: ana });
  return {
    ...fullHome(words, 1),
    askedOfOwner: new Map([[words.number, { kind: 'quiet', heard }]]),
    questionsToOwner: 12,
    unknownContainments: new Set([words.number]),
  };
}

/** The same where nothing else waits for them: so many questions, on whichever page. */
export function onlyAskedHome(words: Words, questionsToOwner: number): HomeLists {
  const asked = askedHome(words);
  return { ...asked, questionsToOwner, lists: { ...emptyHome.lists, owned: asked.lists.owned } };
}

function resolvedAndAsked(words: Words) {
  const { inquiry } = asked(words);
  return { ...fullIssues(words).resolved, inquiry };
}

export const emptyHome: HomeLists = {
  person: ana,
  isAdmin: false,
  isLead: false,
  isThanked: false,
  notes: 'none',
  hours: officeHours,
  now: thursday,
  pageSize: 5,
  slackIds,
  links: new Map(),
  lists: {
    waiting: { issues: [], total: 0, page: 0 },
    owned: { issues: [], total: 0, page: 0 },
    flagged: { issues: [], total: 0, page: 0 },
    unowned: { issues: [], total: 0, page: 0 },
    solved: { issues: [], total: 0, page: 0 },
  },
  learned: new Map(),
  openCredits: new Set(),
  askedOfOwner: new Map(),
  questionsToOwner: 0,
  unknownContainments: new Set(),
  askedOfHold: new Set(),
  couldUseHelp: new Set(),
  noticed: new Map(),
  learnings: { rows: [], total: 0 },
};

export function mine(words: Words): Drawings {
  return { nothing: drawMine(emptyHome), full: drawMine(fullHome(words)) };
}
