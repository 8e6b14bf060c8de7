export const DAY_MS = 86_400_000;

type Parts = Intl.DateTimeFormatOptions;

function written(ms: number, timeZone: string, parts: Parts): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...parts }).format(ms);
}

/** 14:05, where the reader is. */
export function timeOf(ms: number, timeZone: string): string {
  return written(ms, timeZone, { hour: '2-digit', minute: '2-digit' });
}

/** Today, Yesterday, or Thursday, 3 December. */
export function dayOf(ms: number, timeZone: string, nowMs: number): string {
  return (
    pretty(ms, timeZone, nowMs) ?? written(ms, timeZone, { weekday: 'long', day: 'numeric', month: 'long' })
  );
}

/** Where no day stands above it: 14:05 of today, else Yesterday at 14:05, or Tue 17 Nov at 14:05. */
export function whenOf(ms: number, timeZone: string, nowMs: number): string {
  const near = pretty(ms, timeZone, nowMs);
  const time = timeOf(ms, timeZone);
  if (near === 'Today') return time;
  const day = near ?? written(ms, timeZone, { weekday: 'short', day: 'numeric', month: 'short' });
  return `${day.replace(',', '')} at ${time}`;
}

/** Mon 23 Nov, 09:00. */
export function shortMomentOf(ms: number, timeZone: string): string {
  const day = written(ms, timeZone, { weekday: 'short', day: 'numeric', month: 'short' });
  return `${day.replace(',', '')}, ${timeOf(ms, timeZone)}`;
}

/** 2026-11-23T09:00, as fields for a date and time have it. */
export function fieldOf(ms: number, timeZone: string): string {
  const parts: Parts = { timeZone, dateStyle: 'short', timeStyle: 'short' };
  return new Intl.DateTimeFormat('sv-SE', parts).format(ms).replace(' ', 'T');
}

/** `Buenos Aires`, of the IANA name of its time zone. */
export function placeNameOf(timeZone: string): string {
  return timeZone.replaceAll('_', ' ').split('/').at(-1) ?? timeZone;
}

/** For whoever wants to know it exactly. */
export function momentOf(ms: number, timeZone: string): string {
  return written(ms, timeZone, { dateStyle: 'full', timeStyle: 'short' });
}

export const msOf = (ts: string): number => Number(ts) * 1000;

function pretty(ms: number, timeZone: string, nowMs: number): string | null {
  const day = (at: number) => written(at, timeZone, { dateStyle: 'short' });
  if (day(ms) === day(nowMs)) return 'Today';
  if (day(ms) === day(nowMs - DAY_MS)) return 'Yesterday';
  return day(ms) === day(nowMs + DAY_MS) ? 'Tomorrow' : null;
}

const LONG: Parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const PLAIN: Parts = { day: 'numeric', month: 'long', year: 'numeric' };
const SHORT: Parts = { day: 'numeric', month: 'short', year: 'numeric' };

const TOKENS: Readonly<Record<string, Parts>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: PLAIN,
  date_short: SHORT,
  date_long: LONG,
  date_pretty: PLAIN,
  date_short_pretty: SHORT,
  date_long_pretty: LONG,
  time: { hour: '2-digit', minute: '2-digit' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

/** Slack's `{date_short_pretty} at {time}`, in the reader's own time zone. Only what begins with it has *Today*. */
export function slackDate(seconds: number, format: string, timeZone: string, nowMs: number): string {
  const ms = seconds * 1000;
  return format.replace(/\{(\w+)\}/g, (whole, token: string, at: number) => {
    const parts = TOKENS[token];
    if (parts === undefined) return token === 'ago' ? ago(nowMs - ms) : whole;
    const near = token.endsWith('_pretty') ? pretty(ms, timeZone, nowMs) : null;
    return (at > 0 ? near?.toLowerCase() : near) ?? written(ms, timeZone, parts);
  });
}

function ago(sinceMs: number): string {
  const minutes = Math.round(sinceMs / 60_000);
  const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return relative.format(-minutes, 'minute');
  if (Math.abs(minutes) < 1440) return relative.format(-Math.round(minutes / 60), 'hour');
  return relative.format(-Math.round(minutes / 1440), 'day');
}
