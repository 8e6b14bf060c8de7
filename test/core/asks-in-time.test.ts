import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { delivered } from '../../src/core/ask-turns.ts';
import { owesAnswer } from '../../src/core/ask.ts';
import { mayAskWhyQuiet } from '../../src/core/attended.ts';
import type { Cadence } from '../../src/core/cadence.ts';
import { dueOf } from '../../src/core/due.ts';
import type { Issue, PersonId } from '../../src/core/issue.ts';
import { officeWeek } from '../../src/core/working-time.ts';
import type { WorkingTime } from '../../src/core/working-time.ts';
import { ana, anActor, anIssue, cadence, hal, kim, max, ned, sam, thursday } from '../support/builders.ts';
import { answer, ask, asked, lead, outcome, promise, until } from './an-ask.ts';
import { does, live, nameOf, takeStep, told } from './life.ts';
import type { Step } from './life.ts';

describe('whom it goes to', () => {
  const day = (zone: string, more: Partial<WorkingTime> = {}): WorkingTime => ({
    zone,
    week: officeWeek,
    holidays: new Set<string>(),
    awayUntil: null,
    ...more,
  });
  const firstAsked = (by: Cadence, issue: Issue = anIssue({ state: 'claimed' })) => {
    const { events } = takeStep(issue, ask(by), thursday);
    const [event] = events;
    return event?.type === 'asked' ? event.to.map(nameOf) : [];
  };

  it('the leads, but neither its owner nor its reporter', () => {
    const rungs = [[kim, sam, ana], [hal], []];
    expect(firstAsked({ ...cadence, rungs })).toEqual(['kim']);
    expect(firstAsked({ ...cadence, rungs: [[sam], [ana], [hal]] })).toEqual(['hal']);
    const alone = { ...cadence, rungs: [[sam], [ana], []] };
    expect(outcome(anIssue({ state: 'claimed' }), ...ask(alone))).toBe('no: nobody-to-ask');
    expect(firstAsked({ ...alone, admins: [sam, max] })).toEqual(['max']);
    expect(firstAsked({ ...cadence, rungs: [[kim], [], []], admins: [max] })).toEqual(['kim']);
  });

  it('past those who are away, unless everybody is', () => {
    const away = day('UTC', { awayUntil: '2027-01-11' });
    expect(firstAsked({ ...cadence, leads: new Map([[kim, away]]) })).toEqual(['ned']);
    const both = new Map([kim, ned].map((it) => [it, away] as const));
    expect(firstAsked({ ...cadence, leads: both })).toEqual(['hal']);
    const all = new Map([kim, ned, hal].map((it) => [it, away] as const));
    expect(firstAsked({ ...cadence, leads: all })).toEqual(['kim', 'ned']);
  });

  it('whose clock runs from when it is sent to them, in their own hours, and once', () => {
    const issue = asked();
    expect(dueOf(issue)?.at).toEqual(issue.ask.standing.state === 'asked' && issue.ask.standing.lapsesAt);
    const late = Temporal.Instant.from('2026-12-03T15:30:00Z');
    const [event] = delivered(issue, kim, issue.ask.turn, day('UTC'), cadence, late);
    expect(event).toMatchObject({ type: 'ask-delivered', reader: kim, after: null });
    if (event?.type !== 'ask-delivered') throw new Error('not delivered');
    /* An hour and a half of that day, and the rest of the next. */
    expect(event.until.toString()).toBe('2026-12-04T11:30:00Z');
    expect(delivered(issue, max, issue.ask.turn, day('UTC'), cadence, late)).toEqual([]);
    expect(delivered(issue, kim, issue.ask.turn + 1, day('UTC'), cadence, late)).toEqual([]);
    const running = {
      ...issue,
      ask: { ...issue.ask, standing: { ...issue.ask.standing, until: event.until } },
    };
    expect(delivered(running as Issue, ned, issue.ask.turn, day('UTC'), cadence, late)).toEqual([]);
  });
});

describe('whoever works very little', () => {
  const halfAnHour = [{ from: 540, to: 570 }];
  const oneDay = (week: WorkingTime['week']): WorkingTime => ({ ...cadence.time, week });
  const onFridays = oneDay([[], [], [], [], halfAnHour, [], []]);
  const onWednesdays = oneDay([[], [], halfAnHour, [], [], [], []]);

  const ends = (by: Cadence, time: WorkingTime, reads: string) => {
    const { after } = takeStep(anIssue({ state: 'claimed' }), ask(by), thursday);
    if (after.state !== 'claimed' || after.ask === null) throw new Error('nothing is asked');
    const [event] = delivered(after, kim, after.ask.turn, time, by, Temporal.Instant.from(reads));
    if (event?.type !== 'ask-delivered') throw new Error('not delivered');
    return [dueOf(after)?.at.toString(), event.until.toString()];
  };

  it('holds up a rung for no longer than somebody who is away', () => {
    const by = { ...cadence, rungs: [[kim], [hal], []], leads: new Map([[kim, onFridays]]) };
    /* On Saturday nobody would be waited for any more, and somebody who began then had four hours. */
    const read = ends(by, onFridays, '2026-12-04T09:00:00Z');
    expect(read).toEqual(['2026-12-05T00:00:00Z', '2026-12-05T04:00:00Z']);
    /* Read late, since the bot was away, it is theirs for as long. */
    expect(ends(by, onFridays, '2026-12-11T09:00:00Z')[1]).toBe('2026-12-11T13:00:00Z');
  });

  it('can read it before it is over, where nobody stands above them', () => {
    const by = { ...cadence, rungs: [[kim], [], []], leads: new Map([[kim, onWednesdays]]) };
    const read = ends(by, onWednesdays, '2026-12-09T09:00:00Z');
    expect(read).toEqual(['2026-12-09T13:00:00Z', '2026-12-09T17:00:00Z']);
  });
});

describe('what goes on, and to whom', () => {
  const passes: Step = { type: 'ask-passes', cadence };
  const late = (issue: Issue, hours: number) => takeStep(issue, passes, thursday.add({ hours }));

  it('not before its time, then one rung up, then it is said that nobody is left', () => {
    const issue = asked();
    expect(late(issue, 37).events).toEqual([]);
    const up = late(issue, 38);
    expect(up.events).toMatchObject([{ type: 'ask-passed', why: 'not-there', on: { rung: 1, to: [hal] } }]);
    const end = late(up.after, 200);
    expect(end.events).toMatchObject([{ type: 'ask-passed', on: null }]);
    expect(told(end).filter((it) => it.startsWith('news'))).toEqual([
      `news 42/${end.after.version} to sam`,
      `news 42/${end.after.version} to ana`,
    ]);
    expect(owesAnswer(end.after, hal)).toBe(true);
    expect(owesAnswer(end.after, kim)).toBe(false);
    expect(outcome(end.after, lead(hal), answer)).toBe('ask-closed');
    expect(dueOf(end.after)).toBeNull();
  });

  it('a promise goes on two working days after its date, and at once if who gave it has left', () => {
    const issue = asked([lead(kim), promise]);
    const hoursTo = (at: Temporal.Instant) => at.since(thursday).total('hours');
    expect(late(issue, hoursTo(until) - 1).events).toEqual([]);
    expect(late(issue, hoursTo(until)).events).toMatchObject([{ why: 'promise', on: { to: [hal] } }]);
    const { standing } = issue.ask;
    if (standing.state !== 'promised') throw new Error('not promised');
    const left: Issue = {
      ...issue,
      ask: { ...issue.ask, to: [ned], standing: { ...standing, hasLeft: true } },
    };
    expect(dueOf(left)?.at).toEqual(issue.flaggedAt);
    const gone = { ...cadence, rungs: [[ned], [hal], []] };
    const back = takeStep(left, { type: 'ask-passes', cadence: gone }, thursday);
    expect(back.events).toMatchObject([{ type: 'ask-passed', why: 'left', on: { rung: 0, to: [ned] } }]);
  });

  it('an ask goes along with a new owner, unless they were asked themselves', () => {
    const hand = (to: PersonId): readonly Step[] => [
      [anActor(sam), { type: 'offer', to: { person: to, canOwn: true } }],
      [anActor(to), { type: 'accept' }],
    ];
    const askIn = (issue: Issue) => (issue.state === 'claimed' ? issue.ask : undefined);
    expect(askIn(live(asked(), ...hand(max)).after)?.to).toEqual([kim, ned]);
    expect(askIn(live(asked(), ...hand(kim)).after)).toBeNull();
    const promised = askIn(live(asked([lead(kim), promise]), ...hand(ned)).after);
    expect(promised).toMatchObject({ to: [kim], standing: { state: 'promised' } });
    expect(askIn(live(asked([lead(kim), promise]), ...hand(kim)).after)).toBeNull();
    const contained = live(asked([lead(ned), { type: 'contain' }]), ...hand(ned)).after;
    expect(contained.state === 'claimed' && contained.containment).toBeNull();
  });
});

describe('while support is on its way', () => {
  const quiet = (issue: Issue, ...steps: readonly Step[]) =>
    live(issue, ...steps).followUps.nudges.filter(({ kind }) => kind === 'quiet').length;

  /** There is nobody above Kim, and she has not answered. */
  const atTop = (): Issue => {
    const top = { ...cadence, rungs: [[kim], [], []] };
    const { after } = live(anIssue({ state: 'claimed' }), ask(top));
    return takeStep(after, { type: 'ask-passes', cadence: top }, thursday.add({ hours: 200 })).after;
  };

  it('its owner is not asked why it is quiet, on no rung; once it has ended they are', () => {
    expect(quiet(anIssue({ state: 'claimed' }), ask())).toBe(0);
    expect(quiet(asked(), [lead(kim), promise])).toBe(0);
    expect(quiet(asked(), [lead(kim), answer])).toBe(1);
    expect(atTop()).toMatchObject({ ask: { standing: { state: 'unanswered' } } });
    expect(quiet(atTop(), does(sam, { type: 'update', text: 'Still waiting' }))).toBe(0);
    expect(quiet(atTop(), [lead(kim), answer])).toBe(1);
    expect(quiet(atTop(), does(sam, { type: 'call-back' }))).toBe(1);
  });

  it('where nobody who was asked leads any more, those who lead now are', () => {
    const later = thursday.add({ hours: 300 });
    const looks = (rungs: Cadence['rungs'], admins: Cadence['admins'] = []) =>
      takeStep(atTop(), { type: 'ask-passes', cadence: { ...cadence, rungs, admins } }, later);
    expect(looks([[kim], [], []]).events).toEqual([]);
    expect(looks([[ned], [kim], []]).after).toMatchObject({ ask: { rung: 0, to: [ned] } });
    expect(looks([[sam], [], []]).events).toEqual([]);
    expect(looks([[sam], [], []], [hal]).after).toMatchObject({ ask: { rung: 3, to: [hal] } });
    expect(looks([[ned], [hal], []]).after).toMatchObject({
      ask: {
        rung: 0,
        to: [ned],
        standing: { state: 'asked' },
        soFar: [{ why: 'not-there' }, { why: 'left' }],
      },
    });
  });

  it.each<readonly [string, Cadence['rungs'], readonly PersonId[]]>([
    ['a sponsor', [[kim], [], [hal]], [hal]],
    ['those whom the leads turn to', [[kim], [hal], []], [hal]],
    ['another lead', [[kim, ned], [], []], [ned]],
    ['nobody but the owner', [[kim], [sam], [sam]], []],
    ['themselves on another rung', [[kim], [kim], []], []],
  ])('all who led were asked in vain, and %s is named: they are asked, once', (_, rungs, to) => {
    const looks = (issue: Issue, at: number) =>
      takeStep(issue, { type: 'ask-passes', cadence: { ...cadence, rungs } }, thursday.add({ hours: at }));
    const { after, events } = looks(atTop(), 300);
    expect(events).toMatchObject(to.length === 0 ? [] : [{ type: 'ask-passed', on: { to } }]);
    const inVain = looks(after, 600).after;
    expect(inVain).toMatchObject({ ask: { standing: { state: 'unanswered' } } });
    expect(looks(inVain, 900).events).toEqual([]);
  });

  it('about a date of theirs they are asked all the same', () => {
    const by = Temporal.PlainDate.from('2026-12-24');
    const { followUps } = live(atTop(), does(sam, { type: 'agree', agreement: { success: null, by } }));
    expect(followUps.nudges.map(({ kind }) => kind)).toEqual(['day-before', 'on-the-day']);
  });

  it('a question that was to be asked before is not asked any more', () => {
    const issue = atTop();
    if (issue.state !== 'claimed') throw new Error('nobody owns it');
    const subject = `42/${issue.attended.heard}/0`;
    const isAsked = (it: Issue): boolean => mayAskWhyQuiet(it, sam, subject, cadence.time, thursday);
    expect([isAsked(issue), isAsked({ ...issue, ask: null })]).toEqual([false, true]);
  });
});

describe('an admin who was asked, since nobody else led', () => {
  const alone: Cadence = { ...cadence, rungs: [[sam], [], []], admins: [max] };
  const passes = (by: Cadence, issue: Issue) =>
    takeStep(issue, { type: 'ask-passes', cadence: by }, thursday.add({ hours: 200 }));
  const begun = () => live(anIssue({ state: 'claimed' }), ask(alone)).after;

  it('is not asked again once their time is over, and can still answer', () => {
    const { events, after } = passes(alone, begun());
    expect(events).toMatchObject([{ type: 'ask-passed', on: null }]);
    expect(passes(alone, after).events).toEqual([]);
    expect(outcome(after, anActor(max), answer)).toBe('ask-closed');
  });

  it('is followed by a lead who is named meanwhile', () => {
    const { events } = passes({ ...alone, rungs: [[sam, kim], [], []] }, begun());
    expect(events).toMatchObject([{ type: 'ask-passed', on: { rung: 0, to: [kim] } }]);
  });
});
