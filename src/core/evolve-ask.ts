import { moved } from './ask-ends.ts';
import { isWith } from './ask.ts';
import type { Ask, AskedOf, AskEvent, Containment, Standing, Supported } from './ask.ts';
import { askedOnce, stillAt, wordAt } from './asked.ts';
import type { Asked } from './asked.ts';
import type { ClaimedIssue, Issue, OwnedIssue, PersonId } from './issue.ts';

type EventOf<T extends AskEvent['type']> = Extract<AskEvent, { type: T }>;
type ContainmentEvent = EventOf<
  | 'containing'
  | 'still-containing'
  | 'containment-snoozed'
  | 'containment-asked'
  | 'contained'
  | 'containment-ended'
>;

/** `issue` has its new version already. */
export function evolveAsk(issue: Issue, event: AskEvent): Issue {
  if (issue.state !== 'claimed') return issue;
  switch (event.type) {
    case 'containing':
    case 'still-containing':
    case 'containment-snoozed':
    case 'containment-asked':
    case 'containment-ended':
      return { ...issue, containment: contain(issue, event) };
    case 'contained':
      return { ...issue, containment: contain(issue, event), supporters: withSupporter(issue, event.by) };
    case 'asked':
      return { ...issue, ask: begin(issue.version, event) };
    case 'ask-closed':
      return { ...issue, ask: null, supporters: withSupporter(issue, whoGave(event)) };
    case 'lesson-told':
    case 'support-ended':
      return issue;
    default:
      return issue.ask === null ? issue : { ...issue, ask: goOn(issue.ask, event, issue.version) };
  }
}

function begin(version: number, { tried, needs, by, ...on }: EventOf<'asked'>): Ask {
  return {
    tried,
    needs,
    by,
    since: version,
    turn: version,
    rung: on.rung,
    to: on.to,
    soFar: [],
    taker: null,
    standing: askedOn(on),
  };
}

function askedOn({ isTop, lapsesAt, counted }: AskedOf): Standing {
  return { state: 'asked', isTop, until: null, lapsesAt, ...(counted === undefined ? {} : { counted }) };
}

function whoGave({ how, lead }: EventOf<'ask-closed'>): PersonId | null {
  return how === 'answered' || how === 'done' ? lead : null;
}

/** Once each, however much they gave. */
function withSupporter({ supporters }: Issue, by: PersonId | null): readonly PersonId[] {
  return by === null || supporters.includes(by) ? supporters : [...supporters, by];
}

/** Once it is solved: whoever kept the damage small up to then did all that was wanted of them. What was promised was not given. */
export function supportersOf(issue: OwnedIssue): readonly PersonId[] {
  return withSupporter(issue, issue.state === 'claimed' ? (issue.containment?.by ?? null) : null);
}

type Going = EventOf<
  | 'ask-delivered'
  | 'ask-moved'
  | 'ask-passed'
  | 'ask-promised'
  | 'take-offered'
  | 'take-declined'
  | 'take-ended'
>;

function goOn(ask: Ask, event: Going, version: number): Ask {
  switch (event.type) {
    case 'ask-delivered': {
      const { standing } = ask;
      if (standing.state !== 'asked') return ask;
      const { until, counted } = event;
      return { ...ask, standing: { ...standing, until, ...(counted === undefined ? {} : { counted }) } };
    }
    case 'ask-moved':
      return { ...ask, standing: moved(ask.standing, event.until) };
    case 'ask-passed':
      return passOn(ask, event, version);
    case 'ask-promised': {
      const { by, on, until } = event;
      return { ...ask, standing: { state: 'promised', by, on, until, since: version } };
    }
    case 'take-offered':
      return { ...ask, taker: { by: event.by, since: version } };
    case 'take-declined':
    case 'take-ended':
      return { ...ask, taker: null };
  }
}

/** Where there is nobody else it stays with those who have it. */
function passOn(ask: Ask, { why, text, on }: EventOf<'ask-passed'>, version: number): Ask {
  const soFar = [...ask.soFar, { seq: version, rung: ask.rung, why, text }];
  if (on === null) return { ...ask, soFar, standing: { state: 'unanswered' } };
  return { ...ask, soFar, turn: version, rung: on.rung, to: on.to, standing: askedOn(on) };
}

function contain({ containment, version }: ClaimedIssue, event: ContainmentEvent): Containment | null {
  switch (event.type) {
    case 'containing':
      return { state: 'under-way', by: event.by, since: version, asked: wordAt(version) };
    case 'still-containing':
      return askedAfter(containment, (asked) => stillAt(version, asked));
    case 'containment-snoozed':
      return askedAfter(containment, () => ({ ...wordAt(version), snoozedUntil: event.until }));
    case 'containment-asked':
      return askedAfter(containment, askedOnce);
    case 'contained': {
      const since = containment?.since ?? version;
      return { state: 'done', by: event.by, since, line: event.line };
    }
    case 'containment-ended':
      return null;
  }
}

function askedAfter(containment: Containment | null, change: (asked: Asked) => Asked): Containment | null {
  if (containment?.state !== 'under-way') return containment;
  return { ...containment, asked: change(containment.asked) };
}

/** What goes on with a new owner. Whoever was asked, or contains it, and owns it now need not do either. */
export function carriedSupport(issue: Issue, owner: PersonId): Supported {
  if (issue.state !== 'claimed') return { ask: null, containment: null };
  const { ask, containment } = issue;
  return {
    ask: ask === null || isWith(ask, owner) ? null : without(ask, owner),
    containment: containment?.by === owner ? null : containment,
  };
}

function without(ask: Ask, owner: PersonId): Ask {
  return { ...ask, to: ask.to.filter((it) => it !== owner), taker: null };
}
