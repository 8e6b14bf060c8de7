import type { Issue, IssueEvent, MeToo } from './issue.ts';
import type { SameEvent } from './same.ts';
import { isLive } from './stuck.ts';
import type { Help, HelpEvent } from './stuck.ts';

/** What every state has: taking it alone drops what belongs to the state that ends. */
export function common(issue: Issue) {
  const { number, version, text, impact, affected, flaggedAt, reporter, meToos, reopenings } = issue;
  const { returnOf, help, hasAskedForLook, duplicates } = issue;
  const met = { reporter, meToos, reopenings, returnOf, duplicates };
  return { number, version, text, impact, affected, flaggedAt, help, hasAskedForLook, ...met };
}

type EventOf<T extends IssueEvent['type']> = Extract<IssueEvent, { type: T }>;
type DeclinedEvent = EventOf<'declined' | 'look-asked' | 'opened-again' | 'upheld'>;

/** What happens to whoever is stuck, and what ends an issue otherwise than by a fix. */
export type OtherEvent = HelpEvent | DeclinedEvent | SameEvent;

/** `issue` has its new version already. */
export function evolveOtherwise(issue: Issue, event: OtherEvent): Issue {
  switch (event.type) {
    case 'duplicated':
    case 'merged':
    case 'separated':
    case 'unmerged':
      return evolveSame(issue, event);
    case 'declined':
    case 'look-asked':
    case 'opened-again':
    case 'upheld':
      return evolveDeclined(issue, event);
    default:
      return { ...issue, help: helpAfter(issue, event), meToos: stuckAfter(issue, event) };
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
  if (owner === null) return { ...common(issue), state: 'open' };
  const had = { owner, agreement, inquiry, spell: issue.version, offeredTo: null };
  return { ...common(issue), state: 'claimed', ...had };
}

function merge(issue: Issue, { from, people }: EventOf<'merged'>): Issue {
  const joining = people.map((person) => ({ person, verdict: null }));
  return { ...issue, meToos: [...issue.meToos, ...joining], duplicates: [...issue.duplicates, from] };
}

function unmerge(issue: Issue, { from, people }: EventOf<'unmerged'>): Issue {
  const meToos = issue.meToos.filter(({ person }) => !people.includes(person));
  return { ...issue, meToos, duplicates: issue.duplicates.filter((it) => it !== from) };
}

function helpAfter({ help, version }: Issue, event: HelpEvent): Help | null {
  switch (event.type) {
    case 'help-promised':
      return { ...whomFor(help), state: 'promised', helper: event.helper, since: version };
    case 'helped':
      return help?.state === 'promised' ? { ...help, state: 'given', line: event.line } : help;
    case 'help-withdrawn':
      return { ...whomFor(help), state: 'wanted' };
    case 'help-wanted': {
      if (!isLive(help)) return { state: 'wanted' };
      const { isForOthers: _, ...forAll } = help;
      return forAll;
    }
    case 'stuck-too':
      return isLive(help) ? help : { state: 'wanted', isForOthers: true };
    case 'unstuck':
      return help === null || event.person !== null ? help : { ...help, isForOthers: true };
    case 'help-ended':
      return null;
  }
}

function whomFor(help: Help | null): { readonly isForOthers?: true } {
  return help?.isForOthers === true ? { isForOthers: true } : {};
}

/** Which me toos the help is for: those who were helped, or have been, are stuck no more once it begins anew. */
function stuckAfter({ help, meToos }: Issue, event: HelpEvent): readonly MeToo[] {
  switch (event.type) {
    case 'help-wanted':
      return isLive(help) ? meToos : meToos.map(notStuck);
    case 'stuck-too':
      return (isLive(help) ? meToos : meToos.map(notStuck)).map((it) =>
        it.person === event.person ? { ...it, isStuck: true } : it,
      );
    case 'unstuck':
      return meToos.map((it) => (it.person === event.person ? notStuck(it) : it));
    case 'help-ended':
      return meToos.map(notStuck);
    default:
      return meToos;
  }
}

function notStuck(meToo: MeToo): MeToo {
  const { isStuck: _, ...others } = meToo;
  return others;
}
