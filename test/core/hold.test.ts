import { describe, expect, it } from 'vitest';

import type { Command } from '../../src/core/command.ts';
import { decide, take } from '../../src/core/decide.ts';
import { dueOf } from '../../src/core/due.ts';
import { evolve } from '../../src/core/evolve.ts';
import { notesWanted, preferenceAfter } from '../../src/core/hold.ts';
import type { NotesWanted, NotePreference } from '../../src/core/hold.ts';
import type { Issue, IssueEvent } from '../../src/core/issue.ts';
import { ana, anActor, anIssue, max, sam, thursday } from '../support/builders.ts';
import { live, silence } from './life.ts';

const day = { hours: 24 };
const later = thursday.add({ hours: 1 });
const held = anIssue({
  state: 'saved',
  text: 'She forgot it, and he never asks',
  hold: { askAt: thursday.add(day) },
});
const { text: of } = held;
const reading = (...marks: string[]) => ({ marks, pauseSeconds: 600 });
const two = reading('forgot', 'never');
const gap = (text: string) => ({ text, impact: null, affected: null, isStuck: false, asksAbove: false });

function outcome(issue: Issue, command: Command, person = ana): string {
  const decision = decide(issue, anActor(person), command, later);
  if (!decision.ok) return `no: ${decision.refusal.reason}`;
  return decision.events.map((it) => (it.type === 'released' ? `released by ${it.by}` : it.type)).join(' + ');
}

function after(issue: Issue, ...commands: Command[]): Issue {
  return live(issue, ...commands.map((it) => [anActor(ana), it] as const)).after;
}

const useWording: Command = { type: 'use-wording', of, text: 'It was left out', reading: reading() };
const asWritten: Command = { type: 'post-as-written', of, reading: two };
const dispute = (mark: string): Command => ({ type: 'dispute', of, mark, reading: two });
const edit = (text: string, ...marks: string[]): Command => ({
  type: 'edit',
  gap: gap(text),
  reading: reading(...marks),
});

describe('a flag that is held', () => {
  it.each<readonly [string, Command]>([
    ['edited + released by wording', useWording],
    ['released by as-written', asWritten],
    ['disputed', dispute('forgot')],
    ['', dispute('another')],
    ['edited', edit('He never asks', 'never')],
    ['edited + released by edit', edit('Nobody is asked')],
    ['', { type: 'choose' }],
    ['undone', { type: 'undo' }],
    ['no: not-posted-yet', { type: 'claim' }],
    ['no: not-posted-yet', { type: 'me-too' }],
    ['no: not-posted-yet', { type: 'withdraw', duplicates: [] }],
    ['no: other-words', { ...useWording, of: 'Before the edit' }],
    ['no: other-words', { ...asWritten, of: 'Before the edit' }],
    ['no: other-words', { ...dispute('forgot'), of: 'Before the edit' } as Command],
  ])('%s', (wanted, command) => {
    expect(outcome(held, command)).toBe(wanted);
  });

  it.each<Command>([useWording, asWritten, dispute('forgot'), edit('Other'), { type: 'choose' }])(
    'is for its reporter alone: $type',
    (command) => {
      expect(outcome(held, command, max)).toBe('no: not-the-reporter');
    },
  );

  it('is posted as it was shown, once the whole pause is over that began with the choice', () => {
    const chosen = after(held, useWording);
    expect(chosen).toMatchObject({ text: 'It was left out', hold: null });
    const postAt = later.add({ seconds: 600 });
    expect(dueOf(chosen)).toEqual({ turn: 'post', at: postAt });
    expect(take(chosen, { type: 'post' }, postAt.subtract({ seconds: 1 }))).toEqual([]);
    expect(take(chosen, { type: 'post' }, postAt)).toEqual([{ type: 'posted' }]);
  });

  it('is never posted by itself, however long nobody answers', () => {
    expect(take(held, { type: 'post' }, thursday.add({ hours: 24 * 365 }))).toEqual([]);
  });

  it('chosen once, nothing that is chosen afterwards changes it', () => {
    const chosen = after(held, asWritten);
    for (const command of [useWording, asWritten, dispute('forgot')])
      expect(outcome(chosen, command)).toBe('');
  });

  it('goes on once both phrases are said to be no blame, in either order, and each counts once', () => {
    const one = after(held, dispute('never'));
    expect(outcome(one, dispute('never'))).toBe('');
    expect(outcome(one, dispute('forgot'))).toBe('disputed + released by dispute');
  });

  it('is asked about once, a day after it was flagged', () => {
    const at = thursday.add(day);
    expect(dueOf(held)).toEqual({ turn: 'ask-to-choose', at });
    expect(take(held, { type: 'ask-to-choose' }, at.subtract({ seconds: 1 }))).toEqual([]);
    expect(take(held, { type: 'ask-to-choose' }, at)).toEqual([{ type: 'asked-to-choose' }]);
    const asked = evolve(held, { type: 'asked-to-choose' });
    expect(dueOf(asked)).toBeNull();
    expect(take(asked, { type: 'ask-to-choose' }, at.add(day))).toEqual([]);
    expect(outcome(asked, asWritten)).toBe('released by as-written');
  });

  it.each<Command>([asWritten, useWording, edit('Nobody is asked')])(
    'is not asked about once they have chosen: $type',
    (command) => {
      expect(take(after(held, command), { type: 'ask-to-choose' }, thursday.add({ hours: 99 }))).toEqual([]);
    },
  );

  it('the question says to nobody else who flagged it, and nothing else is said', () => {
    const { followUps } = live({ ...held, hold: { askAt: thursday } }, { type: 'ask-to-choose' });
    expect(followUps).toEqual({ ...silence, draw: [{ kind: 'held', subject: '42', person: null }] });
    expect(live(held, [anActor(ana), asWritten]).followUps).toEqual(silence);
  });
});

describe('an edit', () => {
  const saved = anIssue({ state: 'saved' });

  it('that names somebody as the cause holds a flag that was not held', () => {
    expect(outcome(saved, edit('He never asks', 'never'))).toBe('edited + held-back');
  });

  it('is not held for what was answered before, and is for what is new', () => {
    const chosen = after(held, asWritten);
    expect(outcome(chosen, edit('She forgot it on Monday', 'forgot'))).toBe('edited');
    expect(outcome(chosen, edit('She forgot it. Idiots', 'forgot', 'idiots'))).toBe('edited + held-back');
  });

  it('leaves the pause as it is where nothing was held', () => {
    expect(dueOf(after(saved, edit('Other words')))).toEqual(dueOf(saved));
  });
});

describe('whether somebody wants notes', () => {
  const none: NotePreference = { wantsNotes: true, asWritten: 0 };
  const by = (how: 'edit' | 'wording' | 'as-written' | 'dispute'): readonly IssueEvent[] => [
    { type: 'released', by: how, answered: [], postAt: later },
  ];
  const answered = (...hows: Parameters<typeof by>[0][]): NotePreference =>
    hows.reduce((wishes, how) => preferenceAfter(wishes, by(how)), none);

  it.each<readonly [NotesWanted, readonly Parameters<typeof by>[0][]]>([
    ['all', ['as-written']],
    ['not-of-flags', ['as-written', 'as-written']],
    ['not-of-flags', ['as-written', 'dispute', 'as-written']],
    ['all', ['as-written', 'wording', 'as-written']],
    ['all', ['as-written', 'edit', 'as-written']],
    ['all', ['dispute', 'dispute', 'dispute']],
  ])('%s after %j', (wanted, hows) => {
    expect(notesWanted(answered(...hows))).toBe(wanted);
  });

  it('switched off, none of what they write', () => {
    expect(notesWanted({ wantsNotes: false, asWritten: 0 })).toBe('none');
  });

  it('is left alone by everything else', () => {
    expect(preferenceAfter({ wantsNotes: true, asWritten: 1 }, [{ type: 'claimed', owner: sam }])).toEqual({
      wantsNotes: true,
      asWritten: 1,
    });
  });
});
