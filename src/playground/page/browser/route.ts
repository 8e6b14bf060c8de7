import type { SeenChannel, Sight } from '../seen.ts';

/** Who looks at what, as it stands in the address: `#/ana/process-gaps/1700000000.000100`. */
export interface Route {
  readonly person: string;
  /** A channel's name, a person's handle, `flagpost` (the messages with the bot) or `home`. */
  readonly place: string;
  /** The message whose thread is open. */
  readonly thread: string | null;
}

export const HOME = 'home';
export const APP = 'flagpost';
const START: Route = { person: 'ana', place: 'process-gaps', thread: null };

export function readRoute(hash: string): Route {
  const [, person, place, thread] = hash.split('/').map(decodeURIComponent);
  return { person: person || START.person, place: place || START.place, thread: thread || null };
}

export function writeRoute({ person, place, thread }: Route): string {
  return ['#', person, place, ...(thread === null ? [] : [thread])]
    .map(encodeURIComponent)
    .join('/')
    .replace('%23', '#');
}

/** What a place is called in the address. */
export function placeOf({ people }: Sight, { name, other }: SeenChannel): string {
  return other === null ? name : (people.find(({ id }) => id === other)?.handle ?? other);
}

export function channelAt(sight: Sight, place: string): SeenChannel | undefined {
  return sight.channels.find((one) => placeOf(sight, one) === place);
}

/** Where Slack's own links to messages lead: `…/archives/C123/p1700000000000100`. */
export function readPermalink(url: string): { channel: string; ts: string } | null {
  const [, channel = '', seconds, micros] = /\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})$/.exec(url) ?? [];
  return seconds === undefined ? null : { channel, ts: `${seconds}.${micros}` };
}
