import type { InputBlock } from '@slack/types';

import type { Settings } from '../../platform/postgres/settings.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { chooseOne, selectInput } from '../blocks.ts';
import { dayNames } from '../hours-words.ts';

export const digestFields = { day: 'digest-day', hour: 'digest-hour' } as const;

type Chosen = Pick<Settings, 'digestDay' | 'digestHour'>;

const days: Readonly<Record<string, string>> = Object.fromEntries(
  dayNames.map((name, index) => [String(index + 1), name]),
);
const hours: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 24 }, (_, hour) => [String(hour), hourInWords(hour)]),
);

export function weekdayInWords(day: number): string {
  return dayNames[day - 1] ?? '';
}

export function hourInWords(hour: number): string {
  return `${hour}:00`;
}

/** When the digest comes. */
export function digestInputs({ digestDay, digestHour }: Chosen): InputBlock[] {
  return [
    selectInput(digestFields.day, 'Digest day', days, {
      initial: String(digestDay),
      hint: 'Once a week, in the learning channel, and only when there is something to tell.',
    }),
    selectInput(digestFields.hour, 'Digest hour', hours, { initial: String(digestHour) }),
  ];
}

/** A form that was opened before there was a digest has no such fields: `before` holds on. */
export function readDigestFields({ values }: FormState, before: Chosen): Chosen {
  return {
    digestDay: Number(values[digestFields.day] ?? before.digestDay),
    digestHour: Number(values[digestFields.hour] ?? before.digestHour),
  };
}

export function digestFaults({ digestDay, digestHour }: Chosen): Record<string, string> {
  return {
    ...(String(digestDay) in days ? {} : { [digestFields.day]: chooseOne }),
    ...(String(digestHour) in hours ? {} : { [digestFields.hour]: chooseOne }),
  };
}
