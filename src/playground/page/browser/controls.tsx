import { useState } from 'preact/hooks';

import { entryOf } from '../../double/blocks.ts';
import type { Block, Control, Entries, Entry } from '../../double/blocks.ts';
import type { On } from '../asks.ts';
import { Question } from './dialog.tsx';
import { Field } from './fields.tsx';
import { useHere } from './here.ts';
import { Menu } from './menu.tsx';
import { TextOf } from './text.tsx';

/** What is drawn, and where: a message or a view, and what this person has entered there. */
export interface Surface {
  readonly on: On;
  readonly entered: Entries;
}

interface Placed {
  readonly block: Block;
  readonly control: Control;
  readonly surface: Surface;
}

/** Outside input blocks: what is pressed or chosen goes to the app at once. */
export function ControlOf({ block, control, surface }: Placed) {
  const { ask } = useHere();
  const at = { on: surface.on, block: block.block_id, action: control.action_id };
  if (control.type === 'button') return <Button {...{ block, control, surface }} />;
  if (control.type === 'overflow') return <Overflow {...{ block, control, surface }} />;
  const choose = (entry: Entry) => void ask({ act: 'enter', ...at, entry });
  const label = control.placeholder?.text ?? control.action_id;
  const held = entryOf({ block, control }, surface.entered);
  return <Field control={control} entry={held} label={label} isOptional enter={choose} />;
}

function Button({ block, control, surface }: Placed) {
  const { ask } = useHere();
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { value, style = '', text, confirm } = control;
  const press = async () => {
    if (isBusy) return;
    setBusy(true);
    const at = { on: surface.on, block: block.block_id, action: control.action_id };
    await ask({ act: 'press', ...at, ...(value !== undefined && { value }) });
    setBusy(false);
  };
  const answer = (isYes: boolean) => {
    setAsking(false);
    if (isYes) void press();
  };
  return (
    <>
      <button
        type="button"
        class={`button ${style}`}
        aria-label={control.accessibility_label}
        aria-busy={isBusy}
        onClick={() => (confirm ? setAsking(true) : void press())}
      >
        {text?.text}
      </button>
      {confirm && isAsking && (
        <Question
          title={confirm.title.text}
          yes={confirm.confirm.text}
          no={confirm.deny.text}
          answer={answer}
        >
          <TextOf of={confirm.text} />
        </Question>
      )}
    </>
  );
}

function Overflow({ block, control, surface }: Placed) {
  const { ask } = useHere();
  const at = { on: surface.on, block: block.block_id, action: control.action_id };
  const items = (control.options ?? []).map(({ text, value }) => ({
    label: text.text,
    pick: () => void ask({ act: 'enter', ...at, entry: value }),
  }));
  return (
    <Menu label="More actions" look="button overflow" items={items}>
      <span aria-hidden="true">⋯</span>
    </Menu>
  );
}
