import { assert, constantFrom, property } from 'fast-check';
import { describe, it } from 'vitest';

import { dueOf } from '../../src/core/due.ts';
import { isOwned, isSolved } from '../../src/core/issue.ts';
import type { Issue, SavedIssue } from '../../src/core/issue.ts';
import { decidingMeToos } from '../../src/core/settle.ts';
import { ana, gus, hal, ned, thursday, una } from '../support/builders.ts';
import { silence, takeStep } from './life.ts';
import { actors, changesOf, commands, everyChange, lives } from './lives.ts';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
/** The same, whenever it was said. */
function unversioned(issue: Issue) {
  const inquiry = isOwned(issue) && issue.inquiry !== null ? { ...issue.inquiry, seq: 0 } : null;
  const attended = issue.state === 'claimed' ? { ...issue.attended, heard: 0 } : null;
  return { ...issue, version: 0, inquiry, attended };
}
const areDistinct = (all: readonly unknown[]): boolean => new Set(all).size === all.length;

function turnOf({ hold }: SavedIssue) {
  if (hold === null) return 'post';
  return hold.askAt === null ? null : 'ask-to-choose';
}

describe('whatever people do, in whatever order', () => {
  it('the version counts the events', () => {
    everyChange(({ before, after, events }) => after.version === before.version + events.length);
  });

  it('a change without events changes nothing and says nothing', () => {
    everyChange(
      ({ before, after, events, followUps }) =>
        events.length > 0 || (same(after, before) && same(followUps, silence)),
    );
  });

  it('each state carries only what it has', () => {
    everyChange(
      ({ after }) =>
        'owner' in after === isOwned(after) &&
        'hasHeld' in after === (after.state === 'confirmed') &&
        'attended' in after === (after.state === 'claimed') &&
        'solution' in after === isSolved(after) &&
        'postAt' in after === (after.state === 'saved') &&
        'because' in after === (after.state === 'declined') &&
        'of' in after === (after.state === 'duplicate') &&
        'ask' in after === (after.state === 'claimed') &&
        'containment' in after === (after.state === 'claimed'),
    );
  });

  it('an owner is a member', () => {
    everyChange(({ after }) => !isOwned(after) || ![gus, una].includes(after.owner));
  });

  it('ownership moves from one to another only by an offer and its yes', () => {
    everyChange(({ before, after, events }) => {
      if (!isOwned(before) || !isOwned(after) || before.owner === after.owner) return true;
      const taker = before.state === 'claimed' ? before.ask?.taker?.by : null;
      return (
        [before.offeredTo, taker].includes(after.owner) &&
        events.length === 1 &&
        events[0]?.type === 'handed-over'
      );
    });
  });

  it('the same command twice changes nothing more, and happens once, but for words that are said again', () => {
    assert(
      property(lives, constantFrom(...actors), commands, (life, actor, command) => {
        const issue = changesOf(life, true).at(-1)?.after;
        if (issue === undefined) return false;
        const once = takeStep(issue, [actor, command], thursday).after;
        const { after, events } = takeStep(once, [actor, command], thursday);
        const isSaid = ['update', 'comment', 'agree', 'edit', 'inquire', 'inform'].includes(command.type);
        return same(unversioned(after), unversioned(once)) && (isSaid || events.length === 0);
      }),
      { numRuns: 400 },
    );
  });

  it('it is confirmed only where somebody who may decide said “Fixed”', () => {
    everyChange(({ after, events }) => {
      if (after.state !== 'confirmed' || !events.some(({ type }) => type === 'confirmed')) return true;
      const others = decidingMeToos(after).map(({ verdict }) => verdict);
      return [after.reporter.verdict, ...others].includes('fixed');
    });
  });

  it('nobody is counted twice, and the reporter never as a me too', () => {
    everyChange(({ after }) => {
      const met = after.meToos.map(({ person }) => person);
      return areDistinct(met) && !met.includes(ana);
    });
  });

  it('whoever helps is not who flagged it, and nobody is asked to once it is solved or has ended', () => {
    everyChange(({ after: { state, help } }) => {
      if (help === null) return true;
      if (help.state !== 'wanted' && help.helper === ana) return false;
      return help.state === 'given' || ['open', 'claimed', 'duplicate'].includes(state);
    });
  });

  it('helping changes nothing about who owns it', () => {
    everyChange(({ before, after, events }) => {
      const isOfHelp = events.every(({ type }) => type.startsWith('help'));
      return !isOfHelp || same({ ...after, help: null, version: 0 }, { ...before, help: null, version: 0 });
    });
  });

  it('“not doing” is said by its owner, a lead or whoever was asked, and never looked at again by the same person', () => {
    everyChange(
      ({ before, after, events }) =>
        events.every((event) => {
          if (event.type === 'declined') {
            const asked = before.state === 'open' ? (before.asked?.of ?? []) : [];
            return [ned, hal, isOwned(before) ? before.owner : null, ...asked].includes(event.by);
          }
          const isLook = event.type === 'opened-again' || event.type === 'upheld';
          const by = before.state === 'declined' ? before.by : null;
          return !isLook || (event.by !== by && event.by !== ana && [ned, hal].includes(event.by));
        }) &&
        (!before.hasAskedForLook || after.hasAskedForLook),
    );
  });

  it('another look is asked for once', () => {
    assert(
      property(lives, (life) => {
        const asked = changesOf(life, true).flatMap(({ events }) =>
          events.filter(({ type }) => type === 'look-asked'),
        );
        return asked.length <= 1;
      }),
    );
  });

  it('nothing is posted while it is held', () => {
    everyChange(
      ({ before, events }) =>
        before.state !== 'saved' || before.hold === null || !events.some(({ type }) => type === 'posted'),
    );
  });

  it('what falls due is posting while it is saved, or asking once while it is held, the promise while it is open, and silence while it counts as solved', () => {
    everyChange(({ after }) => {
      const turn = dueOf(after)?.turn ?? null;
      if (after.state === 'saved') return turn === turnOf(after);
      if (after.state === 'open')
        return turn === (after.promise?.state === 'unanswered' ? null : 'promise-passes');
      if (turn === 'ask-passes') return after.state === 'claimed';
      return turn === null || (turn === 'fall-silent' && after.state === 'resolved');
    });
  });
});

describe('what is said', () => {
  it('is said to each place once', () => {
    everyChange(
      ({ followUps: { draw, homes } }) =>
        areDistinct(homes) &&
        areDistinct(draw.map(({ kind, subject, person }) => `${kind} ${subject} ${person ?? ''}`)),
    );
  });

  it('is nothing while it is saved, but to whoever flagged it where it is held', () => {
    const toReporter = [{ kind: 'held', subject: '42', person: null }];
    everyChange(({ after, events, followUps }) => {
      const isAsked = events.some(({ type }) => type === 'asked-to-choose');
      const wanted = isAsked ? { ...silence, draw: toReporter } : silence;
      return after.state !== 'saved' || same(followUps, wanted);
    });
  });

  it('in public, stands on the card, in its thread, and among the learnings only', () => {
    const isPublic = (kind: string): boolean => ['card', 'reply', 'learning'].includes(kind);
    everyChange(({ followUps: { draw } }) =>
      draw.every(({ kind, person }) => (person === null) === isPublic(kind)),
    );
  });

  it('among the learnings, is what is confirmed, and nothing before', () => {
    everyChange(({ after, followUps: { draw } }) =>
      draw.every(({ kind }) => kind !== 'learning' || after.state === 'confirmed'),
    );
  });

  it('in the thread, tells what has just happened', () => {
    everyChange(({ after, events, followUps: { draw } }) => {
      const first = after.version - events.length + 1;
      const replies = draw.filter(({ kind }) => kind === 'reply');
      return replies.every(({ subject }) => Number(subject.split('/')[1]) >= first);
    });
  });

  it('never asks somebody whether their own work is done', () => {
    everyChange(({ after, followUps: { draw } }) => {
      if (!isSolved(after)) return true;
      return draw.every(({ kind, person }) => kind !== 'question' || person !== after.owner);
    });
  });
});
