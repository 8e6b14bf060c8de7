import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { goTo } from './focus.ts';
import { useHere } from './here.ts';
import { BoltIcon, SendIcon } from './icons.tsx';
import { Menu } from './menu.tsx';

interface ComposerProps {
  /** A channel's id, or the person's to whom one writes. */
  readonly place: string;
  readonly label: string;
  readonly thread?: string;
}

/** What was begun and not sent, by person and place, for as long as the page is open. */
const drafts = new Map<string, string>();

export function forgetDrafts(): void {
  drafts.clear();
}

/** Puts words into the composer that is there, and the cursor behind them. */
export function fillComposer(text: string): void {
  document.dispatchEvent(new CustomEvent('suggest', { detail: text }));
}

/** Past the messages, for whoever goes by keys: every one of them has buttons. */
export function ToTheBox() {
  return (
    <button type="button" class="skip" onClick={() => void goTo('main .composer textarea')}>
      To the message box
    </button>
  );
}

export function Composer({ place, label, thread }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, write, send } = useWriting(place, thread, field);
  const { name } = useHere().sight.app.command;
  const isBegun = thread === undefined && text.startsWith('/') && name.startsWith(text) && text !== name;
  const complete = () => {
    write(`${name} `);
    field.current?.focus();
  };
  useHeight(field, text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.shiftKey) return;
    const completes = isBegun && (event.key === 'Enter' || event.key === 'Tab');
    if (!completes && event.key !== 'Enter') return;
    event.preventDefault();
    if (completes) complete();
    else void send();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {thread === undefined && <CommandHelp text={text} isBegun={isBegun} complete={complete} />}
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        placeholder={label}
        value={text}
        onInput={({ currentTarget }) => write(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class="composer-tools">
        {thread === undefined && <Shortcuts />}
        <button type="submit" class="icon send" aria-label="Send" title="Send" disabled={text.trim() === ''}>
          <SendIcon />
        </button>
      </div>
    </form>
  );
}

/** What is being written here. What could not be sent comes back, unless something else was begun meanwhile. */
function useWriting(place: string, thread: string | undefined, field: Field) {
  const { sight, me, ask, say } = useHere();
  const key = `${me.id} ${place} ${thread ?? ''}`;
  const [, redraw] = useState(0);
  const text = drafts.get(key) ?? '';
  const write = (words: string) => {
    drafts.set(key, words);
    redraw((count) => count + 1);
  };
  useSuggestions(field, write, thread === undefined);
  const post = (words: string): Promise<boolean> | boolean => {
    if (thread !== undefined) return ask({ act: 'say', place, text: words, thread });
    const [word = ''] = words.split(/\s/);
    if (!words.startsWith('/')) return ask({ act: 'say', place, text: words });
    if (word === sight.app.command.name) return ask({ act: 'command', place, line: words });
    if (/^\/invite\s+@flagpost$/i.test(words)) return ask({ act: 'invite', place });
    say(`${word} is not a command here. Try ${sight.app.command.name}.`);
    return false;
  };
  const send = async (): Promise<void> => {
    const words = text.trim();
    if (words === '') return;
    write('');
    if (!(await post(words)) && !drafts.get(key)) write(words);
  };
  return { text, write, send };
}

/** As one begins to type the command: what it is, and what may follow. */
function CommandHelp({ text, isBegun, complete }: { text: string; isBegun: boolean; complete: () => void }) {
  const { sight } = useHere();
  const { name, hint, does } = sight.app.command;
  const isTyped = text === name || text.startsWith(`${name} `);
  return (
    <div class="command-help" aria-live="polite">
      {isBegun && (
        <button type="button" onClick={complete}>
          <strong>{name}</strong> <span>[{hint}]</span>
          <small>{does}</small>
          <kbd>Tab</kbd>
        </button>
      )}
      {isTyped && (
        <p>
          <strong>{name}</strong> <span>[{hint}]</span>
        </p>
      )}
    </div>
  );
}

/** What the app can do from anywhere. */
function Shortcuts() {
  const { sight, ask } = useHere();
  const items = sight.app.shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ name }) => ({ label: name, note: 'Flagpost', pick: () => void ask({ act: 'shortcut', name }) }));
  return (
    <Menu label="Shortcuts" items={items}>
      <BoltIcon />
    </Menu>
  );
}

type Field = { current: HTMLTextAreaElement | null };

function useSuggestions(field: Field, write: (text: string) => void, isMain: boolean): void {
  useEffect(() => {
    const take = (event: Event) => {
      if (!isMain || !(event instanceof CustomEvent)) return;
      write(String(event.detail));
      field.current?.focus();
    };
    document.addEventListener('suggest', take);
    return () => document.removeEventListener('suggest', take);
  });
}

/** As high as what is in it. */
function useHeight(field: Field, text: string): void {
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [text]);
}
