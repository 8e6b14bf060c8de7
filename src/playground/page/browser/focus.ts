import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

import type { Sight } from '../seen.ts';

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
