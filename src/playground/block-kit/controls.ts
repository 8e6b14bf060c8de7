import type { Block } from './blocks.ts';
import type { Control } from './elements.ts';

export interface Placed {
  blockId: string;
  actionId: string;
  control: Control;
  /** The input block it sits in, if any. */
  input?: Extract<Block, { type: 'input' }>;
}

/** Everything in these blocks that a person can press, choose from or type into, in reading order. */
export function controlsIn(blocks: Block[]): Placed[] {
  return blocks.flatMap((block) =>
    elementsIn(block).map((control) => ({
      blockId: block.block_id ?? '',
      actionId: control.action_id ?? '',
      control,
      ...(block.type === 'input' && { input: block }),
    })),
  );
}

function elementsIn(block: Block): Control[] {
  if (block.type === 'actions') return block.elements;
  if (block.type === 'input') return [block.element];
  if (block.type === 'section' && block.accessory && block.accessory.type !== 'image')
    return [block.accessory];
  return [];
}
