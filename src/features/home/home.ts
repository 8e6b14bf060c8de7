import { z } from 'zod';

import { lists, loadHome, pageSize, pageSizeBesideNews } from '../../platform/postgres/home-lists.ts';
import type { ListName } from '../../platform/postgres/home-lists.ts';
import { noteRead } from '../../platform/postgres/kept-on-home.ts';
import { preferNotes } from '../../platform/postgres/notes.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Effect, Feature, House, Press, Typed } from '../../platform/slack/feature.ts';
import { oneSentence } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { drawMine } from './mine.ts';
import { calmHome, earlierPage, homeView, laterPage } from './view.ts';

type Pages = Readonly<Record<ListName, number>>;

const remembered = z.object({
  waiting: z.int().min(0),
  owned: z.int().min(0),
  flagged: z.int().min(0),
  unowned: z.int().min(0),
  solved: z.int().min(0),
});

const firstPages: Pages = { waiting: 0, owned: 0, flagged: 0, unowned: 0, solved: 0 };

/** App Home, and its short form `/flag-issue mine`. */
export const home: Feature = {
  commands: { mine },
  presses: {
    [laterPage]: turn,
    [earlierPage]: turn,
    [ids.wordingNotes]: switchNotes,
    [ids.flagNotes]: switchNotes,
    [ids.newsRead]: read,
  },
  home: {
    draw: async ({ store, settings }, { workspace, slackUser, isListedAdmin }, memory, news) => {
      const size = news.length > 0 ? pageSizeBesideNews : pageSize;
      const lists = await loadHome(
        store,
        workspace,
        slackUser,
        readMemory(memory),
        settings.adminUsers,
        size,
      );
      return homeView({ ...lists, isAdmin: lists.isAdmin || isListedAdmin }, news);
    },
    instead: calmHome,
  },
};

function readMemory(memory: string): Pages {
  try {
    return remembered.parse(JSON.parse(memory));
  } catch {
    return firstPages;
  }
}

function turn(_: House, press: Press): Promise<readonly Effect[]> {
  const [name, page] = press.value.split(' ');
  const list = lists.find((it) => it === name);
  const turned = (memory: string): string =>
    JSON.stringify({ ...readMemory(memory), ...(list === undefined ? {} : { [list]: Number(page) }) });
  return Promise.resolve([{ homeMemory: turned }]);
}

/** Names what it was pressed for: what has come meanwhile is still to be read. */
async function read({ store }: House, press: Press): Promise<readonly Effect[]> {
  await noteRead(store, press.workspace, press.slackUser, press.value.split(' '));
  return [];
}

/** Says what it wants rather than to turn it round: pressed twice it is the same. */
async function switchNotes({ store }: House, press: Press): Promise<readonly Effect[]> {
  const isOn = press.value === 'on';
  await preferNotes(store, press.workspace, press.slackUser, isOn);
  return [{ say: oneSentence(isOn ? notesOn : notesOff) }];
}

const notesOn =
  'Where your words make people the explanation, I tell you and nobody else. You choose what stands.';
const notesOff =
  'I say nothing about your wording from now on. What waits for your choice already still waits.';

async function mine({ store, settings }: House, { workspace, slackUser }: Typed): Promise<Drawing> {
  return drawMine(await loadHome(store, workspace, slackUser, firstPages, settings.adminUsers));
}
