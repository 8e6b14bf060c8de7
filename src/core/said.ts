import type { Ask } from './ask.ts';
import { isGoingOn, isSolved } from './issue.ts';
import type { ClaimedIssue, Issue, IssueEvent, PersonId } from './issue.ts';
import { thanksOf, withOtherWords } from './thanks.ts';

/** What somebody wrote in an event; `learning` where they said what others can use. */
export interface Words {
  readonly text: string;
  readonly learning: string | null;
}

export const saidTypes = [
  'updated',
  'inquired',
  'informed',
  'resolved',
  'commented',
  'thanked',
  'helped',
  'declined',
  'upheld',
  'asked',
  'ask-closed',
  'ask-passed',
  'contained',
] as const;

/** An event whose words may be put otherwise afterwards, by whoever wrote them. */
export type SaidEvent = Extract<IssueEvent, { readonly type: (typeof saidTypes)[number] }>;

/** In characters, wherever it is written. */
export const longestOf: Readonly<Record<SaidEvent['type'], number>> = {
  updated: 1500,
  inquired: 1000,
  informed: 1000,
  resolved: 2000,
  commented: 300,
  thanked: 300,
  helped: 300,
  declined: 1000,
  upheld: 1000,
  asked: 1000,
  'ask-closed': 1500,
  'ask-passed': 1500,
  contained: 300,
};
/** Of what others can use. */
export const longestLearning = 300;

/** Something that was said, as the history has it. */
export interface Said {
  /** Its place in the history. */
  readonly seq: number;
  /** With the words that stand now. */
  readonly event: SaidEvent;
  /** `null`: the reporter, who is not named in the history. */
  readonly by: PersonId | null;
  /** Nothing of its kind was said since. */
  readonly isNewest: boolean;
}

/** The words of event `of` read otherwise from now on; the old ones are shown nowhere any more. */
export interface AmendedEvent {
  readonly type: 'amended';
  readonly of: number;
  readonly what: SaidEvent['type'];
  readonly words: Words;
  /** Things have moved on: only what tells of the event reads otherwise, not the issue. */
  readonly isPast?: true;
}

export function isSaid(event: IssueEvent): event is SaidEvent {
  const isMute = event.type === 'ask-passed' && event.text === null;
  return !isMute && saidTypes.some((it) => it === event.type);
}

export function wordsOf(event: SaidEvent): Words {
  switch (event.type) {
    case 'resolved':
      return { text: event.solution.changed, learning: event.solution.learning };
    case 'helped':
    case 'contained':
      return { text: event.line, learning: null };
    case 'asked':
      return { text: event.tried, learning: null };
    case 'declined':
    case 'upheld':
      return { text: event.because, learning: null };
    case 'ask-passed':
      return { text: event.text ?? '', learning: null };
    default:
      return { text: event.text, learning: null };
  }
}

export function withWords<Event extends IssueEvent>(event: Event, { text, learning }: Words): Event {
  switch (event.type) {
    case 'resolved':
      return { ...event, solution: { ...event.solution, changed: text, learning } };
    case 'helped':
    case 'contained':
      return { ...event, line: text };
    case 'asked':
      return { ...event, tried: text };
    case 'declined':
    case 'upheld':
      return { ...event, because: text };
    case 'updated':
    case 'inquired':
    case 'informed':
    case 'commented':
    case 'thanked':
    case 'ask-closed':
    case 'ask-passed':
      return { ...event, text };
    default:
      return event;
  }
}

/** What was said in a thread stays there, whatever comes after it; a question is shown until a newer one is asked. */
export function isShown(issue: Issue, { event, seq }: Said): boolean {
  return event.type !== 'inquired' || (isGoingOn(issue) && issue.inquiry?.seq === seq);
}

/** Whether the issue carries it as what holds. */
export function doesStand(issue: Issue, { event, seq, isNewest }: Said): boolean {
  switch (event.type) {
    case 'resolved':
      return isSolved(issue) && isNewest;
    case 'declined':
      return issue.state === 'declined' && issue.since === seq;
    case 'upheld':
      return issue.state === 'declined' && issue.look?.state === 'upheld' && isNewest;
    case 'helped':
      return issue.help?.state === 'given' && isNewest;
    case 'asked':
    case 'ask-passed':
    case 'contained':
      return issue.state === 'claimed' && isOfSupport(issue, { event, seq, isNewest });
    case 'thanked':
      return isSolved(issue) && thanksOf(issue, seq) !== null;
    default:
      return true;
  }
}

function isOfSupport(
  { ask, containment }: ClaimedIssue,
  { event, seq, isNewest }: Pick<Said, 'event' | 'seq' | 'isNewest'>,
): boolean {
  if (event.type === 'asked') return ask?.since === seq;
  if (event.type === 'ask-passed') return ask?.soFar.some((it) => it.seq === seq) === true;
  return containment?.state === 'done' && isNewest;
}

/** The issue with the words in it that it carries itself; see `doesStand`. */
export function evolveAmended(issue: Issue, { of, what, words, isPast }: AmendedEvent): Issue {
  if (isPast === true) return issue;
  const { text, learning } = words;
  switch (what) {
    case 'resolved':
      return isSolved(issue) ? { ...issue, solution: { ...issue.solution, changed: text, learning } } : issue;
    case 'declined':
      return issue.state === 'declined' ? { ...issue, because: text } : issue;
    case 'upheld':
      return issue.state === 'declined' && issue.look?.state === 'upheld'
        ? { ...issue, look: { ...issue.look, because: text } }
        : issue;
    case 'inquired':
      return isGoingOn(issue) && issue.inquiry !== null
        ? { ...issue, inquiry: { ...issue.inquiry, text } }
        : issue;
    case 'thanked':
      return isSolved(issue) ? withOtherWords(issue, of) : issue;
    case 'asked':
    case 'ask-passed':
    case 'contained':
      return issue.state === 'claimed' ? withSupport(issue, { of, what }, text) : issue;
    case 'helped':
      return issue.help?.state === 'given' ? { ...issue, help: { ...issue.help, line: text } } : issue;
    default:
      return issue;
  }
}

function withSupport(
  issue: ClaimedIssue,
  { of, what }: { readonly of: number; readonly what: 'asked' | 'ask-passed' | 'contained' },
  text: string,
): ClaimedIssue {
  const { ask, containment } = issue;
  if (what === 'asked') return ask === null ? issue : { ...issue, ask: { ...ask, tried: text } };
  if (what === 'ask-passed') return ask === null ? issue : { ...issue, ask: withOffered(ask, of, text) };
  return containment?.state === 'done' ? { ...issue, containment: { ...containment, line: text } } : issue;
}

/** What was offered so far, when it went on with the event `of`. */
function withOffered(ask: Ask, of: number, text: string): Ask {
  return { ...ask, soFar: ask.soFar.map((it) => (it.seq === of ? { ...it, text } : it)) };
}
