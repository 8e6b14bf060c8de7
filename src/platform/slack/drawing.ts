import { createHash } from 'node:crypto';

import type { KnownBlock } from '@slack/types';

import type { Address } from '../../core/address.ts';
import type { Scene } from '../postgres/scene.ts';

/** What is to stand in Slack. `text` carries the whole content: notifications and screen readers read that. */
export interface Drawing {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** It only takes the place of what stands already, and is not worth a message of its own. */
  readonly isEcho?: true;
  /** A reply that is shown in the channel as well. */
  readonly isBroadcast?: true;
  /** An extra that comes last: where Slack refuses it, the rest is sent without. */
  readonly chart?: ChartBlock;
}

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export interface ChartBlock {
  readonly type: 'data_visualization';
  /** At most 50 characters. */
  readonly title: string;
  readonly chart: {
    readonly type: 'line';
    /** At most six, of at most 20 points; a label has at most 20 characters, and is one of the categories. */
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[] };
  };
}

/** Draws one kind of message; `null` where nothing needs to be said any more. */
export type Draw = (scene: Scene) => Drawing | null;

/** These are drawn from no scene: see `Feature.digest` and `Feature.share`. */
export type DrawingKind = Exclude<Address['kind'], 'digest' | 'share'>;

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
