import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { attention, mostBundled, onHome } from '../../src/core/attention.ts';
import type { Attending, Nudge } from '../../src/core/attention.ts';
import { officeWeek } from '../../src/core/working-time.ts';
import type { WorkingTime } from '../../src/core/working-time.ts';

const office: WorkingTime = { zone: 'UTC', week: officeWeek, holidays: new Set(), awayUntil: null };

/** In the week that begins on Monday, 23 November 2026. */
const days = { Mon: '23', Tue: '24', Wed: '25', Fri: '27', Sat: '28' } as const;
type When = `${keyof typeof days} ${string}`;

function at(when: When): Temporal.Instant {
  const [day, time] = when.split(' ');
  return Temporal.Instant.from(`2026-11-${days[day as keyof typeof days]}T${time}:00Z`);
}

const nudge = (id: string, when: When): Nudge => ({ id, isQuestion: id.startsWith('?'), wantedAt: at(when) });

/** Marked with `?` it is a question. */
function decided(now: When, waiting: readonly Nudge[], more: Partial<Attending> = {}) {
  const { alone, bundle, left, lookAgainAt } = attention(
    { waiting, reach: office, budget: 3, sent: [], ...more },
    at(now),
  );
  const named = (some: readonly Nudge[]): string => some.map(({ id }) => id).join(' ');
  return {
    alone: named(alone),
    bundle: named(bundle),
    left: named(left),
    look: lookAgainAt?.toString().slice(8, 16) ?? null,
  };
}

const threeToday = [at('Mon 09:00'), at('Mon 10:00'), at('Mon 11:00')];

it('of questions those come first that others wait for', () => {
  const names = ['?a', '?b', '?c'].map((id) => ({ ...nudge(id, 'Mon 08:00'), canWait: true }));
  const { alone, left } = decided('Mon 10:00', [...names, nudge('d', 'Mon 07:00'), nudge('?e', 'Mon 09:30')]);
  expect([alone, left]).toEqual(['?e ?a ?b', '?c d']);
});

describe('what stands on Home, for whoever reads only there', () => {
  const found = (now: When, ...waiting: readonly Nudge[]) => {
    const { shown, left, lookAgainAt } = onHome(waiting, office, at(now));
    const named = (some: readonly Nudge[]): string => some.map(({ id }) => id).join(' ');
    return [named(shown), named(left), lookAgainAt?.toString().slice(8, 16) ?? null];
  };

  it('is put to them while they work, however much it is', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id) => nudge(id, 'Mon 10:00'));
    expect(found('Mon 10:00', ...many)).toEqual(['a b c d e', '', null]);
  });

  it('in their rest it waits until they open, and before its time until that', () => {
    expect(found('Sat 12:00', nudge('a', 'Fri 18:00'))).toEqual(['', 'a', '30T09:00']);
    expect(found('Mon 10:00', nudge('a', 'Mon 09:00'), nudge('b', 'Tue 20:00'))).toEqual([
      'a',
      'b',
      '25T09:00',
    ]);
  });
});

describe('what is wanted', () => {
  it('goes at once while they work', () => {
    const found = decided('Mon 10:00', [nudge('a', 'Mon 10:00')]);
    expect(found).toEqual({ alone: 'a', bundle: '', left: '', look: null });
  });

  it.each([
    ['at night', 'Mon 03:00', '23T09:00'],
    ['as they close', 'Mon 17:00', '24T09:00'],
    ['at the weekend', 'Sat 12:00', '30T09:00'],
  ] as const)('%s, waits until they open', (_, now, look) => {
    expect(decided(now, [nudge('a', now)])).toEqual({ alone: '', bundle: '', left: 'a', look });
  });

  it('for later, is looked for then; wanted in their rest, when they open', () => {
    const later = decided('Mon 10:00', [nudge('a', 'Mon 15:00'), nudge('b', 'Tue 02:00')]);
    expect(later).toEqual({ alone: '', bundle: '', left: 'a b', look: '23T15:00' });
    expect(decided('Mon 10:00', [nudge('b', 'Tue 02:00')]).look).toBe('24T09:00');
  });

  it('is never written to whoever wants all of it on Home', () => {
    const found = decided('Mon 10:00', [nudge('a', 'Mon 10:00')], { reach: 'only-on-home' });
    expect(found).toEqual({ alone: '', bundle: '', left: 'a', look: null });
  });

  it('waits until they are back', () => {
    const away = { ...office, awayUntil: '2026-11-25' };
    const found = decided('Mon 10:00', [nudge('a', 'Mon 09:00')], { reach: away });
    expect(found).toEqual({ alone: '', bundle: '', left: 'a', look: '25T09:00' });
    expect(decided('Wed 09:00', [nudge('a', 'Mon 09:00')], { reach: away }).alone).toBe('a');
  });
});

describe('the budget of a day', () => {
  it('lets three go, questions first, then what has waited longest', () => {
    const four = [
      nudge('b', 'Mon 08:00'),
      nudge('a', 'Mon 07:00'),
      nudge('?c', 'Mon 08:30'),
      nudge('?d', 'Mon 08:10'),
    ];
    const found = decided('Mon 09:00', four);
    expect(found).toEqual({ alone: '?d ?c a', bundle: '', left: 'b', look: '24T09:00' });
  });

  it('counts what was sent since their day began, and nothing of the day before', () => {
    const fourth = [nudge('d', 'Mon 14:00')];
    const found = decided('Mon 14:00', fourth, { sent: threeToday });
    expect(found).toEqual({ alone: '', bundle: '', left: 'd', look: '24T09:00' });
    expect(decided('Tue 09:00', fourth, { sent: threeToday }).alone).toBe('d');
  });

  it('has no room left where more came than fits, and is whole again the next day', () => {
    const sent = [...threeToday, at('Mon 12:00'), at('Mon 13:00')];
    const waiting = [nudge('?a', 'Mon 14:00'), nudge('late', 'Fri 14:00')];
    expect(decided('Mon 14:00', waiting, { sent })).toMatchObject({
      alone: '',
      bundle: '',
      look: '24T09:00',
    });
    expect(decided('Tue 09:00', waiting, { sent }).alone).toBe('?a');
  });

  it('of a night shift goes on after midnight', () => {
    const nights = officeWeek.map((spans) => spans.map(() => ({ from: 22 * 60, to: 30 * 60 })));
    const reach = { ...office, week: nights };
    const sent = [at('Mon 22:00'), at('Mon 23:00'), at('Tue 01:00')];
    const found = decided('Tue 02:00', [nudge('d', 'Tue 02:00')], { reach, sent });
    expect(found).toEqual({ alone: '', bundle: '', left: 'd', look: '24T22:00' });
    expect(decided('Tue 22:00', [nudge('d', 'Tue 02:00')], { reach, sent }).alone).toBe('d');
  });

  it('makes one message of what did not fit, the next day', () => {
    const rest = [nudge('a', 'Mon 14:00'), nudge('?b', 'Mon 15:00')];
    const found = decided('Tue 09:00', rest, { sent: threeToday });
    expect(found).toEqual({ alone: '', bundle: '?b a', left: '', look: null });
  });

  it('counts that as one, and puts with it what would not fit beside it', () => {
    const waiting = [
      nudge('late', 'Mon 14:00'),
      nudge('a', 'Tue 06:00'),
      nudge('b', 'Tue 07:00'),
      nudge('?c', 'Tue 08:00'),
    ];
    expect(decided('Tue 09:00', waiting)).toEqual({ alone: '?c a', bundle: 'late b', left: '', look: null });
    const one = decided('Tue 09:00', waiting, { budget: 1 });
    expect(one).toEqual({ alone: '', bundle: '?c late a b', left: '', look: null });
  });

  it('keeps for the day after what one message can not hold, and the room for what is new', () => {
    const many = Array.from({ length: mostBundled + 2 }, (_, index) => nudge(`n${index}`, 'Mon 14:00'));
    const found = decided('Tue 09:00', [...many, nudge('?new', 'Tue 08:00')], { budget: 2 });
    expect(found.alone).toBe('?new');
    expect(found.bundle).toBe('n0 n1 n2 n3 n4');
    expect([found.left, found.look]).toEqual(['n5 n6', '25T09:00']);
  });

  it('as much as a message has blocks for, and the rest in what is left of the day, or on the next', () => {
    const full = (...ids: string[]) => ids.map((id) => ({ ...nudge(id, 'Mon 14:00'), blocks: 11 }));
    const five = full('?a', '?b', '?c', '?d', '?e');
    const room = decided('Tue 09:00', five, { budget: 2 });
    expect(room).toEqual({ alone: '?a', bundle: '?b ?c ?d ?e', left: '', look: null });
    const none = decided('Tue 09:00', [...five, nudge('new', 'Tue 08:00')], { budget: 1 });
    expect(none).toEqual({ alone: '', bundle: '?a ?b ?c ?d', left: '?e new', look: '25T09:00' });
    const owed = { ...nudge('owed', 'Mon 14:00'), blocks: 24 };
    const both = decided('Tue 09:00', [...full('?a', '?b', '?c'), owed], { budget: 1 });
    expect(both).toEqual({ alone: '', bundle: '?a ?b ?c', left: 'owed', look: '25T09:00' });
  });
});
