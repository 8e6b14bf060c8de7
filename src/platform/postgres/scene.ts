import type { Temporal } from 'temporal-polyfill';

import type { Address } from '../../core/address.ts';
import type { Lesson } from '../../core/ask.ts';
import type { DeclinedIssue, Issue, PersonId } from '../../core/issue.ts';
import { isOwned } from '../../core/issue.ts';
import type { Learned } from '../../core/learning.ts';
import { stuckPeople } from '../../core/stuck.ts';
import type { Noticed } from '../noticed.ts';
import { supportRoles } from './ask-rows.ts';
import { loadLessons } from './asks.ts';
import type { Happening } from './event-rows.ts';
import { loadHappening } from './history.ts';
import { loadKin, noKin } from './kin.ts';
import type { Kin } from './kin.ts';
import { lastAt, loadThanks } from './later-events.ts';
import { hasAnsweredBefore, isAskedWithFix, loadLearned } from './learned.ts';
import { loadIssue } from './load-issue.ts';
import { messageById, outcomeOf } from './messages.ts';
import type { Reached } from './messages.ts';
import { slackIdsOf } from './people.ts';
import { linkedFrom, linksToCards } from './permalink.ts';
import type { Store } from './store.ts';
import { together } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** What is drawn from a scene: messages, and the one question that comes unasked and is like none of them. */
export type SceneKind = Address['kind'] | 'credit';

type SceneAddress = Pick<Address, 'subject' | 'person'> & { readonly kind: SceneKind };

/** All that a message about an issue is drawn from: the present state, never what was said before. */
export interface Scene {
  readonly issue: Issue;
  /** The event a `reply`, `news`, `controls`, `help` or `thanks` belongs to. */
  readonly happening: Happening | null;
  /** The number of the solution a `question` or a `learning` is about. */
  readonly round: number | null;
  /** When it is drawn. */
  readonly now: Temporal.Instant;
  /** Of a question to an owner: how many had brought no word when it was asked. */
  readonly nth: number | null;
  /** Who it is said to; `null` in the channel. */
  readonly reader: PersonId | null;
  readonly slackIds: ReadonlyMap<PersonId, string>;
  /** Where the card stands, for people to follow; `null` until it does. */
  readonly cardLink: string | null;
  /** What a `card` says of a cause that came back. */
  readonly kin: Kin;
  /** Where other issues' cards stand that the words may link to. */
  readonly links: ReadonlyMap<number, string>;
  readonly learned: Learned;
  /** What was added to the answer that `news` of a confirmation tells of; `null`: nothing so far. */
  readonly thanks: string | null;
  /** What `news` of an answer was the answer to, in its present words. */
  readonly question: string | null;
  /** When the owner posted their newest update, for their `controls`; `null`: none in this spell. */
  readonly updatedAt: Temporal.Instant | null;
  /** What `news` of the end of an ask was answered to what would have let them settle it. */
  readonly lessons: ReadonlyMap<'owner' | 'lead', Lesson>;
  /** What a `held` says was noticed: nothing where its reporter or the workspace has switched that off. */
  readonly noticed: readonly Noticed[];
  /** Whether it was offered to anybody again since the offer it tells of. */
  readonly isOfferedAgain: boolean;
  /** Whether *Is it fixed?* has asked the reader of a `credit` already whether they may be named; of a `question`, one before it. */
  readonly isAskedForName: boolean;
  /** The post that a `reached` asks about. */
  readonly post: { readonly id: string; readonly state: Reached } | null;
}

/** Everything a message at this address is drawn from; `null` if its issue is gone. `adminUsers` lead until leads are named. */
export async function loadScene(
  { clock }: Pick<Store, 'clock'>,
  tx: Tx,
  workspace: WorkspaceId,
  address: SceneAddress,
  adminUsers: readonly string[],
): Promise<Scene | null> {
  const { kind, person: reader } = address;
  const [number = '', part = ''] = address.subject.split('/');
  const loaded = await loadIssue(tx, workspace, Number(number), 'read');
  if (loaded === null) return null;
  const { issue } = loaded;
  const names = partNames[kind];
  const [happening, learned, kin, post, thanks, updatedAt, isAsked] = await together([
    names === 'event' ? loadHappening(tx, workspace, issue.number, Number(part)) : null,
    loadLearned(tx, workspace, issue, reader, adminUsers),
    kind === 'card' ? loadKin(tx, workspace, issue) : noKin,
    names === 'message' ? loadPost(tx, workspace, part) : null,
    kind === 'news' ? loadThanks(tx, workspace, issue.number, Number(part)) : null,
    kind === 'controls' ? lastAt(tx, workspace, issue.number, 'updated', Number(part)) : null,
    wasAskedForName(tx, workspace, issue, address),
  ]);
  const people = [...peopleIn(issue, happening, address), ...learned.agreed];
  const isOfAsk = kind === 'news' && happening?.event.type === 'ask-closed';
  const [links, slackIds, question, lessons, isOfferedAgain] = await together([
    linksToCards(tx, workspace, [issue.number, ...linkedFrom(issue), ...namedBy(happening)]),
    slackIdsOf(tx, workspace, people),
    loadQuestion(tx, workspace, issue.number, happening),
    isOfAsk ? loadLessons(tx, workspace, issue.number, Number(part)) : new Map<never, never>(),
    wasOfferedAgain(tx, workspace, issue.number, happening),
  ]);
  return {
    issue,
    happening,
    round: names === 'solution' ? Number(part) : null,
    now: clock(),
    nth: nthIn(address.subject),
    reader,
    slackIds,
    cardLink: links.get(issue.number) ?? null,
    links,
    kin,
    learned,
    thanks,
    question,
    updatedAt,
    lessons,
    noticed: [],
    isOfferedAgain,
    isAskedForName: isAsked,
    post,
  };
}

/** The third part of such a subject; `null`: it has none that is a number. */
function nthIn(subject: string): number | null {
  const nth = /^\d+\/\d+\/(\d+)$/.exec(subject)?.[1];
  return nth === undefined ? null : Number(nth);
}

/** What the second part of a subject names, see `Address`. */
const partNames: Readonly<Record<SceneKind, 'event' | 'solution' | 'message' | null>> = {
  card: null,
  reply: 'event',
  controls: 'event',
  news: 'event',
  question: 'solution',
  inquiry: 'event',
  help: 'event',
  held: null,
  learning: 'solution',
  'write-up': null,
  credit: null,
  thanks: 'event',
  reached: 'message',
  nudge: null,
  bundle: null,
  digest: null,
  share: null,
};

async function wasAskedForName(
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  { kind, person, subject }: SceneAddress,
): Promise<boolean> {
  if (kind === 'credit') return await isAskedWithFix(tx, workspace, issue, person);
  return kind === 'question' && (await hasAnsweredBefore(tx, workspace, person, subject));
}

async function wasOfferedAgain(
  tx: Tx,
  workspace: WorkspaceId,
  issue: number,
  happening: Happening | null,
): Promise<boolean> {
  if (happening?.event.type !== 'offered') return false;
  return (await lastAt(tx, workspace, issue, 'offered', happening.seq)) !== null;
}

/** Whatever has become of the issue since: an answer says little without its question. */
async function loadQuestion(
  tx: Tx,
  workspace: WorkspaceId,
  issue: number,
  happening: Happening | null,
): Promise<string | null> {
  if (happening?.event.type !== 'informed') return null;
  const asked = await loadHappening(tx, workspace, issue, happening.event.inquiry);
  return asked?.event.type === 'inquired' ? asked.event.text : null;
}

async function loadPost(tx: Tx, workspace: WorkspaceId, id: string): Promise<Scene['post']> {
  const row = await messageById(tx, workspace, id);
  return row === null ? null : { id, state: outcomeOf(row) };
}

/**
 * Whoever the words may mention. The reporter is among them only for the owner, for whoever helps them now, and as their
 * own reader; others who are stuck, for whoever helps them.
 */
function peopleIn(
  issue: Issue,
  happening: Happening | null,
  { kind, person: reader }: SceneAddress,
): PersonId[] {
  const isForOwner = isOwned(issue) && issue.owner === reader;
  const isForHelper = kind === 'help' && issue.help?.state === 'promised' && issue.help.helper === reader;
  const reporter = isForOwner ? [issue.reporter.person] : [];
  const stuck = isForHelper ? stuckPeople(issue) : [];
  const all = [...partsIn(issue), ...reporter, ...stuck, ...namedIn(happening), reader];
  return all.filter((it) => it !== null);
}

/** Whoever takes part otherwise than by having met it. */
function partsIn(issue: Issue): (PersonId | null)[] {
  const helper = issue.help === null || issue.help.state === 'wanted' ? [] : [issue.help.helper];
  switch (issue.state) {
    case 'open':
      return [issue.answerer, ...helper];
    case 'declined':
      return [issue.by, upholder(issue), ...helper];
    default: {
      const support = issue.state === 'claimed' ? supportRoles(issue) : [];
      const others = [...helper, ...support.map(({ person }) => person)];
      return isOwned(issue) ? [issue.owner, issue.offeredTo, ...issue.helpers, ...others] : helper;
    }
  }
}

/** Whom an event names, and who brought it about. */
function namedIn(happening: Happening | null): (PersonId | null)[] {
  if (happening === null) return [];
  const { event, actor } = happening;
  const asked = 'to' in event && Array.isArray(event.to) ? event.to : [];
  return [...asked, ...Object.values(event).filter((it): it is PersonId => isId(it)), actor];
}

function upholder({ look }: DeclinedIssue): PersonId | null {
  return look?.state === 'upheld' ? look.by : null;
}

function namedBy(happening: Happening | null): number[] {
  switch (happening?.event.type) {
    case 'duplicated':
      return [happening.event.of];
    case 'merged':
    case 'separated':
    case 'unmerged':
      return [happening.event.from];
    default:
      return [];
  }
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
