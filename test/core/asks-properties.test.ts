import { array, assert, boolean, constantFrom, integer, property, subarray, tuple } from 'fast-check';
import { describe, it } from 'vitest';

import { isOfAsk } from '../../src/core/ask.ts';
import type { Ask } from '../../src/core/ask.ts';
import type { Cadence } from '../../src/core/cadence.ts';
import type { AskCommand } from '../../src/core/decide-ask.ts';
import { dueOf } from '../../src/core/due.ts';
import type { Issue, PersonId } from '../../src/core/issue.ts';
import { isOwned } from '../../src/core/issue.ts';
import { officeWeek } from '../../src/core/working-time.ts';
import {
  ana,
  anActor,
  anIssue,
  cadence,
  hal,
  kim,
  lea,
  max,
  ned,
  sam,
  thursday,
} from '../support/builders.ts';
import { takeStep } from './life.ts';
import type { Change } from './life.ts';
import { everyChange } from './lives.ts';

const askOf = (issue: Issue): Ask | null => (issue.state === 'claimed' ? issue.ask : null);

describe('whatever people do, in whatever order', () => {
  it('nobody is asked for support, promises it or contains the damage of what they own or flagged', () => {
    everyChange(({ after }) => {
      if (after.state !== 'claimed') return true;
      const { ask, containment, owner } = after;
      const promiser = ask?.standing.state === 'promised' ? [ask.standing.by] : [];
      const taker = ask?.taker == null ? [] : [ask.taker.by];
      const all = [...(ask?.to ?? []), ...promiser, ...taker, ...(containment ? [containment.by] : [])];
      return !all.includes(owner) && !all.includes(ana);
    });
  });

  it('support changes nothing about who owns it', () => {
    everyChange(({ before, after, events }) => {
      if (events.length === 0 || !events.every(isOfAsk)) return true;
      return isOwned(before) && isOwned(after) && before.owner === after.owner;
    });
  });

  it('an ask that began goes on until somebody closes it, or the issue has no use for it', () => {
    everyChange(({ before, after, events }) => {
      if (askOf(before) === null || askOf(after) !== null) return true;
      const ends = ['ask-closed', 'resolved', 'let-go', 'declined', 'duplicated', 'handed-over'];
      return events.some(({ type }) => ends.includes(type));
    });
  });

  it('who is wanted to be told of it is who was asked, or has promised it', () => {
    everyChange(({ after, followUps: { nudges } }) =>
      nudges.every(({ kind, person }) => {
        const ask = askOf(after);
        if (kind === 'ask') return ask?.to.includes(person) === true;
        if (kind !== 'ask-promise') return true;
        return ask?.standing.state === 'promised' && ask.standing.by === person;
      }),
    );
  });
});

const rung = subarray([ana, sam, lea, kim, max, ned, hal], { maxLength: 5 });
const zones = ['UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham'] as const;
const times = tuple(constantFrom(...zones), boolean()).map(([zone, isAway]) => ({
  zone,
  week: officeWeek,
  holidays: new Set<string>(),
  awayUntil: isAway ? '2027-03-01' : null,
}));
const people: readonly PersonId[] = [ana, sam, lea, kim, max, ned, hal];
const ladders = tuple(tuple(rung, rung, rung), array(times, { minLength: 7, maxLength: 7 })).map(
  ([rungs, each]): Cadence => ({
    ...cadence,
    rungs,
    leads: new Map(people.flatMap((person, nth) => (each[nth] === undefined ? [] : [[person, each[nth]]]))),
  }),
);

const asks = (by: Cadence): AskCommand => ({
  type: 'ask-support',
  tried: 'The bank',
  needs: ['decision'],
  by: null,
  cadence: by,
});

/** Sam asks, and time goes by; nobody says a word. */
function leftAlone(by: Cadence, lateMinutes: number): Change[] {
  let now = thursday;
  const changes = [takeStep(anIssue({ state: 'claimed' }), [anActor(sam), asks(by)], now)];
  for (let turn = 0; turn < 6; turn += 1) {
    const issue = changes.at(-1)?.after;
    const next = issue === undefined ? null : dueOf(issue);
    if (issue === undefined || next === null) break;
    now = next.at.add({ minutes: lateMinutes });
    changes.push(takeStep(issue, { type: 'ask-passes', cadence: by }, now));
  }
  return changes;
}

describe('left alone', () => {
  const always = (holds: (changes: readonly Change[]) => boolean): void =>
    assert(
      property(ladders, integer({ min: 0, max: 3000 }), (by, late) => holds(leftAlone(by, late))),
      { numRuns: 300 },
    );

  it('an ask ends with everybody asked, whoever is away or never reads a message', () => {
    always((changes) => {
      const last = changes.at(-1)?.after;
      const ask = last === undefined ? null : askOf(last);
      return changes[0]?.events.length === 0 || ask?.standing.state === 'unanswered';
    });
  });

  it('it goes strictly up, and comes to nobody twice', () => {
    always((changes) => {
      const turns = changes.flatMap(({ events }) =>
        events.flatMap((event) =>
          event.type === 'asked' ? [event] : event.type === 'ask-passed' ? (event.on ?? []) : [],
        ),
      );
      const all = turns.flatMap(({ to }) => to);
      const isUp = turns.every((turn, nth) => nth === 0 || turn.rung > (turns[nth - 1]?.rung ?? -1));
      return isUp && new Set(all).size === all.length;
    });
  });

  it('its owner and its reporter hear where it ends', () => {
    always((changes) => {
      const last = changes.at(-1);
      if (last === undefined || changes.length === 1) return true;
      const told = last.followUps.draw.filter(({ kind }) => kind === 'news').map(({ person }) => person);
      return told.includes(sam) && told.includes(ana);
    });
  });
});
