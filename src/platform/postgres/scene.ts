import type { Temporal } from 'temporal-polyfill';

import type { Address } from '../../core/address.ts';
import type { DeclinedIssue, Issue, PersonId } from '../../core/issue.ts';
import { isOwned } from '../../core/issue.ts';
import type { Learned } from '../../core/learning.ts';
import { stuckPeople } from '../../core/stuck.ts';
import type { Noticed } from '../noticed.ts';
import type { Happening } from './event-rows.ts';
import { loadHappening } from './history.ts';
import { loadKin, noKin } from './kin.ts';
import type { Kin } from './kin.ts';
import { loadNewestUpdate, loadThanks } from './later-events.ts';
import { loadLearned } from './learned.ts';
import { loadIssue } from './load-issue.ts';
import { messageById, outcomeOf } from './messages.ts';
import { slackIdsOf } from './people.ts';
import { linkedFrom, linksToCards } from './permalink.ts';
import { together } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** All that a message about an issue is drawn from: the present state, never what was said before. */
export interface Scene {
  readonly issue: Issue;
  /** The event a `reply`, `news`, `controls`, `offer`, `help` or `look` belongs to. */
  readonly happening: Happening | null;
  /** The number of the solution a `question` or a `learning` is about. */
  readonly round: number | null;
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
  /** What a `held` says was noticed: nothing where its reporter or the workspace has switched that off. */
  readonly noticed: readonly Noticed[];
  /** The post that a `reached` asks about. */
  readonly post: { readonly id: string; readonly state: 'unsure' | 'there' | 'on its way' } | null;
}

/** Everything a message at this address is drawn from; `null` if its issue is gone. `adminUsers` lead until leads are named. */
export async function loadScene(
  tx: Tx,
  workspace: WorkspaceId,
  address: Address,
  adminUsers: readonly string[],
): Promise<Scene | null> {
  const { kind, person: reader } = address;
  const [number = '', part = ''] = address.subject.split('/');
  const loaded = await loadIssue(tx, workspace, Number(number), 'read');
  if (loaded === null) return null;
  const { issue } = loaded;
  const names = partNames[kind];
  const [happening, learned, kin, post, thanks, updatedAt] = await together([
    names === 'event' ? loadHappening(tx, workspace, issue.number, Number(part)) : null,
    loadLearned(tx, workspace, issue, reader, adminUsers),
    kind === 'card' ? loadKin(tx, workspace, issue) : noKin,
    names === 'message' ? loadPost(tx, workspace, part) : null,
    kind === 'news' ? loadThanks(tx, workspace, issue.number, Number(part)) : null,
    kind === 'controls' ? loadNewestUpdate(tx, workspace, issue.number, Number(part)) : null,
  ]);
  const people = [...peopleIn(issue, happening, address), ...learned.agreed];
  const [links, slackIds, question] = await together([
    linksToCards(tx, workspace, [issue.number, ...linkedFrom(issue), ...namedBy(happening)]),
    slackIdsOf(tx, workspace, people),
    loadQuestion(tx, workspace, issue.number, happening),
  ]);
  return {
    issue,
    happening,
    round: names === 'solution' ? Number(part) : null,
    reader,
    slackIds,
    cardLink: links.get(issue.number) ?? null,
    links,
    kin,
    learned,
    thanks,
    question,
    updatedAt,
    noticed: [],
    post,
  };
}

/** What the second part of a subject names, see `Address`. */
const partNames: Readonly<Record<Address['kind'], 'event' | 'solution' | 'message' | null>> = {
  card: null,
  reply: 'event',
  controls: 'event',
  news: 'event',
  question: 'solution',
  offer: 'event',
  inquiry: 'event',
  help: 'event',
  look: 'event',
  held: null,
  learning: 'solution',
  'write-up': null,
  credit: null,
  reached: 'message',
  nudge: null,
  bundle: null,
  digest: null,
};

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
function peopleIn(issue: Issue, happening: Happening | null, { kind, person: reader }: Address): PersonId[] {
  const owned = isOwned(issue) ? [issue.owner, issue.offeredTo] : [];
  const isForOwner = isOwned(issue) && issue.owner === reader;
  const isForHelper = kind === 'help' && issue.help?.state === 'promised' && issue.help.helper === reader;
  const reporter = isForOwner ? [issue.reporter.person] : [];
  const stuck = isForHelper ? stuckPeople(issue) : [];
  const helper = issue.help === null || issue.help.state === 'wanted' ? [] : [issue.help.helper];
  const decided = issue.state === 'declined' ? [issue.by, upholder(issue)] : [];
  const ofEvent = Object.values(happening?.event ?? {}).filter((it): it is PersonId => isId(it));
  const all = [
    ...owned,
    ...reporter,
    ...stuck,
    ...helper,
    ...decided,
    ...ofEvent,
    happening?.actor ?? null,
    reader,
  ];
  return all.filter((it) => it !== null);
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
