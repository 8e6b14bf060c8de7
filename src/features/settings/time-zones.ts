import type { Temporal } from 'temporal-polyfill';

import { cityOf } from '../words.ts';

/**
 * One well-known place for each way of counting the hours that many people live by. A select takes a hundred choices, so
 * whoever needs another place gets it from their own Slack: it is added to these.
 */
const places = [
  'Pacific/Honolulu America/Anchorage America/Los_Angeles America/Phoenix America/Denver America/Chicago',
  'America/Mexico_City America/Costa_Rica America/New_York America/Toronto America/Bogota America/Lima',
  'America/Havana America/Caracas America/Halifax America/La_Paz America/Santiago America/St_Johns',
  'America/Sao_Paulo America/Argentina/Buenos_Aires America/Montevideo Atlantic/Azores Atlantic/Cape_Verde',
  'Atlantic/Reykjavik Europe/London Europe/Dublin Europe/Lisbon Africa/Casablanca Africa/Accra Africa/Lagos',
  'Africa/Algiers Europe/Madrid Europe/Paris Europe/Brussels Europe/Amsterdam Europe/Berlin Europe/Zurich',
  'Europe/Vienna Europe/Rome Europe/Prague Europe/Budapest Europe/Warsaw Europe/Copenhagen Europe/Oslo',
  'Europe/Stockholm Europe/Belgrade Europe/Athens Europe/Bucharest Europe/Sofia Europe/Helsinki Europe/Kyiv',
  'Africa/Cairo Africa/Johannesburg Africa/Nairobi Asia/Jerusalem Asia/Beirut Europe/Istanbul Europe/Moscow',
  'Asia/Riyadh Asia/Baghdad Asia/Tehran Asia/Dubai Asia/Baku Asia/Tbilisi Asia/Kabul Asia/Karachi Asia/Tashkent',
  'Asia/Almaty Asia/Kolkata Asia/Colombo Asia/Kathmandu Asia/Dhaka Asia/Yangon Asia/Bangkok Asia/Jakarta',
  'Asia/Ho_Chi_Minh Asia/Shanghai Asia/Hong_Kong Asia/Taipei Asia/Singapore Asia/Manila Australia/Perth',
  'Asia/Tokyo Asia/Seoul Australia/Adelaide Australia/Darwin Australia/Brisbane Australia/Sydney Pacific/Guam',
  'Pacific/Noumea Pacific/Auckland Pacific/Fiji Pacific/Tongatapu UTC',
].flatMap((line) => line.split(' '));

/** Value and words of each choice, from west to east; `also` are among them, where they are time zones. */
export function timeZoneChoices(
  also: readonly (string | null)[],
  now: Temporal.Instant,
): Readonly<Record<string, string>> {
  const more = also.flatMap((it) => (it !== null && isTimeZone(it, now) ? [it] : []));
  const rows = [...new Set([...places, ...more])].map((name) => ({ name, minutes: aheadOfUtc(name, now) }));
  const sorted = rows.toSorted(
    (a, b) => a.minutes - b.minutes || cityOf(a.name).localeCompare(cityOf(b.name)),
  );
  return Object.fromEntries(sorted.map(({ name, minutes }) => [name, wordsFor(name, minutes)]));
}

export function isTimeZone(name: string, now: Temporal.Instant): boolean {
  try {
    now.toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function aheadOfUtc(name: string, now: Temporal.Instant): number {
  return now.toZonedDateTimeISO(name).offsetNanoseconds / 60_000_000_000;
}

/** `Kathmandu (UTC+5:45)`, as the clocks go there now. */
function wordsFor(name: string, minutes: number): string {
  if (name === 'UTC') return 'UTC';
  const sign = minutes < 0 ? '−' : '+';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const offset = rest === 0 ? String(hours) : `${hours}:${String(rest).padStart(2, '0')}`;
  return `${cityOf(name)} (UTC${minutes === 0 ? '' : `${sign}${offset}`})`;
}
