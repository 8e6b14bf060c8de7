import type { HomeView, ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import type { Digest } from '../../core/digest/digest.ts';
import type { Solution } from '../../core/issue.ts';
import type { OneIssueKind } from '../../core/nudge.ts';
import type { Ways } from '../postgres/cadence.ts';
import type { Asked, Outcome } from '../postgres/change-issue.ts';
import type { Flagger } from '../postgres/flag-issue.ts';
import type { Joined } from '../postgres/join-instead.ts';
import type { OwedMessage } from '../postgres/load-owed.ts';
import type { Reached } from '../postgres/messages.ts';
import type { Otherwise, Settings } from '../postgres/settings.ts';
import type { Share } from '../postgres/shares.ts';
import type { SimilarIssues } from '../postgres/similar.ts';
import type { Store } from '../postgres/store.ts';
import type { WorkspaceId } from '../postgres/transact.ts';
import type { Wish } from '../postgres/wish.ts';
import type { Draw, Drawing, DrawingKind } from './drawing.ts';

/** What every feature may use. */
export interface House {
  readonly store: Store;
  /** What the process was told; what an admin has chosen goes before it, see `settingsOf`. */
  readonly settings: HouseSettings;
  /** How the workspace wants things now. */
  readonly settingsOf: (workspace: WorkspaceId) => Promise<Settings>;
  /** The same, and how it keeps its word about first answers. */
  readonly waysOf: (workspace: WorkspaceId) => Promise<Ways>;
  /** Changes an issue for the visitor; asks Slack first where the rules need to know who somebody is. */
  readonly change: (visit: Visit, number: number, wish: Wish, sent?: Sent) => Promise<Outcome>;
  /** Whether a change would be allowed, the issue as it is, and the draft of that form. Changes nothing. */
  readonly ask: (visit: Visit, number: number, wish: Wish, draftOf?: string) => Promise<Asked>;
  /** Joins another issue as a me too, and takes the visitor's own flag back where that can still be done. */
  readonly join: (visit: Visit, number: number, other: number) => Promise<Joined>;
  /** What somebody flagged before that sounds like this issue; `null` where there is no time to look. */
  readonly similar: (visit: Visit, number: number) => Promise<SimilarIssues | null>;
  /** Who the visitor is to the workspace, as Slack says now; `others` are asked about as well, for what comes next. */
  readonly standingOf: (visit: Visit, others?: readonly string[]) => Promise<Standing>;
  /** Whether to ask somebody who has just flagged if they work shifts; they are asked once. */
  readonly asksForHours: (visit: Visit, flagger: Flagger) => Promise<boolean>;
  /** For `/metrics`: by rule, never with a text or a person. */
  readonly noteShown: (rule: string) => void;
  readonly noteDisputed: (rule: string) => void;
  /** Something falls due then: the sweep should not sleep past it. */
  readonly expect: (at: Temporal.Instant) => void;
}

export interface Standing {
  /** `null`: Slack did not tell, and we don't know. */
  readonly isAdmin: boolean | null;
  /** IANA name, as they have it in Slack. */
  readonly timeZone: string | null;
  /** Whom Slack was asked about and does not know. */
  readonly strangers: readonly string[];
  /** Whoever else can be asked, as Slack knows them. */
  readonly admins: readonly string[];
}

/** A form that was sent: the same one sent again has no second effect, and its draft is dropped. */
export interface Sent {
  readonly view: string;
  readonly draftOf?: string | undefined;
}

export interface HouseSettings extends Otherwise {
  readonly commandName: string;
  readonly adminUsers: readonly string[];
}

/** A private answer; `more` follows in messages of its own where one can't hold it all. */
export interface Told extends Drawing {
  readonly more?: readonly Drawing[];
}

/** Somebody at the door. */
export interface Visit {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  readonly isListedAdmin: boolean;
}

export interface Typed extends Visit {
  /** As Slack sent it: mentions as `<@U…|name>`, and `&`, `<`, `>` escaped. */
  readonly text: string;
}

export interface Press extends Visit {
  readonly where: 'message' | 'form' | 'home';
  /** The button's value, or the chosen option's. */
  readonly value: string;
  readonly view: FormState | null;
  /** Where an answer on a message goes; five uses in half an hour. */
  readonly responseUrl: string | null;
}

/** A view as it stood when somebody pressed or submitted. */
export interface FormState {
  readonly id: string;
  readonly privateMetadata: string;
  /** Block id → what its one element holds: text, an option's value, a date, an id; several values with commas between. */
  readonly values: Readonly<Record<string, string | null>>;
}

export interface Submission extends Visit {
  readonly form: FormState;
  readonly responseUrl: null;
}

/** A shortcut: on nothing in particular, or on a message. */
export interface Shortcut extends Visit {
  readonly message: {
    readonly text: string;
    readonly channel: string;
    readonly ts: string;
    readonly isPublic: boolean;
  } | null;
}

/**
 * What happens once the change is committed and Slack has its answer. `say` is for this person alone, where they
 * pressed; `replace` takes the place of the private message that was pressed; `form` opens, or takes the place of the
 * form that was pressed; `homeMemory` makes of what App Home remembers what it is to
 * remember from now on, and draws it anew. All of them may fail without harm: nothing that must not be lost is said so.
 */
export type Effect =
  | { readonly say: Drawing }
  | { readonly replace: Drawing; readonly at?: string }
  | { readonly form: ModalView }
  | { readonly homeMemory: TurnHome };

/** From what a Home remembered, such as the page of a list, to what it remembers next. */
export type TurnHome = (memory: string) => string;

/** A submission's answer: errors go back into the open form, a form takes its place, nothing closes it. */
export type Answer =
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly form: ModalView; readonly effects?: readonly Effect[] }
  | { readonly effects: readonly Effect[] };

type ById<Visiting, Result> = Readonly<Record<string, (house: House, visit: Visiting) => Promise<Result>>>;

/** So many are drawn for a Home at most, and counted; of these it shows as many as fit. */
export const mostNews = 20;

/** What would have been sent to somebody who reads only on Home. */
export interface NewsOnHome {
  /** Of the message. */
  readonly id: string;
  readonly drawing: Drawing;
}

/** One thing people can do; `features/index.ts` lists them all. */
export interface Feature {
  /** By first and only word of the command; `''` takes everything else. The answer is for this person alone. */
  readonly commands?: ById<Typed, Told | { readonly form: ModalView }>;
  readonly shortcuts?: ById<Shortcut, readonly Effect[]>;
  readonly presses?: ById<Press, readonly Effect[]>;
  /** Entries of the card's menu: its value is the issue's number alone. */
  readonly choices?: ById<Press, readonly Effect[]>;
  readonly submissions?: ById<Submission, Answer>;
  readonly draws?: Partial<Readonly<Record<DrawingKind, Draw>>>;
  /** What somebody is told unasked, without how to stop it, which is said of all of them. */
  readonly nudges?: Partial<Readonly<Record<OneIssueKind, Draw>>>;
  /** What a lead owes, which is about several issues; one feature has it. */
  readonly owed?: (message: OwedMessage) => Drawing;
  /** How that is sent, alone or several in one message; one feature has it. */
  readonly unasked?: {
    readonly alone: (nudge: Drawing) => Drawing;
    readonly together: (nudges: readonly Drawing[]) => Drawing;
  };
  /** App Home; one feature has it. `instead` is shown when it can't be drawn, and says so. */
  readonly home?: {
    readonly draw: (
      house: House,
      visit: Visit,
      memory: string,
      news: readonly NewsOnHome[],
    ) => Promise<HomeView>;
    readonly instead: (sentence: string) => HomeView;
  };
  /** The weekly digest, which is about no single issue; one feature has it. */
  readonly digest?: {
    readonly draw: (digest: Digest) => Drawing;
    /** Asks whether it has reached the channel. */
    readonly drawReached: (message: string, reached: Reached) => Drawing;
  };
  /** What a lead shows of their own mirror, which is about no issue; one feature has it. */
  readonly share?: {
    readonly draw: (share: Share) => Drawing;
    /** Asks whether it has reached the channel. */
    readonly drawReached: (message: string, reached: Reached) => Drawing;
  };
  /** What is said to admins, about no issue; one feature has it. */
  readonly notices?: {
    readonly draw: (subject: string, settings: Settings) => Drawing;
    /** How a test is called solved. */
    readonly trialSolution: Solution;
  };
}

/** What one feature alone has. @throws if none has it. */
export function theOne<What extends 'owed' | 'unasked' | 'home' | 'digest' | 'share' | 'notices'>(
  features: readonly Feature[],
  what: What,
): NonNullable<Feature[What]> {
  for (const { [what]: has } of features) if (has !== undefined) return has;
  throw new Error(`no feature has "${what}"`);
}
