import type { HomeView } from '@slack/types';

import { homeView } from '../../src/features/home/view.ts';
import type { HomeLists, List } from '../../src/platform/postgres/home-lists.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { mostNews } from '../../src/platform/slack/feature.ts';
import type { NewsOnHome } from '../../src/platform/slack/feature.ts';
import type { Drawings, Words } from './drawings.ts';
import { fullHome } from './home-drawings.ts';
import { news } from './told.ts';

/** As many issues of a kind as a page of Home holds where there is news as well. */
function shortHome(words: Words): HomeLists {
  const { lists, ...home } = fullHome(words, 1);
  const short = (list: List): List => ({ ...list, issues: list.issues.slice(0, 4) });
  return {
    ...home,
    hours: { ...home.hours, isOnlyOnHome: true },
    pageSize: 4,
    lists: {
      waiting: short(lists.waiting),
      owned: short(lists.owned),
      flagged: short(lists.flagged),
      unowned: short(lists.unowned),
      solved: short(lists.solved),
    },
  };
}

function onHome(drawings: readonly (Drawing | null)[]): NewsOnHome[] {
  const ids = (index: number) => `7a5d3c1e-9b8f-4d2a-8c6e-${String(index).padStart(12, '0')}`;
  return drawings.flatMap((drawing, index) => (drawing === null ? [] : [{ id: ids(index), drawing }]));
}

/** The Home of somebody who reads only there, for each message alone that they would have been sent. */
export function newsOnHome(words: Words, all: Drawings): readonly (readonly [string, HomeView])[] {
  const home = shortHome(words);
  return Object.entries(all).map(([name, it]) => [`with news: ${name}`, homeView(home, onHome([it]))]);
}

/** The same with as many of them as are drawn: more than it has room for. */
export function someNews(words: Words): Readonly<Record<string, HomeView>> {
  return {
    'of whoever reads only there': homeView(
      shortHome(words),
      onHome(Object.values(news(words)).slice(0, mostNews)),
    ),
  };
}
