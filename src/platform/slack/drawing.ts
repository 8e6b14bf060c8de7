import { createHash } from 'node:crypto';

import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import type { Address } from '../../core/follow-ups.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
import type { Learned } from '../../core/learning.ts';
import type { Happening } from '../postgres/event-rows.ts';

/** What is to stand in Slack. `text` carries the whole content: notifications and screen readers read that. */
export interface Drawing {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** It only takes the place of what stands already, and is not worth a message of its own. */
  readonly isEcho?: true;
}

/** All that a message about an issue is drawn from: the present state, never what was said before. */
export interface Scene {
  readonly issue: Issue;
  /** The event a `reply`, `news`, `controls`, `offer`, `help` or `look` belongs to. */
  readonly happening: Happening | null;
  /** The number of the solution a `question` or a `learning` is about. */
  readonly round: number | null;
  /** Who it is said to; `null` in the channel. */
  readonly reader: PersonId | null;
  readonly slackIds: ReadonlyMap<PersonId, string>;
  /** Where the card stands, for people to follow; `null` until it does. */
  readonly cardLink: string | null;
  /** What a `card` says of a cause that came back. */
  readonly kin: Kin;
  /** Where other issues' cards stand that the words may link to. */
  readonly links: ReadonlyMap<number, string>;
  readonly learned: Learned;
  /** The post that a `reached` asks about. */
  readonly post: { readonly id: string; readonly state: 'unsure' | 'there' | 'on its way' } | null;
}

/** An issue that a card points to. */
export interface Relative {
  readonly number: number;
  readonly cardLink: string | null;
}

/** A fix that did not hold, and what came back. Counted on the fix, never on anybody. */
export interface Kin {
  readonly fix: (Relative & { readonly fixedAt: Temporal.Instant | null; readonly nth: number }) | null;
  /** How often it came back, and as what the last time. */
  readonly returns: number;
  readonly lastReturn: Relative | null;
}

/** Draws one kind of message; `null` where nothing needs to be said any more. */
export type Draw = (scene: Scene) => Drawing | null;

export type DrawingKind = Address['kind'];

/** Changes whenever what stands in Slack would. */
export function fingerprint(drawing: Drawing): string {
  return createHash('sha256').update(JSON.stringify(drawing)).digest('base64url');
}

/** Marks each block that has buttons with the message's id, so that a press on any copy says which message it was. */
export function stamped(drawing: Drawing, id: string): Drawing {
  const blocks = drawing.blocks.map((block, index) =>
    block.type === 'actions' ? { ...block, block_id: `${id}/${index}` } : block,
  );
  return { ...drawing, blocks };
}

/** The id that `stamped` wrote; `null` for blocks of another making. */
export function readStamp(blockId: string | undefined): string | null {
  return /^([0-9a-f-]{36})\/\d+$/.exec(blockId ?? '')?.[1] ?? null;
}
