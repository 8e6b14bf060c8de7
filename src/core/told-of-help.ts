import type { Address } from './address.ts';
import { stuckPeople } from './stuck.ts';
import type { HelpEvent } from './stuck.ts';
import type { Telling } from './told.ts';

/** Of help for whoever is stuck. */
export function toldOfHelp({ before, after, reply, news }: Telling, event: HelpEvent): Address[] {
  switch (event.type) {
    case 'help-promised':
      return [
        reply,
        { kind: 'help', subject: reply.subject, person: event.helper },
        ...news(stuckPeople(after)),
      ];
    case 'helped':
      return [reply, ...news(stuckPeople(after))];
    case 'help-withdrawn':
      return news(stuckPeople(after));
    case 'help-wanted':
      return [reply, ...news(event.helper === null ? [] : [event.helper])];
    case 'stuck-too':
      return [reply, ...news(after.help?.state === 'promised' ? [after.help.helper] : [])];
    case 'unstuck':
      return [];
    case 'help-ended':
      return news([
        ...(event.helper === null ? [] : [event.helper]),
        ...(event.fixed === undefined || before === null ? [] : stuckPeople(before)),
      ]);
  }
}
