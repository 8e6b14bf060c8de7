import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  readonly title: string;
  readonly look: string;
  /** Escape was pressed. */
  readonly leave: () => void;
  readonly children: ComponentChildren;
  /** Stands before the title. */
  readonly before?: ComponentChildren;
  readonly after?: ComponentChildren;
}

/** The browser's own dialog: it keeps the focus inside, and gives it back when it goes. */
export function Dialog({ title, look, leave, before, after, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before anything inside asks for the focus.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => {
      current?.close();
      // What opened it may have been drawn anew since.
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('.talk')?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={look}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <header>
        {before}
        <h2 id={id}>{title}</h2>
        {after}
      </header>
      {children}
    </dialog>
  );
}

interface QuestionProps {
  readonly title: string;
  readonly yes: string;
  readonly no: string;
  readonly isDanger?: boolean;
  readonly answer: (isYes: boolean) => void;
  readonly children: ComponentChildren;
}

/** Asks before something is done. */
export function Question({ title, yes, no, isDanger = false, answer, children }: QuestionProps) {
  return (
    <Dialog title={title} look="question" leave={() => answer(false)}>
      <div class="body">{children}</div>
      <footer>
        <button type="button" class="button" onClick={() => answer(false)}>
          {no}
        </button>
        <button
          type="button"
          class={isDanger ? 'button danger' : 'button primary'}
          onClick={() => answer(true)}
        >
          {yes}
        </button>
      </footer>
    </Dialog>
  );
}
