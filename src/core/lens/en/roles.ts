import type { Roles } from '../language.ts';

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What may stand in a write-up where a name stood: the first, the second and any further one. */
export const roles: Roles = {
  first: ['a colleague', 'another colleague', 'one of us'],
  again: ['the colleague', 'the other colleague', 'one of us'],
  onCall: { role: 'the person on call', words: wordSet('on-call oncall paged pager') },
  actions: wordSet(
    'said told asked noticed called rang phoned saw thought knew wanted tried replied answered wrote spotted suggested heard',
  ),
};
