import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import type { Command } from '../../src/core/command.ts';
import { ana, anActor, anIssue, hal, max } from '../support/builders.ts';
import { outcome } from './an-ask.ts';
import { administered, afterPassing, ladder } from './promises.ts';

const open = anIssue({ state: 'open' });
const claimed = anIssue({ state: 'claimed' });
const notDoing: Command = { type: 'not-doing', because: 'The bank stops it next year' };
const lookAgain: Command = {
  type: 'look-again',
  on: Temporal.PlainDate.from('2026-12-14'),
  until: Temporal.Instant.from('2026-12-14T09:00:00Z'),
};

describe('somebody who leads has flagged it', () => {
  const lead = anActor(ana, { isLead: true });

  it.each([
    ['not doing it', open, notDoing],
    ['when to look again', open, lookAgain],
    ['not doing what somebody owns', claimed, notDoing],
  ])('and does not decide on %s, unless nobody else leads', (_, issue, command) => {
    expect(outcome(issue, lead, command)).toBe('no: decide-by-another');
    expect(outcome(issue, { ...lead, isOnlyLead: true }, command)).toMatch(/^(declined|looks-again)/);
  });

  it('but may decide on what they own, and find an owner or claim it', () => {
    const theirs = anIssue({ state: 'claimed', owner: ana });
    expect(outcome(theirs, lead, notDoing)).toBe('declined');
    expect(outcome(open, lead, { type: 'find-owner' })).toBe('nothing');
    expect(outcome(open, lead, { type: 'offer', to: { person: max, canOwn: true } })).toBe('offered');
    expect(outcome(open, lead, { type: 'claim' })).toBe('claimed');
  });
});

describe('an admin who was asked, since only its reporter leads', () => {
  const asked = afterPassing(1, administered(ladder([ana], [], []), hal)).after;

  it.each<[string, Command]>([
    ['declined', notDoing],
    ['looks-again', lookAgain],
    ['nothing', { type: 'find-owner' }],
    ['offered', { type: 'offer', to: { person: max, canOwn: true } }],
    ['inquired', { type: 'inquire', text: 'Which bank?' }],
    ['claimed', { type: 'claim' }],
  ])('may answer: %s', (answer, command) => {
    expect(outcome(asked, anActor(hal), command)).toBe(answer);
  });

  it('and no other admin, nor somebody who was never asked', () => {
    expect(outcome(asked, anActor(max, { isAdmin: true }), notDoing)).toBe('no: not-a-lead');
    expect(outcome(open, anActor(hal, { isAdmin: true }), lookAgain)).toBe('no: not-a-lead');
  });
});
