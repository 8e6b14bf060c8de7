import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Item {
  readonly label: string;
  readonly note?: string;
  readonly pick: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly Item[];
  readonly children: ComponentChildren;
  readonly look?: string;
  /** It opens again when what was picked is done. */
  readonly isBusy?: boolean;
}

const GAP_PX = 4;
const MARGIN_PX = 8;

/** A button that opens a list of things to do: arrows move, Enter does, Escape leaves. */
export function Menu({ label, items, children, look = 'icon', isBusy = false }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span class="menu-place">
      <button
        ref={button}
        type="button"
        class={look}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={label}
        aria-disabled={isBusy}
        aria-busy={isBusy}
        title={label}
        onClick={() => setOpen(!isOpen && !isBusy)}
      >
        {children}
      </button>
      {isOpen && (
        <MenuList
          label={label}
          items={items}
          anchor={button.current}
          close={close}
          leave={() => setOpen(false)}
        />
      )}
    </span>
  );
}

interface ListProps {
  readonly label: string;
  readonly items: readonly Item[];
  readonly anchor: HTMLElement | null;
  readonly close: () => void;
  readonly leave: () => void;
}

function MenuList({ label, items, anchor, close, leave }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (list.current && anchor) putBeside(list.current, anchor.getBoundingClientRect());
    list.current?.querySelector('button')?.focus();
    const elsewhere = ({ target }: Event) => {
      const isInside = target instanceof Node && (list.current?.contains(target) || anchor?.contains(target));
      if (!isInside) leave();
    };
    addEventListener('pointerdown', elsewhere);
    addEventListener('wheel', elsewhere, { passive: true });
    addEventListener('resize', leave);
    return () => {
      removeEventListener('pointerdown', elsewhere);
      removeEventListener('wheel', elsewhere);
      removeEventListener('resize', leave);
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((one) => one === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Tab') return leave();
    if (event.key !== 'Escape' && to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to === undefined) close();
    else buttons.at(to % buttons.length)?.focus();
  };
  return (
    <div ref={list} class="menu" role="menu" aria-label={label} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          onClick={() => {
            close();
            item.pick();
          }}
        >
          <span>{item.label}</span>
          {item.note !== undefined && <small>{item.note}</small>}
        </button>
      ))}
    </div>
  );
}

/** Below the button if there is room, else above; and always within the window. */
function putBeside(list: HTMLElement, { left, top, bottom }: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = list;
  const fitsBelow = bottom + GAP_PX + height + MARGIN_PX < innerHeight;
  const y = fitsBelow ? bottom + GAP_PX : Math.max(MARGIN_PX, top - GAP_PX - height);
  const x = Math.max(MARGIN_PX, Math.min(left, innerWidth - width - MARGIN_PX));
  Object.assign(list.style, { left: `${x}px`, top: `${y}px` });
}
