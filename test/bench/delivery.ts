import { setTimeout as pause } from 'node:timers/promises';

import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';

import { messages } from '../../src/platform/postgres/schema/delivery.ts';
import { events } from '../../src/platform/postgres/schema/issues.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { atMost, median, ms, spread } from './figures.ts';
import type { Line } from './figures.ts';
import type { House } from './house.ts';
import { issues, openData } from './seed.ts';

const flags = 15;
const apartSeconds = 2;
const claims = 10;
const homes = 12;
const homeApartSeconds = 1;

type Data = Awaited<ReturnType<typeof openData>>;

/** What people wait for once it is saved, each alone: the double's own clock says when a call came to Slack. */
export async function measureDelivery(house: House, pauseSeconds: number): Promise<Line[]> {
  const data = await openData(house);
  try {
    const home = await measureHome(house);
    const posted = await measurePosting(house, data, pauseSeconds);
    return [...posted, await measureClaim(house), home];
  } finally {
    await data.close();
  }
}

const post = z.object({
  atMs: z.number(),
  error: z.string().optional(),
  args: z.object({ metadata: z.object({ event_payload: z.object({ id: z.string() }) }) }),
});

const text = (count: number): string => `The export stops half way, case ${count} of the bench`;

async function measurePosting({ slack }: House, data: Data, pauseSeconds: number): Promise<Line[]> {
  for (let count = 1; count <= flags; count += 1) {
    await slack.person('lea').types(`/flag-issue ${text(count)}`);
    await pause(apartSeconds * 1000);
  }
  await slack.person('lea').eventuallySees('process-gaps', text(flags));
  const due = await dueTimes(data, pauseSeconds);
  const calls = z.array(post).parse(await slack.calls('chat.postMessage'));
  const taken = calls.filter(({ error }) => error === undefined);
  const lateMs = taken.flatMap(({ atMs, args }) => {
    const dueMs = due.get(args.metadata.event_payload.id);
    return dueMs === undefined ? [] : [atMs - dueMs];
  });
  if (lateMs.length !== flags) throw new Error(`Of ${flags} flags ${lateMs.length} were posted.`);
  const middle = median(lateMs);
  return [
    {
      what: `due → chat.postMessage, a flag every ${apartSeconds} s`,
      figure: ms(middle),
      more: spread(lateMs),
      target: atMost(middle, 30, '30 ms'),
    },
  ];
}

/** When each card fell due, by its message's id. */
async function dueTimes({ store, workspace }: Data, pauseSeconds: number): Promise<Map<string, number>> {
  const rows = await transact(store, { workspace }, (tx) =>
    tx
      .select({ id: messages.id, at: events.at })
      .from(messages)
      .innerJoin(events, sql`${events.issue}::text = ${messages.subject} and ${events.seq} = 1`)
      .where(eq(messages.kind, 'card')),
  );
  return new Map(rows.map(({ id, at }) => [id, at.epochMilliseconds + pauseSeconds * 1000]));
}

const update = z.object({ atMs: z.number(), args: z.object({ ts: z.string() }) });

/** From a press on *Claim* until Slack is told to redraw the card. */
async function measureClaim({ slack }: House): Promise<Line> {
  const sam = slack.person('sam');
  const pressed: { ts: string; atMs: number }[] = [];
  for (let count = 1; count <= claims; count += 1) {
    const card = await sam.looksAt('process-gaps', text(count));
    pressed.push({ ts: card.ts, atMs: Date.now() });
    const trouble = await sam.presses('Claim', { in: 'process-gaps', containing: text(count) });
    if (trouble !== '') throw new Error(trouble);
    await pause(apartSeconds * 1000);
  }
  const calls = z.array(update).parse(await slack.calls('chat.update'));
  const tookMs = pressed.map(({ ts, atMs }) => {
    const redrawn = calls.find((call) => call.args.ts === ts && call.atMs >= atMs);
    if (redrawn === undefined) throw new Error('A card was not redrawn.');
    return redrawn.atMs - atMs;
  });
  return { what: 'a press on Claim → card redrawn', figure: ms(median(tookMs)), more: spread(tookMs) };
}

const publication = z.object({ atMs: z.number() });

/** From opening Home until Slack is told what to show. */
async function measureHome({ slack }: House): Promise<Line> {
  const ana = slack.person('ana');
  const openedMs: number[] = [];
  for (let count = 1; count <= homes; count += 1) {
    openedMs.push(Date.now());
    await ana.opensHome();
    await pause(homeApartSeconds * 1000);
  }
  const calls = z.array(publication).parse(await slack.calls('views.publish'));
  const tookMs = openedMs.map((atMs) => {
    const first = calls.find((call) => call.atMs >= atMs);
    if (first === undefined) throw new Error('A Home was not published.');
    return first.atMs - atMs;
  });
  const middle = median(tookMs);
  return {
    what: `App Home of somebody with ${issues} issues`,
    figure: ms(middle),
    more: spread(tookMs),
    target: atMost(middle, 100, '100 ms'),
  };
}
