import type { Address } from './address.ts';
import type { AttendedEvent } from './attended.ts';
import { isOwned } from './issue.ts';
import type { Telling } from './told.ts';

/** Of what is between Flagpost and an owner others hear nothing: only that somebody who leads offers support is told. */
export function toldOfAttended({ after, news }: Telling, event: AttendedEvent): Address[] {
  return event.type === 'support-offered' && isOwned(after) ? news([after.owner]) : [];
}
