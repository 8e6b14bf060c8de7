import { array, assert, constantFrom, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';

import { isAskedAnew } from '../../src/core/asked.ts';
import { heardAt, nudged } from '../../src/core/attended.ts';
import type { Attended } from '../../src/core/attended.ts';
import type { Cadence } from '../../src/core/cadence.ts';
import type { Command } from '../../src/core/command.ts';
import { decide, take } from '../../src/core/decide.ts';
import { dueOf } from '../../src/core/due.ts';
import { evolve } from '../../src/core/evolve.ts';
import { followUps } from '../../src/core/follow-ups.ts';
import type { ClaimedIssue, Issue, IssueEvent, PersonId } from '../../src/core/issue.ts';
import { officeWeek } from '../../src/core/working-time.ts';
import type { WorkingTime } from '../../src/core/working-time.ts';
import { anActor, anIssue, cadence, hal, kim, ned, sam, thursday } from '../support/builders.ts';
import { does, live, nameOf, solve, told } from './life.ts';
import type { Change, Step } from './life.ts';

const office: WorkingTime = { zone: 'UTC', week: officeWeek, holidays: new Set(), awayUntil: null };
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const agree = (by: string | null): Step =>
  does(sam, { type: 'agree', agreement: { success: null, by: by === null ? null : day(by) } });
const wanted = ({ followUps: { nudges } }: Change): string[] =>
  nudges.map(
    ({ kind, subject, person, when }) => `${kind} ${subject} to ${nameOf(person)} ${JSON.stringify(when)}`,
  );

const asked = (unanswered: number): ClaimedIssue =>
  anIssue({ state: 'claimed', attended: { ...heardAt(3), unanswered } });
const afterNudge = (issue: ClaimedIssue, leadAt: Temporal.Instant | null = null): Change => {
  const event: IssueEvent = { type: 'nudged', leadAt };
  return changed(issue, event);
};

function changed(before: Issue, event: IssueEvent): Change {
  const after = evolve(before, event);
  return { before, after, events: [event], followUps: followUps(before, after, [event]) };
}

describe('what an owner is asked, and when', () => {
  it('after two working days of silence from the claim on', () => {
    const change = live(anIssue({ state: 'open' }), does(sam, { type: 'claim' }));
    expect(wanted(change)).toEqual(['quiet 42/3/0 to sam {"afterWorkingDays":2}']);
  });

  it('about a date of theirs on it, and on the working day before', () => {
    expect(wanted(live(anIssue({ state: 'claimed' }), agree('2026-12-24')))).toEqual([
      'day-before 42/4/0 to sam {"before":"2026-12-24"}',
      'on-the-day 42/4/0 to sam {"justOn":"2026-12-24"}',
      'quiet 42/4/0 to sam {"afterWorkingDays":2}',
    ]);
  });

  it('three days after the first nudge, and no third time', () => {
    expect(wanted(afterNudge(asked(0)))).toEqual(['quiet 42/3/1 to sam {"afterWorkingDays":3}']);
    expect(wanted(afterNudge(asked(1)))).toEqual([]);
  });

  it('the second takes the buttons from the first, which is drawn anew', () => {
    expect(afterNudge(asked(0)).followUps.nudged).toBeNull();
    expect(afterNudge(asked(1)).followUps.nudged).toBe(42);
    const isAnew = (nth: number) => isAskedAnew(asked(2).attended, nth);
    expect([isAnew(0), isAnew(1), isAskedAnew(asked(1).attended, 0)]).toEqual([true, false, false]);
  });

  it('on the day they have named, and about nothing else before it', () => {
    const dated = anIssue({ state: 'claimed', agreement: { success: null, by: day('2026-12-24') } });
    const snooze: Command = { type: 'snooze', until: day('2026-12-10'), today: day('2026-12-03') };
    expect(wanted(live(dated, does(sam, snooze)))).toEqual(['snooze-over 42/4/0 to sam {"on":"2026-12-10"}']);
  });

  it.each<[string, Step]>([
    ['an update', does(sam, { type: 'update', text: 'Soon' })],
    ['a question', does(sam, { type: 'inquire', text: 'Which bank?' })],
    ['an agreement', agree(null)],
    ['an offer', does(sam, { type: 'offer', to: { person: kim, canOwn: true } })],
  ])('anew after %s', (_, step) => {
    expect(wanted(live(asked(2), step))).toContain('quiet 42/4/0 to sam {"afterWorkingDays":2}');
  });

  it('later each time they are still on it and say no more, as soon as before after any other word', () => {
    const still = does(sam, { type: 'still-on-it' });
    const after = (stills: number, step: Step): string[] => {
      const issue = asked(1);
      return wanted(live({ ...issue, attended: { ...issue.attended, stills } }, step));
    };
    const days = [0, 1, 2, 9].map((stills) => after(stills, still));
    expect(days).toEqual([5, 10, 10, 10].map((n) => [`quiet 42/4/0 to sam {"afterWorkingDays":${n}}`]));
    const update = does(sam, { type: 'update', text: 'Soon' });
    expect(after(2, update)).toEqual(['quiet 42/4/0 to sam {"afterWorkingDays":2}']);
    const late = { ...asked(0), attended: { ...heardAt(3), stills: 2 } };
    expect(wanted(afterNudge(late))).toEqual(['quiet 42/3/1 to sam {"afterWorkingDays":3}']);
  });

  it('not anew after what somebody else does, and never once it is solved', () => {
    expect(wanted(live(asked(1), does(kim, { type: 'me-too' })))).toEqual([]);
    expect(wanted(live(asked(1), solve)).filter((it) => it.includes('to sam'))).toEqual([]);
  });

  it('anew, and somebody else, once it is handed over', () => {
    const offered = anIssue({ state: 'claimed', offeredTo: kim, attended: { ...heardAt(3), unanswered: 2 } });
    expect(wanted(live(offered, does(kim, { type: 'accept' })))).toEqual([
      'quiet 42/4/0 to kim {"afterWorkingDays":2}',
    ]);
  });
});

describe('two nudges without a word', () => {
  const later = at('2026-12-17T09:00:00Z');
  const quiet = afterNudge(asked(1), later).after;

  it('five working days later those who lead are to be told', () => {
    expect(nudged(asked(0), office, thursday)).toEqual({ type: 'nudged', leadAt: null });
    expect(nudged(asked(1), office, thursday)).toEqual({
      type: 'nudged',
      leadAt: at('2026-12-10T09:00:00Z'),
    });
    expect(dueOf(quiet)).toEqual({ turn: 'could-use-help', at: later });
    expect(dueOf(live(quiet, does(sam, { type: 'update', text: 'Soon' })).after)).toBeNull();
  });

  it('they are told then, and not before, and once', () => {
    const turn = { type: 'could-use-help', cadence } as const;
    expect(take(quiet, turn, later.subtract({ seconds: 1 }))).toEqual([]);
    const [event] = take(quiet, turn, later);
    expect(event).toEqual({ type: 'could-use-help', to: [kim, ned].toSorted(), rung: 0 });
    if (event === undefined) return;
    const change = changed(quiet, event);
    expect(wanted(change).toSorted()).toEqual([
      'could-use-help 42/5 to kim "now"',
      'could-use-help 42/5 to ned "now"',
    ]);
    expect(take(change.after, turn, later)).toEqual([]);
    expect(dueOf(change.after)).toBeNull();
  });

  it.each([
    ['a lead who owns it is left out', { owner: kim }, [ned]],
    [
      'a lead who flagged it is left out',
      { reporter: { person: ned, hasLeft: false, verdict: null } },
      [kim],
    ],
    [
      'where nobody else leads it goes one rung up',
      { owner: kim, reporter: { person: ned, hasLeft: false, verdict: null } },
      [hal],
    ],
  ])('%s', (_, more, to) => {
    const issue: Issue = { ...(quiet as ClaimedIssue), ...more };
    const rung = to.includes(hal) ? 1 : 0;
    expect(take(issue, { type: 'could-use-help', cadence }, later)).toMatchObject([{ to, rung }]);
  });

  it('where nobody else leads at all the admins are told, and may offer support', () => {
    const alone: Cadence = { ...cadence, rungs: [[sam], [], []], admins: [sam, hal] };
    const [event] = take(quiet, { type: 'could-use-help', cadence: alone }, later);
    expect(event).toEqual({ type: 'could-use-help', to: [hal], rung: 3 });
    if (event === undefined) return;
    const { after } = changed(quiet, event);
    expect(live(after, does(hal, { type: 'offer-support' })).events).toEqual([
      { type: 'support-offered', by: hal },
    ]);
    expect(live(after, does(kim, { type: 'offer-support' })).events).toEqual([]);
  });

  const until = (awayUntil: string): WorkingTime => ({ ...office, awayUntil });
  const kimOnly: Cadence = { ...cadence, rungs: [[kim], [hal], []] };

  it.each<[string, Cadence, readonly (readonly [PersonId, string])[], readonly PersonId[]]>([
    ['the only lead is away for long: it goes one rung up', kimOnly, [[kim, '2027-06-01']], [hal]],
    ['one lead of two is away: it goes to the other', cadence, [[kim, '2027-06-01']], [ned]],
    ['a lead who is back the next day reads it then', kimOnly, [[kim, '2026-12-18']], [kim]],
    [
      'everybody is away: it waits for the lead',
      kimOnly,
      [kim, hal].map((it) => [it, '2027-06-01'] as const),
      [kim],
    ],
  ])('%s', (_, by, away, to) => {
    const leads = new Map(away.map(([person, back]) => [person, until(back)]));
    const turn = { type: 'could-use-help', cadence: { ...by, leads } } as const;
    expect(take(quiet, turn, later)).toMatchObject([{ to, rung: to.includes(hal) ? 1 : 0 }]);
  });

  it('a lead offers support once; the owner hears of it, and keeps the issue', () => {
    const needs = changed(quiet, { type: 'could-use-help', to: [kim, ned] }).after;
    const offer: Step = [anActor(kim, { isLead: true }), { type: 'offer-support' }];
    const change = live(needs, offer);
    expect(told(change)).toContain('news 42/6 to sam');
    expect(change.after).toMatchObject({ owner: sam });
    expect(live(change.after, [anActor(ned, { isLead: true }), { type: 'offer-support' }]).events).toEqual(
      [],
    );
    expect(live(needs, does(sam, { type: 'update', text: 'Soon' }), offer).events).toEqual([]);
  });
});

test('a snooze is for a later day, and the same one again changes nothing', () => {
  const snooze = (until: string): Command => ({
    type: 'snooze',
    until: day(until),
    today: day('2026-12-03'),
  });
  const issue = anIssue({ state: 'claimed' });
  expect(decide(issue, anActor(sam), snooze('2026-12-03'), thursday)).toMatchObject({
    refusal: { reason: 'date-is-over' },
  });
  const snoozed = live(issue, does(sam, snooze('2026-12-04'))).after;
  expect(live(snoozed, does(sam, snooze('2026-12-04'))).events).toEqual([]);
  expect(live(snoozed, does(sam, snooze('2026-12-07'))).events).toHaveLength(1);
});

test('however it goes, an owner is asked at most twice without a word, and then those who lead are told, once', () => {
  const steps = constantFrom<'hear' | 'nudge' | 'pass'>('hear', 'nudge', 'nudge', 'pass', 'pass');
  assert(
    property(array(steps, { maxLength: 30 }), integer({ min: 0, max: 200 }), (life, hours) => {
      let issue: Issue = anIssue({ state: 'claimed' });
      let now = thursday.add({ hours });
      let nudges = 0;
      let tellings = 0;
      for (const step of life) {
        now = now.add({ hours: 24 * 3 });
        if (issue.state !== 'claimed') return false;
        const { unanswered }: Attended = issue.attended;
        if (step === 'hear') {
          issue = evolve(issue, { type: 'updated', text: 'Soon' });
          nudges = 0;
          tellings = 0;
        } else if (step === 'nudge' && unanswered < 2) {
          issue = evolve(issue, nudged(issue, office, now));
          nudges += 1;
        } else if (step === 'pass') {
          const events: readonly IssueEvent[] = take(issue, { type: 'could-use-help', cadence }, now);
          tellings += events.length;
          issue = events.reduce<Issue>(evolve, issue);
        }
        if (nudges > 2 || tellings > 1 || (tellings === 1 && nudges < 2)) return false;
      }
      return true;
    }),
  );
});
