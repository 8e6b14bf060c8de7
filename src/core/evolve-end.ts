import { heardAt } from './attended.ts';
import { common, opened } from './common.ts';
import type { Issue, IssueEvent } from './issue.ts';
import type { SameEvent } from './same.ts';

type EventOf<T extends IssueEvent['type']> = Extract<IssueEvent, { type: T }>;
type DeclinedEvent = EventOf<'declined' | 'look-asked' | 'opened-again' | 'upheld'>;

/** What ends an issue otherwise than by a fix, or lets it go on after all. */
export type EndEvent = DeclinedEvent | SameEvent;

const types: Readonly<Record<EndEvent['type'], true>> = {
  declined: true,
  'look-asked': true,
  'opened-again': true,
  upheld: true,
  duplicated: true,
  merged: true,
  separated: true,
  unmerged: true,
};

export function isOfEnd(event: IssueEvent): event is EndEvent {
  return event.type in types;
}

/** `issue` has its new version already. */
export function evolveEnd(issue: Issue, event: EndEvent): Issue {
  switch (event.type) {
    case 'duplicated':
    case 'merged':
    case 'separated':
    case 'unmerged':
      return evolveSame(issue, event);
    default:
      return evolveDeclined(issue, event);
  }
}

function evolveDeclined(issue: Issue, event: DeclinedEvent): Issue {
  if (event.type === 'declined') {
    const { by, as, because } = event;
    return { ...common(issue), state: 'declined', by, as, because, since: issue.version, look: null };
  }
  if (issue.state !== 'declined') return issue;
  if (event.type === 'opened-again') return opened(issue);
  if (event.type === 'upheld') {
    return { ...issue, look: { state: 'upheld', by: event.by, because: event.because } };
  }
  return {
    ...issue,
    hasAskedForLook: true,
    look: { state: 'asked', of: event.of, since: issue.version },
  };
}

function evolveSame(issue: Issue, event: SameEvent): Issue {
  switch (event.type) {
    case 'duplicated':
      return { ...common(issue), state: 'duplicate', of: event.of };
    case 'separated':
      return separate(issue, event);
    case 'merged':
      return merge(issue, event);
    case 'unmerged':
      return unmerge(issue, event);
  }
}

function separate(issue: Issue, { owner, agreement, inquiry }: EventOf<'separated'>): Issue {
  if (owner === null) return opened(issue);
  const attended = heardAt(issue.version);
  const had = { owner, agreement, inquiry, spell: issue.version, offeredTo: null, attended };
  return { ...common(issue), state: 'claimed', ...had, ask: null, containment: null };
}

function merge(issue: Issue, { from, people }: EventOf<'merged'>): Issue {
  const joining = people.map((person) => ({ person, verdict: null }));
  return { ...issue, meToos: [...issue.meToos, ...joining], duplicates: [...issue.duplicates, from] };
}

function unmerge(issue: Issue, { from, people }: EventOf<'unmerged'>): Issue {
  const meToos = issue.meToos.filter(({ person }) => !people.includes(person));
  return { ...issue, meToos, duplicates: issue.duplicates.filter((it) => it !== from) };
}
