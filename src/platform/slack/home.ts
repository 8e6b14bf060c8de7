import { isDeepStrictEqual } from 'node:util';

import type { HomeView } from '@slack/types';
import type { WebClient } from '@slack/web-api';

import type { PersonId } from '../../core/issue.ts';
import type { Log } from '../../log.ts';
import { forgetOvertaken, loadKept } from '../postgres/kept-on-home.ts';
import { personById, personFor, saveHomeMemory } from '../postgres/people.ts';
import { transact } from '../postgres/transact.ts';
import type { WorkspaceId } from '../postgres/transact.ts';
import { visitOf } from './bodies.ts';
import { calmWords } from './calm.ts';
import type { Courier } from './courier.ts';
import { SlackCallFailed, slackFault } from './faults.ts';
import { mostNews, theOne } from './feature.ts';
import type { Feature, House, NewsOnHome, TurnHome, Visit } from './feature.ts';

export type PublishHome = (visit: Visit, turn?: TurnHome) => Promise<void>;

/**
 * Each round past the first needs something that changed meanwhile, so it ends by itself: this only stops a drawing that
 * is never twice the same. Far more than a hurried person's presses, since whoever stops early may leave the older
 * drawing standing.
 */
const mostRounds = 20;

/** Draws a visitor's App Home from the present state and publishes it. @throws SlackCallFailed */
export function homePublisher(
  house: House,
  features: readonly Feature[],
  drawMessage: Courier['draw'],
  client: WebClient,
  log: Log,
): PublishHome {
  const home = theOne(features, 'home');
  return async (visit, turn) => {
    const draw = async (): Promise<HomeView> => {
      const { memory, news } = await keptFor(house, drawMessage, visit);
      return await home.draw(house, visit, memory, news);
    };
    try {
      if (turn !== undefined) await turnHome(house, visit, turn);
      await publishPresent(client, visit, draw);
    } catch (error) {
      if (error instanceof SlackCallFailed) throw error;
      const { sentence, reference } = calmWords(error);
      log.error({ err: error, reference }, 'a Home could not be drawn');
      await publish(client, visit, home.instead(sentence));
    }
  };
}

/**
 * Two may do so at once, and Slack may take the older drawing last: so each looks again afterwards whether what it
 * published is still what Home should show.
 */
async function publishPresent(client: WebClient, visit: Visit, draw: () => Promise<HomeView>): Promise<void> {
  let view = await draw();
  for (let round = 1; round <= mostRounds; round += 1) {
    await publish(client, visit, view);
    const present = await draw();
    if (isDeepStrictEqual(present, view)) return;
    view = present;
  }
}

async function publish(client: WebClient, { slackUser }: Visit, view: HomeView): Promise<void> {
  try {
    await client.views.publish({ user_id: slackUser, view });
  } catch (error) {
    throw new SlackCallFailed(slackFault(error), error);
  }
}

/** What Home remembers for this person, and what was not sent to them because they read only there. */
async function keptFor({ store }: House, draw: Courier['draw'], { workspace, slackUser }: Visit) {
  return await transact(store, { workspace }, async (tx) => {
    const { id: person, homeMemory: memory } = await personFor(tx, workspace, slackUser);
    const news: NewsOnHome[] = [];
    const overtaken: string[] = [];
    for (const { id, kind, subject } of await loadKept(tx, workspace, person)) {
      const drawing = await draw(tx, workspace, { kind, subject, person });
      /* What only takes the place of what stands already is no news to whoever never saw that. */
      if (drawing !== null && drawing.isEcho !== true) news.push({ id, drawing });
      else if (kind !== 'reached') overtaken.push(id);
      if (news.length === mostNews) break;
    }
    await forgetOvertaken(tx, workspace, overtaken);
    return { memory, news };
  });
}

async function turnHome({ store }: House, { workspace, slackUser }: Visit, turn: TurnHome): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    const { id, homeMemory } = await personFor(tx, workspace, slackUser);
    await saveHomeMemory(tx, workspace, id, turn(homeMemory));
  });
}

/** Redraws the Home of somebody whom a change concerns, if they have ever opened it. */
export async function publishHomeOf(
  { store, settings }: { store: House['store']; settings: Pick<House['settings'], 'adminUsers'> },
  publish: PublishHome,
  workspace: WorkspaceId,
  id: PersonId,
): Promise<void> {
  const person = await transact(store, { workspace }, (tx) => personById(tx, workspace, id));
  if (person === null || person.slackUserId === null || !person.hasOpenedHome || person.hasLeft) return;
  await publish(visitOf(workspace, person.slackUserId, settings.adminUsers));
}
