import { describe, expect, it } from 'vitest';

import type { IssueEvent, PersonId } from '../../src/core/issue.ts';
import {
  askedForName,
  creditsOf,
  isWorthWritingUp,
  learningLine,
  nothingLearned,
  shownCredits,
  whyNotWrite,
} from '../../src/core/learning.ts';
import type { WriteUp } from '../../src/core/learning.ts';
import { toldToWriters } from '../../src/core/told-to-writers.ts';
import { aMeToo, ana, anActor, anIssue, kim, lea, max, meToos, sam } from '../support/builders.ts';

const sections = { happened: 'It broke', possible: '', well: '', changed: '', use: 'Glue it' };
const byLea: WriteUp = { version: 1, sections, writers: [lea] };
const confirmed = anIssue({ state: 'confirmed', meToos: [aMeToo(lea)] });
const alone = { ...confirmed, meToos: [] };
const resolved = anIssue({ state: 'resolved', meToos: [aMeToo(lea)] });
const claimed = anIssue({ state: 'claimed', meToos: [aMeToo(lea)] });

describe('what others can use', () => {
  it('counts once it is confirmed, and a write-up at once', () => {
    expect(learningLine(claimed, null)).toBeNull();
    expect(learningLine(resolved, null)).toBeNull();
    expect(learningLine(confirmed, null)).toBe('Ask the bank, not a pattern');
    expect(learningLine(resolved, byLea)).toBe('Glue it');
    expect(learningLine(claimed, byLea)).toBe('Glue it');
  });

  it.each([
    [{ impact: 'hurts' }, true],
    [{ impact: 'blocks' }, false],
    [{ reopenings: 1 }, true],
    [{ returnOf: 17 }, true],
    [{ meToos: meToos(4) }, true],
    [{ meToos: meToos(3) }, false],
  ] as const)('is worth more than a line: %o %s', (more, isWorth) => {
    expect(isWorthWritingUp(anIssue({ state: 'confirmed', ...more }))).toBe(isWorth);
  });
});

const reason = (...of: Parameters<typeof whyNotWrite>) => whyNotWrite(...of)?.reason ?? 'may';

describe('an account of a solution that did not hold', () => {
  const outdated = { version: 1, sections, writers: [sam, ana, lea], isOutdated: true } as const;

  it('leaves the line to the newer solution, where that has one and is confirmed', () => {
    const bare = { ...confirmed, solution: { ...confirmed.solution, learning: null } };
    expect(learningLine(bare, outdated)).toBe(sections.use);
    const newer = { ...confirmed, solution: { ...confirmed.solution, learning: 'A newer line' } };
    expect(learningLine(newer, outdated)).toBe('A newer line');
    expect(learningLine({ ...newer, state: 'resolved' }, outdated)).toBe(sections.use);
    expect(learningLine(newer, byLea)).toBe(sections.use);
  });

  it('is brought to its writers when the newer one is confirmed, save who hears of it anyway', () => {
    const events: IssueEvent[] = [
      { type: 'answered', person: null, verdict: 'fixed' },
      { type: 'confirmed' },
    ];
    const news = [{ kind: 'news', subject: '42/6', person: lea }];
    expect(toldToWriters(confirmed, events, outdated)).toEqual(news);
    expect(toldToWriters(confirmed, events.slice(0, 1), outdated)).toEqual([]);
    expect(toldToWriters(confirmed, events, null)).toEqual([]);
  });
});

const never = false;
const begun = true;

describe('who may write it up', () => {
  it.each([
    [ana, 'may'],
    [sam, 'may'],
    [lea, 'may'],
    [kim, 'not-involved'],
  ] as const)('anybody involved may start, once it is solved', (person, wanted) => {
    expect(reason(resolved, anActor(person), null, never)).toBe(wanted);
    expect(reason(confirmed, anActor(person), null, never)).toBe(wanted);
    expect(reason(claimed, anActor(person), null, never)).toBe(wanted === 'may' ? 'not-solved-yet' : wanted);
  });

  it('nobody, before it is posted or after it was withdrawn', () => {
    expect(reason(anIssue({ state: 'saved' }), anActor(ana), null, never)).toBe('not-posted-yet');
    expect(reason(anIssue({ state: 'withdrawn' }), anActor(ana), null, never)).toBe('withdrawn');
  });

  it('once it is published, those who wrote it, and whoever had begun before', () => {
    expect(reason(confirmed, anActor(lea), byLea, never)).toBe('may');
    expect(reason(claimed, anActor(lea), byLea, never)).toBe('may');
    expect(reason(confirmed, anActor(sam), byLea, never)).toBe('written-up');
    expect(reason(confirmed, anActor(sam), byLea, begun)).toBe('may');
  });

  it('whoever had it before, and whoever has begun, goes on', () => {
    const hadByKim = { formerOwners: [kim] };
    expect(reason({ ...confirmed, ...hadByKim }, anActor(kim), null, never)).toBe('may');
    expect(reason({ ...claimed, ...hadByKim }, anActor(kim), null, never)).toBe('not-solved-yet');
    expect(reason({ ...confirmed, ...hadByKim }, anActor(kim), byLea, never)).toBe('written-up');
    expect(reason(confirmed, anActor(kim), null, begun)).toBe('may');
    expect(reason(confirmed, anActor(kim), byLea, begun)).toBe('may');
  });
});

describe('credits', () => {
  const everybody = (): boolean => true;
  const shown = (agreed: readonly PersonId[], leads: readonly PersonId[] = [], canBeNamed = everybody) =>
    shownCredits(alone, { ...nothingLearned, writeUp: byLea, agreed, leads }, canBeNamed);

  it('each with a part in it is one person, with all their parts', () => {
    const own = { ...alone, owner: ana };
    expect(creditsOf(own, { ...byLea, writers: [lea, ana] })).toEqual([
      { person: ana, roles: ['reporter', 'owner', 'writer'] },
      { person: lea, roles: ['writer'] },
    ]);
    expect(creditsOf(alone, null).map(({ person }) => person)).toEqual([ana, sam]);
  });

  it('whoever owned it before is asked like its owner', () => {
    const handedOn = { ...alone, formerOwners: [kim] };
    expect(creditsOf(handedOn, null)).toContainEqual({ person: kim, roles: ['former-owner'] });
    expect(askedForName(handedOn, null)).toEqual([ana, sam, kim]);
  });

  it('whoever only met it is among them, and gets no message of their own', () => {
    expect(creditsOf(confirmed, null)).toContainEqual({ person: lea, roles: ['met'] });
    expect(askedForName(confirmed, null)).toEqual([ana, sam]);
    const helped = { ...confirmed, formerOwners: [lea] };
    expect(creditsOf(helped, null)).toContainEqual({ person: lea, roles: ['former-owner', 'met'] });
    expect(askedForName(helped, null)).toEqual([ana, sam, lea]);
  });

  it('of those who met it no more are named than are asked', () => {
    const many = meToos(12);
    const agreed = many.map(({ person }) => person);
    const met = shownCredits({ ...confirmed, meToos: many }, { ...nothingLearned, agreed }, everybody);
    expect(met.named.map(({ person }) => person)).toEqual(agreed.slice(0, 10));
    expect(met.unnamed).toEqual(['reporter', 'owner', 'met']);
  });

  it('who helped is among them; who promised to is not yet', () => {
    const helped = { ...confirmed, helpers: [kim, max] };
    expect(creditsOf(helped, null)).toContainEqual({ person: kim, roles: ['helper'] });
    expect(creditsOf(helped, null)).toContainEqual({ person: max, roles: ['helper'] });
    expect(reason(helped, anActor(kim), null, never)).toBe('may');
    const promised = { state: 'promised', helper: kim, since: 4 } as const;
    expect(creditsOf({ ...alone, help: promised }, null).map(({ person }) => person)).toEqual([ana, sam]);
  });

  it('without a yes nobody is named, and with one nobody else', () => {
    expect(shown([])).toEqual({ named: [], unnamed: ['reporter', 'owner', 'writer'], namedLeads: [] });
    expect(shown([sam])).toEqual({
      named: [{ person: sam, roles: ['owner'] }],
      unnamed: ['reporter', 'writer'],
      namedLeads: [],
    });
  });

  it('a yes from somebody who had no part in it names nobody', () => {
    expect(shown([kim, max]).named).toEqual([]);
  });

  it('a yes of somebody without a name to show counts as none', () => {
    expect(shown([sam], [], () => false).unnamed).toEqual(['reporter', 'owner', 'writer']);
  });

  it('a lead’s name comes last', () => {
    const { named, namedLeads } = shown([ana, sam, lea], [ana]);
    expect(named.map(({ person }) => person)).toEqual([sam, lea]);
    expect(namedLeads.map(({ person }) => person)).toEqual([ana]);
  });

  it('a reporter whom nobody knows by name had their part all the same', () => {
    const sealed = { ...alone, reporter: { person: null, hasLeft: false, verdict: null } };
    expect(shownCredits(sealed, nothingLearned, everybody).unnamed).toEqual(['reporter', 'owner']);
  });
});
