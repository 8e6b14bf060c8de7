import type { PersonAtSlack } from '../../src/playground/people/person.ts';

/** From App Home; `fill` says what they want. */
export async function changesHours(
  person: PersonAtSlack,
  fill: (form: PersonAtSlack) => Promise<unknown>,
): Promise<void> {
  await person.opensHome();
  await person.presses('Change', { in: 'home' });
  await person.eventuallySees('form', 'When may I write?');
  await fill(person);
  await person.submits();
  await person.eventuallySees('form', 'Thank you.');
  await person.closes();
}

export async function readsOnlyOnHome(person: PersonAtSlack): Promise<void> {
  await changesHours(person, (form) => form.picks('Write to me', 'Only on Home: never write to me'));
}

/** `day`: the one on which they are back, as `2026-12-16`. */
export async function isAwayUntil(person: PersonAtSlack, day: string): Promise<void> {
  await changesHours(person, (form) => form.picks('Away until', day));
}
