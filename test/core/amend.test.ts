import { describe, expect, it } from 'vitest';

import { decide } from '../../src/core/decide.ts';
import type { Issue } from '../../src/core/issue.ts';
import { wordsOf, withWords } from '../../src/core/said.ts';
import type { Said, SaidEvent } from '../../src/core/said.ts';
import { ana, anActor, anIssue, hal, kim, lea, sam, solution, thursday } from '../support/builders.ts';
import { does, live } from './life.ts';

const other = { text: 'Other words', learning: null };
const inquiry = { seq: 4, text: 'Which bank?', isAnswered: false };
const given = { state: 'given', helper: hal, since: 2, line: 'The old form' } as const;
const upheld = { state: 'upheld', by: sam, because: 'It stays' } as const;

function said(event: SaidEvent, by: Said['by'], more: Partial<Said> = {}): Said {
  return { seq: 4, event, by, isNewest: true, ...more };
}

const events = {
  updated: said({ type: 'updated', text: 'Soon' }, sam),
  commented: said({ type: 'commented', verdict: 'fixed', text: 'Thanks', asReporter: true }, null),
  informed: said({ type: 'informed', inquiry: 3, text: 'Theirs' }, null),
  inquired: said({ type: 'inquired', text: 'Which bank?' }, sam),
  resolved: said({ type: 'resolved', solution, at: thursday }, sam),
  helped: said({ type: 'helped', helper: hal, line: 'The old form' }, hal),
  declined: said({ type: 'declined', by: kim, as: 'lead', because: 'Next year' }, kim),
  upheld: said({ type: 'upheld', by: sam, because: 'It stays' }, sam),
};

function outcome(issue: Issue, person: typeof ana, of: Said | null, words = other): string {
  const decision = decide(issue, anActor(person), { type: 'amend', said: of, words }, thursday);
  if (!decision.ok) return decision.refusal.reason;
  return decision.events.map(({ type }) => type).join(' + ') || 'nothing';
}

const open = anIssue({ state: 'open' });
const claimed = anIssue({ state: 'claimed', inquiry });
const resolved = anIssue({ state: 'resolved' });
const declined = anIssue({ state: 'declined', since: 4 });

describe('putting otherwise what one has said', () => {
  it.each<[string, Issue, typeof ana, Said | null, string]>([
    ['an update, by its writer', claimed, sam, events.updated, 'amended'],
    ['an update, after letting go', open, sam, events.updated, 'amended'],
    ['an update, by somebody else', claimed, lea, events.updated, 'not-the-writer'],
    ['a line, by the reporter, who is not named in the history', resolved, ana, events.commented, 'amended'],
    ['a reporter’s line, by its owner', resolved, sam, events.commented, 'not-the-writer'],
    ['an answer, by the reporter', claimed, ana, events.informed, 'amended'],
    ['the question that stands', claimed, sam, events.inquired, 'amended'],
    [
      'a question that a newer one has replaced',
      claimed,
      sam,
      { ...events.inquired, seq: 3 },
      'said-no-more',
    ],
    [
      'a question that is answered',
      { ...claimed, inquiry: { ...inquiry, isAnswered: true } },
      sam,
      events.inquired,
      'amended',
    ],
    ['a lead’s question, while nobody owns it', { ...open, inquiry }, sam, events.inquired, 'amended'],
    ['a question, once nobody has it', open, sam, events.inquired, 'said-no-more'],
    ['what changed', resolved, sam, events.resolved, 'amended'],
    ['what changed, once it goes on', claimed, sam, events.resolved, 'amended'],
    ['what helped', { ...open, help: given }, hal, events.helped, 'amended'],
    ['why not', declined, kim, events.declined, 'amended'],
    ['why not, once it is open again', open, kim, events.declined, 'amended'],
    ['why it stays so', { ...declined, look: upheld }, sam, events.upheld, 'amended'],
    ['nothing that was said', claimed, sam, null, 'said-no-more'],
    ['before anybody has seen it', anIssue({ state: 'saved' }), ana, null, 'not-posted-yet'],
  ])('%s', (_, issue, person, of, wanted) => {
    expect(outcome(issue, person, of)).toBe(wanted);
  });

  it('into the same words changes nothing', () => {
    expect(outcome(claimed, sam, events.updated, { text: 'Soon', learning: null })).toBe('nothing');
  });

  it('neither drops nor adds what others can use', () => {
    const words = (of: Said, learning: string | null) => {
      const command = { type: 'amend', said: of, words: { text: 'Other', learning } } as const;
      const decision = decide(resolved, anActor(sam), command, thursday);
      const [event] = decision.ok ? decision.events : [];
      return event?.type === 'amended' ? event.words.learning : undefined;
    };
    expect(words(events.resolved, null)).toBe(solution.learning);
    expect(words(events.resolved, 'Ask twice')).toBe('Ask twice');
    const plain = said({ type: 'resolved', solution: { ...solution, learning: null }, at: thursday }, sam);
    expect(words(plain, 'Ask twice')).toBeNull();
  });
});

describe('what reads otherwise then', () => {
  const amended = (issue: Issue, person: typeof ana, of: Said) =>
    live(
      issue,
      does(person, { type: 'amend', said: of, words: { text: 'Other words', learning: 'Ask twice' } }),
    );

  it('is the issue, where it carries the words, and nothing else of it', () => {
    const solved = amended(resolved, sam, events.resolved).after;
    const next = { ...solution, changed: 'Other words', learning: 'Ask twice' };
    expect(solved).toEqual({ ...resolved, version: 5, solution: next });
    expect(amended(declined, kim, events.declined).after).toEqual({
      ...declined,
      version: 4,
      because: 'Other words',
    });
    expect(amended({ ...declined, look: upheld }, sam, events.upheld).after).toMatchObject({
      because: declined.because,
      look: { because: 'Other words' },
    });
    for (const issue of [claimed, { ...open, inquiry }])
      expect(amended(issue, sam, events.inquired).after).toMatchObject({ inquiry: { text: 'Other words' } });
    expect(amended({ ...open, help: given }, hal, events.helped).after).toMatchObject({
      help: { line: 'Other words' },
    });
    expect(amended(claimed, sam, events.updated).after).toEqual({ ...claimed, version: 4 });
  });

  it.each<[string, Issue, typeof ana, Said]>([
    ['what changed, once it goes on', claimed, sam, events.resolved],
    ['what changed the time before', resolved, sam, { ...events.resolved, isNewest: false }],
    ['what helped, once it is wanted again', { ...open, help: { state: 'wanted' } }, hal, events.helped],
    ['what helped the time before', { ...open, help: given }, hal, { ...events.helped, isNewest: false }],
    ['why not, once it is open again', open, kim, events.declined],
    ['why not, the time before', { ...declined, since: 9 }, kim, events.declined],
    ['why it stays so, after another no', { ...declined, since: 9 }, sam, events.upheld],
    [
      'why it stays so, the time before',
      { ...declined, look: upheld },
      sam,
      { ...events.upheld, isNewest: false },
    ],
  ])('is what tells of it alone, where things have moved on: %s', (_, issue, person, of) => {
    const { after, followUps } = amended(issue, person, of);
    expect(after).toEqual({ ...issue, version: issue.version + 1 });
    expect(followUps.amended).toEqual(['42/4']);
  });

  it('is every message that tells of it, where it stands, and the learning of a solution; none is new', () => {
    const { followUps } = amended(resolved, sam, events.resolved);
    expect(followUps.amended).toEqual(['42/4']);
    expect(followUps.learned).toBe(42);
    expect(followUps.draw.filter(({ kind }) => kind === 'reply' || kind === 'news')).toEqual([]);
    expect(amended(claimed, sam, events.updated).followUps.learned).toBeNull();
    expect(live(claimed, does(sam, { type: 'update', text: 'Soon' })).followUps.amended).toEqual([]);
  });

  it('is the event itself, whatever it is', () => {
    for (const { event } of Object.values(events)) {
      const words = { text: 'Other words', learning: event.type === 'resolved' ? 'Ask twice' : null };
      expect(wordsOf(withWords(event, words))).toEqual(words);
    }
    const claim = { type: 'claimed', owner: sam } as const;
    expect(withWords(claim, other)).toEqual(claim);
  });
});
