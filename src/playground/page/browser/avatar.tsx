import type { Face } from '../seen.ts';
import { FlagIcon } from './icons.tsx';

/** The first letters of a name on a colour of its own. */
export function Avatar({ of: { handle, name, isBot } }: { of: Face }) {
  const initials = name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .slice(0, 2)
    .join('');
  return (
    <span class={`avatar of-${handle}`} aria-hidden="true">
      {isBot && handle === 'flagpost' ? <FlagIcon /> : initials}
    </span>
  );
}
