import type { Address } from './address.ts';
import type { Issue, PersonId } from './issue.ts';

/** What is needed to say whom an event is told. */
export interface Telling {
  readonly before: Issue | null;
  readonly after: Issue;
  readonly reply: Address;
  readonly news: (people: readonly PersonId[]) => Address[];
}

/** The reporter and the me toos, save the person the news is about. */
export function metButNot(issue: Issue, person: PersonId | null): PersonId[] {
  return [...theReporter(issue), ...issue.meToos.map((it) => it.person)].filter((it) => it !== person);
}

export function theReporter({ reporter }: Issue): PersonId[] {
  return reporter.person === null ? [] : [reporter.person];
}
