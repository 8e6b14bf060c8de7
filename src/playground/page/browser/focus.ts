import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

import type { Sight } from '../seen.ts';
import type { Route } from './route.ts';

/** Where the focus goes when what has it is drawn away, such as a button that works no more: what it stood in. */
export function useKeptFocus(sight: Sight): void {
  const last = useRef<{ element: Element; around: HTMLElement[] } | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const places = ['article', '.talk'].map((one) => target.closest<HTMLElement>(one));
      last.current = { element: target, around: places.filter((one) => one !== null) };
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useLayoutEffect(() => {
    const { element, around = [] } = last.current ?? {};
    if (document.activeElement !== document.body || element === undefined || element.isConnected) return;
    around.find((one) => one.isConnected)?.focus({ preventScroll: true });
  }, [sight]);
}

/**
 * Whoever goes somewhere is where one writes, as in Slack; whoever leaves a thread is at its message again. Not on the
 * first look at the page, and not where a link has pointed at a message, which is then where one is.
 */
export function useArrival({ place, thread }: Route, pointedAt: string | null): void {
  const last = useRef({ place, thread });
  useEffect(() => {
    const left = last.current;
    last.current = { place, thread };
    if (pointedAt !== null) return;
    if (left.place !== place) goInto('main');
    else if (left.thread === thread) return;
    else if (thread !== null) goInto('.thread');
    else if (document.activeElement === document.body) goTo(`main [data-ts="${left.thread}"]`);
  }, [place, thread]);
}

/** To the box for a message, or to what there is to read. */
function goInto(part: string): void {
  if (document.activeElement?.closest(part)) return;
  // Where one types on the screen itself, half of it would go.
  if (!matchMedia('(pointer: fine)').matches || !goTo(`${part} .composer textarea`)) goTo(`${part} .talk`);
}

export function goTo(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus({ preventScroll: true });
  return found !== null;
}
