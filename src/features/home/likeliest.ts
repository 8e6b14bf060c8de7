import type { ActionsBlock, KnownBlock } from '@slack/types';

type Element = ActionsBlock['elements'][number];

/** In one item one button stands out: of several things that are asked, what is asked first. */
export function withOneLikeliest(blocks: readonly KnownBlock[]): KnownBlock[] {
  let isFound = false;
  const once = (element: Element): Element => {
    if (element.type !== 'button' || element.style !== 'primary') return element;
    const { style, ...plain } = element;
    const shown = isFound ? plain : { ...plain, style };
    isFound = true;
    return shown;
  };
  return blocks.map((it) => (it.type === 'actions' ? { ...it, elements: it.elements.map(once) } : it));
}
