import type { Temporal } from 'temporal-polyfill';

import type { Actor, Command } from './command.ts';
import { whileSaved } from './decide-flag.ts';
import { no, nothing, yes } from './decision.ts';
import type { Decision } from './decision.ts';
import { askAtFrom, unanswered } from './hold.ts';
import type { HoldCommand, HoldEvent, Reading } from './hold.ts';
import { gapOf } from './issue.ts';
import type { Gap, Issue, SavedIssue } from './issue.ts';

type Edit = Extract<Command, { type: 'edit' }>;

/** New words are read anew: they may hold a flag that was not held, and let one go that was. */
export function edit(issue: Issue, actor: Actor, { gap, reading }: Edit, now: Temporal.Instant): Decision {
  return whileSaved(issue, actor, (saved) => {
    const edited = { type: 'edited' as const, gap };
    const isClear = unanswered(saved, reading).length === 0;
    if (isClear === (saved.hold === null)) return yes(edited);
    if (isClear) return yes(edited, released('edit', [], reading, now));
    return yes(edited, { type: 'held-back', askAt: askAtFrom(now) });
  });
}

/** What its reporter makes of the notes. Once the flag is held no more, none of it changes anything. */
export function answerNotes(
  issue: Issue,
  actor: Actor,
  command: HoldCommand,
  now: Temporal.Instant,
): Decision {
  return whileSaved(issue, actor, (saved) => {
    if (saved.hold === null) return nothing;
    if (saved.text !== command.of) return no({ reason: 'other-words' });
    const { reading } = command;
    switch (command.type) {
      case 'use-wording':
        return yes(
          { type: 'edited', gap: withText(saved, command.text) },
          released('wording', reading.marks, reading, now),
        );
      case 'post-as-written':
        return yes(released('as-written', reading.marks, reading, now));
      case 'dispute':
        return dispute(saved, command.mark, reading, now);
    }
  });
}

/** Where nothing else was noticed, it is as if nothing had been. */
function dispute(saved: SavedIssue, mark: string, reading: Reading, now: Temporal.Instant): Decision {
  const left = unanswered(saved, reading);
  if (!left.includes(mark)) return nothing;
  const disputed = { type: 'disputed' as const, mark };
  return left.every((it) => it === mark)
    ? yes(disputed, released('dispute', [], reading, now))
    : yes(disputed);
}

function withText(saved: SavedIssue, text: string): Gap {
  return { ...gapOf(saved), text };
}

function released(
  by: Extract<HoldEvent, { type: 'released' }>['by'],
  answered: readonly string[],
  { pauseSeconds }: Reading,
  now: Temporal.Instant,
): HoldEvent {
  return { type: 'released', by, answered, postAt: now.add({ seconds: pauseSeconds }) };
}
