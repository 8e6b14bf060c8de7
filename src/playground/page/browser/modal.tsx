import { useEffect, useRef, useState } from 'preact/hooks';

import { entryOf } from '../../double/blocks.ts';
import type { Block, Entries, Entry } from '../../double/blocks.ts';
import type { SeenView } from '../seen.ts';
import { BlockOf } from './blocks.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './fields.tsx';
import { useHere } from './here.ts';
import { BackIcon, CloseIcon } from './icons.tsx';

/** After so much quiet the app hears what is being typed. */
const TYPING_MS = 250;

/** The forms of this person; the top one can be worked with. */
export function Forms() {
  const { sight, ask } = useHere();
  const toldAll = useRef<TellAll>(() => Promise.resolve());
  const view = sight.forms.at(-1);
  if (!view) return null;
  const leave = async (all: boolean) => {
    await toldAll.current();
    await ask({ act: 'close', view: view.id, all });
  };
  const back = sight.forms.length > 1 && (
    <button type="button" class="icon" aria-label="Back" title="Back" onClick={() => void leave(false)}>
      <BackIcon />
    </button>
  );
  const close = (
    <button type="button" class="icon" aria-label="Close" title="Close" onClick={() => void leave(true)}>
      <CloseIcon />
    </button>
  );
  return (
    <Dialog
      title={view.title?.text ?? ''}
      look="form"
      leave={() => void leave(false)}
      before={back}
      after={close}
    >
      <Form key={view.id} view={view} leave={() => void leave(false)} toldAll={toldAll} />
    </Dialog>
  );
}

interface FormProps {
  readonly view: SeenView;
  readonly leave: () => void;
  /** Set by the form that stands there: leaving it waits until the app has heard what was typed last. */
  readonly toldAll: { current: TellAll };
}

function Form({ view, leave, toldAll }: FormProps) {
  const { ask } = useHere();
  const [isBusy, setBusy] = useState(false);
  const typed = useTyping(view);
  toldAll.current = typed.tellAll;
  const { form, look } = useFocus(view, isBusy);
  const submit = async () => {
    if (isBusy) return;
    setBusy(true);
    await ask({ act: 'submit', view: view.id, entered: typed.take() });
    look();
    setBusy(false);
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Body view={view} enter={typed.enter} />
      <footer>
        <button type="button" class="button" onClick={leave}>
          {view.close?.text ?? 'Close'}
        </button>
        {view.submit && (
          <button type="submit" class="button primary" aria-busy={isBusy}>
            {view.submit.text}
          </button>
        )}
      </footer>
    </form>
  );
}

function Body({ view, enter }: { view: SeenView; enter: Enter }) {
  const surface = { on: { view: view.id }, entered: view.entered };
  const body = useRef<HTMLDivElement>(null);
  /* Another step in the same place is read from its beginning. */
  useEffect(() => body.current?.scrollTo(0, 0), [view.title?.text]);
  return (
    <div class="body" ref={body}>
      {view.notice !== undefined && (
        <p class="notice" role="alert">
          {view.notice}
        </p>
      )}
      {view.blocks.map((block) =>
        block.type === 'input' ? (
          <Input key={block.block_id} block={block} view={view} enter={enter} />
        ) : (
          <BlockOf key={block.block_id} block={block} surface={surface} />
        ),
      )}
    </div>
  );
}

const FIELD = ':is(input, textarea, select)';

/** Begins in the first field; after an answer goes to the first that is wrong. */
function useFocus({ errors }: SeenView, isBusy: boolean) {
  const form = useRef<HTMLFormElement>(null);
  const isAnswered = useRef(false);
  const goTo = (...selectors: string[]) => {
    const found = selectors.map((one) => form.current?.querySelector<HTMLElement>(one));
    found.find((one) => one !== null)?.focus();
  };
  useEffect(() => goTo(`.input ${FIELD}`, 'footer button:last-child'), []);
  const wrong = Object.keys(errors).join(' ');
  useEffect(() => {
    if (!isAnswered.current || !wrong) return;
    isAnswered.current = false;
    goTo(`.wrong ${FIELD}`);
  }, [wrong, isBusy]);
  return { form, look: () => void (isAnswered.current = true) };
}

type Enter = (block: string, action: string, entry: Entry, pressesEnter?: boolean) => void;

/** Tells at once what waits to be told; resolves when the app has heard all of it. */
type TellAll = () => Promise<unknown>;

/** Remembers what was entered, and tells it after a moment; `take` hands over all of it, and tells no more. */
function useTyping({ id: view, blocks }: SeenView): { enter: Enter; take: () => Entries; tellAll: TellAll } {
  const { ask } = useHere();
  const entered = useRef<Entries>({});
  const waiting = useRef(new Map<string, { tell: () => void; timer: number }>());
  const told = useRef<Promise<unknown>>(Promise.resolve());
  const end = (isTold: boolean) => {
    for (const { tell, timer } of waiting.current.values()) {
      clearTimeout(timer);
      if (isTold) tell();
    }
    waiting.current.clear();
  };
  useEffect(() => () => end(true), []);
  /* As Slack has it: a field that is not on the next view begins anew when it comes back. */
  useEffect(() => {
    const standing = new Set(blocks.map(({ block_id }) => block_id));
    entered.current = Object.fromEntries(Object.entries(entered.current).filter(([it]) => standing.has(it)));
  }, [blocks]);
  return {
    enter: (block, action, entry, pressesEnter = false) => {
      (entered.current[block] ??= {})[action] = entry;
      clearTimeout(waiting.current.get(block)?.timer);
      const tell = () => {
        waiting.current.delete(block);
        const heard = ask({ act: 'enter', on: { view }, block, action, entry, pressesEnter });
        told.current = Promise.all([told.current, heard]);
      };
      if (pressesEnter) tell();
      else waiting.current.set(block, { tell, timer: setTimeout(tell, TYPING_MS) });
    },
    take: () => {
      end(false);
      return entered.current;
    },
    tellAll: () => {
      end(true);
      return told.current;
    },
  };
}

interface InputProps {
  readonly block: Extract<Block, { type: 'input' }>;
  readonly view: SeenView;
  readonly enter: Enter;
}

/** Shown as boxes to tick, of which each has its own label. */
const groups = ['radio_buttons', 'checkboxes', 'multi_users_select'];

function Input({ block, view, enter }: InputProps) {
  const { label, hint, element, optional = false, block_id } = block;
  const id = `${view.id}-${block_id}`;
  const error = view.errors[block_id];
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  const isGroup = groups.includes(element.type);
  const words = (
    <>
      {label.text}
      {optional && <span class="optional"> (optional)</span>}
    </>
  );
  return (
    <div class={error ? 'input wrong' : 'input'}>
      {isGroup ? <span class="label">{words}</span> : <label for={id}>{words}</label>}
      <Field
        key={`${block_id} ${element.action_id}`}
        id={id}
        control={element}
        entry={entryOf({ block, control: element }, view.entered)}
        isOptional={optional}
        enter={(entry, pressesEnter) => enter(block_id, element.action_id, entry, pressesEnter)}
        describedBy={describedBy}
        isWrong={Boolean(error)}
        {...(isGroup && { label: label.text })}
      />
      {error && (
        <p id={`${id}-error`} class="error">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint.text}
        </p>
      )}
    </div>
  );
}
