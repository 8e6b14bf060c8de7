import type { HomeLists, List } from '../../platform/postgres/home-lists.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { note, section } from '../blocks.ts';
import { countOf } from '../words.ts';
import { beginning } from './beginning.ts';
import { stateFor } from './state.ts';

/** What one flagged and owns, for this person alone: the beginning of what is on Home. */
export function drawMine(home: HomeLists): Drawing {
  const { flagged, owned } = home.lists;
  const text = summary(flagged.total, owned.total);
  const rows = (list: List) =>
    list.issues.flatMap((issue) => [section(stateFor(issue, home)), beginning(issue)]);
  const part = (title: string, list: List) => (list.total === 0 ? [] : [note(title), ...rows(list)]);
  return { text, blocks: [section(text), ...part('You flagged', flagged), ...part('You own', owned)] };
}

function summary(flagged: number, owned: number): string {
  const one =
    flagged === 0
      ? 'You have flagged nothing yet'
      : `You flagged ${countOf(flagged, 'one issue', '# issues')}`;
  const other = owned === 0 ? 'own nothing just now' : `own ${countOf(owned, 'one', '#')} just now`;
  const more = flagged + owned === 0 ? '' : " All of it is on Flagpost's Home.";
  return `${one}, and ${other}.${more}`;
}
