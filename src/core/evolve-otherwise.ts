import type { Help, Issue, IssueEvent, PersonId } from './issue.ts';

/** What every state has: taking it alone drops what belongs to the state that ends. */
export function common(issue: Issue) {
  const { number, version, text, impact, affected, flaggedAt, reporter, meToos, reopenings } = issue;
  const { returnOf, help, hasAskedForLook, duplicates } = issue;
  const met = { reporter, meToos, reopenings, returnOf, duplicates };
  return { number, version, text, impact, affected, flaggedAt, help, hasAskedForLook, ...met };
}

type EventOf<T extends IssueEvent['type']> = Extract<IssueEvent, { type: T }>;
type HelpEvent = EventOf<'help-promised' | 'help-withdrawn' | 'helped' | 'help-wanted' | 'help-ended'>;
type DeclinedEvent = EventOf<'declined' | 'look-asked' | 'opened-again' | 'upheld'>;

/** What happens to whoever is stuck, and what ends an issue otherwise than by a fix. */
export type OtherEvent = HelpEvent | DeclinedEvent | EventOf<'duplicated' | 'merged'>;

/** `issue` has its new version already. */
export function evolveOtherwise(issue: Issue, event: OtherEvent): Issue {
  switch (event.type) {
    case 'duplicated':
      return { ...common(issue), state: 'duplicate', of: event.of };
    case 'merged':
      return merge(issue, event.from, event.people);
    case 'declined':
    case 'look-asked':
    case 'opened-again':
    case 'upheld':
      return evolveDeclined(issue, event);
    default:
      return { ...issue, help: helpAfter(issue, event) };
  }
}

function evolveDeclined(issue: Issue, event: DeclinedEvent): Issue {
  if (event.type === 'declined') {
    const { by, as, because } = event;
    return { ...common(issue), state: 'declined', by, as, because, since: issue.version, look: null };
  }
  if (issue.state !== 'declined') return issue;
  if (event.type === 'opened-again') return { ...common(issue), state: 'open' };
  if (event.type === 'upheld') {
    return { ...issue, look: { state: 'upheld', by: event.by, because: event.because } };
  }
  return {
    ...issue,
    hasAskedForLook: true,
    look: { state: 'asked', of: event.of, since: issue.version },
  };
}

function merge(issue: Issue, from: number, people: readonly PersonId[]): Issue {
  const joining = people.map((person) => ({ person, verdict: null }));
  return { ...issue, meToos: [...issue.meToos, ...joining], duplicates: [...issue.duplicates, from] };
}

function helpAfter({ help, version }: Issue, event: HelpEvent): Help | null {
  switch (event.type) {
    case 'help-promised':
      return { state: 'promised', helper: event.helper, since: version };
    case 'helped':
      return help?.state === 'promised' ? { ...help, state: 'given', line: event.line } : help;
    case 'help-withdrawn':
    case 'help-wanted':
      return { state: 'wanted' };
    case 'help-ended':
      return null;
  }
}
