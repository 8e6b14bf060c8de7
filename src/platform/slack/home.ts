import type { WebClient } from '@slack/web-api';

import type { PersonId } from '../../core/issue.ts';
import type { Log } from '../../log.ts';
import { personById } from '../postgres/people.ts';
import { transact } from '../postgres/transact.ts';
import type { WorkspaceId } from '../postgres/transact.ts';
import { visitOf } from './bodies.ts';
import { calmWords } from './calm.ts';
import { SlackCallFailed, slackFault } from './faults.ts';
import type { Feature, House, Visit } from './feature.ts';

export type PublishHome = (visit: Visit, memory: string) => Promise<void>;

/** Draws a visitor's App Home from the present state and publishes it. @throws SlackCallFailed */
export function homePublisher(
  house: House,
  features: readonly Feature[],
  client: WebClient,
  log: Log,
): PublishHome {
  const home = features.find((feature) => feature.home !== undefined)?.home;
  return async (visit, memory) => {
    if (home === undefined) return;
    const view = await home.draw(house, visit, memory).catch((error: unknown) => {
      const { sentence, reference } = calmWords(error);
      log.error({ err: error, reference }, 'a Home could not be drawn');
      return home.instead(sentence);
    });
    try {
      await client.views.publish({ user_id: visit.slackUser, view });
    } catch (error) {
      throw new SlackCallFailed(slackFault(error), error);
    }
  };
}

/** Redraws the Home of somebody whom a change concerns, if they have ever opened it; it begins at its first pages. */
export async function publishHomeOf(
  { store, settings }: { store: House['store']; settings: Pick<House['settings'], 'adminUsers'> },
  publish: PublishHome,
  workspace: WorkspaceId,
  id: PersonId,
): Promise<void> {
  const person = await transact(store, { workspace }, (tx) => personById(tx, workspace, id));
  if (person === null || person.slackUserId === null || !person.hasOpenedHome || person.hasLeft) return;
  await publish(visitOf(workspace, person.slackUserId, settings.adminUsers), '');
}
