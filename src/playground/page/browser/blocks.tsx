import type { Block, Text } from '../../double/blocks.ts';
import { Chart } from './chart.tsx';
import { ControlOf, type Surface } from './controls.tsx';
import { RichText, TextOf } from './text.tsx';

type Of<Type> = Extract<Block, { type: Type }>;

/** Everything but input blocks, which only forms have. */
export function Blocks({ blocks, surface }: { blocks: readonly Block[]; surface: Surface }) {
  return (
    <>
      {blocks.map((block) => (
        <BlockOf key={block.block_id} block={block} surface={surface} />
      ))}
    </>
  );
}

export function BlockOf({ block, surface }: { block: Block; surface: Surface }) {
  switch (block.type) {
    case 'header':
      return <h3 class="block-header">{block.text.text}</h3>;
    case 'section':
      return <Section block={block} surface={surface} />;
    case 'context':
      return <Context texts={block.elements} />;
    case 'actions':
      return <Actions block={block} surface={surface} />;
    case 'rich_text':
      return <RichText parts={block.elements} />;
    case 'data_visualization':
      return <Chart title={block.title} chart={block.chart} />;
    case 'input':
      return null;
  }
}

function Section({ block, surface }: { block: Of<'section'>; surface: Surface }) {
  const { text, accessory } = block;
  return (
    <div class="section">
      <div class="section-words">
        <TextOf of={text} />
      </div>
      {accessory && (
        <div class="accessory">
          <ControlOf block={block} control={accessory} surface={surface} />
        </div>
      )}
    </div>
  );
}

function Context({ texts }: { texts: Text[] }) {
  return (
    <div class="context">
      {texts.map((text, index) => (
        <TextOf key={index} of={text} />
      ))}
    </div>
  );
}

function Actions({ block, surface }: { block: Of<'actions'>; surface: Surface }) {
  return (
    <div class="actions">
      {block.elements.map((control) => (
        <ControlOf key={control.action_id} block={block} control={control} surface={surface} />
      ))}
    </div>
  );
}
