import type { App } from '@slack/bolt';
import { z } from 'zod';

import type { Log } from '../../log.ts';
import { saveMembership } from '../postgres/people.ts';
import { transact } from '../postgres/transact.ts';
import { metadataType } from './attempt.ts';
import { visitBy } from './attend.ts';
import type { Doorway, InFlight } from './door.ts';
import { stands } from './endings.ts';
import { learnVisitor, readMembership } from './membership.ts';

const posted = z.object({
  channel_id: z.string(),
  message_ts: z.string(),
  bot_id: z.string().nullish(),
  metadata: z.object({ event_type: z.string(), event_payload: z.object({ id: z.uuid() }) }),
});

const opened = z.object({ user: z.string(), tab: z.string() });

/**
 * What Slack tells us unasked, where a message stands until it is written down, and the rest once: nothing that must not be
 * lost hangs on an event alone, each of them only brings forward what would be found out anyway.
 */
export function listenToEvents(doorway: Doorway): void {
  const { app, house, installation, inFlight, log } = doorway;
  on(app, 'message_metadata_posted', inFlight, log, async (event) => {
    const it = posted.safeParse(event);
    if (!it.success || it.data.metadata.event_type !== metadataType) return;
    const { channel_id: channel, message_ts: ts, metadata, bot_id: bot } = it.data;
    /* Any app, and any person's token, may name metadata as ours: only our own words are taken for our messages. */
    if (bot == null || bot !== installation.botId()) return;
    await stands(house, installation.workspace().id, metadata.event_payload.id, { channel, ts }, null);
  });
  on(app, 'app_home_opened', inFlight, log, async (event) => {
    const { user, tab } = opened.parse(event);
    if (tab !== 'home') return;
    const visit = visitBy(doorway, user);
    const isSomebody = await learnVisitor(house.store, doorway.client, visit);
    if (isSomebody) await doorway.publishHome(visit);
  });
  on(app, 'user_change', inFlight, log, async (event) => {
    const { id: workspace, slackId } = installation.workspace();
    const { user } = z.object({ user: z.unknown() }).parse(event);
    const { slackUserId, ...standing } = readMembership(user, slackId);
    const { store } = house;
    await transact(store, { workspace }, (tx) =>
      saveMembership(tx, workspace, slackUserId, standing, store.clock()),
    );
  });
}

type EventName = 'message_metadata_posted' | 'app_home_opened' | 'user_change';

function on(
  app: App,
  name: EventName,
  inFlight: InFlight,
  log: Log,
  handle: (event: unknown) => Promise<void>,
): void {
  app.event(name, async ({ event }) => {
    await inFlight.track(handle(event)).catch((error: unknown) => {
      log.warn({ err: error, name }, 'an event came to nothing');
      /* It is not answered then, and comes again. */
      if (name === 'message_metadata_posted') throw error;
    });
  });
}
